import Diagnostics
import Footprint
import Inventory
import Quantities
import Reporting
import Tables

/// What a file that is being imported says, read exactly as every later run will read it.
struct TrialRun {
  let accounts: [Account]
  /// The latest year it is about.
  let year: Int?
  /// False when a part of it could not be read.
  let isWhole: Bool
  /// What else is worth knowing before it comes in.
  let remarks: [Text]

  static func read(_ file: ByteSource, _ how: FileImport, _ session: inout Session) -> TrialRun {
    var campus = session.campus
    campus.imports = [file.name: how]
    if how.profile?.meaning == .intensity { return intensities(file, campus, &session.log) }
    let run = Run(
      campus: campus, catalog: session.catalog, files: [file], duplicates: .everyRow,
      log: &session.log)
    return TrialRun(
      accounts: run.accounts(year: nil), year: run.latestYear, isWhole: run.unreadFiles.isEmpty,
      remarks: [])
  }

  private static func intensities(
    _ file: ByteSource, _ campus: Campus, _ log: inout FindingLog
  ) -> TrialRun {
    var reader = IntensityReader(campus: campus)
    let series = reader.read([file], log: &log)
    let days = series.flatMap { $0.hours.keys }.map { GridIntensity.day(ofHour: $0) }
    let years = Set(days.map { campus.calendar.year(containing: $0) }).sorted()
    let remarks = series.flatMap { series in
      years.compactMap { year -> Text? in
        let period = campus.calendar.period(of: year)
        let (hours, mean) = series.mean(over: period)
        return mean.map { coverage(series, year, hours, GridIntensity.hours(in: period), $0) }
      }
    }
    return TrialRun(
      accounts: reader.counts.map(Account.init), year: years.last,
      isWhole: reader.unreadFiles.isEmpty, remarks: remarks)
  }

  /// What is known of a year: `2022 · combustion only: 8,760 h of 8,760 h, mean 64.35 gCO2/kWh`.
  private static func coverage(
    _ series: GridIntensity, _ year: Int, _ known: Int, _ all: Int, _ mean: Coefficient
  ) -> Text {
    func words(_ language: Language) -> String {
      let covers = series.covers.label[language]
      let grams = language.numbers.text(
        ExactAmount(Number(1000), times: mean), decimals: 2)
      let (known, all) = (language.numbers.text(known), language.numbers.text(all))
      let unit = "g\(series.isCarbonDioxideOnly ? "CO2" : "CO2e")/kWh"
      return language == .french
        ? "\(year) · \(covers) : \(known) h sur \(all) h, moyenne \(grams) \(unit)"
        : "\(year) · \(covers): \(known) h of \(all) h, mean \(grams) \(unit)"
    }
    return Text(fr: words(.french), en: words(.english))
  }
}
