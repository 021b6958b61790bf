import Diagnostics
import EmissionFactors
import Quantities
import Testing

/// The data folder as it is shipped.
struct ShippedCatalogTests {
  @Test func `the shipped tables hold together: nothing is found in them`() {
    #expect(Shipped.reading.log.found == [])
    // 399 factors and 323 activities when this was written: a table left unread shows at once.
    #expect(Shipped.catalog.factors.count >= 399)
    #expect(Shipped.catalog.activities.count >= 323)
  }

  @Test func `every activity that emits has a factor, and every resource-only one has none`() {
    for activity in Shipped.catalog.activities {
      let hasFactor = GlobalWarmingSet.allCases.contains {
        !Shipped.catalog.factors(ofFamily: activity.family, warming: $0).isEmpty
      }
      #expect(hasFactor == (activity.ledger == .footprint), "\(activity.identifier)")
    }
  }

  @Test func `every factor is reached by an activity`() {
    let families = Set(Shipped.catalog.activities.map(\.family))
    for factor in Shipped.catalog.factors {
      #expect(families.contains(factor.family), "\(factor.identifier)")
    }
  }

  @Test func `every factor says where it comes from and what may be done with it`() {
    for factor in Shipped.catalog.factors {
      let origin = factor.provenance
      #expect(!origin.release.isEmpty, "\(factor.identifier)")
      #expect(!origin.source.isEmpty, "\(factor.identifier)")
      #expect(!origin.licence.isEmpty, "\(factor.identifier)")
      if factor.identifier.hasPrefix("bc-") {
        #expect(origin.licence == "Licence Ouverte 2.0", "\(factor.identifier)")
        #expect("bc-" + origin.sourceIdentifier == factor.identifier)
      }
    }
  }

  @Test func `stages, gases and rounding of every factor add up exactly to its published total`()
    throws
  {
    // The published totals are read here from the tables, not taken from the code under test.
    var published: [String: String] = [:]
    for table in Shipped.factorTables {
      for row in Shipped.rows(table) {
        let name = try #require(row["factor"])
        let total = try #require(row["published-total"])
        #expect(published[name, default: total] == total, "\(name): two published totals")
        published[name] = total
      }
    }
    #expect(published.count == Shipped.catalog.factors.count)
    for factor in Shipped.catalog.factors {
      let sum = factor.cells.filter { !$0.gas.isApart }.reduce(Number.zero) { $0 + $1.value }
      let total = try number(try #require(published[factor.identifier]))
      #expect(sum == total, "\(factor.identifier)")
      #expect(factor.total == total, "\(factor.identifier)")
    }
  }

  @Test func `every stage and gas of the tables is a cell, digit for digit`() throws {
    // A source may give several rows that we file under one stage: they are summed on both sides.
    let rows = Dictionary(grouping: Shipped.factorTables.flatMap(Shipped.rows)) {
      [$0["factor"] ?? "", $0["stage"] ?? ""]
    }
    for (key, rows) in rows {
      let factor = try #require(Shipped.catalog.factor(named: key[0]))
      let stage = try #require(Stage(identifier: key[1]))
      let cells = factor.cells.filter { $0.stage == stage }
      func published(_ column: String) -> Number {
        rows.reduce(.zero) { $0 + (Number($1[column] ?? "") ?? .zero) }
      }
      let counted = cells.filter { !$0.gas.isApart }.reduce(Number.zero) { $0 + $1.value }
      #expect(counted == published("total"), "\(key)")
      for gas in [Gas.co2Fossil, .ch4Fossil, .ch4Biogenic, .n2o, .other] {
        let sum = cells.filter { $0.gas == gas }.reduce(Number.zero) { $0 + $1.value }
        #expect(sum == published(gas.identifier), "\(key) \(gas)")
      }
      let apart = cells.filter(\.gas.isApart).reduce(Number.zero) { $0 + $1.value }
      #expect(apart == published("co2-biogenic"), "\(key)")
    }
  }

  @Test func `no factor rests on a stage or a release that the tables do not name`() {
    for factor in Shipped.catalog.factors {
      #expect(!factor.cells.isEmpty, "\(factor.identifier)")
      #expect(factor.from ?? .min <= factor.to ?? .max, "\(factor.identifier)")
    }
  }

  @Test func `labels are there in both languages and names are kebab-case`() {
    let allowed = Set("abcdefghijklmnopqrstuvwxyz0123456789-")
    for activity in Shipped.catalog.activities {
      #expect(!activity.label.fr.isEmpty && !activity.label.en.isEmpty)
      #expect(activity.identifier.allSatisfy { allowed.contains($0) }, "\(activity.identifier)")
    }
    for post in Shipped.catalog.posts {
      #expect(!post.label.fr.isEmpty && !post.label.en.isEmpty, "\(post.identifier)")
    }
  }

  @Test func `only what stands at zero in its source is at zero here`() {
    // peers.md 4.4: a factor of exactly 0 needs a reason. Walking is the only one: Impact CO2
    // publishes 0 for it.
    let zero = Shipped.catalog.factors.filter(\.total.isZero).map(\.identifier)
    #expect(zero == ["impactco2-walk"])
  }

  @Test func `no litre or kilogram of fuel emits more than the carbon in it can`() throws {
    // Pure carbon burnt gives 44/12 = 3.667 kg CO2 a kilogram, and a litre of petrol or diesel
    // weighs less than a kilogram; a foreign table had 6.083 kg for a litre of petrol.
    let ceiling = try number("3.667")
    for factor in Shipped.catalog.factors where ["L", "kg"].contains(factor.unit.symbol) {
      let burnt = factor.cells.filter { $0.stage == .combustion && $0.gas == .co2Fossil }
      for cell in burnt { #expect(cell.value < ceiling, "\(factor.identifier)") }
    }
  }
}
