import Testing

@testable import Scenarios

/// Numbers of pledges, computed apart: every one is base × formula, as the comments say.
struct TrajectoryTests {
  private func course(_ way: Course.Piece.Way, until: Int? = nil) -> Course {
    .pieces([.init(way, until: until)])
  }

  private func values(
    _ course: Course, from base: Double, at start: Int, _ years: [Int] = [2030, 2040, 2048, 2050]
  ) -> [Double] {
    years.map { ((course.value(in: $0, from: base, at: start) ?? .nan) * 10).rounded() / 10 }
  }

  private func cumulative(
    _ course: Course, from base: Double, at start: Int, _ end: Int
  ) -> Double? {
    Trajectory(course, from: base, at: start, through: end).cumulative(through: end)?.rounded()
  }

  /// SNBC-2 as ABC computes it: in proportion to the Secten totals of 1990, 2019 and 2022, −40 % of
  /// 1990 in 2030 and a sixth of it in 2050 (547, 436, 403 Mt).
  private static let secten: Course = .index([
    1990: 547, 2019: 436, 2022: 403, 2030: 0.6 * 547, 2050: 547.0 / 6,
  ])
  private static let draft: Course = .pieces([
    .init(.rate(0.05, .compound), until: 2030), .init(.rate(0.07, .compound)),
  ])

  @Test func `paths from 4 784 t in 2022`() {
    let base = (4784.0, 2022)
    func check(_ course: Course, _ expected: [Double], _ sums: [Double?]) {
      #expect(values(course, from: base.0, at: base.1) == expected)
      for (end, sum) in zip([2048, 2050], sums) where sum != nil {
        #expect(cumulative(course, from: base.0, at: base.1, end) == sum)
      }
    }
    check(
      course(.rate(0.03, .compound)), [3749.4, 2764.9, 2167.0, 2038.9], [89401, 93542])
    check(course(.rate(0.03, .linear)), [3635.8, 2200.6, 1052.5, 765.4], [78792, 80467])
    check(course(.rate(0.025, .linear)), [3827.2, 2631.2, 1674.4, 1435.2], [87188, 90178])
    check(course(.rate(0.042, .linear)), [3176.6, 1167.3, 0, 0], [59360, 59360])
    check(
      course(.reach(.share(0.1), .linear), until: 2048), [3459.2, 1803.2, 478.4, 478.4],
      [71042, nil])
    check(
      course(.reach(.share(0.1), .linear), until: 2050), [3553.8, 2016.1, 785.9, 478.4],
      [nil, 76305])
    check(
      course(.reach(.share(0.1), .compound), until: 2050), [2477.9, 1088.8, 563.9, 478.4],
      [nil, 55018])
    check(Self.secten, [3896.1, 2489.1, 1363.6, 1082.2], [])
    check(Self.draft, [3173.8, 1536.1, 859.6, 743.4], [66124, 67667])
  }

  @Test func `paths from 3 294.519 t in 2019`() {
    let base = (3294.519, 2019)
    func check(_ course: Course, _ expected: [Double], _ sums: [Double?]) {
      #expect(values(course, from: base.0, at: base.1) == expected)
      for (end, sum) in zip([2048, 2050], sums) where sum != nil {
        #expect(cumulative(course, from: base.0, at: base.1, end) == sum)
      }
    }
    check(
      course(.rate(0.03, .compound)), [2356.6, 1737.8, 1362.0, 1281.5], [65780, 68382])
    check(course(.rate(0.03, .linear)), [2207.3, 1219.0, 428.3, 230.6], [55842, 56402])
    check(course(.rate(0.025, .linear)), [2388.5, 1564.9, 906.0, 741.3], [63008, 64573])
    check(course(.rate(0.042, .linear)), [1772.5, 388.8, 0, 0], [40878, 40878])
    check(
      course(.reach(.share(0.1), .linear), until: 2050), [2242.4, 1285.9, 520.7, 329.5],
      [nil, 57984])
    check(Self.secten, [2480.0, 1584.4, 868.0, 688.9], [])
    check(Self.draft, [1873.9, 906.9, 507.5, 438.9], [48440, 49351])
  }

