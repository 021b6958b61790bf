import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// How much of the year the rows of each meter cover, month by month.
///
/// A hole is not a small consumption: it is said, and never filled in.
struct MeterSection {
  let footprint: Footprint

  init(_ footprint: Footprint) { self.footprint = footprint }

  func tables() -> [ReportTable] {
    let calendar = footprint.run.campus.calendar
    let year = calendar.period(of: footprint.year)
    let meters = footprint.run.meters.filter { $0.days(in: year) > 0 }
    if meters.isEmpty { return [] }
    return [summary(meters, year), months(meters, year)]
  }

  /// For people: the meters that are not covered whole.
  private func summary(_ meters: [MeterCoverage], _ year: Period) -> ReportTable {
    var table = ReportTable(
      "meters", Text(fr: "Compteurs couverts en partie", en: "Meters covered in part"),
      columns: [
        .init("activity", Text(fr: "Activité", en: "Activity")),
        .init("days", Text(fr: "Jours", en: "Days")),
        .init("share", Text(fr: "Part de l'année", en: "Share of the year"), adds: false),
        .init("missing", Text(fr: "Mois incomplets", en: "Months not covered")),
      ])
    for meter in meters where meter.days(in: year) < year.days {
      let missing = Self.months(of: year).filter { meter.days(in: $0) < $0.days }
      let names = missing.map { String($0.start.description.prefix(7)) }
      let list =
        names.count > 6
        ? names.prefix(6).joined(separator: " ") + " …"
        : names.joined(
          separator: " ")
      table.rows.append(
        .init(
          key(meter), .outside(meter.meter),
          [
            .words(activity(meter).label), .count(meter.days(in: year)),
            share(meter, year), .outside(list),
          ], role: .apart))
    }
    table.nameRowsApart()
    return table
  }

  /// For programs: every meter, every month.
  private func months(_ meters: [MeterCoverage], _ year: Period) -> ReportTable {
    let months = Self.months(of: year)
    var table = ReportTable(
      "meter-months", Text(fr: "Couverture des compteurs par mois", en: "Meters by month"),
      columns: [.init("year", Text(fr: "Année", en: "Year"), adds: false)]
        + months.map {
          .init(
            String($0.start.description.prefix(7)),
            Text(same: String($0.start.description.prefix(7))), adds: false)
        }, reach: .data)
    for meter in meters {
      table.rows.append(
        .init(
          key(meter), .outside(meter.meter),
          [share(meter, year)] + months.map { share(meter, $0) }, role: .apart))
    }
    table.nameRowsApart()
    return table
  }

  private func activity(_ meter: MeterCoverage) -> Activity {
    footprint.run.catalog.activities[Int(meter.activity)]
  }

  private func key(_ meter: MeterCoverage) -> String {
    meter.meter + "/" + activity(meter).identifier
  }

  private func share(_ meter: MeterCoverage, _ period: Period) -> ReportValue {
    let days = ExactAmount(Number(meter.days(in: period)))
    return days.divided(by: Number(period.days)).map { .share($0) } ?? .missing
  }

  /// The months of a year, those at its ends cut where it begins and ends.
  private static func months(of year: Period) -> [Period] {
    var months: [Period] = []
    var start = year.start
    while start < year.end {
      let month = Period.month(start.year, start.month)
      let end = min(month.end, year.end)
      guard let part = Period(start: start, end: end) else { break }
      months.append(part)
      start = end
    }
    return months
  }
}
