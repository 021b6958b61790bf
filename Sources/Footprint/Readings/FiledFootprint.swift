public import EmissionFactors
public import Quantities

/// A footprint told the way of one reading.
public struct FiledFootprint: Sendable {
  /// Emissions filed under one code.
  public struct Entry: Sendable {
    /// What it gives by gas; those apart are in no total.
    public private(set) var byGas: [Gas: ExactAmount] = [:]
    /// What each item of the footprint has in it, by its place there.
    public private(set) var byItem: [Int: ExactAmount] = [:]

    /// kgCO2e.
    public var total: ExactAmount {
      byGas.reduce(.zero) { $1.key.isApart ? $0 : $0 + $1.value }
    }

    /// Biogenic CO2, in kg.
    public var biogenic: ExactAmount { byGas[.co2Biogenic] ?? .zero }

    /// What a column of gases holds; gases that the source does not tell apart are CO2.
    public func amount(in column: Reading.GasColumn) -> ExactAmount {
      byGas.reduce(.zero) { column.holds($1.key) ? $0 + $1.value : $0 }
    }

    mutating func add(_ posting: Posting, item: Int) {
      byGas[posting.gas, default: .zero] += posting.amount
      if !posting.gas.isApart { byItem[item, default: .zero] += posting.amount }
    }

    mutating func add(_ other: Entry) {
      byGas.merge(other.byGas) { $0 + $1 }
      byItem.merge(other.byItem) { $0 + $1 }
    }

    static let empty = Entry()
  }

  public let footprint: Footprint
  public let reading: Reading
  private let entries: [String: Entry]

  init(_ footprint: Footprint, _ reading: Reading) {
    self.footprint = footprint
    self.reading = reading
    let filer = Filer(reading, footprint.run)
    var entries: [String: Entry] = [:]
    for (place, item) in footprint.items.enumerated() {
      for posting in filer.postings(of: item) {
        entries[posting.code, default: .empty].add(posting, item: place)
      }
    }
    self.entries = entries
  }

  /// True for an asset that this reading counts in the year it is bought.
  public func countsAsBought(_ item: Footprint.Item) -> Bool {
    reading.assets == .purchaseYear && item.isAmortised && item.characterisation.isOperated
  }

  /// What is filed under a code; a heading holds what is below it as well.
  public func entry(_ code: ReadingCode) -> Entry {
    var entry = entries[code.identifier] ?? .empty
    if code.kind == .heading {
      for below in reading.codes where below.parent == code.identifier {
        entry.add(self.entry(below))
      }
    }
    return entry
  }

  /// Everything that is reported.
  public var reported: Entry {
    var sum = Entry.empty
    for code in reading.codes where !code.kind.isBeside && code.parent.isEmpty {
      sum.add(entry(code))
    }
    return sum
  }

  /// What no rule or too little detail lets file anywhere: a hole in the table, not a convention.
  public var notFiled: ExactAmount {
    [ReadingCode.unfiled, ReadingCode.declaredWhole].reduce(.zero) {
      $0 + (entries[$1]?.total ?? .zero)
    }
  }

  /// What is not reported or counted otherwise, and why; empty reasons are left out.
  public var leftOut: [(code: ReadingCode, entry: Entry)] {
    reading.codes.compactMap { code in
      guard code.kind.isBeside, let entry = entries[code.identifier] else { return nil }
      return (code, entry)
    }
  }
}

extension Footprint {
  /// The footprint told the way of a reading.
  public func filed(under reading: Reading) -> FiledFootprint { FiledFootprint(self, reading) }
}

extension Reading.GasColumn {
  /// True when emissions of a gas belong to the column.
  func holds(_ gas: Gas) -> Bool {
    switch self {
    case .co2: gas == .co2Fossil || gas == .unspecified || gas == .rounding
    case .ch4: gas == .ch4Fossil || gas == .ch4Biogenic
    case .n2o: gas == .n2o
    case .hfc: gas == .hfc
    case .pfc: gas == .pfc
    case .sf6: gas == .sf6
    case .nf3: gas == .nf3
    case .other: gas == .other
    case .otherGases: [.hfc, .pfc, .sf6, .nf3, .other].contains(gas)
    }
  }
}
