public import Diagnostics
public import Tables

/// An `.xlsx` workbook opened for reading: its sheets are known, its rows are read as they are asked
/// for and not kept.
public struct Workbook: Sendable {
  /// A sheet of cells; sheets that only hold a chart are left out.
  public struct Sheet: Hashable, Sendable {
    /// Its name, as on its tab.
    public let name: String
    /// Its place among the sheets, counted from 0.
    public let index: Int
    /// True when the workbook does not show it.
    public let isHidden: Bool
    let part: String
  }

  /// Whether to read on.
  public enum AfterRow: Sendable {
    /// The next row, please.
    case goOn
    /// That was enough.
    case stop
  }

  /// Where the bytes come from.
  public let source: ByteSource
  /// The sheets, in the order of their tabs.
  public let sheets: [Sheet]

  private let archive: ArchiveFile
  private let book: SheetReader.Book

  /// Opens a workbook; nil when it cannot be read, with the reason in the log.
  public static func open(
    _ source: ByteSource, limits: WorkbookLimits = WorkbookLimits(), log: inout FindingLog
  ) -> Workbook? {
    do throws(WorkbookProblem) {
      return try Workbook(source, limits: limits)
    } catch {
      log.add(error.finding(at: Location(file: source.name)))
      return nil
    }
  }

  private init(_ source: ByteSource, limits: WorkbookLimits) throws(WorkbookProblem) {
    self.source = source
    let file = try ArchiveFile(source, limits: limits)
    archive = file
    let part = try file.mainPart()
    let list = SheetList(part: part, limit: limits.sheets)
    try file.read(part, list)
    guard list.isWorkbook else { throw .damaged(part: part) }
    let related = try file.relationships(of: part)
    var sheets: [Sheet] = []
    for item in list.items {
      guard let target = related.targets[item.relationship], let name = target.part,
        file.directory.place(of: name) != nil
      else { throw .damaged(part: part) }
      if target.kind != "worksheet" { continue }
      sheets.append(
        Sheet(name: item.name, index: sheets.count, isHidden: item.isHidden, part: name))
    }
    self.sheets = sheets
    var styles: [DateStyle?] = [nil]
    if let part = related.part(of: "styles") {
      let formats = CellFormats(part: part, limit: limits.formats)
      try file.read(part, formats)
      styles = formats.styles
    }
    var strings = StringArena()
    if let part = related.part(of: "sharedStrings") {
      let shared = SharedStrings(part: part, limits: limits)
      try file.read(part, shared, limit: limits.partBytes)
      strings = shared.arena
    }
    book = SheetReader.Book(
      strings: strings, styles: styles, epoch: list.epoch,
      wantsResults: list.wantsResults)
  }

  /// Hands over every row of a sheet that is written in the file, in order; faults go to the log.
  ///
  /// Returns false when a fault stopped it: rows are then missing, and the log says so.
  @discardableResult
  public func forEachRow(
    of sheet: Sheet, log: inout FindingLog,
    _ body: (SheetRow, inout FindingLog) -> AfterRow
  ) -> Bool {
    let reader = SheetReader(part: sheet.part, book: book, limits: archive.limits)
    var hidden = (count: 0, first: 0)
    do throws(WorkbookProblem) {
      var document = try archive.document(sheet.part, reader)
      while try document.advance() {
        guard let (row, badCells) = reader.take() else { continue }
        report(badCells, in: row, of: sheet, log: &log)
        if row.isHidden {
          hidden = (hidden.count + 1, hidden.count == 0 ? row.number : hidden.first)
        }
        if body(row, &log) == .stop { break }
      }
    } catch {
      log.add(error.finding(at: location(of: error, in: sheet, row: reader.number)))
      return false
    }
    if hidden.count > 0 {
      log.add(
        Finding(
          WorkbookFindings.hiddenRows, at: location(in: sheet, row: hidden.first),
          [.init("count", String(hidden.count))]), subject: sheet.name)
    }
    return true
  }

  /// The place of a cell, of a row when the column is 0, or of a sheet when the row is 0 too.
  public func location(
    in sheet: Sheet, row: Int = 0, column: Int = 0, excerpt: String? = nil
  ) -> Location {
    Location(file: source.name, sheet: sheet.name, row: row, column: column, excerpt: excerpt)
  }

  private func report(
    _ badCells: [SheetReader.BadCell], in row: SheetRow, of sheet: Sheet, log: inout FindingLog
  ) {
    for cell in badCells {
      log.add(
        WorkbookFindings.badCell, subject: sheet.name, file: source.name, line: row.number
      ) {
        Finding(
          WorkbookFindings.badCell, at: location(in: sheet, row: row.number, column: cell.column),
          [.init("text", cell.text)])
      }
    }
  }

  private func location(of problem: WorkbookProblem, in sheet: Sheet, row: Int) -> Location {
    if case .badReference(_, let row) = problem { return location(in: sheet, row: row) }
    return location(in: sheet, row: row)
  }
}
