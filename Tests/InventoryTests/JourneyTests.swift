import Diagnostics
import EmissionFactors
import Quantities
import Tables
import Testing

@testable import Inventory

/// Files that name places: kilometres come from the campus's own table, and from nowhere else.
struct JourneyTests {
  private static let table = """
    from;to;km
    Grenoble;Lyon Saint-Exupéry;90
    Alès;Paris;600
    Paris;New York;5830
    Alès;Nîmes;45

    """
  private static let head =
    "# mission\tDate de départ\tVille de départ\tPays de départ\tVille de destination\tPays de "
    + "destination\tMode de déplacement\tNb de personnes dans la voiture\tAller Retour (OUI si "
    + "identiques, NON si différents)\tMotif du déplacement (optionnel)\tStatut\n"

  private func read(_ rows: String, table: String = table) throws -> ProfiledReading {
    var log = FindingLog()
    let distances = Distances.read(
      ByteSource(name: "distances.csv", bytes: Array(table.utf8)), decimalMark: nil, log: &log)
    #expect(log.found == [])
    return try ProfiledReading(
      Self.head + rows, profile: try ProfiledReading.shipped("ges1point5-missions"),
      recipe: "site: nord\n", distances: distances)
  }

  private func activities(_ reading: ProfiledReading) -> [String] {
    zip(reading.lines, reading.days).map { line, day in
      "\(Shipped.catalog.activities[Int(line.activity)].identifier) \(day)"
    }
  }

  @Test func `there and back is twice, a car is shared, a plane has its distance`() throws {
    let reading = try read(
      """
      1\t24/01/2023\tGrenoble\tFrance\tLyon Saint-Exupéry\tFrance\tbus\t\tOUI\t\tITA
      2\t25/01/2023\tParis\tFrance\tAlès\tFrance\ttrain\t\tNON\t\tITA
      3\t26/01/2023\tAlès\tFrance\tNîmes\tFrance\tTrain\t\toui\t\tITA
      4\t27/01/2023\tAlès\tFrance\tNîmes\tFrance\tVoiture\t3\tOUI\t\tITA
      5\t28/01/2023\tparis\tFrance\tNEW YORK\tUSA\tavion\t\tOui\t\tITA

      """)
    #expect(reading.found == [])
    #expect(
      activities(reading) == [
        "business-bus 2023-01-24=180 passenger.km",
        "business-train-tgv 2023-01-25=600 passenger.km",
        "business-train-ter 2023-01-26=90 passenger.km",
        "business-car-average 2023-01-27=30 vehicle.km",
        "business-plane-over-5000 2023-01-28=11660 passenger.km",
      ])
  }

  @Test func `pairs that are not known are listed once, ready to be filled in`() throws {
    let reading = try read(
      """
      1\t24/01/2023\tAlès\tFrance\tLille\tFrance\ttrain\t\tOUI\t\tITA
      2\t24/01/2023\tAlès\tFrance\tLille\tFrance\ttrain\t\tOUI\t\tITA
      3\t24/01/2023\tAlès\tFrance\tBrest\tFrance\ttrain\t\tOUI\t\tITA
      4\t24/01/2023\tAlès\tFrance\tParis\tFrance\ttrain\t\tOUI\t\tITA

      """)
    #expect(reading.found == ["unknown-distances 2:14"])
    #expect(
      reading.log.facts(of: ProfileFindings.unknownDistances)
        == ["count": "2", "expected": "Alès;Brest; | Alès;Lille;"])
    #expect(reading.rejected.count == 3)
    #expect(reading.lines.count == 1)
  }

  @Test func `several modes in a cell are no mode`() throws {
    let reading = try read(
      "1\t24/01/2023\tAlès\tFrance\tParis\tFrance\tAvion, Train\t\tOUI\t\tITA\n")
    #expect(reading.log.sortedGroups.map(\.kind.identifier) == ["unknown-activity"])
  }

  @Test func `services of Chorus-DT: done ones only, counted, one way`() throws {
    let head =
      "N° de l'OM;Mode de réservation (online, offline);Structure;Date de début mission;Date de fin "
      + "mission;Statut;Lieu de départ;Lieu d'arrivée;Type de prestation;Lieu étape;Nombre de "
      + "prestations;Nombre d'OM;Nombre de jours;Coût des prestations\n"
    let rows = """
      1;on;S;12/01/2023;13/01/2023;T - Traité;75056 - PARIS;TR_FRALS - Alès;T - Train;;2;1;2;200
      2;on;S;12/01/2023;13/01/2023;A - Annulé;75056 - PARIS;TR_FRALS - Alès;T - Train;;2;1;2;200
      3;on;S;12/01/2023;13/01/2023;T - Traité;75056 - PARIS;;AU - Autre;;1;1;2;20

      """
    var log = FindingLog()
    let distances = Distances.read(
      ByteSource(
        name: "distances.csv", bytes: Array("from;to;km\nTR_FRALS - Alès;75056 - PARIS;600\n".utf8)),
      decimalMark: nil, log: &log)
    let reading = try ProfiledReading(
      head + rows, profile: try ProfiledReading.shipped("chorus-dt"), recipe: "site: nord\n",
      distances: distances)
    #expect(reading.log.sortedGroups.map(\.kind.identifier) == ["rows-excluded", "rows-excluded"])
    #expect(activities(reading) == ["business-train-tgv 2023-01-12=1200 passenger.km"])
    #expect(reading.excluded.count == 2)
  }

  @Test(arguments: ["x", "-1", "20101", "", "1e5", "NaN"])
  func `what is no distance is refused`(text: String) {
    var log = FindingLog()
    _ = Distances.read(
      ByteSource(name: "distances.csv", bytes: Array("from;to;km\nA;B;\(text)\n".utf8)),
      decimalMark: nil, log: &log)
    #expect(log.sortedGroups.map(\.kind.identifier) == ["bad-distance"])
  }

  @Test func `two distances for one pair contradict each other, either way`() {
    var log = FindingLog()
    let text = "from;to;km\nA;B;10\nb;a;10\nB;A;11\n"
    _ = Distances.read(
      ByteSource(name: "distances.csv", bytes: Array(text.utf8)), decimalMark: nil, log: &log)
    #expect(log.found == ["bad-distance 4:5"])
  }
}

