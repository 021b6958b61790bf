import Quantities
import TestSupport

/// An invented campus: several files of rows whose fate is known before the program reads them.
struct RandomCampus {
  /// What must become of a row.
  enum Fate: Equatable {
    case good, rejected, total
  }

  struct Row {
    var text: String
    var fate = Fate.good
    /// The first and last year it is in; nil when its period cannot be read.
    var years: ClosedRange<Int>?
    /// What it adds to the sums of its file, in the unit these are told in.
    var quantity: Number?
    var unit = ""
  }

  static let header =
    "period;site;building;activity;quantity;unit;status;tags;lifetime;purchased;post;label\n"
  static let yaml = "sites: {nord: {name: Nord}, sud: {name: Sud}}\nnumbers: {decimal: point}\n"

  var files: [String: [Row]] = [:]

  /// Random rows; without `mistakes`, every row is good and its shares have no endless decimals.
  init(seed: UInt64, mistakes: Bool = true, factor: Int = 1) {
    var random = SplitMix64(seed: seed)
    for file in 0..<Int.random(in: 1...4, using: &random) {
      let rows = (0..<Int.random(in: 1...25, using: &random)).map { number in
        Self.row(number, &random, mistakes: mistakes, factor: factor)
      }
      files["activity/\(file).csv"] = rows
    }
  }

  /// The files as texts.
  var texts: [String: String] {
    files.mapValues { Self.header + $0.map { $0.text + "\n" }.joined() }
  }

  /// The same rows in another order, in files of other names.
  func shuffled(seed: UInt64) -> RandomCampus {
    var random = SplitMix64(seed: seed)
    var result = self
    let names = files.keys.sorted()
    for (name, other) in zip(names, names.shuffled(using: &random)) {
      result.files[other] = files[name]?.shuffled(using: &random)
    }
    return result
  }

  private static let kinds: [(activity: String, unit: String, shown: String, scale: Int)] = [
    ("electricity", "kWh", "kWh", 1), ("electricity", "MWh", "kWh", 1000),
    ("natural-gas", "kWh PCS", "kWh PCS", 1), ("natural-gas", "MWh PCI", "kWh PCI", 1000),
    ("wood-chips-dry", "t", "kg", 1000), ("water-supply", "m3", "m3", 1),
    ("paper", "kg", "kg", 1), ("waste-total-recycled", "t", "kg", 1000),
    ("business-train-tgv", "passenger.km", "passenger.km", 1),
    ("refrigerant-r410a", "kg", "kg", 1), ("fleet-diesel", "L", "m3", 0),
    ("declared-emissions", "tCO2e", "kgCO2e", 1000), ("laptop", "piece", "piece", 1),
  ]

  private static func row(
    _ number: Int, _ random: inout SplitMix64, mistakes: Bool, factor: Int
  ) -> Row {
    let kind = random.pick(kinds) ?? kinds[0]
    // Multiples of 4: every share of 1, 2 or 4 years has an end.
    let amount = 4 * Int.random(in: 1...2500, using: &random)
    let quantity = Number(amount * factor)
    let (period, years) = period(&random, mistakes: mistakes)
    var life = (text: "", bought: "", years: years)
    if kind.activity == "laptop" {
      let lifetime = random.pick(mistakes ? [1, 2, 3, 4, 7] : [1, 2, 4]) ?? 1
      let bought = Int.random(in: 2018...2023, using: &random)
      life = ("\(lifetime)", "\(bought)", bought...(bought + lifetime - 1))
    }
    let site = random.pick(["nord", "sud", ""]) ?? ""
    let building = site.isEmpty ? "" : random.pick(["a", "b", ""]) ?? ""
    let status = random.pick(["measured", "estimated", ""]) ?? ""
    let tags = random.pick(["lab", "lab|sport", "sport|lab", ""]) ?? ""
    let isDeclared = kind.activity == "declared-emissions"
    let post = isDeclared ? random.pick(["travel", "energy", "unallocated"]) ?? "" : ""
    var row = Row(text: "", years: life.years)
    row.unit = kind.scale == 0 ? "m3" : kind.shown
    row.quantity = quantity.multiplied(by: kind.scale == 0 ? Ratio(1, 1000) : Ratio(kind.scale))
    var cells = [
      period, site, building, kind.activity, "\(amount * factor)", kind.unit, status, tags,
      life.text, life.bought, post, "row \(number)",
    ]
    if isDeclared { cells[11] = random.pick(["x", "y", ""]) ?? "" }
    if mistakes { spoil(&row, &cells, &random) }
    row.text = cells.joined(separator: ";")
    return row
  }

  private static func period(_ random: inout SplitMix64, mistakes: Bool)
    -> (String, ClosedRange<Int>)
  {
    let year = Int.random(in: 2020...2023, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let two = month < 10 ? "0\(month)" : "\(month)"
    switch Int.random(in: 0..<(mistakes ? 4 : 3), using: &random) {
    case 0: return ("\(year)", year...year)
    case 1: return ("\(year)-\(two)", year...year)
    case 2: return ("\(year)-\(two)-10", year...year)
    default: return ("\(year)-12-05..\(year + 1)-02-11", year...(year + 1))
    }
  }

  /// One row in five is spoilt, in a way that says what must become of it.
  private static func spoil(_ row: inout Row, _ cells: inout [String], _ random: inout SplitMix64) {
    switch Int.random(in: 0..<25, using: &random) {
    case 0:
      cells[3] = "nothing"
      row.fate = .rejected
      // Nobody knows that it was an asset: its own period is what counts.
      row.years = Self.years(of: cells[0])
    case 1:
      (cells[0], row.fate, row.years) = ("2022-02-30", .rejected, nil)
      row.quantity = nil
    case 2:
      (cells[4], row.fate, row.quantity) = ("12abc", .rejected, nil)
      row.years = Self.years(of: cells[0])
    case 3:
      (cells[11], row.fate, row.years) = ("Total", .total, nil)
    case 4 where cells[3] == "electricity":
      (cells[5], row.fate, row.quantity) = ("m33", .rejected, nil)
    default: break
    }
  }

  private static func years(of period: String) -> ClosedRange<Int>? {
    guard let first = Int(period.prefix(4)) else { return nil }
    return period.contains("..") ? first...(first + 1) : first...first
  }
}
