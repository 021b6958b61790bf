import Diagnostics
import Quantities
import Testing

@testable import Inventory

/// Profiles as data: what they say is what happens, and what is wrong in them is told.
struct ProfileTests {
  private static let hauler = """
    format: 1
    name: hauler
    label: Hauler
    match: {header: [Date, Déchet, Tonnage]}
    columns: {period: Date, activity: Déchet, quantity: [Poids, Tonnage]}
    constants: {unit: t, status: measured}
    decimal: comma
    missing: [NC]
    codes: [activity]
    values: {activity: {DIB: waste-household-mixed, A.B-1: waste-cardboard-recycling}}
    exclude:
      - {column: Date, begins: [Total], reason: total row}
      - {column: État, is-not: [fait], reason: not done}
    ends-at: [Annexe]

    """

  private func read(_ rows: String, recipe: String = "") throws -> ProfiledReading {
    try ProfiledReading(
      "Société;;\n;Client\n\ndate;dechet ;TONNAGE;état\n" + rows,
      profile: try ProfiledReading.profile(Self.hauler), recipe: "site: nord\n" + recipe)
  }

  @Test func `a sheet with a head, words, totals, unknown values and a tail`() throws {
    let reading = try read(
      """
      12/01/2023;DIB;1,240;fait
      09/02/2023;ab1;0,480;fait
      02/03/2023;DIB;NC;fait
      03/03/2023;DIB;9;annulé
      Total 2023;;1,720;
      Annexe;x;y;z
      04/03/2023;DIB;99;fait

      """)
    #expect(reading.days == ["2023-01-12=1.24 t", "2023-02-09=0.48 t"])
    #expect(reading.excluded.map(\.reason) == [.unknown, .rule, .rule])
    #expect(reading.excluded.compactMap { $0.row.quantity } == [Number(9), try number("1.72")])
    #expect(reading.found == ["values-not-known 7:16", "rows-excluded 8:1", "rows-excluded 9:1"])
  }