/// Rows of journeys whose kilometres cannot be reckoned say why.
struct JourneyFaultTests {
  private static let header =
    "Date de départ;Ville de départ;Ville de destination;Mode de déplacement;"
    + "Nb de personnes dans la voiture\n"

  private func distances(_ kilometres: String) -> Distances {
    var log = FindingLog()
    let source = ByteSource(
      name: "distances.csv", bytes: Array("from;to;km\nA;B;\(kilometres)\n".utf8))
    return Distances.read(source, decimalMark: .comma, log: &log)
  }

  @Test(arguments: ["deux", "0", "-1", "1e3"])
  func `a count that counts nothing is told at its place`(people: String) throws {
    let reading = try ProfiledReading(
      Self.header + "24/01/2023;A;B;Voiture;\(people)\n24/01/2023;A;B;Train;\(people)\n",
      profile: try ProfiledReading.shipped("ges1point5-missions"), recipe: "site: nord\n",
      distances: distances("100"))
    // Nobody shares a train: its cell is not read.
    #expect(reading.found == ["bad-count 2:24"])
    #expect(reading.rejected.count == 1)
    #expect(reading.lines.count == 1)
  }

  @Test func `a file without the columns of places is refused`() throws {
    let text = """
      format: 1
      name: trips
      label: trips
      match: {header: [Date, Mode]}
      columns: {period: Date, activity: Mode}
      constants: {unit: passenger.km}
      journey: {from: De, to: À}
      """
    let reading = try ProfiledReading(
      "Date;Mode;Vers\n2023-01-02;business-train-tgv;Paris\n",
      profile: try ProfiledReading.profile(text), recipe: "site: nord\n")
    #expect(reading.found.count == 2)
    #expect(reading.found.allSatisfy { $0.hasPrefix("cell-without-source") })
    #expect(reading.lines.isEmpty)
  }
}
