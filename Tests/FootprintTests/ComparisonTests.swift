import Diagnostics
import Inventory
import Quantities
import TestSupport
import Testing

@testable import Footprint

/// Why a total changed: parts that add up, and each cause by itself.
struct ComparisonTests {
  private func compare(
    _ rows: String, campus: String = "", from first: Int = 2022, to last: Int = 2023
  ) throws -> YearComparison {
    let test = try CampusCase("period,site,activity,quantity,unit\n" + rows, campus: campus)
    #expect(test.log.found == [])
    return compare(test, first, last)
  }

  private func compare(_ test: CampusCase, _ first: Int, _ last: Int) -> YearComparison {
    let lines = YearLines(test.run, files: test.files, years: [first, last])
    return YearComparison(
      ComparableYear(test.run.footprint(year: first), lines),
      ComparableYear(test.run.footprint(year: last), lines))
  }

  private static let point = "numbers: {decimal: point}\n"

  private func kilograms(_ comparison: YearComparison, _ cause: ChangeCause) -> Double {
    comparison.sum(of: cause).toDouble()
  }

  // MARK: The arithmetic

  @Test func `a logarithmic mean shares out what two ratios make together`() throws {
    // From 100 to 150 by 1.2 and by 1.25: L = 50 / ln 1.5 = 123.3152; × ln 1.2, × ln 1.25.
    let parts = try #require(Decomposition.parts(from: 100, to: 150, [1.2, 1.25]))
    #expect(abs(parts[0] - 22.4831) < 1e-4 && abs(parts[1] - 27.5169) < 1e-4)
    #expect(abs(parts[0] + parts[1] - 50) < 1e-12)
    // Nothing moves on the whole: what one takes, the other gives.
    let still = try #require(Decomposition.parts(from: 100, to: 100, [2, 0.5]))
    #expect(abs(still[0] - 100 * 0.6931471805599453) < 1e-9 && abs(still[0] + still[1]) < 1e-9)
    #expect(Decomposition.parts(from: 0, to: 100, [2]) == nil)
    #expect(Decomposition.parts(from: -1, to: 100, [2]) == nil)
  }

  @Test(arguments: [(2021, 2022), (2022, 2023), (2021, 2023), (2023, 2021), (2022, 2022)])
  func `parts add up to the difference, to the last digit`(first: Int, last: Int) throws {
    let comparison = compare(try CampusCase.example("demo-campus"), first, last)
    for line in comparison.lines {
      #expect(line.parts.values.reduce(.zero, +) == line.difference)
    }
    let whole = ChangeCause.allCases.reduce(ExactAmount.zero) { $0 + comparison.sum(of: $1) }
    #expect(whole == comparison.after.total - comparison.before.total)
    #expect(comparison.lines.reduce(.zero) { $0 + $1.before } == comparison.before.total)
    if first == last { #expect(comparison.lines.allSatisfy { $0.parts.isEmpty }) }
  }

  @Test func `the way back has the same parts with the other sign`() throws {
    let test = try CampusCase.example("demo-campus")
    let (there, back) = (compare(test, 2021, 2023), compare(test, 2023, 2021))
    for cause in ChangeCause.allCases {
      #expect(abs(kilograms(there, cause) + kilograms(back, cause)) < 1e-3)
    }
  }

  // MARK: Each cause

  @Test func `more of the same is activity`() throws {
    // Gas has one factor from 2022 on, 0.215 (Base Carbone 37133).
    let comparison = try compare(
      "2022,,natural-gas,1000,kWh PCS\n2023-01,,natural-gas,1,MWh PCS\n"
        + "2023-02,,natural-gas,500,kWh PCS\n", campus: Self.point)
    #expect(comparison.lines.count == 1)
    #expect(abs(kilograms(comparison, .activity) - 500 * 0.215) < 1e-6)
    #expect(comparison.sum(of: .factor).isZero && comparison.sum(of: .method).isZero)
  }

  @Test func `another factor is neither more nor less of anything`() throws {
    let rows = "2021,,natural-gas,1000,kWh PCS\n2022,,natural-gas,1000,kWh PCS\n"
    let comparison = try compare(rows, campus: Self.point, from: 2021, to: 2022)
    let difference = comparison.after.total - comparison.before.total
    #expect(!difference.isZero && comparison.sum(of: .factor) == difference)
  }

  @Test func `what begins inside the perimeter is activity`() throws {
    let comparison = try compare(
      "2022,,natural-gas,1000,kWh PCS\n2023,,wood-pellets,900,kWh PCI\n", campus: Self.point)
    #expect(
      comparison.sum(of: .activity) == comparison.after.total - comparison.before.total)
    #expect(comparison.lines.count == 2)
  }

