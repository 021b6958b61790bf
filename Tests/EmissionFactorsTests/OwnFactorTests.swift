import Diagnostics
import EmissionFactors
import Quantities
import TestSupport
import Testing

/// Tables of factors and activities written by others: every wrong cell is named.
struct OwnFactorTests {
  private static let header = "factor,family,stage,total,unit,release,source,licence"

  @Test func `stages without a published total add up by themselves`() throws {
    let (catalog, log) = catalog(
      factors: """
        \(Self.header)
        own-1,own,upstream,0.2,kg,2024,own,own
        own-1,own,combustion,1.1,kg,2024,own,own
        """)
    #expect(log.found == [])
    let factor = try #require(catalog.factor(named: "own-1"))
    #expect(factor.total == (try number("1.3")))
    #expect(factor.cells.map(\.stage) == [.upstream, .combustion])
    #expect(!factor.hasGasSplit)
  }

  @Test func `what a stage holds beyond its gases is a rounding of that stage`() throws {
    // 0.300 − 0.214 − 0.085 = 0.001, well under the 2 % that rounding to three digits explains.
    let (catalog, log) = catalog(
      factors: """
        \(Self.header),co2-fossil,n2o
        own-1,own,combustion,0.300,kg,2024,own,own,0.214,0.085
        """)
    #expect(log.found == [])
    let cells = try #require(catalog.factor(named: "own-1")).cells
    #expect(cells.map(\.gas) == [.co2Fossil, .n2o, .rounding])
    #expect(cells.allSatisfy { $0.stage == .combustion })
    #expect(cells.last?.value == (try number("0.001")))
  }

  @Test(arguments: [
    "own-1,own,whole,👉1;5,kg,2024,own,own", "own-1,own,whole,👉,kg,2024,own,own",
    "own-1,own,👉burning,1.5,kg,2024,own,own", "own-1,own,whole,1.5,👉kgg,2024,own,own",
  ])
  func `a wrong cell of a factor is an error at its place`(row: String) {
    let marked = MarkedText(Self.header + "\n" + row + "\n")
    let (_, log) = catalog(factors: marked.text)
    #expect(log.found == marked.positions.map { "bad-factor-value " + $0 })
    #expect(log.count(of: .error) == 1)
  }

  @Test func `years must be whole`() {
    let marked = MarkedText(
      "\(Self.header),from,to\nown-1,own,whole,1,kg,2024,own,own,👉20x2,2024\n")
    #expect(catalog(factors: marked.text).log.found == ["bad-factor-value 2:35"])
    #expect(marked.positions == ["2:35"])
  }

  @Test func `one family, one unit, one year: two factors are an error`() {
    let (_, log) = catalog(
      factors: """
        \(Self.header),from,to
        own-1,own,whole,1,kg,2024,own,own,2020,2022
        own-2,own,whole,2,kg,2024,own,own,2022,
        own-3,own,whole,2,L,2024,own,own,,
        """)
    #expect(log.found == ["overlapping-factors 3:0"])
  }

  @Test func `a name defined twice is an error at its second place`() {
    let (_, log) = catalog(
      factors: """
        \(Self.header),from,to
        own-1,own,whole,1,kg,2024,own,own,2020,2020
        own-2,own,whole,1,kg,2024,own,own,2021,2021
        own-1,own,whole,1,kg,2024,own,own,2022,2022
        """)
    #expect(log.found == ["duplicate-factor 4:0"])
  }

  @Test func `a published total far from its stages is doubtful`() {
    // 1.0 published, 0.5 in stages: more than the 2 % that rounding to three digits explains.
    let (_, log) = catalog(
      factors: """
        \(Self.header),published-total
        own-1,own,whole,0.5,kg,2024,own,own,1.0
        """)
    #expect(log.found == ["factor-parts-differ 2:0"])
  }

  @Test func `an activity must name a post, a family and words that exist`() {
    let header = "id,label-fr,label-en,family,unit,post,scope-rule,ledger"
    let marked = MarkedText(
      """
      \(header)
      a,A,A,nothing,kg,goods,purchased,footprint
      b,B,B,,kg,nowhere,none,resource
      c,C,C,,kg,goods,👉buyed,resource
      d,D,D,,kg,goods,none,👉ressource
      """)
    let (_, log) = catalog(
      activities: marked.text, posts: "id,parent,label-fr,label-en\ngoods,,Biens,Goods\n")
    #expect(
      log.found.sorted()
        == (marked.positions.map { "bad-factor-value " + $0 }
        + ["unknown-reference 2:0", "unknown-reference 3:0"]).sorted())
  }

  @Test func `words of the tables are the words of the code`() {
    #expect(Stage.allCases.allSatisfy { Stage(identifier: $0.identifier) == $0 })
    #expect(Stage(identifier: "burning") == nil)
    #expect(Set(Gas.allCases.map(\.identifier)).count == Gas.allCases.count)
    #expect(FactorFindings.all.count == 5)
  }
}
