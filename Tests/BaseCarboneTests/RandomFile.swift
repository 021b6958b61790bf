import TestSupport

/// Files made at random from a seed: stages, gases, extra gases, archived and refused elements.
enum RandomFile {
  static func make(seed: UInt64) -> OfficialFile {
    var random = SplitMix64(seed: seed)
    var rows: [OfficialFile.Row] = []
    for number in 1...12 {
      var common: OfficialFile.Row = [:]
      if number % 5 == 0 { common["Statut de l'élément"] = "Archivé" }
      if number % 7 == 0 { common["Unité français"] = random.pick(["", "kgCO2e/fagot"]) ?? "" }
      let identifier = String(100 * number % 37 + number * 3)
      rows.append(
        OfficialFile.element(identifier, value(&random), common.merging(gases(&random)) { $1 }))
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let type = random.pick(["Amont", "Combustion", "Transport", "Autre"]) ?? "Amont"
        rows.append(
          OfficialFile.stage(
            identifier, type, value(&random), common.merging(gases(&random)) { $1 }))
      }
    }
    return OfficialFile(rows: rows)
  }

  /// Rows that follow each other with the same identifier.
  static func groups(of rows: [OfficialFile.Row]) -> [[OfficialFile.Row]] {
    var groups: [[OfficialFile.Row]] = []
    for row in rows {
      let name = "Identifiant de l'élément"
      if row["Type Ligne"] == "Poste", groups.last?.first?[name] == row[name] {
        groups[groups.count - 1].append(row)
      } else {
        groups.append([row])
      }
    }
    return groups
  }

  private static func gases(_ random: inout SplitMix64) -> OfficialFile.Row {
    guard Bool.random(using: &random) else { return [:] }
    var row: OfficialFile.Row = ["CO2f": value(&random), "CO2b": value(&random)]
    if Bool.random(using: &random) { row["N2O"] = value(&random) }
    if Bool.random(using: &random) {
      row["Code gaz supplémentaire 2"] = random.pick(["Divers", "SF6", "HFC-125", "?"]) ?? ""
      row["Valeur gaz supplémentaire 2"] = value(&random)
    }
    return row
  }

  private static func value(_ random: inout SplitMix64) -> String {
    let digits = Int.random(in: -99...999, using: &random)
    return random.pick(["\(digits)", "\(digits),5", "\(digits),00E-03", "0"]) ?? "0"
  }
}
