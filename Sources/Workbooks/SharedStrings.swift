/// Reads the part of the strings that cells share.
final class SharedStrings: XMLHandler {
  private(set) var arena = StringArena()
  private(set) var problem: WorkbookProblem?
  private var path: [Element] = []
  private var spaces: [Bool] = []
  private var text = RichText()
  private let part: String
  private let limits: WorkbookLimits

  private enum Element {
    case list
    case item
    case run
    case text
    case other
  }

  init(part: String, limits: WorkbookLimits) {
    self.part = part
    self.limits = limits
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    var element = Element.other
    switch path.last {
    case nil where name.isMain("sst"): element = .list
    case .list where name.isMain("si"):
      element = .item
      text.reset()
    case .item where name.isMain("r"): element = .run
    case .item where name.isMain("t"), .run where name.isMain("t"):
      element = .text
      text.beginRun()
    default: break
    }
    path.append(element)
    spaces.append(attributes.preservesSpace ?? spaces.last ?? false)
  }

  func end() {
    let preserves = spaces.removeLast()
    switch path.removeLast() {
    case .text: text.endRun(preservesSpace: preserves)
    case .item:
      arena.append(text.bytes)
      if arena.size > limits.sharedBytes { problem = .tooLarge(part: part) }
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard path.last == .text else { return }
    text.append(bytes)
    if text.bytes.count > limits.cellBytes { problem = .tooLarge(part: part) }
  }
}
