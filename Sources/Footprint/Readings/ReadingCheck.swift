import Diagnostics
import EmissionFactors
import Inventory
import Quantities

/// Checks what campus.yaml says for the official readings against what was consumed.
enum ReadingCheck {
  static func run(_ run: Run, log: inout FindingLog) {
    collection(run, log: &log)
    for year in run.years {
      let hasMarket = run.campus.years[year]?.market != nil
      let hasSites = run.campus.years[year]?.sites != nil
      guard hasMarket || hasSites || run.campus.exclusions.contains(where: { $0.covers(year) })
      else { continue }
      let footprint = run.footprint(year: year)
      contracts(footprint, log: &log)
      exclusions(footprint, log: &log)
      sites(footprint, log: &log)
    }
  }

  /// What is said to have come, and did not.
  private static func collection(_ run: Run, log: inout FindingLog) {
    for entry in run.campus.collection {
      for name in entry.files where !run.files.contains(name) {
        log.add(
          Finding(
            FootprintFindings.missingCollectionFile, at: entry.location, [.init("name", name)],
            suggestion: NearestName.closest(to: name, among: run.files)), subject: name)
      }
    }
  }

  private static func contracts(_ footprint: Footprint, log: inout FindingLog) {
    guard let market = footprint.campusYear.market, !footprint.isResourcesOnly else { return }
    let (year, years) = (footprint.year, footprint.calendarYears)
    for contract in market.contracts where !years.contains(contract.year) {
      log.add(
        Finding(
          FootprintFindings.contractOfOtherYear, at: contract.location,
          [
            .init("name", contract.label), .init("produced", String(contract.year)),
            .init("year", String(year)),
          ]), subject: contract.label, year: year)
    }
    let consumption = max(.zero, footprint.electricityBought)
    let allotted = MarketElectricity.allot(
      market.contracts, years: years, consumption: consumption)
    for (contract, quantity) in allotted where quantity < contract.quantity {
      log.add(
        Finding(
          FootprintFindings.contractAboveConsumption, at: contract.location,
          [
            .init("name", contract.label), .init("quantity", contract.quantity.description),
            .init("used", quantity.description), .init("year", String(year)),
          ]), subject: contract.label, year: year)
    }
  }

  /// What is said to be left out, and is not.
  private static func exclusions(_ footprint: Footprint, log: inout FindingLog) {
    let catalog = footprint.run.catalog
    for exclusion in footprint.run.campus.exclusions where exclusion.covers(footprint.year) {
      let isThere = footprint.items.contains { item in
        !item.cells.isEmpty
          && (item.post == exclusion.post || catalog.topPost(of: item.post) == exclusion.post)
      }
      guard isThere else { continue }
      log.add(
        Finding(
          FootprintFindings.exclusionWithRows, at: exclusion.location,
          [.init("name", exclusion.post), .init("year", String(footprint.year))]),
        subject: exclusion.post, year: footprint.year)
    }
  }

  /// Sites that a year does not have, and rows that are there all the same.
  private static func sites(_ footprint: Footprint, log: inout FindingLog) {
    guard let sites = footprint.campusYear.sites else { return }
    let place = footprint.campusYear.sitesLocation ?? Location(file: "campus.yaml")
    let known = Set(footprint.run.campus.sites.map(\.identifier))
    for row in footprint.breakdown(by: .site)
    where known.contains(row.key) && !sites.contains(row.key) && !row.amount.isZero {
      log.add(
        Finding(
          FootprintFindings.siteOutOfScope, at: place,
          [.init("name", row.key), .init("year", String(footprint.year))]), subject: row.key,
        year: footprint.year)
    }
  }
}