  @Test func `a site or a post of one year only is perimeter`() throws {
    let rows =
      "2022,nord,natural-gas,1000,kWh PCS\n2023,nord,natural-gas,1000,kWh PCS\n"
      + "2023,sud,natural-gas,400,kWh PCS\n2023,nord,paper,100,kg\n"
    let sites = Self.point + "sites: {nord: {name: Nord}, sud: {name: Sud}}\n"
    let plain = try compare(rows, campus: sites)
    #expect(plain.sum(of: .perimeter).isZero)
    let declared = try compare(
      rows,
      campus: sites + "years: {2022: {sites: nord}}\n"
        + "exclusions: [{post: goods-paper, reason: no data, action: ask, years: [2022]}]\n")
    let paper = try #require(declared.lines.first { $0.key.activity == "paper" })
    #expect(paper.parts == [.perimeter: paper.difference])
    #expect(
      abs(kilograms(declared, .perimeter) - (400 * 0.215 + paper.difference.toDouble())) < 1e-6)
    #expect(declared.sum(of: .activity).isZero)
  }

  @Test func `a cold winter is no one's doing`() throws {
    // A tenth more degree-days; nine tenths of the gas heat: 1.09 of it is called for. Of 1 200 kWh,
    // L = 43 / ln 1.2 = 235.848; weather L ln w = 20.228, activity L ln (1.2 / w) = 22.772,
    // with w = √(1.09 / (0.9 / 1.1 + 0.1)): forwards and back.
    let comparison = try compare(
      "2022,,natural-gas,1000,kWh PCS\n2023,,natural-gas,1200,kWh PCS\n",
      campus: Self.point
        + "years: {2022: {degree-days: 2000}, 2023: {degree-days: 2200}}\n"
        + "heating: {natural-gas: 90 %}\n")
    #expect(abs(kilograms(comparison, .weather) - 20.2283) < 1e-3)
    #expect(abs(kilograms(comparison, .activity) - 22.7717) < 1e-3)
  }

  @Test func `rows cut in pieces have the same parts`() throws {
    let whole = try compare(
      "2022,,natural-gas,1200,kWh PCS\n2023,,natural-gas,600,kWh PCS\n", campus: Self.point)
    let months = (1...12).map { month in
      (2022...2023).map { year in
        "\(year)-\(month < 10 ? "0" : "")\(month),,natural-gas,\(year == 2022 ? 100 : 50),kWh PCS\n"
      }.joined()
    }
    let cut = try compare(months.joined(), campus: Self.point)
    for cause in ChangeCause.allCases { #expect(whole.sum(of: cause) == cut.sum(of: cause)) }
  }

  @Test func `money with and without tax is brought together first`() throws {
    // 100 € without tax, then 240 € with it: 200 €, twice as much. The factor falls from 79 to 75 kg a
    // thousand euros (Base Carbone 43444, 43445): from 7.9 to 15 kg, L = 7.1 / ln (15 / 7.9) = 11.0735.
    let comparison = try compare(
      "2022,,spend-it-services,100,EUR HT\n2023,,spend-it-services,240,EUR TTC\n",
      campus: Self.point + "vat: 20 %\nprice-index: {2022: 100, 2023: 100, 2021: 100, 2024: 100}\n")
    #expect(abs(kilograms(comparison, .activity) - 11.0735 * 0.693147) < 1e-3)
    #expect(abs(kilograms(comparison, .factor) - (7.1 - 11.0735 * 0.693147)) < 1e-3)
    #expect(comparison.sum(of: .method).isZero)
  }
}
