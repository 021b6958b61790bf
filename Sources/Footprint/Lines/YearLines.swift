import Diagnostics
import Inventory
public import Tables

/// The lines of several years, read from the files once; their emissions add up to the total of each year
/// exactly.
public struct YearLines: Sendable {
  public let run: Run
  private let lines: [Int: [InventoryLine]]

  /// Reads the rows of a run again, for these years.
  public init(_ run: Run, files: [ByteSource], years: [Int]) {
    var fold = YearFold(run, years: years)
    var reader = InventoryReader(
      campus: run.campus, catalog: run.catalog, files: files, samples: run.vocabulary.samples)
    // What is wrong with the rows was said when they were read for the inventory.
    var unheard = FindingLog(accepting: run.campus.acceptances)
    reader.read(into: &fold, log: &unheard)
    self.run = run
    lines = fold.places.mapValues { Self.sorted(fold.folds[$0].lines) }
  }

  /// The lines of a year; none for one that was not asked for.
  public func of(_ year: Int) -> [InventoryLine] { lines[year] ?? [] }

  /// Lines are large and keys are made: places are sorted, not lines.
  private static func sorted(_ lines: [InventoryLine]) -> [InventoryLine] {
    let keys = lines.map(\.key)
    return keys.indices.sorted { keys[$0].lexicographicallyPrecedes(keys[$1]) }.map { lines[$0] }
  }
}

/// Hands every line to the years it has a share in.
private struct YearFold: LineSink {
  private var pieces: PeriodPieces
  /// Where the fold of each year is.
  let places: [Int: Int]
  private(set) var folds: [LineFold]

  init(_ run: Run, years: [Int]) {
    pieces = PeriodPieces(calendar: run.campus.calendar)
    let years = Set(years).sorted()
    places = Dictionary(uniqueKeysWithValues: zip(years, years.indices))
    folds = years.map { LineFold(run, year: $0) }
  }

  mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog
  ) {
    for line in lines {
      let cuts = pieces.pieces(of: line)
      var first = cuts.startIndex
      while first < cuts.endIndex {
        let year = cuts[first].year
        let last = cuts[first...].firstIndex { $0.year != year } ?? cuts.endIndex
        if let place = places[year] {
          folds[place].take(line, Array(cuts[first..<last]), vocabulary)
        }
        first = last
      }
    }
  }

  mutating func exclude(_ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary) {}
  mutating func reject(_ row: SetAside, vocabulary: Vocabulary) {}
}
