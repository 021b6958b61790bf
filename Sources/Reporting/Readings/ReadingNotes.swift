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
      notes += [students(filed), mobility(filed)]
      if let made = vehicles(filed) { notes.append(made) }
    }
    notes.append(rounding)
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

  /// The other assumption of ours that can weigh much.
  private static func mobility(_ filed: FiledFootprint) -> Text {
    let isThere = filed.footprint.items.contains {
      $0.post == "travel-student-mobility" && !$0.cells.isEmpty
    }
    if !isThere { return Text(same: "") }
    return Text(
      fr: "Mobilité étudiante : classée avec les visiteurs et clients. C'est notre hypothèse.",
      en: "Student mobility is filed with visitors and clients. This is our assumption.")
  }

  /// Manufacture that is said to be counted when vehicles are bought, and is not.
  private static func vehicles(_ filed: FiledFootprint) -> Text? {
    let items = filed.footprint.items
    let isLeftOut = filed.leftOut.contains { $0.code.identifier == "vehicle-manufacture" }
    let isBought = items.contains { $0.post == "assets-vehicles" && !$0.cells.isEmpty }
    let isBoth =
      isBought
      && items.contains { item in
        item.activity.scopeRule == .ownedVehicle
          && item.cells.contains { $0.stage == .manufacture && !$0.amount.isZero }
      }
    if isLeftOut, !isBought {
      return Text(
        fr: "Aucun véhicule n'est saisi à l'achat : leur fabrication n'est comptée nulle part ici.",
        en: "No vehicle is entered as bought: their manufacture is counted nowhere here.")
    }
    if isBoth, !isLeftOut {
      return Text(
        fr:
          "La fabrication des véhicules est comptée au kilomètre et à l'achat : vérifiez que ce ne "
          + "sont pas les mêmes.",
        en:
          "The manufacture of vehicles is counted by the kilometre and as bought: check that they "
          + "are not the same.")
    }
    return nil
  }

  private static let rounding = Text(
    fr:
      "Chaque valeur est arrondie pour elle-même : la somme d'une ligne peut s'en écarter un peu.",
    en: "Each value is rounded by itself: the sum of a row may differ from it a little.")

  private static let uncertainty = Text(
    fr:
      "Incertitude : GSD² − 1, par les coefficients publiés ; ce qui ne dit pas sa qualité compte "
      + "comme très mal connu. Une activité est une source ; un facteur ne se trompe qu'une fois.",
    en:
      "Uncertainty: GSD² − 1, by the published coefficients; what does not say how well it is known "
      + "counts as very badly known. An activity is one source; a factor errs once.")
}