  @Test func `what is wrong is told at the cell of the file as it was received`() throws {
    let reading = try read(
      "12/01/2023;GRAVATS;1,2;fait\n31/02/2023;DIB;1;fait\n12/01/2023;DIB;x;fait\n")
    #expect(
      reading.found.sorted() == [
        "bad-date 6:1", "bad-number 7:16", "unknown-activity 5:12",
      ])
    #expect(reading.rejected.count == 3)
  }

  @Test func `the recipe says more, and goes before the profile`() throws {
    let reading = try read(
      "12/01/2023;GRAVATS;1,2;fait\n",
      recipe: "unit: kg\nvalues: {activity: {Gravats: waste-rubble-mixed}}\n")
    #expect(reading.found == [])
    #expect(reading.days == ["2023-01-12=1.2 kg"])
  }

  @Test func `one word never stands for two things`() throws {
    let codes = "values: {activity: {A-B1: waste-glass-recycling, AB1: waste-rubble-mixed}}\n"
    let reading = try read("12/01/2023;ab1;1,2;fait\n", recipe: codes)
    #expect(reading.lines.isEmpty)
    #expect(reading.log.count(of: .error) == 1)
    var log = FindingLog()
    _ = ProfileReader.profile(
      Array(Self.hauler.replacing("DIB: waste", with: "ab-1: x, DIB: waste").utf8), file: "p.yaml",
      log: &log)
    #expect(log.count(of: .error) == 1)
  }

  @Test func `a column that is read and there twice stops the file`() throws {
    let text = "date;dechet;TONNAGE;tonnage\n12/01/2023;DIB;1,240;2\n"
    let reading = try ProfiledReading(text, profile: try ProfiledReading.profile(Self.hauler))
    #expect(reading.log.sortedGroups.map(\.kind.identifier) == ["duplicate-column"])
    #expect(reading.lines.isEmpty)
  }

  @Test func `a supplier called Total is no total`() throws {
    let rows = "code;fournisseur;devise;valeur\nAA.01;TotalEnergies;EUR;10\n"
    let reading = try ProfiledReading(
      rows, shipped: "purchases-nacres",
      recipe: "site: nord\nperiod: 2023\nvalues: {activity: {AA01: spend-insurance}}\n")
    #expect(reading.sum == Number(10))
  }

  @Test func `headers of other employers are known too`() throws {
    for head in ["codeNACRES;Total;Type;;", "Code NACRES;Libellé NACRES;;;Total"] {
      let row = head.hasPrefix("code") ? "AA-01;10;x;;" : "AA01;x;;;10"
      let reading = try ProfiledReading(
        "\(head)\n\(row)\n", shipped: "purchases-nacres",
        recipe: "site: nord\nperiod: 2023\nvalues: {activity: {AA01: spend-insurance}}\n")
      #expect(reading.days == ["2023=10 EUR HT"], "\(head) \(reading.found)")
    }
  }

  @Test(arguments: ["\r\n", "\n"])
  func `line ends, a byte order mark and Windows-1252 make no difference`(end: String) throws {
    let text = "date;dechet;TONNAGE;état\(end)12/01/2023;DIB;1,240;fait\(end)"
    let profile = try ProfiledReading.profile(Self.hauler)
    let marked = try ProfiledReading("\u{FEFF}" + text, profile: profile)
    let latin = try ProfiledReading(
      "", profile: profile, bytes: text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) })
    #expect(marked.days == ["2023-01-12=1.24 t"])
    #expect(latin.days == marked.days)
  }

  @Test func `a file of another sort, an empty one and one without rows`() throws {
    let profile = try ProfiledReading.profile(Self.hauler)
    for text in ["", "a;b;c\n1;2;3\n", "\n\n\n", "\u{0}\u{1}"] {
      let reading = try ProfiledReading(text, profile: profile)
      #expect(reading.log.sortedGroups.map(\.kind.identifier) == ["profile-mismatch"])
    }
    let empty = try ProfiledReading("Date;Déchet;Tonnage\n", profile: profile)
    #expect(empty.log.sortedGroups.map(\.kind.identifier) == ["empty-table"])
  }

  @Test func `a column may be missing when the profile has a constant for it`() throws {
    let text = """
      format: 1
      name: p
      label: P
      match: {header: [code, valeur]}
      columns: {activity: code, quantity: valeur, unit: devise}
      constants: {unit: EUR HT, period: "2023"}
      values: {unit: {EUR: EUR HT}}

      """
    let profile = try ProfiledReading.profile(text)
    let plain = try ProfiledReading("code;valeur\nspend-insurance;10\n", profile: profile)
    #expect(plain.days == ["2023=10 EUR HT"])
    let rows = "code;valeur;devise\nspend-insurance;10;EUR\nspend-insurance;10;IDR\n"
    let currencies = try ProfiledReading(rows, profile: profile)
    // Rupiahs stay rupiahs: no factor is per rupiah, so the row will be refused, not taken for euros.
    #expect(currencies.days == ["2023=10 EUR HT", "2023=10 IDR"])
  }

  @Test func `NACRES codes are one however they are written, and totals are left out`() throws {
    let rows = """
      code;fournisseur;devise;valeur
      AA.01;x;EUR;10
      aa01 ;x;EUR;20
      AA-01;Total fournisseurs confondus;EUR;30

      """
    let reading = try ProfiledReading(
      rows, shipped: "purchases-nacres",
      recipe: "site: nord\nperiod: 2023\nvalues: {activity: {AA01: spend-insurance}}\n")
    #expect(reading.days == ["2023=10 EUR HT", "2023=20 EUR HT"])
    #expect(reading.excluded.compactMap { $0.row.quantity } == [Number(30)])
  }

  private static let wide = """
    format: 1
    name: wide
    label: Relevé large
    match: {header: [Mois, Gaz, Eau]}
    columns: {period: Mois, note: Remarque}
    constants: {status: read}
    missing: [NC]
    split:
      - {columns: {quantity: Gaz}, constants: {activity: natural-gas, unit: kWh PCS}}
      - {columns: {quantity: Eau}, constants: {activity: water-supply, unit: m3}}
    exclude:
      - {column: Mois, is: [Total], reason: total row}
    """

  @Test func `a row with a column for each thing is split, and every part is accounted for`() throws
  {
    let rows = """
      Mois;Gaz;Eau;Remarque
      2023-01;1200,5;80;x
      2023-02;NC;75;
      2023-03;1100;a lot;
      Total;2300,5;155;

      """
    let reading = try ProfiledReading(rows, profile: try ProfiledReading.profile(Self.wide))
    #expect(
      reading.days == [
        "2023-01=1200.5 kWh PCS", "2023-01=80 m3", "2023-02=75 m3", "2023-03=1100 kWh PCS",
      ])
    // Unknown gas of February, and both totals; the bad volume of March.
    #expect(reading.excluded.map(\.reason) == [.unknown, .rule, .rule])
    #expect(reading.rejected.count == 1)
    #expect(reading.found.contains { $0.hasPrefix("bad-number 4:") })
  }

  @Test(arguments: [
    ("columns: {quantity: Eau}, ", "", "missing-key"), ("status: read", "unit: m3", ""),
    ("{quantity: Eau}", "{quantite: Eau}", "unknown-key"),
    ("missing: [NC]", "means: index", "bad-campus-value"),
  ])
  func `what a split must say`(_ right: String, _ wrong: String, _ kind: String) {
    var log = FindingLog()
    let text = Self.wide.replacing(right, with: wrong)
    _ = ProfileReader.profile(Array(text.utf8), file: "p.yaml", log: &log)
    #expect(log.sortedGroups.map(\.kind.identifier) == (kind.isEmpty ? [] : [kind]))
  }

  @Test func `a ledger of Odoo: accounts are activities, credit notes take back`() throws {
    let rows = """
      Date;Pièce comptable;Compte;Partenaire;Libellé;Solde
      2023-01-05;FAC/1;616000 Assurances;Assureur;prime;1200,50
      2023-02-07;AVO/2;616000 Assurances;Assureur;avoir;-200,50
      2023-02-09;FAC/3;999999 Autres;Société;divers;10
      Total;;;;;1010

      """
    let reading = try ProfiledReading(
      rows, shipped: "ledger-odoo",
      recipe: "site: nord\nvalues: {activity: {\"616000 *\": spend-insurance}}\n")
    #expect(reading.days == ["2023-01-05=1200.5 EUR HT", "2023-02-07=-200.5 EUR HT"])
    #expect(reading.excluded.map(\.row.rows) == [1])
    #expect(reading.rejected.count == 1)
    #expect(reading.log.sortedGroups.contains { $0.kind.identifier == "unknown-activity" })
    let english = "Date,Account,Balance\n2023-01-05,616000 Insurance,12.5\n"
    let other = try ProfiledReading(
      english, shipped: "ledger-odoo",
      recipe: "site: nord\nvalues: {activity: {\"616000 *\": spend-insurance}}\n")
    #expect(other.days == ["2023-01-05=12.5 EUR HT"])
  }

  @Test func `line items of SAP: totals have no account, a minus behind is refused`() throws {
    let rows = """
      Grand livre 2023;;;
      Date comptable;Compte général;Texte;Montant en devise interne
      05.01.2023;616000;prime;1 200,50
      06.01.2023;616000;avoir;200,50-
      *;;;1 000,00

      """
    let reading = try ProfiledReading(
      rows, shipped: "ledger-sap",
      recipe: "site: nord\nvalues: {activity: {\"616000\": spend-insurance}}\n")
    #expect(reading.days == ["2023-01-05=1200.5 EUR HT"])
    #expect(reading.excluded.compactMap { $0.row.quantity } == [Number(1000)])
    #expect(reading.rejected.count == 1)
    #expect(reading.log.sortedGroups.contains { $0.kind.identifier == "bad-number" })
  }

  @Test func `a ledger in dollars keeps its dollars, without tax`() throws {
    let reading = try ProfiledReading(
      "code;devise;valeur\nAA.01;USD;10\nAA.01;€;5\n", shipped: "purchases-nacres",
      recipe: "site: nord\nperiod: 2023\nvalues: {activity: {AA01: spend-insurance}}\n")
    #expect(reading.days == ["2023=10 USD HT", "2023=5 EUR HT"])
  }

  @Test func `fuel cards: what is no fuel and what was cancelled does not count`() throws {
    let rows = """
      Date de transaction;Type de transaction;Produit;Quantité;Code chauffeur
      03-01-2023 08:12:00;Vente;GAZOLE;62,40;9
      04/01/2023 08:12:00;Vente;GAZOLE;62,40;9
      05/01/2023 08:12:00;Vente;ADBLUE 10L;10;9
      06/01/2023 08:12:00;Annulation;GAZOLE;-62,40;9

      """
    let reading = try ProfiledReading(rows, shipped: "fuel-card")
    #expect(
      reading.days == ["2023-01-03=62.4 L", "2023-01-04=62.4 L", "2023-01-06=-62.4 L"])
    #expect(reading.excluded.count == 1)
    #expect(
      reading.log.sortedGroups.map(\.kind.identifier).sorted()
        == ["negative-quantity", "persons-in-file", "rows-excluded"])
  }

  @Test func `bills: periods, estimates, unknown volumes`() throws {
    let rows = """
      N° de compteur;Date de début;Date de fin;Volume (m3);Nature du relevé
      W1;01/01/2023;31/03/2023;120;Réel
      W1;01/04/2023;30/06/2023;NC;Estimé
      W1;01/07/2023;30/09/2023;90;Estimé
      ;Total;;210;

      """
    let reading = try ProfiledReading(rows, shipped: "water-bill")
    #expect(reading.days == ["2023-01-01..2023-03-31=120 m3", "2023-07-01..2023-09-30=90 m3"])
    #expect(reading.lines.map(\.status) == [.read, .estimated])
    #expect(reading.excluded.map(\.reason) == [.unknown, .rule])
  }

  @Test func `the waste register: weight received, drafts left out`() throws {
    let rows = """
      N° de bordereau;Date d'expédition;Statut du bordereau;Code déchet;Émetteur - Quantité de déchet ;Quantité réceptionnée nette (tonnes)
      B1;2023-02-01;Traité;20 01 21*;0.5;0.412
      B2;2023-02-02;Brouillon;20 01 21*;0.5;
      B3;2023-02-03;Envoyé;20 01 21*;0.5;

      """
    let reading = try ProfiledReading(
      rows, shipped: "trackdechets-outgoing",
      recipe: "site: nord\nvalues: {activity: {20 01 21*: waste-weee-lamps-mixed}}\n")
    #expect(reading.days == ["2023-02-01=0.412 t"])
    #expect(reading.excluded.map(\.reason) == [.rule, .unknown])
  }

  @Test(arguments: [
    ("name: x", "nom: x"), ("format: 1", "format: 2"), ("decimal: comma", "decimal: virgule"),
    ("unit: t", "unite: t"), ("codes: [activity]", "codes: [metre]"),
    ("begins: [Total], reason: total row", "begins: [Total]"),
    ("begins: [Total],", "begins: [Total], is: [x],"), ("columns: {period", "columns: {jour"),
    ("match: {header: [Date, Déchet, Tonnage]}", "match: {}"),
  ])
  func `a mistake in a profile is told where it stands`(right: String, wrong: String) {
    let text = Self.hauler.replacing("name: hauler", with: "name: x").replacing(right, with: wrong)
    var log = FindingLog()
    _ = ProfileReader.profile(Array(text.utf8), file: "p.yaml", log: &log)
    #expect(log.count(of: .error) > 0, "\(wrong)")
  }

  @Test func `every shipped profile is sound and named after its file`() throws {
    let names = [
      "enedis-load-curve", "enedis-index", "sge-r63", "sge-r64", "fuel-card", "purchases-nacres",
      "trackdechets-outgoing", "ges1point5-missions", "chorus-dt", "grdf", "enedis-portal-daily",
      "enedis-portal-hourly",
      "water-bill", "energy-bill", "ledger-odoo", "ledger-sap",
    ]
    for name in names { #expect(try ProfiledReading.shipped(name).identifier == name) }
  }

  @Test(arguments: ["", "\n\n", "# nothing but a remark\n"])
  func `a profile or a recipe with nothing in it is refused, not passed over`(_ text: String) {
    var log = FindingLog()
    #expect(ProfileReader.profile(Array(text.utf8), file: "p.yaml", log: &log) == nil)
    #expect(log.found == ["missing-key 0:0"])
    #expect(ProfileReader.recipe(Array(text.utf8), file: "a.import.yaml", log: &log) == nil)
    #expect(log.count(of: .error) == 2)
  }
}
