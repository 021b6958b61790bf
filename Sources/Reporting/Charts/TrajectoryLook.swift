/// How one line of a trajectory is drawn: told from others by dash and marker, not colour alone.
struct TrajectoryLook: Sendable {
  let color: String
  let width: Double
  let dash: String
  let marker: ChartMarker?
  /// Markers nearer to each other are left out.
  let markerGap: Double

  /// The look of the line that is the nth of its kind.
  init(_ kind: TrajectoryChart.Line.Kind, nth: Int) {
    switch kind {
    case .observed:
      self.init(
        color: ChartPalette.text, width: 2, dash: "", marker: nth == 0 ? .dot : .ring, gap: 9)
    case .plan:
      self.init(
        color: nth == 0 ? ChartPalette.main : ChartPalette.pick(ChartPalette.lines, nth - 1),
        width: 3.2, dash: nth == 0 ? "" : ChartPalette.pick(ChartPalette.dashes, nth + 1),
        marker: nil, gap: 0)
    case .reference:
      self.init(
        color: ChartPalette.reference, width: 1.8,
        dash: nth == 0 ? "7 4" : ChartPalette.pick(ChartPalette.dashes, nth), marker: nil, gap: 0)
    case .target:
      self.init(
        color: ChartPalette.pick(ChartPalette.lines, nth), width: 1.6,
        dash: ChartPalette.pick(ChartPalette.dashes, nth),
        marker: ChartMarker.compared[nth % ChartMarker.compared.count], gap: 48)
    }
  }

  private init(color: String, width: Double, dash: String, marker: ChartMarker?, gap: Double) {
    self.color = color
    self.width = width
    self.dash = dash
    self.marker = marker
    markerGap = gap
  }
}
