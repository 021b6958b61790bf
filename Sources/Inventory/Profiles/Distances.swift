public import Diagnostics
public import Quantities
public import Tables

/// How far places are from one another: distances.csv of the campus.
///
/// Files of journeys name places and no distance. Nothing is looked up elsewhere, and nothing is
/// guessed: a pair that is not here is asked for.
public struct Distances: Sendable {
  private struct Pair: Hashable, Sendable {
    var first: String
    var second: String

    init(_ from: String, _ to: String) {
      let (from, to) = (FoldedText.fold(from), FoldedText.fold(to))
      (first, second) = from < to ? (from, to) : (to, from)
    }
  }

  private var kilometres: [Pair: Number] = [:]

  /// No distances.
  public init() {}

  /// The distance in kilometres, either way; nil when it is not known.
  public func kilometres(from: String, to: String) -> Number? { kilometres[Pair(from, to)] }

  static let schema = TableSchema(
    "distances",
    [
      .init("from", ["de", "départ", "origine"], required: true),
      .init("to", ["à", "arrivée", "destination"], required: true),
      .init("km", ["distance", "distance (km)", "kilomètres"], required: true),
      .init("note", ["remarque"]),
    ])

  /// Reads the table; a pair that is there twice with two distances is an error.
  public static func read(
    _ source: ByteSource, decimalMark: DecimalMark?, log: inout FindingLog
  ) -> Distances {
    var distances = Distances()
    guard let table = TableReader.open(source, schemas: [schema], log: &log) else {
      return distances
    }
    var dialect = NumberDialect()
    dialect.decimalMark = decimalMark
    table.forEachRecord(log: &log, onRejected: { _ in }) { record, log in
      func field(_ column: Int) -> UnsafeBufferPointer<UInt8> {
        guard let place = table.places[column], place < record.count else {
          return UnsafeBufferPointer(start: nil, count: 0)
        }
        return record.field(place)
      }
      let (offset, line) = (record.offset, record.line)
      guard case .success(let reading) = NumberText.read(field(2), dialect: dialect),
        !reading.number.isNegative, reading.number <= Number(20_100)
      else {
        log.add(
          Finding(
            ProfileFindings.badDistance,
            at: table.location(recordAt: offset, line: line, column: 2),
            [.init("value", CellText.string(field(2)))]))
        return
      }
      let pair = Pair(CellText.string(field(0)), CellText.string(field(1)))
      if let known = distances.kilometres.updateValue(reading.number, forKey: pair),
        known != reading.number
      {
        log.add(
          Finding(
            ProfileFindings.badDistance,
            at: table.location(recordAt: offset, line: line, column: 2),
            [.init("value", "\(known.description) / \(reading.number.description)")]))
      }
    }
    return distances
  }
}

/// What makes a journey a quantity, beside its two places.
public struct Journey: Sendable {
  /// A word that makes the journey count so many times: there and back is twice.
  public struct Times: Sendable {
    public let columns: [String]
    public let words: [String]
    public let factor: Int
  }

  /// What a word stands for below a distance; the last one has no limit.
  public struct Band: Sendable {
    /// Kilometres one way.
    public let under: Number?
    public let activity: String
  }

  public internal(set) var from: [String]
  public internal(set) var to: [String]
  public internal(set) var times: [Times] = []
  /// Columns that count journeys; an empty cell is one.
  public internal(set) var counts: [String] = []
  /// Columns that count the people in a car, which its kilometres are shared by.
  public internal(set) var sharedBy: [String] = []
  public internal(set) var bands: [String: [Band]] = [:]

  init(from: [String], to: [String]) {
    self.from = from
    self.to = to
  }
}
