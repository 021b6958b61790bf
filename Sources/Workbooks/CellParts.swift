/// A cell while it is being read: what it says of itself, and the text between its tags.
struct CellParts {
  private(set) var column = 0
  private(set) var row = 0
  var type = "n"
  /// The cell format; -1 when it is none.
  var style = 0
  var isComputed = false
  var hasValue = false
  var hasInline = false
  var text = RichText()

  mutating func reset(column: Int, row: Int) {
    self.column = column
    self.row = row
    type = "n"
    style = 0
    isComputed = false
    hasValue = false
    hasInline = false
    text.reset()
  }

  /// The text and what makes it unreadable, for a finding.
  var shownText: String {
    let words = String(decoding: text.bytes.prefix(200), as: UTF8.self)
    return type == "n" ? words : "\(words) (t=\(type))"
  }

  /// What the cell holds; nil when it is empty.
  func value(in book: SheetReader.Book) -> CellValue? {
    let isText = type == "str" || type == "inlineStr"
    if text.bytes.isEmpty, !(isText && (hasValue || hasInline)) {
      // An empty result is a result only where it is text.
      return isComputed ? .formulaWithoutValue : nil
    }
    switch type {
    case "n": return number(in: book)
    case "s": return shared(in: book)
    case "str", "inlineStr": return .text(String(decoding: text.bytes, as: UTF8.self))
    case "b": return boolean
    case "e": return .error(String(decoding: text.bytes, as: UTF8.self))
    case "d": return SheetDate(iso: text.bytes).map { .date($0) } ?? .unreadable
    default: return .unreadable
    }
  }

  private func number(in book: SheetReader.Book) -> CellValue {
    guard let number = SheetNumber(text.bytes), book.styles.indices.contains(style) else {
      return .unreadable
    }
    // Programs that cannot compute write 0 and ask the next one to: that is no result.
    if isComputed, book.wantsResults, number.value == 0 { return .formulaWithoutValue }
    guard let dateStyle = book.styles[style] else { return .number(number) }
    return SheetDate(number, style: dateStyle, epoch: book.epoch).map { .date($0) } ?? .unreadable
  }

  private func shared(in book: SheetReader.Book) -> CellValue {
    guard let index = Digits.value(text.bytes), let bytes = book.strings.bytes(at: index) else {
      return .unreadable
    }
    return .text(String(decoding: bytes, as: UTF8.self))
  }

  private var boolean: CellValue {
    if text.bytes.elementsEqual("1".utf8) || text.bytes.elementsEqual("true".utf8) {
      return .boolean(true)
    }
    if text.bytes.elementsEqual("0".utf8) || text.bytes.elementsEqual("false".utf8) {
      return .boolean(false)
    }
    return .unreadable
  }
}
