import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import TestSupport
import Testing

/// What holds of every campus, tried on random ones; a seed that fails once fails again.
struct PropertyTests {
  private func read(_ random: RandomCampus) throws -> CampusCase {
    try CampusCase(random.texts, campus: RandomCampus.yaml)
  }

  private func amounts(_ campus: CampusCase) -> [String] {
    campus.run.years.flatMap { year in
      let footprint = campus.run.footprint(year: year)
      return ["\(year) \(footprint.total) \(footprint.biogenic)"]
        + BreakdownDimension.allCases.flatMap { dimension in
          footprint.breakdown(by: dimension).map {
            "\(year) \(dimension) \($0.key) \($0.label.en) \($0.depth) \($0.amount)"
          }
        }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `the order of rows and of files changes no amount of any breakdown`(seed: UInt64) throws {
    let random = RandomCampus(seed: seed)
    #expect(amounts(try read(random)) == amounts(try read(random.shuffled(seed: seed &+ 1))))
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `a total is exactly the sum of its parts, whatever it is told by`(seed: UInt64) throws {
    let campus = try read(RandomCampus(seed: seed))
    for year in campus.run.years {
      let footprint = campus.run.footprint(year: year)
      for dimension in BreakdownDimension.allCases {
        let rows = footprint.breakdown(by: dimension)
        let sum = rows.filter { !$0.isApart && $0.depth == 0 }
          .reduce(ExactAmount.zero) { $0 + $1.amount }
        #expect(sum == footprint.total, "\(seed) \(year) \(dimension)")
      }
      // Sub-posts add up to their post, the total being the sum of both levels' tops only.
      let leaves = footprint.breakdown(by: .post).filter { $0.depth == 1 }
      let named = footprint.items.filter { campus.run.catalog.post(named: $0.post)?.parent != "" }
      #expect(
        leaves.reduce(ExactAmount.zero) { $0 + $1.amount }
          == named.reduce(ExactAmount.zero) { $0 + $1.total })
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `every row of the trace adds up to the total, and to every stage and gas`(seed: UInt64)
    throws
  {
    let campus = try read(RandomCampus(seed: seed))
    for year in campus.run.years {
      let trace = campus.trace(year)
      let footprint = campus.run.footprint(year: year)
      let counted = trace.filter { !$0.gas.isApart }
      #expect(counted.reduce(ExactAmount.zero) { $0 + $1.amount } == footprint.total, "\(seed)")
      for row in footprint.breakdown(by: .gas) {
        let sum = trace.filter { $0.gas.identifier == row.key }
          .reduce(ExactAmount.zero) { $0 + $1.amount }
        #expect(sum == row.amount, "\(seed) \(year) \(row.key)")
      }
      for row in footprint.breakdown(by: .scope) {
        let sum = counted.filter { $0.scope.identifier == row.key }
          .reduce(ExactAmount.zero) { $0 + $1.amount }
        #expect(sum == row.amount, "\(seed) \(year) scope \(row.key)")
      }
      for row in footprint.breakdown(by: .site) {
        let sum = counted.filter { $0.site == row.key }
          .reduce(ExactAmount.zero) { $0 + $1.amount }
        #expect(sum == row.amount, "\(seed) \(year) site \(row.key)")
      }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `twice the quantities are exactly twice every amount`(seed: UInt64) throws {
    let once = try read(RandomCampus(seed: seed, mistakes: false))
    let twice = try read(RandomCampus(seed: seed, mistakes: false, factor: 2))
    for year in once.run.years {
      for dimension in BreakdownDimension.allCases {
        let single = once.run.footprint(year: year).breakdown(by: dimension)
        let double = twice.run.footprint(year: year).breakdown(by: dimension)
        #expect(Set(single.map(\.key)) == Set(double.map(\.key)))
        let amounts = Dictionary(
          double.map { ("\($0.depth) \($0.key)", $0.amount) }, uniquingKeysWith: +)
        for row in single {
          #expect(amounts["\(row.depth) \(row.key)"] == row.amount + row.amount, "\(row.key)")
        }
      }
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `cutting the period of a line in two changes no year, up to the twelfth decimal`(
    seed: UInt64
  ) throws {
    var random = SplitMix64(seed: seed)
    let first = try #require(CalendarDate(year: 2020, month: 1, day: 1))
      .adding(days: Int.random(in: 0..<1000, using: &random))
    let days = Int.random(in: 2...500, using: &random)
    let cut = Int.random(in: 1..<days, using: &random)
    let quantity = Number(mantissa: Int128(Int64.random(in: 1...1_000_000_000, using: &random)))
    let head = quantity.share(from: 0, to: cut, of: days)
    func row(_ from: Int, _ to: Int, _ value: Number) -> String {
      "\(first.adding(days: from))..\(first.adding(days: to - 1));electricity;\(value);kWh\n"
    }
    let header = "period;activity;quantity;unit\n"
    let whole = try CampusCase(header + row(0, days, quantity))
    let parts = try CampusCase(header + row(0, cut, head) + row(cut, days, quantity - head))
    #expect(whole.run.years == parts.run.years)
    for year in whole.run.years {
      let one = whole.run.footprint(year: year).items.reduce(Number.zero) { $0 + $1.quantity }
      let two = parts.run.footprint(year: year).items.reduce(Number.zero) { $0 + $1.quantity }
      // Each end of a share is rounded once: two ends here, two there, and the cut itself.
      #expect(abs((one - two).mantissa) <= 2, "\(seed) \(year)")
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>)
  func `cutting a line at a whole number a day changes nothing at all`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    let first = try #require(CalendarDate(year: 2020, month: 1, day: 1))
      .adding(days: Int.random(in: 0..<1000, using: &random))
    let days = Int.random(in: 2...400, using: &random)
    let cut = Int.random(in: 1..<days, using: &random)
    let daily = Int.random(in: 1...50, using: &random)
    func row(_ from: Int, _ to: Int) -> String {
      "\(first.adding(days: from))..\(first.adding(days: to - 1));electricity;"
        + "\((to - from) * daily);kWh\n"
    }
    let header = "period;activity;quantity;unit\n"
    let whole = try CampusCase(header + row(0, days))
    let parts = try CampusCase(header + row(0, cut) + row(cut, days))
    for year in whole.run.years { #expect(whole.total(year) == parts.total(year)) }
  }

  @Test(arguments: 0..<10 as Range<UInt64>)
  func `the trace of one line is its part of the trace of all`(seed: UInt64) throws {
    let campus = try read(RandomCampus(seed: seed))
    for year in campus.run.years {
      let all = campus.trace(year)
      guard let last = all.last else { continue }
      var rows: [TraceRow] = []
      Tracer.trace(
        campus.run, files: campus.files, year: year, only: (last.file, last.line)
      ) { rows.append($0) }
      let same = all.filter { $0.file == last.file && $0.line == last.line }
      #expect(rows.map(\.amount) == same.map(\.amount))
      #expect(rows.map(\.coefficient) == same.map(\.coefficient))
    }
  }

  @Test func `a campus read twice gives the same amounts`() throws {
    let random = RandomCampus(seed: 7)
    #expect(amounts(try read(random)) == amounts(try read(random)))
  }
}
