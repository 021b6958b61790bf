public import Diagnostics

/// What a cell holds.
public enum CellValue: Hashable, Sendable {
  /// Words.
  case text(String)
  /// A number.
  case number(SheetNumber)
  /// A number that is shown as a date, or a date written out.
  case date(SheetDate)
  /// True or false.
  case boolean(Bool)
  /// What a spreadsheet program shows in the place of a value: `#N/A`, `#REF!`.
  case error(String)
  /// A formula whose result is not in the file: no number, and above all not zero.
  case formulaWithoutValue
  /// Something that cannot be read; a finding in the log says what.
  case unreadable
}

/// A cell that holds something.
public struct SheetCell: Hashable, Sendable {
  /// The column, counted from 1.
  public let column: Int
  /// What it holds.
  public let value: CellValue
  /// True when a formula gave the value.
  public let isComputed: Bool

  /// The finding about a cell that is needed and holds no value: an error, or a formula without its
  /// result; nil for every other cell.
  public func finding(at location: Location) -> Finding? {
    switch value {
    case .error(let code): Finding(WorkbookFindings.errorCell, at: location, [.init("code", code)])
    case .formulaWithoutValue: Finding(WorkbookFindings.formulaWithoutValue, at: location)
    default: nil
    }
  }
}

/// A row of a sheet.
public struct SheetRow: Hashable, Sendable {
  /// Its number, counted from 1, as in the sheet.
  public let number: Int
  /// True when the sheet does not show it.
  public let isHidden: Bool
  /// Its cells, from left to right; those that are empty are not there.
  public let cells: [SheetCell]

  /// The cell of a column, counted from 1; nil when it is empty.
  public subscript(column column: Int) -> SheetCell? {
    // Most rows are full: the cell stands at its own place.
    if cells.indices.contains(column - 1), cells[column - 1].column == column {
      return cells[column - 1]
    }
    return cells.first { $0.column == column }
  }
}
