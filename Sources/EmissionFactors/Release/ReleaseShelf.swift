import Diagnostics
public import Tables

/// A release that was imported, read from its files as far as a question needs.
public struct ReleaseShelf: Sendable {
  /// An element that can be read when it is asked for.
  public struct Entry: Sendable {
    /// Its number.
    public let identifier: String
    /// True when its publisher has withdrawn it.
    public let isArchived: Bool
    fileprivate let offset: Int
    fileprivate let stages: [Int]
  }

  private let elements: TableReader
  private let stages: TableReader?
  private let index: ReleaseIndex

  /// Larger than any index there is.
  private static let indexLimit = 1 << 28

  /// Opens a release; nil when its files are not what an import wrote.
  public init?(elements: ByteSource, stages: ByteSource, index: ByteSource) {
    var log = FindingLog()
    guard let bytes = index.everything(limit: Self.indexLimit), let index = ReleaseIndex(bytes),
      let reader = TableReader.open(
        elements, schemas: [Self.schema("elements", ReleaseFiles.elementColumns)], log: &log),
      reader.header == ReleaseFiles.elementColumns
    else { return nil }
    self.elements = reader
    self.index = index
    self.stages = TableReader.open(
      stages, schemas: [Self.schema("stages", ReleaseFiles.stageColumns)], log: &log)
  }

  private static func schema(_ name: String, _ columns: [String]) -> TableSchema {
    TableSchema(name, columns.map { .init($0, required: true) })
  }

  /// Every element without its stages, in the order of the table; nil when a row is not whole.
  public func everyElement() -> [ReleaseElement]? {
    var log = FindingLog()
    var found: [ReleaseElement?] = []
    elements.forEachRecord(log: &log, onRejected: { _ in found.append(nil) }) { record, _ in
      found.append(
        ReleaseFiles.element((0..<record.count).map { CellText.string(record.field($0)) }))
    }
    return found.contains { $0 == nil } ? nil : found.compactMap(\.self)
  }

  /// Every element with its stages; nil when a row is not whole.
  public func everyWholeElement() -> [ReleaseElement]? {
    guard var elements = everyElement(), let stages else { return nil }
    var log = FindingLog()
    var found: [String: [ReleaseStage]] = [:]
    var isWhole = true
    stages.forEachRecord(log: &log, onRejected: { _ in isWhole = false }) { record, _ in
      let fields = (0..<record.count).map { CellText.string(record.field($0)) }
      if let name = fields.first, let stage = ReleaseFiles.stage(fields, of: name) {
        found[name, default: []].append(stage)
      } else {
        isWhole = false
      }
    }
    for place in elements.indices {
      elements[place].stages = found[elements[place].identifier] ?? []
    }
    return isWhole ? elements : nil
  }

  /// The elements that all the words point to, the closest first; archived ones come last.
  public func search(_ words: [String]) -> [Entry] { index.search(words).map(Self.entry) }

  /// An element by its number.
  public func entry(named identifier: String) -> Entry? {
    index.entry(named: identifier).map(Self.entry)
  }

  /// What the files say of an element; nil when they were changed since the import.
  public func element(_ entry: Entry) -> ReleaseElement? {
    let fields = elements.fields(recordAt: entry.offset, line: 0)
    guard var element = ReleaseFiles.element(fields), element.identifier == entry.identifier
    else { return nil }
    for offset in entry.stages {
      guard let fields = stages?.fields(recordAt: offset, line: 0),
        let stage = ReleaseFiles.stage(fields, of: element.identifier)
      else { return nil }
      element.stages.append(stage)
    }
    return element
  }

  private static func entry(_ entry: ReleaseIndex.Entry) -> Entry {
    Entry(
      identifier: entry.identifier, isArchived: entry.isArchived, offset: entry.offset,
      stages: entry.stages)
  }
}
