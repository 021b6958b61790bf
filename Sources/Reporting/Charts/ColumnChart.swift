/// Columns beside each other, each a stack of the same parts: years by scope, months by carrier.
struct ColumnChart: Sendable {
  /// A part of every column, from the bottom upwards.
  struct Part: Sendable {
    let label: String
    /// One value a column; nothing where it is not known.
    let values: [Double?]
  }

  let frame: ChartFrame
  /// What stands under the columns.
  let columns: [String]
  let parts: [Part]
  /// Where the sum of each column may lie.
  var whiskers: [Whisker?] = []

  private static let height = 260.0
  private static let widest = 56.0
  private static let labelStyle = ChartTextStyle(
    size: 11.5, anchor: .middle, color: ChartPalette.quietText)

  /// One drawn part of a column.
  struct Block: Sendable, Equatable {
    let column: Int
    let part: Int
    let from: Double
    let to: Double
  }

  /// The stacks: what is below zero hangs under it.
  var blocks: [Block] {
    columns.indices.flatMap { column in
      var (top, bottom) = (0.0, 0.0)
      return parts.indices.compactMap { part -> Block? in
        let values = parts[part].values
        guard values.indices.contains(column), let value = values[column]?.drawable, value != 0
        else { return nil }
        if value > 0 {
          defer { top += value }
          return Block(column: column, part: part, from: top, to: top + value)
        }
        defer { bottom += value }
        return Block(column: column, part: part, from: bottom, to: bottom + value)
      }
    }
  }

  /// The picture as an SVG document.
  func svg() -> String {
    let key = ChartKey(parts.map(\.label), top: SVGCanvas.headerHeight(frame) - 4)
    let blocks = self.blocks
    let axis = ValueAxis(
      frame,
      blocks.flatMap { [$0.from, $0.to] }
        + whiskers.compactMap(\.self).flatMap { [$0.low, $0.high] }
    )
    let top = key.bottom + 24
    let box = ChartBox(
      left: axis.left, top: top, right: ChartSheet.width - ChartSheet.margin,
      bottom: top + Self.height)
    let y = ChartScale(
      low: axis.ticks.low, high: axis.ticks.high, start: box.bottom, end: box.top)

    var canvas = SVGCanvas(frame, height: box.bottom + 34)
    canvas.header()
    draw(key, on: &canvas)
    axis.draw(y, in: box, on: &canvas)
    let step = box.width / Double(max(columns.count, 1))
    let half = min(step * 0.7, Self.widest) / 2
    func middle(_ column: Int) -> Double { box.left + step * (Double(column) + 0.5) }
    for block in blocks {
      let (low, high) = (y.place(block.from), y.place(block.to))
      canvas.rect(
        ChartBox(
          left: middle(block.column) - half, top: min(low, high),
          right: middle(block.column) + half, bottom: max(low, high)),
        ink(block.part))
    }
    for (column, whisker) in whiskers.enumerated() {
      guard let low = whisker?.low.drawable, let high = whisker?.high.drawable else { continue }
      Whisker.draw(
        from: ChartPoint(middle(column), y.place(low)),
        to: ChartPoint(middle(column), y.place(high)), isUpright: true, on: &canvas)
    }
    drawTotals(blocks, step, y, middle, on: &canvas)
    axis.drawZero(y, in: box, on: &canvas)
    drawNames(step, box, middle, on: &canvas)
    return canvas.svg()
  }

  private func ink(_ part: Int) -> ChartInk {
    ChartInk(
      fill: ChartPalette.pick(ChartPalette.areas, part), stroke: ChartPalette.paper, width: 0.8)
  }

  private func draw(_ key: ChartKey, on canvas: inout SVGCanvas) {
    for (place, item) in key.items.enumerated() {
      canvas.rect(item.swatch, ink(place))
      canvas.label(
        [item.label], at: ChartPoint(item.swatch.right + 6, item.swatch.middle.y), .init())
    }
  }

  /// The sum above each column, where all of them have room.
  private func drawTotals(
    _ blocks: [Block], _ step: Double, _ y: ChartScale, _ middle: (Int) -> Double,
    on canvas: inout SVGCanvas
  ) {
    let sums = columns.indices.map { column in
      blocks.filter { $0.column == column }.reduce(0) { $0 + $1.to - $1.from }
    }
    let decimals = ChartFrame.decimals(for: sums)
    let texts = sums.map { frame.text($0, decimals: decimals) }
    let style = ChartTextStyle(size: 11.5, anchor: .middle, isBold: true)
    guard
      texts.allSatisfy({ TextWidth.of($0, size: style.size, bold: true) + 6 <= step })
    else { return }
    for (column, text) in texts.enumerated() {
      let own = blocks.filter { $0.column == column }
      guard let high = own.map({ max($0.from, $0.to) }).max() else { continue }
      let whisker = whiskers.indices.contains(column) ? whiskers[column]?.high.drawable : nil
      canvas.text(
        text, at: ChartPoint(middle(column), y.place(max(0, high, whisker ?? 0)) - 6), style)
    }
  }

  /// Every name, or every second one, or as many as there is room for.
  private func drawNames(
    _ step: Double, _ box: ChartBox, _ middle: (Int) -> Double, on canvas: inout SVGCanvas
  ) {
    let widest = columns.map { TextWidth.of($0, size: Self.labelStyle.size) }.max() ?? 0
    let stride = step > 0 ? max(1, Int(((widest + 8) / step).rounded(.up))) : 1
    for (column, name) in columns.enumerated() where column % stride == 0 {
      let place = middle(column)
      let room = min(step * Double(stride) - 8, 2 * place - 4, 2 * (ChartSheet.width - place) - 4)
      let short = TextWrapping.lines(name, width: room, size: Self.labelStyle.size, limit: 1)
      canvas.text(short.first ?? "", at: ChartPoint(place, box.bottom + 18), Self.labelStyle)
    }
  }
}
