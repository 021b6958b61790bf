import Testing

@testable import Reporting

/// Ticks, places and labels.
@Suite struct LayoutTests {
  @Test(arguments: [0.003, 0.9, 1, 7, 99, 4784, 5196.5, 1e12, 3e-7, 2.4e30])
  func `ticks are few, evenly spaced, round, and hold all values and zero`(size: Double) throws {
    for values in [[size], [-size], [-size / 3, size]] {
      let ticks = AxisTicks(values)
      #expect((2...9).contains(ticks.values.count))
      #expect(ticks.values.contains(0))
      #expect(ticks.low <= min(0, values.min() ?? 0) && ticks.high >= max(0, values.max() ?? 0))
      let step = ticks.values[1] - ticks.values[0]
      for (low, high) in zip(ticks.values, ticks.values.dropFirst()) {
        #expect(abs(high - low - step) < step * 1e-9)
      }
      var lead = step
      while lead >= 9.999 { lead /= 10 }
      while lead < 0.999 { lead *= 10 }
      #expect([1, 2, 2.5, 5].contains { abs(lead - $0) < 1e-6 })
    }
  }

  @Test func `nothing to show still has an axis`() {
    #expect(AxisTicks([]).values == [0, 1])
    #expect(AxisTicks([0, .nan, .infinity]).values == [0, 1])
  }

  @Test func `years have room and keep the first and the last`() {
    #expect(
      YearTicks.years(from: 2022, through: 2050, room: 500)
        == [2022, 2025, 2030, 2035, 2040, 2045, 2050])
    #expect(YearTicks.years(from: 2024, through: 2024, room: 500) == [2024])
    for last in 2001...2300 {
      let years = YearTicks.years(from: 2000, through: last, room: 500)
      let gap = 500 / Double(last - 2000)
      #expect(years.first == 2000 && years.last == last)
      #expect(zip(years, years.dropFirst()).allSatisfy { Double($1 - $0) * gap >= 39.9 })
    }
  }

  @Test func `coordinates have two decimals at most and are always numbers`() {
    #expect(Coordinate.text(12) == "12")
    #expect(Coordinate.text(-0.004) == "0")
    #expect(Coordinate.text(1.5) == "1.5")
    #expect(Coordinate.text(-3.046) == "-3.05")
    #expect(Coordinate.text(0.999) == "1")
    #expect(Coordinate.text(.nan) == "0" && Coordinate.text(.infinity) == "0")
    #expect(Coordinate.text(1e300) == "1000000")
  }

  @Test(arguments: 0..<40)
  func `spread labels keep their order, do not touch, and stay in their range`(seed: UInt64) {
    var dice = RandomCharts(seed: seed)
    let wishes = (0..<20).map { _ in
      LabelSpread.Wish(
        middle: Double.random(in: -50...450, using: &dice).rounded(), room: 14)
    }
    let middles = LabelSpread.middles(wishes, in: 0...400)
    let order = middles.indices.sorted { middles[$0] < middles[$1] }
    for (above, below) in zip(order, order.dropFirst()) {
      #expect(middles[below] - middles[above] >= 14 - 1e-9)
      #expect(wishes[above].middle <= wishes[below].middle)
    }
    #expect(middles.allSatisfy { $0 >= 7 - 1e-9 && $0 <= 393 + 1e-9 })
  }

  @Test func `labels with room stay where they belong`() {
    let wishes = [100.0, 20, 60].map { LabelSpread.Wish(middle: $0, room: 14) }
    #expect(LabelSpread.middles(wishes, in: 0...400) == [100, 20, 60])
  }

  @Test func `twenty lines that end together have twenty names under each other`() {
    let lines = (0..<20).map { index in
      TrajectoryChart.Line(
        label: "A rather long name of a scenario, number \(index)", kind: .target,
        points: [(2020, Double(index)), (2050, 4)])
    }
    let layout = TrajectoryLayout(TrajectoryChart(frame: plainFrame(), lines: lines))
    let boxes = layout.endLabels.map(\.box)
    #expect(boxes.count == 20)
    for (index, box) in boxes.enumerated() {
      #expect(!boxes[..<index].contains { $0.overlaps(box) })
      #expect(box.top >= layout.plot.box.top && box.bottom <= layout.plot.box.bottom)
    }
    #expect(layout.height > TrajectoryChart.height)
  }

  @Test func `long texts are wrapped and only the last line is cut`() {
    let text = "one two three four five six seven eight nine ten"
    let lines = TextWrapping.lines(text, width: 100, size: 12, limit: 3)
    #expect(lines.count == 3)
    #expect(lines.last?.hasSuffix("…") ?? false)
    #expect(lines.allSatisfy { TextWidth.of($0, size: 12) <= 100 })
    #expect(TextWrapping.lines(text, width: 1000, size: 12, limit: 3) == [text])
    #expect(TextWrapping.lines("", width: 100, size: 12, limit: 3) == [])
    let word = String(repeating: "w", count: 50)
    #expect(TextWrapping.lines(word, width: 100, size: 12, limit: 9).joined() == word)
  }

  @Test func `giants and dwarfs are written with a power of ten`() {
    let frame = plainFrame()
    #expect(frame.text(1e12, decimals: 0) == "1000000000000")
    #expect(frame.text(-2.5e20, decimals: 0) == "-2.5×10²⁰")
    #expect(frame.text(3e-7, decimals: 2) == "3.0×10⁻⁷")
    #expect(frame.text(.nan, decimals: 0) == "–")
    #expect(frame.change(-744.4, decimals: 0) == "−744")
    #expect(frame.change(0.2, decimals: 0) == "0")
  }
}
