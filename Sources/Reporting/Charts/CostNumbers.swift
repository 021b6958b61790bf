/// The numbers of the blocks: on wide blocks, or in a row above the field for narrow ones.
struct CostNumbers: Sendable {
  /// A number, the text after it, and the way from it to its block.
  struct Number: Sendable {
    let number: String
    let text: String
    let middle: ChartPoint
    let way: [ChartPoint]
  }

  private(set) var numbers: [Number] = []
  static let radius = 8.5
  private static let style = ChartTextStyle(size: 10.5, anchor: .middle, isBold: true)

  /// The numbers of all blocks; if the row is full, the narrowest blocks go without.
  init(_ layout: CostLayout, _ chart: CostCurveChart) {
    var row: [(block: CostLayout.PlacedBlock, text: String, room: Double)] = []
    let decimals = ChartFrame.decimals(for: chart.blocks.compactMap(\.cost))
    for block in layout.blocks {
      if block.box.width >= 2 * Self.radius + 1.5, block.breakAt == nil {
        numbers.append(
          Number(
            number: String(block.index + 1), text: "",
            middle: Self.place(on: block, in: layout.box), way: []))
      } else {
        let cost = chart.blocks[block.index].cost ?? 0
        let text = block.breakAt == nil ? "" : chart.frame.text(cost, decimals: decimals)
        let width = text.isEmpty ? 0 : TextWidth.of(text, size: 11.5, bold: true) + 4
        row.append((block, text, 2 * Self.radius + 3 + width))
      }
    }
    var free = layout.box.width
    var kept: Set<Int> = []
    // Cut bars first, for their value is told nowhere else in the field; then the widest.
    let order = row.indices.sorted {
      let (a, b) = (row[$0], row[$1])
      if a.text.isEmpty != b.text.isEmpty { return !a.text.isEmpty }
      return (-a.block.box.width, a.block.index) < (-b.block.box.width, b.block.index)
    }
    for index in order where row[index].room <= free {
      free -= row[index].room
      kept.insert(index)
    }
    let shown = row.indices.filter(kept.contains).map { row[$0] }
    let middles = LabelSpread.middles(
      shown.map { .init(middle: $0.block.box.middle.x, room: $0.room) },
      in: layout.box.left...layout.box.right)
    for (item, middle) in zip(shown, middles) {
      let y = layout.box.top - 14
      let x = middle - item.room / 2 + Self.radius + 1.5
      let box = item.block.box
      numbers.append(
        Number(
          number: String(item.block.index + 1), text: item.text, middle: ChartPoint(x, y),
          way: [
            ChartPoint(x, y + Self.radius), ChartPoint(box.middle.x, layout.box.top),
            ChartPoint(box.middle.x, box.top),
          ]))
    }
  }

  /// Inside the end of a tall block, just beyond the end of a flat one.
  private static func place(
    on block: CostLayout.PlacedBlock, in field: ChartBox
  ) -> ChartPoint {
    let box = block.box
    let away = radius + 3
    let shift = box.height >= 2 * away ? -away : away
    let below = ChartPoint(box.middle.x, box.bottom + (block.isBelow ? shift : away))
    let above = ChartPoint(box.middle.x, box.top - (block.isBelow ? away : shift))
    let (wished, other) = block.isBelow ? (below, above) : (above, below)
    let isInside = wished.y - radius >= field.top && wished.y + radius <= field.bottom
    return isInside ? wished : other
  }

  /// Draws the numbers.
  func draw(on canvas: inout SVGCanvas) {
    for number in numbers {
      canvas.polyline(number.way, .line("#8c8c8c", 0.7))
      Self.badge(number.number, at: number.middle, on: &canvas)
      canvas.label(
        [number.text], at: ChartPoint(number.middle.x + Self.radius + 3, number.middle.y),
        ChartTextStyle(size: 11.5, isBold: true))
    }
  }

  /// A number in a ring.
  static func badge(_ number: String, at middle: ChartPoint, on canvas: inout SVGCanvas) {
    canvas.circle(
      at: middle, radius: radius,
      ChartInk(fill: ChartPalette.paper, stroke: ChartPalette.axis, width: 1))
    var style = style
    if number.count > 1 { style.size = number.count > 2 ? 7.5 : 9.5 }
    canvas.label([number], at: middle, style)
  }
}
