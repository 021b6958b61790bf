/// Emissions over the years: what was observed, the plan, the reference and the targets.
struct TrajectoryChart: Sendable {
  /// Values over years under one name; a value that is no number breaks the line.
  struct Line: Sendable {
    /// What a line stands for; it decides how the line looks.
    enum Kind: Sendable {
      case observed
      case plan
      case reference
      /// May be one point alone: a level to be reached in a year.
      case target
    }

    let label: String
    let kind: Kind
    let points: [(year: Int, value: Double)]
  }

  let frame: ChartFrame
  let lines: [Line]
  /// Where the plan may lie, year by year: drawn under all lines.
  var spread: [(year: Int, low: Double, high: Double)] = []
  /// A pale band from zero: what may remain at the end.
  var residual: (label: String, upTo: Double)?
  /// The last year that is past; years up to it are shaded.
  var pastThrough: Int?

  static let height = 430.0

  /// The picture as an SVG document.
  func svg() -> String {
    let layout = TrajectoryLayout(self)
    var canvas = SVGCanvas(frame, height: layout.height)
    canvas.header()
    drawGround(layout, on: &canvas)
    // What matters most is drawn last, over the others.
    for kind in [Line.Kind.reference, .target, .plan, .observed] {
      for path in layout.paths where path.kind == kind { draw(path, on: &canvas) }
    }
    EndLabels.draw(layout.endLabels, from: layout.plot.box.right, on: &canvas)
    for label in layout.innerNames.labels {
      if let anchor = label.anchor {
        canvas.line(anchor, label.box.nearest(to: anchor), .line(label.color, 0.7))
      }
      canvas.label(
        label.lines, at: ChartPoint(label.box.left, label.box.middle.y),
        ChartTextStyle(size: EndLabels.size, color: label.color))
    }
    return canvas.svg()
  }

  private func drawGround(_ layout: TrajectoryLayout, on canvas: inout SVGCanvas) {
    let plot = layout.plot
    if let past = pastThrough, let year = past.drawableYear, !layout.paths.isEmpty,
      past >= plot.years.lowerBound
    {
      var box = plot.box
      box.right = plot.x.place(year)
      canvas.rect(box, .fill(ChartPalette.past))
    }
    if let band = layout.band {
      let hatch = ChartHatch(
        shape: .rising, color: "#cfcfcf", ground: "#f7f7f7", spacing: 5, width: 1)
      canvas.rect(band, .fill(canvas.fill(hatch)))
    }
    if layout.spread.count > 2 {
      canvas.polygon(layout.spread, .fill(ChartPalette.paleMain))
    }
    plot.draw(on: &canvas, isEmpty: layout.paths.isEmpty)
    plot.drawZero(on: &canvas)
    if let band = layout.band {
      canvas.line(
        ChartPoint(band.left, band.top), ChartPoint(band.right, band.top),
        .line(ChartPalette.quietText, 0.8, dash: "1 2"))
    }
  }

  private func draw(_ path: TrajectoryPath, on canvas: inout SVGCanvas) {
    let look = path.look
    for run in path.runs {
      canvas.polyline(run, .line(look.color, look.width, dash: look.dash))
    }
    var last: ChartPoint?
    for run in path.runs {
      for (index, place) in run.enumerated() {
        // A point without a line to it is only seen by its marker.
        let isAlone = run.count == 1
        guard let marker = look.marker ?? (isAlone ? .dot : nil) else { continue }
        let isLast = index == run.count - 1
        if isAlone || isLast || last.map({ place.x - $0.x >= look.markerGap }) ?? true {
          canvas.marker(marker, at: place, color: look.color)
          last = place
        }
      }
    }
  }
}
