import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// What must be read under the table of a reading.
enum ReadingNotes {
  static func notes(_ filed: FiledFootprint) -> [Text] {
    var notes: [Text] = [filed.reading.note]
    if !filed.reading.gases.isEmpty { notes.append(notSplit(filed)) }
    if filed.reading.identifier == Reading.headline {
      if let dependence = dependence(filed) { notes.append(dependence) }
    } else {
      notes.append(students(filed))
    }
    notes.append(uncertainty)
    return notes.filter { !$0.fr.isEmpty }
  }

  /// How much of the CO2 column is CO2 only because its source does not tell gases apart.
  private static func notSplit(_ filed: FiledFootprint) -> Text {
    let entry = filed.reported
    let amount = (entry.byGas[.unspecified] ?? .zero) + (entry.byGas[.rounding] ?? .zero)
    guard let tonnes = amount.multiplied(by: Ratio(1, 1000)), !amount.isZero else {
      return Text(same: "")
    }
    func words(_ language: Language) -> String {
      let text = language.numbers.text(tonnes, decimals: 1)
      return language == .french
        ? "La colonne CO2 contient \(text) tCO2e dont la source ne ventile pas les gaz."
        : "The CO2 column holds \(text) tCO2e whose source does not tell gases apart."
    }
    return Text(fr: words(.french), en: words(.english))
  }

  private static func dependence(_ filed: FiledFootprint) -> Text? {
    let items = filed.footprint.items.filter { $0.post == "use-dependence" }
    if items.isEmpty { return nil }
    let amount = items.reduce(filed.reported.total) { $0 - $1.total }
    guard let tonnes = amount.multiplied(by: Ratio(1, 1000)) else { return nil }
    func words(_ language: Language) -> String {
      let text = language.numbers.text(tonnes, decimals: 1)
      return language == .french
        ? "Sans l'utilisation en dépendance : \(text) tCO2e."
        : "Without use in dependence: \(text) tCO2e."
    }
    return Text(fr: words(.french), en: words(.english))
  }

  /// Where students' travel is filed is a choice: the campus's, or our assumption.
  private static func students(_ filed: FiledFootprint) -> Text {
    let footprint = filed.footprint
    let hasStudents = footprint.items.contains {
      $0.post == "commuting-students" && !$0.cells.isEmpty
    }
    guard hasStudents else { return Text(same: "") }
    let choices = footprint.run.campus.readings
    let place =
      choices.students == .commuters
      ? Text(fr: "le domicile-travail", en: "commuting")
      : Text(fr: "les visiteurs et clients", en: "visitors and clients")
    if choices.choosesStudents {
      return Text(
        fr: "Trajets des étudiants : classés avec \(place.fr), comme le campus l'a choisi.",
        en: "Student commuting is filed with \(place.en), as the campus chose.")
    }
    return Text(
      fr:
        "Trajets des étudiants : classés avec \(place.fr). C'est notre hypothèse ; "
        + "`readings: {students: visitors}` dans campus.yaml en décide autrement.",
      en:
        "Student commuting is filed with \(place.en). This is our assumption; "
        + "`readings: {students: visitors}` in campus.yaml decides otherwise.")
  }

  private static let uncertainty = Text(
    fr:
      "Incertitude : GSD² − 1, par l'arithmétique publiée ; ce qui ne dit pas sa qualité compte "
      + "comme très mal connu, et chaque source comme indépendante.",
    en:
      "Uncertainty: GSD² − 1, by the published arithmetic; what does not say how well it is known "
      + "counts as very badly known, and each source as independent.")
}