  @Test func `the year a level is reached`() {
    // ln 0.5 / ln 0.97 = 22.8 years, ln 0.1 / ln 0.97 = 75.6.
    for (base, start, half, tenth) in [(4784.0, 2022, 2045, 2098), (3294.519, 2019, 2042, 2095)] {
      let path = Trajectory(
        course(.rate(0.03, .compound)), from: base, at: start, through: 2300)
      #expect(path.firstYear(atMost: base * 0.5) == half)
      #expect(path.firstYear(atMost: base * 0.1) == tenth)
      let line = Trajectory(course(.rate(0.03, .linear)), from: base, at: start, through: 2300)
      // 1 / 0.03 = 33.3 years.
      #expect(line.firstYear(atMost: 0) == start + 34)
    }
    // A half is a half, whatever binary fractions make of it.
    let half = Trajectory(
      course(.reach(.share(0.5), .linear), until: 2030), from: 4784.1, at: 2022, through: 2040)
    #expect(half.firstYear(atMost: 4784.1 * 0.5) == 2030)
  }

  @Test(arguments: [
    (2022, 2048, 0.5, 2.631, 1.923), (2022, 2048, 0.8, 6.002, 3.077),
    (2022, 2048, 0.9, 8.475, 3.462), (2022, 2048, 0.95, 10.883, 3.654),
    (2022, 2050, 0.5, 2.445, 1.786), (2022, 2050, 0.8, 5.586, 2.857),
    (2022, 2050, 0.9, 7.894, 3.214), (2022, 2050, 0.95, 10.147, 3.393),
    (2019, 2048, 0.5, 2.362, 1.724), (2019, 2048, 0.8, 5.399, 2.759),
    (2019, 2048, 0.9, 7.633, 3.103), (2019, 2048, 0.95, 9.814, 3.276),
    (2019, 2050, 0.5, 2.211, 1.613), (2019, 2050, 0.8, 5.059, 2.581),
    (2019, 2050, 0.9, 7.159, 2.903), (2019, 2050, 0.95, 9.211, 3.065),
  ])
  func `constant rates that a reduction needs`(
    start: Int, end: Int, reduction: Double, compound: Double, linear: Double
  ) throws {
    // 1 − (1 − R)^(1/n), and R / n.
    let rate = try #require(RequiredRate(from: 1, to: 1 - reduction, years: end - start))
    #expect((try #require(rate.compound) * 100_000).rounded() / 1000 == compound)
    #expect((rate.linear * 100_000).rounded() / 1000 == linear)
  }

  @Test func `amounts a year, and what has no rate`() throws {
    let albi = try #require(RequiredRate(from: 4784, to: 478.4, years: 26))
    #expect((albi.amountPerYear * 10).rounded() / 10 == 165.6)
    let ales = try #require(RequiredRate(from: 3294.519, to: 329.4519, years: 31))
    #expect((ales.amountPerYear * 10).rounded() / 10 == 95.6)
    #expect(try #require(RequiredRate(from: 10, to: 0, years: 5)).compound == nil)
    #expect(RequiredRate(from: 10, to: 11, years: 5) == nil)
    #expect(RequiredRate(from: 10, to: 5, years: 0) == nil)
    #expect(RequiredRate(from: 0, to: 0, years: 5) == nil)
  }

  @Test func `the cost of waiting`() throws {
    // 3 % a year to 2025, then −90 % of 2022 by 2048 or 2050; or nothing until 2025.
    let late = 4784 * 0.97 * 0.97 * 0.97
    for (from, end, expected) in [
      (late, 2048, 9.17), (late, 2050, 8.46), (4784, 2048, 9.53), (4784, 2050, 8.80),
    ] {
      let rate = try #require(RequiredRate(from: from, to: 478.4, years: end - 2025)?.compound)
      #expect((rate * 10000).rounded() / 100 == expected)
    }
  }

  @Test func `the year that spends a budget`() {
    for (base, start, budget, year) in [
      (4784.0, 2022, 59360.0, 2037), (3294.519, 2019, 40878.0, 2034),
    ] {
      let line = Trajectory(
        course(.rate(0.042, .linear)), from: base, at: start, through: 2300)
      let whole = line.cumulative(through: 2300) ?? 0
      #expect(whole.rounded() == budget)
      let path = Trajectory(
        course(.rate(0.03, .compound)), from: base, at: start, through: 2300)
      #expect(path.yearSpending(whole) == year)
      #expect(line.yearSpending(whole) == nil)
    }
  }

  // MARK: Vectors of the application of the Association pour la transition Bas Carbone

