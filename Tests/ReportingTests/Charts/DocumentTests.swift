import Testing

@testable import Reporting

/// Whatever the values and the words, a picture is a sound document.
@Suite struct DocumentTests {
  @Test(arguments: 0..<60)
  func `charts from dice are well-formed, inside their sheet, and no text lies on another`(
    seed: UInt64
  ) throws {
    var dice = RandomCharts(seed: seed)
    for svg in dice.charts() {
      let markup = try #require(Markup(svg), "\(svg)")
      #expect(!svg.contains("nan") && !svg.contains("inf") && !svg.contains("e+"))
      let sheet = markup.sheet
      // Half a line width and rounding.
      let outside = markup.places.filter {
        $0.x < -1 || $0.y < -1 || $0.x > sheet.right + 1 || $0.y > sheet.bottom + 1
      }
      #expect(outside.isEmpty)
      let texts = markup.texts
      for (index, text) in texts.enumerated() {
        #expect(sheet.contains(text.box), "\(text) leaves the sheet")
        for other in texts[..<index] where text.box.overlaps(other.box) {
          Issue.record("\(text) lies on \(other)")
        }
      }
    }
  }

  @Test func `the same charts are the same bytes`() {
    var (one, other) = (RandomCharts(seed: 7), RandomCharts(seed: 7))
    #expect(one.charts() == other.charts())
  }

  @Test func `a picture names and describes itself under ids of its own`() throws {
    let svg = BarChart(frame: plainFrame("A < B & \"C\""), rows: []).svg()
    let markup = try #require(Markup(svg))
    let root = try #require(markup.elements.first)
    #expect(root.attributes["role"] == "img")
    #expect(root.attributes["aria-labelledby"] == "a-chart-title a-chart-desc")
    let title = try #require(markup.elements.first { $0.name == "title" })
    #expect(title.attributes["id"] == "a-chart-title")
    #expect(title.text.hasPrefix("A &lt; B &amp; &quot;C&quot;"))
    #expect(!svg.contains("<script") && !svg.contains("<style") && !svg.contains("href"))
  }

  @Test func `hatches are defined under the name of the picture and each only once`() throws {
    let steps = [3.0, 4, 5].map { WaterfallChart.Step(label: "", value: $0, kind: .change) }
    let svg = WaterfallChart(frame: plainFrame(), steps: steps).svg()
    let markup = try #require(Markup(svg))
    let ids = markup.elements.filter { $0.name == "pattern" }.compactMap { $0.attributes["id"] }
    #expect(ids == ["a-chart-hatch0"])
    #expect(markup.elements.count { $0.attributes["fill"] == "url(#a-chart-hatch0)" } == 3)
  }

  @Test func `text from outside cannot leave its place`() {
    #expect(MarkupText.escaped("<&>\"'") == "&lt;&amp;&gt;&quot;&#39;")
    let refused = "\u{0}\u{8}\u{FFFE}\u{FFFF}\u{202A}\u{202E}\u{2066}\u{2069}\u{200E}\u{200F}"
    #expect(
      MarkupText.escaped(refused) == String(repeating: "\u{FFFD}", count: 10))
    #expect(MarkupText.escaped("é 漢 🌍\n") == "é 漢 🌍\n")
  }
}
