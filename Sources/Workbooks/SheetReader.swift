import Diagnostics

/// Reads the rows of a sheet; pauses after each.
final class SheetReader: XMLHandler {
  /// A cell that cannot be read, and what it says.
  struct BadCell {
    var column: Int
    var text: String
  }

  private(set) var problem: WorkbookProblem?
  /// The row that was read, until it is taken.
  private(set) var row: SheetRow?
  /// The cells of that row that could not be read.
  private(set) var badCells: [BadCell] = []

  private var path: [Element] = []
  private var spaces: [Bool] = []
  private(set) var number = 0
  private var isHidden = false
  private var cells: [SheetCell] = []
  private var rowBytes = 0
  private var cell = CellParts()
  private let part: String
  private let book: Book
  private let limits: WorkbookLimits

  /// What cells refer to.
  struct Book: Sendable {
    var strings: StringArena
    var styles: [DateStyle?]
    var epoch: SheetDate.Epoch
    /// True when the results of formulas may be place holders.
    var wantsResults: Bool
  }

  private enum Element {
    case sheet
    case rows
    case row
    case cell
    case value
    case formula
    case inline
    case run
    case text
    case other
  }

  init(part: String, book: Book, limits: WorkbookLimits) {
    self.part = part
    self.book = book
    self.limits = limits
  }

  var isPaused: Bool { row != nil }

  /// The row that was read, and the cells of it that could not be.
  func take() -> (row: SheetRow, badCells: [BadCell])? {
    guard let taken = row else { return nil }
    row = nil
    defer { badCells.removeAll() }
    return (taken, badCells)
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    let element = element(name, attributes)
    path.append(element)
    spaces.append(attributes.preservesSpace ?? spaces.last ?? false)
  }

  private func element(_ name: XMLName, _ attributes: XMLAttributes) -> Element {
    switch path.last {
    case nil:
      if name.isMain("worksheet") { return .sheet }
      problem = .damaged(part: part)
    case .sheet where name.isMain("sheetData"): return .rows
    case .rows where name.isMain("row"):
      beginRow(attributes)
      return .row
    case .row where name.isMain("c"):
      beginCell(attributes)
      return .cell
    case .cell where name.isMain("v"):
      cell.hasValue = true
      cell.text.beginRun()
      return .value
    case .cell where name.isMain("f"):
      cell.isComputed = true
      return .formula
    case .cell where name.isMain("is"):
      cell.hasInline = true
      return .inline
    case .inline where name.isMain("r"): return .run
    case .inline where name.isMain("t"), .run where name.isMain("t"):
      cell.text.beginRun()
      return .text
    default: break
    }
    return .other
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard path.last == .value || path.last == .text else { return }
    cell.text.append(bytes)
    rowBytes += bytes.count
    if cell.text.bytes.count > limits.cellBytes || rowBytes > limits.rowBytes {
      problem = .tooLarge(part: part)
    }
  }

  func end() {
    let preserves = spaces.removeLast()
    switch path.removeLast() {
    case .text: cell.text.endRun(preservesSpace: preserves)
    // The blanks of a computed text are its own.
    case .value: cell.text.endRun(preservesSpace: preserves || cell.type == "str")
    case .cell: endCell()
    case .row:
      row = SheetRow(number: number, isHidden: isHidden, cells: cells)
      cells = []
    default: break
    }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    // The standard lets a row go without its number: it is then the next.
    var next: Int? = number + 1
    if let written = attributes.value("r") {
      next = Digits.value(written)
      if next.map({ $0 <= number || $0 > CellReference.lastRow }) ?? true {
        problem = .badReference(String(decoding: written, as: UTF8.self), row: number)
        return
      }
    }
    guard let next, next <= CellReference.lastRow else {
      problem = .badReference(String(number + 1), row: number)
      return
    }
    number = next
    isHidden = attributes.flag("hidden")
    rowBytes = 0
  }

  private func beginCell(_ attributes: XMLAttributes) {
    var column = cell.row == number ? cell.column + 1 : 1
    let last = column - 1
    if let written = attributes.value("r") {
      guard let place = CellReference.place(written), place.row == number, place.column > last
      else {
        problem = .badReference(String(decoding: written, as: UTF8.self), row: number)
        return
      }
      column = place.column
    }
    guard column <= CellReference.lastColumn else {
      let place = SheetPlace.letters(column: column) + String(number)
      problem = .badReference(place, row: number)
      return
    }
    cell.reset(column: column, row: number)
    cell.type = attributes.text("t") ?? "n"
    if let style = attributes.value("s") { cell.style = Digits.value(style) ?? -1 }
  }

  private func endCell() {
    guard let value = cell.value(in: book) else { return }
    if case .text(let text) = value {
      if cell.type == "s" { rowBytes += text.utf8.count }
      if rowBytes > limits.rowBytes { problem = .tooLarge(part: part) }
    }
    if value == .unreadable {
      badCells.append(BadCell(column: cell.column, text: cell.shownText))
    }
    cells.append(SheetCell(column: cell.column, value: value, isComputed: cell.isComputed))
  }
}
