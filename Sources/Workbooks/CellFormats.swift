/// The styles of a workbook, of which only one thing matters here: which cells are dates.
final class CellFormats: XMLHandler {
  private(set) var problem: WorkbookProblem?
  private var path: [Element] = []
  private var written: [Int: DateStyle?] = [:]
  private var formats: [Int] = []
  private let part: String
  private let limit: Int

  private enum Element {
    case styles
    case numberFormats
    case cells
    case other
  }

  init(part: String, limit: Int) {
    self.part = part
    self.limit = limit
  }

  /// For every cell format, in order, the kind of date it is.
  var styles: [DateStyle?] {
    // A workbook without formats has the one that every cell has when nothing is said.
    if formats.isEmpty { return [nil] }
    return formats.map { written[$0] ?? DateFormat.builtIn($0) }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    var element = Element.other
    switch path.last {
    case nil where name.isMain("styleSheet"): element = .styles
    case .styles where name.isMain("numFmts"): element = .numberFormats
    case .styles where name.isMain("cellXfs"): element = .cells
    case .numberFormats where name.isMain("numFmt"):
      if let identifier = attributes.number("numFmtId"), let code = attributes.text("formatCode") {
        written[identifier] = .some(DateFormat.style(of: code))
      }
    case .cells where name.isMain("xf"):
      formats.append(attributes.number("numFmtId") ?? 0)
    default: break
    }
    if written.count > limit || formats.count > limit { problem = .tooLarge(part: part) }
    path.append(element)
  }

  func end() { path.removeLast() }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
