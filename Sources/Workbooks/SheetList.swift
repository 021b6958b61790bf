/// The part that lists the sheets and says when time begins.
final class SheetList: XMLHandler {
  struct Item {
    var name: String
    var relationship: String
    var isHidden: Bool
  }

  private(set) var items: [Item] = []
  private(set) var epoch = SheetDate.Epoch.year1900
  private(set) var isWorkbook = false
  /// True when the workbook asks to be computed anew: its results are then place holders.
  private(set) var wantsResults = false
  private(set) var problem: WorkbookProblem?
  private var path: [Element] = []
  private let part: String
  private let limit: Int

  private enum Element {
    case workbook
    case sheets
    case other
  }

  init(part: String, limit: Int) {
    self.part = part
    self.limit = limit
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch path.last {
    case nil where name.isMain("workbook"):
      isWorkbook = true
      path.append(.workbook)
      return
    case .workbook where name.isMain("sheets"):
      path.append(.sheets)
      return
    case .workbook where name.isMain("workbookPr"):
      if attributes.flag("date1904") { epoch = .year1904 }
    case .workbook where name.isMain("calcPr"):
      wantsResults = attributes.flag("fullCalcOnLoad")
    case .sheets where name.isMain("sheet"):
      add(attributes)
    default: break
    }
    path.append(.other)
  }

  func end() { path.removeLast() }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private func add(_ attributes: XMLAttributes) {
    guard items.count < limit else {
      problem = .tooLarge(part: part)
      return
    }
    let state = attributes.text("state")
    items.append(
      Item(
        name: attributes.text("name") ?? "",
        relationship: attributes.text("id", in: .relationships) ?? "",
        isHidden: state == "hidden" || state == "veryHidden"))
  }
}
