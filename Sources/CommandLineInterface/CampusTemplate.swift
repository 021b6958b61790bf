import Diagnostics

/// What `init` writes: a campus that already gives a report, to be replaced line by line.
enum CampusTemplate {
  struct File {
    let path: String
    let text: String
  }

  static func files(name: String, language: Language) -> [File] {
    [
      File(path: "campus.yaml", text: campus(name, language)),
      File(path: "activity/2024/energy.csv", text: energy(language)),
    ]
  }

  private static func campus(_ name: String, _ language: Language) -> String {
    // A name is text from outside: between quotes, it can be nothing else in YAML.
    let quoted =
      "\""
      + name.unicodeScalars.map { scalar in
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\n", "\r", "\t", "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}": " "
        default: String(scalar)
        }
      }.joined() + "\""
    return language == .french
      ? """
      format: 1
      name: \(quoted)
      language: fr
      base-year: 2024
      numbers: {decimal: comma}     # 1 234,5 dans les fichiers d'activité
      sites:
        principal:
          name: Site principal
          buildings:
            a: Bâtiment A
      years:
        2024:                       # à remplacer par vos chiffres
          students: 1000
          staff: 200
          floor-area: 20000 m2
          budget: 20000000 EUR

      """
      : """
      format: 1
      name: \(quoted)
      language: en
      base-year: 2024
      numbers: {decimal: point}     # 1234.5 in the activity files
      sites:
        main:
          name: Main site
          buildings:
            a: Building A
      years:
        2024:                       # to be replaced by your figures
          students: 1000
          staff: 200
          floor-area: 20000 m2
          budget: 20000000 EUR

      """
  }

  private static func energy(_ language: Language) -> String {
    language == .french
      ? """
      période;site;bâtiment;activité;quantité;unité;statut;remarque
      2024-01;principal;a;natural-gas;48 500;kWh PCS;read;exemple : remplacez par vos factures
      2024-02;principal;a;natural-gas;41 200;kWh PCS;read;
      2024;principal;;electricity;310 000;kWh;read;
      2024;principal;;water-supply;5 200;m3;read;
      2024;principal;;waste-household-mixed;18,5;t;estimated;

      """
      : """
      period,site,building,activity,quantity,unit,status,note
      2024-01,main,a,natural-gas,48500,kWh PCS,read,example: replace with your bills
      2024-02,main,a,natural-gas,41200,kWh PCS,read,
      2024,main,,electricity,310000,kWh,read,
      2024,main,,water-supply,5200,m3,read,
      2024,main,,waste-household-mixed,18.5,t,estimated,

      """
  }
}
