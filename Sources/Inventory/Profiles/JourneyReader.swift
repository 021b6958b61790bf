import Diagnostics
import Quantities
import Tables

/// Turns rows that name two places into kilometres.
struct JourneyReader {
  private let journey: Journey
  private let distances: Distances
  private let dialect: NumberDialect
  private let from: Int?
  private let to: Int?
  private let times: [(fields: [Int], times: Journey.Times)]
  private let counts: [Int]
  private let sharedBy: [Int]
  private var unknown: [String: Int] = [:]
  private var first: (offset: Int, line: Int)?

  init(
    _ journey: Journey, _ distances: Distances, _ dialect: NumberDialect,
    place: ([String]) -> Int?
  ) {
    self.journey = journey
    self.distances = distances
    self.dialect = dialect
    from = place(journey.from)
    to = place(journey.to)
    times = journey.times.map { times in (times.columns.compactMap { place([$0]) }, times) }
    counts = journey.counts.compactMap { place([$0]) }
    sharedBy = journey.sharedBy.compactMap { place([$0]) }
  }

  /// What a row comes to.
  enum Outcome {
    case cells([ActivityColumn: String])
    /// A pair of places without a distance: told once for the file.
    case unknownPair
    /// A cell that counts journeys or people, and holds no such number.
    case badCount(field: Int)
    case tooLarge
  }

  /// The cells of a journey, or why there are none.
  mutating func read(_ record: Record, in table: ProfiledTable) -> Outcome {
    // Both are there, or the file was refused.
    guard let from, let to else { return .unknownPair }
    let (start, end) = (text(from, record, table), text(to, record, table))
    guard let distance = distances.kilometres(from: start, to: end) else {
      unknown["\(start);\(end)", default: 0] += 1
      if first == nil { first = (record.offset, record.line) }
      return .unknownPair
    }
    var product: Ratio? = Ratio(distance)
    for (fields, times) in times
    where fields.contains(where: { isOne(of: times.words, text($0, record, table)) }) {
      product = product.flatMap { $0 * Ratio(times.factor) }
    }
    for field in counts {
      guard let count = count(field, record, table) else { return .badCount(field: field) }
      product = product.flatMap { $0 * count }
    }
    let isVehicle = table.text(.unit, of: record).hasPrefix("vehicle")
    for field in sharedBy where isVehicle {
      guard let people = count(field, record, table) else { return .badCount(field: field) }
      product = product.flatMap { $0 / people }
    }
    guard let product, let kilometres = Number(rounding: product) else { return .tooLarge }
    var cells: [ActivityColumn: String] = [:]
    let written = kilometres.description
    cells[.quantity] =
      dialect.decimalMark == .comma ? String(written.map { $0 == "." ? "," : $0 }) : written
    let activity = table.text(.activity, of: record)
    if let band = journey.bands[activity]?.first(where: { band in
      band.under.map { distance < $0 } ?? true
    }) {
      cells[.activity] = band.activity
    }
    return .cells(cells)
  }

  /// The cells that nothing in the file gives: the two places.
  var missing: [String] {
    [(from, "from"), (to, "to")].filter { $0.0 == nil }.map { "journey: " + $0.1 }
  }

  /// Lists the pairs that are not known, once, in the form of the file that is to hold them.
  func report(_ table: ProfiledTable, log: inout FindingLog) {
    guard let first else { return }
    let list = unknown.keys.sorted().map { $0 + ";" }.joined(separator: " | ")
    log.add(
      Finding(
        ProfileFindings.unknownDistances,
        at: table.raw.location(recordAt: first.offset, line: first.line, field: from),
        [.init("count", String(unknown.count)), .init("expected", list)]))
  }

  private func text(_ field: Int, _ record: Record, _ table: ProfiledTable) -> String {
    CellText.string(table.field(field, of: record))
  }

  private func isOne(of words: [String], _ text: String) -> Bool {
    words.contains { FoldedText.fold($0) == FoldedText.fold(text) }
  }

  private func count(_ field: Int, _ record: Record, _ table: ProfiledTable) -> Ratio? {
    let bytes = table.field(field, of: record)
    if bytes.isEmpty { return .one }
    guard case .success(let reading) = NumberText.read(bytes, dialect: dialect),
      reading.number > .zero
    else { return nil }
    return Ratio(reading.number)
  }
}
