/// A small key: samples with words beside each other, in as many lines as they need.
struct ChartKey: Sendable {
  struct Item: Sendable {
    let label: String
    /// Where the sample is drawn; the words follow at its right.
    let swatch: ChartBox
  }

  let items: [Item]
  let bottom: Double

  /// A key from the left margin to the right one.
  init(_ labels: [String], top: Double) {
    let end = ChartSheet.width - ChartSheet.margin
    var left = ChartSheet.margin
    var y = top
    items = labels.map { label in
      let room = end - ChartSheet.margin - 22
      let text = TextWrapping.lines(label, width: room, size: 12, limit: 1).first ?? ""
      let needed = 22 + TextWidth.of(text, size: 12)
      if left > ChartSheet.margin, left + needed > end {
        left = ChartSheet.margin
        y += 20
      }
      defer { left += needed + 18 }
      return Item(
        label: text, swatch: ChartBox(left: left, top: y, right: left + 16, bottom: y + 12))
    }
    bottom = y + 16
  }
}
