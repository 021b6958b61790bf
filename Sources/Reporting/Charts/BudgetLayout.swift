/// Where the rows of a budget bar stand: name, budget, bar, values, note.
struct BudgetLayout: Sendable {
  struct Row: Sendable {
    let label: [String]
    let note: [String]
    let top: Double
    let barTop: Double
  }

  let top: Double
  let rows: [Row]
  let bottom: Double

  static let barHeight = 24.0
  static let labelStyle = ChartTextStyle(size: 13, isBold: true)
  static let noteStyle = ChartTextStyle(size: 11.5, color: ChartPalette.quietText)

  /// The rows under each other.
  init(_ rows: [BudgetBar.Row], top: Double) {
    self.top = top
    let width = ChartSheet.width - 2 * ChartSheet.margin
    var y = top
    self.rows = rows.map { row in
      let label = TextWrapping.lines(
        row.label, width: width, size: Self.labelStyle.size, bold: true, limit: 2)
      let note = TextWrapping.lines(
        row.note ?? "", width: width, size: Self.noteStyle.size, limit: 2)
      let barTop = y + Double(label.count) * Self.labelStyle.leading + 24
      defer {
        y = barTop + Self.barHeight + 28 + Double(note.count) * Self.noteStyle.leading + 18
      }
      return Row(label: label, note: note, top: y, barTop: barTop)
    }
    bottom = y
  }
}
