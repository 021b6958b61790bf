public import Diagnostics
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
  let table: TableReader

  private init(index: Int32, kind: Kind, table: TableReader) {
    self.index = index
    self.kind = kind
    self.table = table
  }

  /// Its name.
  public var name: String { table.source.name }

  /// Opens a file whatever it holds; nil, with findings, when it cannot be read.
  static func open(_ source: ByteSource, index: Int32, log: inout FindingLog) -> FileReader? {
    guard
      let table = TableReader.open(
        source, schemas: [ActivityColumn.schema, SurveyColumn.schema], log: &log)
    else { return nil }
    return FileReader(
      index: index, kind: table.schemaIndex == 0 ? .activity : .survey, table: table)
  }

  /// The place of a row.
  public func location(of line: ActivityLine) -> Location {
    table.location(recordAt: line.offset, line: Int(line.lineNumber), column: nil)
  }

  /// The place of a row's activity or mode, where a finding about its factor points.
  public func activityLocation(of line: ActivityLine) -> Location {
    let column = kind == .activity ? ActivityColumn.activity.rawValue : SurveyColumn.mode.rawValue
    return table.location(recordAt: line.offset, line: Int(line.lineNumber), column: column)
  }

  /// The place of a row's unit.
  public func unitLocation(of line: ActivityLine) -> Location {
    guard kind == .activity else { return activityLocation(of: line) }
    return table.location(
      recordAt: line.offset, line: Int(line.lineNumber), column: ActivityColumn.unit.rawValue)
  }

  /// The row as it stands in the file, header by header.
  public func cells(of line: ActivityLine) -> [(name: String, value: String)] {
    let values = table.fields(recordAt: line.offset, line: Int(line.lineNumber))
    return zip(table.header, values).filter { !$0.1.isEmpty }.map { (name: $0.0, value: $0.1) }
  }
}