  @Test func `vectors of another tool`() throws {
    // T1, T2: 1000 t in 2020; −4.2 % of the base a year leaves 34 t in 2043, −2.5 % 250 t in 2050.
    #expect(values(course(.rate(0.042, .linear)), from: 1000, at: 2020, [2043]) == [34])
    #expect(values(course(.rate(0.025, .linear)), from: 1000, at: 2020, [2050]) == [250])
    // T3, T4: flat from 2020 to 2025, 5000 t gone of E²/(2 × 42) and E²/(2 × 25).
    for (rate, expected) in [(42.0, 0.07241379310344829), (25, 0.03333333333333333)] {
      let budget = 1000.0 * 1000 / (2 * rate) - 5000
      let catchUp = try #require(CatchUp.straightToZero(now: 1000, budget: budget))
      #expect(abs(catchUp / expected - 1) < 1e-12)
    }
    // T5: 1 / 3.33 % = 30 years from 2025.
    #expect(2025 + 1 / 0.03333333333333333 == 2055)
    // T6: 850 t in 2024, −3 % to 2025, then −5 % of that a year.
    let custom = Course.pieces([
      .init(.rate(0.03, .linear), until: 2025), .init(.rate(0.05, .linear), until: 2030),
    ])
    #expect(values(custom, from: 850, at: 2024, [2025, 2030]) == [824.5, 618.4])
    // T10: 1000 t in 2020, in proportion to 547 000, 465 000 and 396 000 kt.
    let general = Course.index([
      1990: 547_000, 2017: 465_000, 2020: 396_000, 2030: 0.6 * 547_000, 2050: 547_000 / 6.0,
    ])
    for (year, expected) in [(2030, 828.78), (2050, 230.22)] {
      let value = try #require(general.value(in: year, from: 1000, at: 2020))
      #expect(abs(value / expected - 1) < 6e-5)
    }
    for (year, expected) in [(1990, 1381.31), (2017, 1174.24)] {
      let value = try #require(general.value(in: 2020, from: 1000, at: year))
      #expect(abs(1000 / value * 1000 / expected - 1) < 6e-5)
    }
  }

  // MARK: Catching up

  @Test func `a straight line that keeps the budget adds up to it`() throws {
    // Years after now: from 1000 to 100 in k steps, their sum is the budget.
    for steps in [1, 2, 7, 20] {
      let values = (1...steps).map { 1000 - 900 * Double($0) / Double(steps) }
      let budget = values.reduce(0, +)
      let years = try #require(CatchUp.years(now: 1000, end: 100, budget: budget))
      #expect(abs(years - Double(steps)) < 1e-9)
    }
    #expect(CatchUp.years(now: 1000, end: 100, budget: 0) == nil)
    #expect(CatchUp.straightToZero(now: 1000, budget: -1) == nil)
  }

  @Test func `a compound rate that keeps the budget adds up to it`() throws {
    for rate in [0.01, 0.07, 0.3] {
      var (value, budget) = (1000.0, 0.0)
      for _ in 0..<25 {
        value *= 1 - rate
        budget += value
      }
      let found = try #require(CatchUp.compound(now: 1000, budget: budget, years: 25))
      #expect(abs(found - rate) < 1e-12)
    }
    #expect(CatchUp.compound(now: 1000, budget: 1e9, years: 25) == 0)
    #expect(CatchUp.compound(now: 1000, budget: 0, years: 25) == nil)
  }

  // MARK: What every course must keep to

  @Test func `a course begins with its base, never rises, and never goes below zero`() {
    let courses: [Course] = [
      course(.rate(0.03, .compound)), course(.rate(0.03, .linear)), course(.rate(0, .compound)),
      course(.reach(.share(0), .linear), until: 2040),
      course(.reach(.amount(100), .compound), until: 2040), Self.secten, Self.draft,
    ]
    for course in courses {
      #expect(course.value(in: 2022, from: 4784, at: 2022) == 4784)
      #expect(course.value(in: 2021, from: 4784, at: 2022) == nil)
      let path = Trajectory(course, from: 4784, at: 2022, through: 2100)
      #expect(path.values.count == 79)
      #expect(zip(path.values, path.values.dropFirst()).allSatisfy { $0 >= $1 && $1 >= 0 })
    }
  }

  @Test func `a path cut in two pieces is the same path`() {
    let cut = Course.pieces([
      .init(.rate(0.03, .compound), until: 2035), .init(.rate(0.03, .compound)),
    ])
    for year in 2022...2060 {
      let whole = course(.rate(0.03, .compound)).value(in: year, from: 4784, at: 2022) ?? 0
      #expect(abs((cut.value(in: year, from: 4784, at: 2022) ?? 0) - whole) < 1e-9)
    }
  }

  @Test func `steps say nothing before the first`() {
    let steps = Course.steps([2030: .share(0.6), 2040: .share(0.5), 2050: .amount(200)])
    #expect(steps.value(in: 2029, from: 1000, at: 2015) == nil)
    #expect(steps.value(in: 2030, from: 1000, at: 2015) == 600)
    #expect(steps.value(in: 2039, from: 1000, at: 2015) == 600)
    #expect(steps.value(in: 2060, from: 1000, at: 2015) == 200)
  }
}
