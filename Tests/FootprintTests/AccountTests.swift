import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

/// Rows read = used + other years + excluded + rejected, and the same for every sum.
struct AccountTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `every row of a random campus is accounted for, in every year and over all`(seed: UInt64)
    throws
  {
    let random = RandomCampus(seed: seed)
    let campus = try CampusCase(random.texts, campus: RandomCampus.yaml)
    for year in [nil, 2019, 2020, 2021, 2022, 2023, 2024] as [Int?] {
      let accounts = campus.run.accounts(year: year)
      #expect(accounts.map(\.file) == random.files.keys.sorted())
      for account in accounts {
        let rows = try #require(random.files[account.file])
        func covers(_ row: RandomCampus.Row) -> Bool {
          guard let year, let years = row.years else { return true }
          return years.contains(year)
        }
        let used = rows.filter { $0.fate == .good && covers($0) }.count
        let rejected = rows.filter { $0.fate == .rejected && covers($0) }.count
        let totals = rows.filter { $0.fate == .total }.count
        #expect(account.rowsRead == rows.count)
        #expect(account.rowsUsed == used, "\(seed) \(account.file) \(String(describing: year))")
        #expect(account.rowsRejected == rejected, "\(seed) \(account.file)")
        #expect(account.rowsExcluded.reduce(0) { $0 + $1.rows } == totals)
        #expect(account.rowsOfOtherYears == rows.count - used - rejected - totals)
        #expect(account.rowsWithoutQuantity == rows.filter { $0.quantity == nil }.count)
        var sums: [String: Number] = [:]
        for row in rows {
          if let quantity = row.quantity { sums[row.unit, default: .zero] += quantity }
        }
        // Litres are told in m3: seed 22 is the one whose parts, each rounded by itself, once
        // added up to 10⁻¹² m3 too much.
        let read = Dictionary(uniqueKeysWithValues: account.sums.map { ($0.unit, $0.read) })
        #expect(read == sums, "\(seed) \(account.file) \(String(describing: year))")
      }
    }
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `what is used, rejected or excluded is each the sum of its own rows`(seed: UInt64) throws {
    let random = RandomCampus(seed: seed)
    let campus = try CampusCase(random.texts, campus: RandomCampus.yaml)
    for account in campus.run.accounts(year: nil) {
      let rows = try #require(random.files[account.file])
      for sum in account.sums {
        func of(_ fate: RandomCampus.Fate) -> Number {
          rows.filter { $0.fate == fate && $0.unit == sum.unit }
            .reduce(.zero) { $0 + ($1.quantity ?? .zero) }
        }
        #expect(sum.used == of(.good) && sum.otherYears == .zero, "\(seed) \(sum.unit)")
        #expect(sum.rejected == of(.rejected), "\(seed) \(sum.unit)")
        #expect(sum.excluded == of(.total), "\(seed) \(sum.unit)")
      }
    }
  }

  @Test func `a bill across two years may be used in one and rejected in the other`() throws {
    // 2024-12-15..2025-01-14: 17 days of 31 in 2024; electricity has no factor for 2025.
    let campus = try CampusCase(
      "period;activity;quantity;unit\n2024-12-15..2025-01-14;electricity;310;kWh\n")
    let first = try #require(campus.run.accounts(year: 2024).first)
    #expect((first.rowsUsed, first.rowsRejected) == (1, 0))
    #expect(first.sums.map(\.used) == [Number(170)])
    #expect(first.sums.map(\.otherYears) == [Number(140)])
    let second = try #require(campus.run.accounts(year: 2025).first)
    #expect((second.rowsUsed, second.rowsRejected) == (0, 1))
    #expect(second.sums.map(\.rejected) == [Number(140)])
    #expect(second.sums.map(\.otherYears) == [Number(170)])
  }

  @Test func `a row that cannot be split into fields is read and rejected`() throws {
    let campus = try CampusCase(
      "period;activity;quantity;unit\n2022;electricity;1\n2022;electricity;1;kWh\n")
    let account = try #require(campus.run.accounts(year: 2022).first)
    #expect((account.rowsRead, account.rowsUsed, account.rowsRejected) == (2, 1, 1))
    #expect(account.rowsWithoutQuantity == 1)
  }
}
