public import Diagnostics
import Quantities
import Tables

/// An activity file that is being read, able to find any of its rows again.
///
/// A class, so that the context of a row costs one reference and not a dozen.
public final class FileReader: Sendable {
  /// What a file of consumption can be.
  public enum Kind: Sendable {
    case activity, survey
  }

  /// Its place in the list of files.
  public let index: Int32
  /// What it holds.
  public let kind: Kind
  /// For every column, its place in a row, or nil when the file has none.
  let places: [Int?]
  /// The names of the columns, by their place in a row.
  let header: [String]
  /// How numbers are written, where the campus has no say.
  let dialect: NumberDialect?
  /// Whether the last day of a period counts, where the file's profile says so.
  let lastDay: LastDay?
  private let content: Content

  /// A table of our own form, or a file read through a profile.
  private enum Content {
    case plain(TableReader)
    case profiled(ProfiledTable)
  }

  private init(index: Int32, kind: Kind, table: TableReader) {
    self.index = index
    self.kind = kind
    places = table.places
    header = table.header
    dialect = nil
    lastDay = nil
    content = .plain(table)
  }

  private init(index: Int32, table: ProfiledTable) {
    self.index = index
    kind = .activity
    places = Array(ActivityColumn.allCases.indices)
    header = table.header
    var dialect = NumberDialect()
    dialect.decimalMark = table.decimalMark
    self.dialect = dialect
    lastDay = table.profile.lastDay
    content = .profiled(table)
  }

  /// Its name.
  public var name: String {
    switch content {
    case .plain(let table): table.source.name
    case .profiled(let table): table.raw.source.name
    }
  }

  /// The byte between two cells.
  var delimiter: UInt8 { plainTable?.delimiter ?? 0 }

  /// The table itself, when the file is one of our own form.
  var plainTable: TableReader? {
    if case .plain(let table) = content { return table }
    return nil
  }

  /// Opens a file whatever it holds; nil, with findings, when it cannot be read.
  static func open(
    _ source: ByteSource, index: Int32, through file: FileImport?, campus: Campus,
    log: inout FindingLog
  ) -> FileReader? {
    if let file {
      if let profile = file.profile, profile.meaning == .intensity {
        log.add(
          Finding(
            ProfileFindings.misplacedFile, at: Location(file: source.name),
            [.init("profile", profile.identifier), .init("folder", IntensityReader.folder)]))
        return nil
      }
      return ProfiledTable.open(source, file, campus, log: &log).map {
        FileReader(index: index, table: $0)
      }
    }
    guard
      let table = TableReader.open(
        source, schemas: [ActivityColumn.schema, SurveyColumn.schema], log: &log)
    else { return nil }
    return FileReader(
      index: index, kind: table.schemaIndex == 0 ? .activity : .survey, table: table)
  }

  /// Hands over every row; faults go to the log.
  ///
  /// Returns false when rows are missing at the end.
  func forEachRow(
    log: inout FindingLog, onRejected: (_ line: Int) -> Void,
    onInterval: (CurveInterval) -> Void,
    _ body: (Record, ProfiledTable.Fate, inout FindingLog) -> Void
  ) -> Bool {
    switch content {
    case .plain(let table):
      table.forEachRecord(log: &log, onRejected: onRejected) { record, log in
        body(record, .row, &log)
      }
    case .profiled(let table):
      table.forEachRow(log: &log, onRejected: onRejected, onInterval: onInterval, body)
    }
  }

  /// The place of a cell of a row that has gone by.
  func location(recordAt offset: Int, line: Int, column: Int?) -> Location {
    switch content {
    case .plain(let table): table.location(recordAt: offset, line: line, column: column)
    case .profiled(let table): table.location(recordAt: offset, line: line, column: column)
    }
  }

  /// The place of a row.
  public func location(of line: ActivityLine) -> Location {
    location(recordAt: line.offset, line: Int(line.lineNumber), column: nil)
  }

  /// The place of a row's activity or mode, where a finding about its factor points.
  public func activityLocation(of line: ActivityLine) -> Location {
    let column = kind == .activity ? ActivityColumn.activity.rawValue : SurveyColumn.mode.rawValue
    return location(recordAt: line.offset, line: Int(line.lineNumber), column: column)
  }

  /// The place of a row's unit.
  public func unitLocation(of line: ActivityLine) -> Location {
    guard kind == .activity else { return activityLocation(of: line) }
    return location(
      recordAt: line.offset, line: Int(line.lineNumber), column: ActivityColumn.unit.rawValue)
  }

  /// The row as it stands in the file, header by header.
  public func cells(of line: ActivityLine) -> [(name: String, value: String)] {
    switch content {
    case .plain(let table):
      let values = table.fields(recordAt: line.offset, line: Int(line.lineNumber))
      return zip(table.header, values).filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
    case .profiled(let table):
      return table.shownCells(recordAt: line.offset, line: Int(line.lineNumber))
    }
  }
}
