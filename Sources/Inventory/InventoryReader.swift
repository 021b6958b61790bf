public import Diagnostics
public import EmissionFactors
public import Tables

/// Reads every activity file of a campus, row by row, and hands the lines over in batches.
///
/// One pass, whatever the number of rows: a line lives as long as its batch.
public struct InventoryReader {
  /// How far to look for rows that are there twice.
  public enum DuplicateReach: Sendable {
    /// The first 500 000 rows of a file: what `report` can afford at any size.
    case firstRows
    /// Every row: 9 to 18 bytes each, for `check`.
    case everyRow

    var limit: Int { self == .firstRows ? 500_000 : .max }
  }

  private let files: [ByteSource]
  private let duplicateLimit: Int
  private let shape: ChunkShape
  /// Those of a reading before; nil when this one counts the answers itself.
  private let samples: [SurveySample]?
  private var decoder: Decoder
  private var meters = MeterWatch()
  /// The first rows of every file, to find a file that is there twice under two names.
  private var firstRows = DuplicateSearch(limit: .max)
  /// The files that could be opened, by their place in the list.
  public private(set) var readers: [Int32: FileReader] = [:]

  /// The files that hold something and could not be read, or not to their end.
  public private(set) var unreadFiles: [String] = []

  /// A reader of these files, in this order; `samples` are those of a reading of all files.
  public init(
    campus: Campus, catalog: FactorCatalog, files: [ByteSource],
    duplicates: DuplicateReach = .firstRows, shape: ChunkShape = ChunkShape(),
    samples: [SurveySample]? = nil
  ) {
    self.init(
      campus: campus, catalog: catalog, files: files, duplicateLimit: duplicates.limit,
      shape: shape, samples: samples)
  }

  init(
    campus: Campus, catalog: FactorCatalog, files: [ByteSource], duplicateLimit: Int,
    shape: ChunkShape = ChunkShape(), samples: [SurveySample]? = nil
  ) {
    self.samples = samples
    self.files = files
    self.duplicateLimit = duplicateLimit
    self.shape = shape
    decoder = Decoder(campus: campus, catalog: catalog)
  }

  /// The words behind the numbers of the lines.
  public var vocabulary: Vocabulary { decoder.vocabulary }

  /// The days that each meter's rows cover.
  public var meterCoverage: [MeterCoverage] { meters.coverage(vocabulary: vocabulary) }

  /// Reads everything.
  public mutating func read<Sink: LineSink>(into sink: inout Sink, log: inout FindingLog) {
    decoder.vocabulary.samples =
      samples ?? SurveySampling.samples(decoder.campus, decoder.catalog, files, log: &log)
    for index in files.indices { readFile(index, into: &sink, log: &log) }
    meters.report(
      vocabulary: decoder.vocabulary, readers: readers, campus: decoder.campus, log: &log)
  }

  private mutating func readFile<Sink: LineSink>(
    _ index: Int, into sink: inout Sink, log: inout FindingLog
  ) {
    let errors = log.count(of: .error)
    let source = files[index]
    let file = FileReader.open(
      source, index: Int32(index), through: decoder.campus.imports[source.name],
      campus: decoder.campus, log: &log)
    guard let file else {
      // An empty file is a doubt; a file that is refused leaves a hole in every total.
      if log.count(of: .error) > errors { unreadFiles.append(files[index].name) }
      return
    }
    readers[file.index] = file
    let (dialect, lastDay) = (decoder.dialect, decoder.lastDay)
    decoder.dialect = file.dialect ?? dialect
    decoder.lastDay = file.lastDay ?? lastDay
    // What a file adds to is moved, not copied: each part has one owner.
    let rows = RowReading(
      file, decoder, meters, firstRows: firstRows, duplicateLimit: duplicateLimit)
    meters = MeterWatch()
    firstRows = DuplicateSearch(limit: .max)
    let isWhole =
      OrdinaryReading.read(rows, shape, into: &sink, log: &log)
      ?? rows.readAll(into: &sink, log: &log)
    if !isWhole { unreadFiles.append(file.name) }
    rows.end(into: &sink, log: &log)
    decoder = rows.decoder
    decoder.dialect = dialect
    decoder.lastDay = lastDay
    meters = rows.meters
    firstRows = rows.firstRows
  }
}
