public import Inventory
public import Quantities

/// What became of the rows and quantities of one file, for one year or for all of them.
///
/// Rows read = used + other years + excluded + rejected, and the same for every sum.
public struct Account: Sendable {
  /// A quantity of one dimension.
  public struct Sum: Sendable {
    /// The unit it is told in.
    public let unit: String
    public internal(set) var used = Number.zero
    public internal(set) var otherYears = Number.zero
    public internal(set) var excluded = Number.zero
    public internal(set) var rejected = Number.zero

    /// Everything that was read.
    public var read: Number { used + otherYears + excluded + rejected }
  }

  /// The file.
  public let file: String
  public internal(set) var rowsRead = 0
  public internal(set) var rowsUsed = 0
  public internal(set) var rowsOfOtherYears = 0
  public internal(set) var rowsExcluded: [(reason: ExclusionReason, rows: Int)] = []
  public internal(set) var rowsRejected = 0
  /// Rejected or excluded rows whose quantity or unit could not be read: they are in no sum.
  public internal(set) var rowsWithoutQuantity = 0
  public internal(set) var sums: [Sum] = []

  init(file: String) { self.file = file }

  /// What became of the rows of a file of intensities, which are in no sum.
  public init(_ count: IntensityReader.Count) {
    file = count.file
    rowsUsed = count.used
    if count.excluded > 0 { rowsExcluded.append((.rule, count.excluded)) }
    if count.unknown > 0 { rowsExcluded.append((.unknown, count.unknown)) }
    rowsRejected = count.rejected
    rowsRead = count.used + count.excluded + count.unknown + count.rejected
  }
}

extension AccountBook {
  /// The accounts of all files, for a year, or for every year when none is given.
  func accounts(files: [String], units: [Unit], year: Int?) -> [Account] {
    var result = files.map { Account(file: $0) }
    for (index, name) in files.enumerated() {
      var account = Account(file: name)
      account.rowsRead = rowsRead[index]
      account.rowsWithoutQuantity = rowsWithoutQuantity[index]
      account.rowsExcluded = ExclusionReason.allCases.compactMap { reason in
        excluded[index][reason].map { (reason: reason, rows: $0) }
      }
      let left = account.rowsExcluded.reduce(0) { $0 + $1.rows }
      if let year {
        account.rowsUsed = rows(file: index, year: year, .used)
        account.rowsRejected =
          rows(file: index, year: year, .rejected)
          + rows(file: index, year: Self.unknownYear, .rejected)
        account.rowsOfOtherYears =
          account.rowsRead - account.rowsUsed - account.rowsRejected - left
      } else {
        account.rowsUsed = rowsUsed[index]
        account.rowsRejected = rowsRejected[index]
        // Rows that failed in every year because their finding is accepted.
        account.rowsOfOtherYears =
          account.rowsRead - account.rowsUsed - account.rowsRejected - left
      }
      result[index] = account
    }
    addSums(to: &result, units: units, year: year)
    return result
  }

  private func addSums(to accounts: inout [Account], units: [Unit], year: Int?) {
    for (key, parts) in partsByUnit(year: year) {
      let unit = units[key.unit]
      let shown = ShownUnit.unit(for: unit)
      guard let ratio = unit.conversion(to: shown),
        let amounts = parts.converted(by: ratio)
      else { continue }
      let place: Int
      if let found = accounts[key.file].sums.firstIndex(where: { $0.unit == shown.symbol }) {
        place = found
      } else {
        accounts[key.file].sums.append(.init(unit: shown.symbol))
        place = accounts[key.file].sums.count - 1
      }
      accounts[key.file].sums[place].used += amounts.used
      accounts[key.file].sums[place].otherYears += amounts.otherYears
      accounts[key.file].sums[place].excluded += amounts.excluded
      accounts[key.file].sums[place].rejected += amounts.rejected
    }
    for index in accounts.indices { accounts[index].sums.sort { $0.unit < $1.unit } }
  }

  private struct FileUnit: Hashable {
    let file: Int
    let unit: Int
  }

  /// The quantities of a file in one unit, by what became of them.
  private struct Parts {
    var used = Number.zero
    var otherYears = Number.zero
    var excluded = Number.zero
    var rejected = Number.zero

    /// The parts in another unit, rounded so that they add up to the whole converted once.
    ///
    /// Each is the difference of two rounded sums, as with the shares of a period: converting part
    /// by part would make the sum of a file depend on the year that is asked for.
    func converted(by ratio: Ratio) -> Parts? {
      var (sum, before) = (Number.zero, Number.zero)
      func part(_ value: Number) -> Number? {
        sum += value
        guard let rounded = sum.multiplied(by: ratio) else { return nil }
        defer { before = rounded }
        return rounded - before
      }
      guard let used = part(used), let otherYears = part(otherYears),
        let excluded = part(excluded), let rejected = part(rejected)
      else { return nil }
      return Parts(
        used: used, otherYears: otherYears, excluded: excluded, rejected: rejected)
    }
  }

  private func partsByUnit(year: Int?) -> [FileUnit: Parts] {
    var result: [FileUnit: Parts] = [:]
    for (key, value) in zip(sums.keys, sums.values) {
      let (file, unit, keyYear, fate) = Self.unpack(key)
      let amount = Number(mantissa: value.mantissa)
      let place = FileUnit(file: file, unit: unit)
      let isInYear = year == nil || keyYear == year || keyYear == Self.unknownYear
      switch (fate, isInYear) {
      case (.used, true): result[place, default: Parts()].used += amount
      case (.rejected, true): result[place, default: Parts()].rejected += amount
      case (.excluded, _): result[place, default: Parts()].excluded += amount
      default: result[place, default: Parts()].otherYears += amount
      }
    }
    return result
  }
}
