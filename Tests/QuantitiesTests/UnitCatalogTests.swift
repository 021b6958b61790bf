import Quantities
import Testing

private func capitalized(_ name: String) -> String {
  name.prefix(1).uppercased() + name.dropFirst().lowercased()
}

private func convert(_ from: String, _ to: String) throws -> Ratio? {
  try unit(from).conversion(to: try unit(to))
}

@Suite struct UnitCatalogTests {
  @Test(arguments: [
    // International agreement of 1959; NIST Handbook 44, appendix C: all exact.
    ("lb", "kg", "0.45359237"), ("oz", "g", "28.349523125"), ("short ton", "kg", "907.18474"),
    ("gal", "L", "3.785411784"), ("mi", "km", "1.609344"), ("ft2", "m2", "0.09290304"),
    // SI and the watt-hour: 3.6 MJ = 1 kWh. tep: International Energy Agency.
    ("kWh", "MJ", "3.6"), ("MWh", "kWh", "1000"), ("GWh", "MWh", "1000"), ("GJ", "MJ", "1000"),
    ("TJ", "GJ", "1000"), ("tep", "GJ", "41.868"), ("tep", "kWh", "11630"), ("kJ", "J", "1000"),
    ("t", "kg", "1000"), ("g", "mg", "1000"), ("m3", "L", "1000"), ("hL", "L", "100"),
    ("cL", "mL", "10"), ("km", "m", "1000"), ("m", "cm", "100"), ("cm", "mm", "10"),
    ("ha", "m2", "10000"), ("km2", "ha", "100"),
    // Convention of this program: a year of 365 days, a month its twelfth.
    ("year", "day", "365"), ("year", "month", "12"), ("year", "quarter", "4"), ("day", "h", "24"),
    ("h", "min", "60"), ("min", "s", "60"), ("week", "day", "7"),
    // ISO/IEC 80000-13: 1000 for decimal prefixes, 1024 for binary ones, 8 bits a byte.
    ("GB", "MB", "1000"), ("GB", "Gb", "8"), ("GiB", "MiB", "1024"), ("GiB", "B", "1073741824"),
    ("Go", "Mo", "1000"), ("TB", "GB", "1000"), ("kB", "B", "1000"), ("Tio", "Gio", "1024"),
    ("tCO2e", "kgCO2e", "1000"), ("kgCO2e", "gCO2e", "1000"), ("MtCO2e", "ktCO2e", "1000"),
    ("kEUR", "EUR", "1000"), ("M€", "k€", "1000"), ("%", "1", "0.01"), ("kW.h", "kWh", "1"),
    ("t.km", "kg.km", "1000"), ("vkm", "vehicle.m", "1000"), ("pkm", "passenger.m", "1000"),
    ("MWh/h", "MW", "1"),
  ])
  func `conversions are exact`(from: String, to: String, ratio: String) throws {
    #expect(try convert(from, to) == Ratio(ratio))
  }

  @Test func `every pair of a dimension converts there and back`() throws {
    let units = UnitCatalog.all.map(\.unit)
    var pairs = 0
    for first in units {
      for second in units {
        let ratio = first.conversion(to: second)
        #expect((ratio != nil) == (first.dimension == second.dimension))
        guard let ratio else { continue }
        let back = try #require(second.conversion(to: first))
        #expect(ratio * back == .one)
        let start = Quantity(try number("1234.56"), first)
        #expect(start.converted(to: second)?.converted(to: first) == start)
        pairs += 1
      }
    }
    #expect(pairs > 500)  // 11 energies alone make 121
  }

  @Test func `every name of the catalogue leads to its unit and to no other`() {
    for entry in UnitCatalog.all {
      for name in [entry.symbol] + entry.aliases {
        #expect(UnitCatalog.unit(named: name) == entry.unit, "\(name)")
      }
      // A plural that exists is the same unit.
      for name in [entry.french, entry.english] where !name.hasSuffix("s") {
        let plural = UnitCatalog.unit(named: name + "s")
        #expect(plural == nil || plural == entry.unit, "\(name)s")
      }
    }
  }

  @Test func `changing the case never changes the unit, unless both spellings are listed`() {
    let listed = Dictionary(
      UnitCatalog.all.flatMap { entry in
        ([entry.symbol] + entry.aliases).map { ($0, entry.unit) }
      }, uniquingKeysWith: { first, _ in first })
    for (name, unit) in listed {
      for variant in [name.lowercased(), name.uppercased(), capitalized(name)] {
        let read = UnitCatalog.unit(named: variant)
        #expect(read == nil || read == unit || read == listed[variant], "\(variant) for \(name)")
      }
    }
  }

  @Test(arguments: [
    ("kwh", "kWh"), ("KWH", "kWh"), ("Kwh", "kWh"), ("MWH", "MWh"), ("Mwh", "MWh"), ("gwh", "GWh"),
    ("KG", "kg"), ("Tonnes", "t"), ("M3", "m3"), ("m³", "m3"), ("m²", "m2"), ("mètres cubes", "m3"),
    ("m\u{65}\u{300}tre cube", "m3"), ("LITRES", "L"), ("l", "L"), ("TEP", "tep"), ("toe", "tep"),
    ("kWh PCS", "kWh PCS"), ("kWhPCS", "kWh PCS"), ("kWh (PCS)", "kWh PCS"),
    ("KWh pci", "kWh PCI"), ("kWh HHV", "kWh PCS"), ("kWh (LHV)", "kWh PCI"),
    ("MWh\u{A0}PCS", "MWh PCS"), ("Tep PCI", "tep PCI"), ("GJPCI", "GJ PCI"),
    ("personnes", "person"), ("repas", "meal"), ("nuitées", "night"), ("Nuitee", "night"),
    ("unités", "piece"), ("pièces", "piece"), ("e-mails", "email"), ("livre", "book"),
    ("pkm", "passenger.km"), ("passager.km", "passenger.km"), ("voyageur.km", "passenger.km"),
    ("pers.km", "passenger.km"), ("véhicule.km", "vehicle.km"), ("vkm", "vehicle.km"),
    ("tonne.km", "t.km"), ("tkm", "t.km"), ("T.KM", "t.km"), ("passager·km", "passenger.km"),
    ("an", "year"), ("ans", "year"), ("années", "year"), ("a", "year"), ("mois", "month"),
    ("j", "day"), ("J", "J"), ("jours", "day"), ("trimestre", "quarter"), ("heures", "h"),
    ("kgCO2eq", "kgCO2e"), ("kg CO₂e", "kgCO2e"), ("kg éqCO2", "kgCO2e"), ("teqCO2", "tCO2e"),
    ("t CO2 eq", "tCO2e"), ("€", "EUR"), ("euros", "EUR"), ("k€", "kEUR"), ("K€", "kEUR"),
    ("M€", "MEUR"), ("EUR2023 HT", "EUR2023 HT"), ("EUR HT 2023", "EUR2023 HT"),
    ("kEUR (2023) HT", "kEUR2023 HT"), ("keuro (2019) HT", "kEUR2019 HT"), ("€ TTC", "EUR TTC"),
    ("k€ HT", "kEUR HT"), ("EUR 2020", "EUR2020"), ("USD", "USD"), ("kUSD2021", "kUSD2021"),
    ("Go", "GB"), ("Gb", "Gbit"), ("Gio", "GiB"), ("octets", "B"), ("Mo", "MB"), ("KB", "kB"),
    ("gal (US)", "gal"), ("miles", "mi"), ("%", "%"), ("pour cent", "%"), ("kilowattheures", "kWh"),
    ("kilowatt-hours", "kWh"), ("mégawatts-heures", "MWh"),
  ])
  func `usual spellings in both languages are read`(name: String, symbol: String) {
    #expect(UnitCatalog.unit(named: name)?.symbol == symbol)
  }

  @Test(arguments: [
    "mwh", "mWh", "mj", "mw", "ML", "Mg", "MM", "mo", "gb", "mb", "GIB", "m€", "mtCO2e", "M", "ton",
    "tons", "kg CO2", "CO2", "usd", "all", "try", "ABC", "EUR HT TTC", "EUR2023 2022", "EUR23",
    "EUR 1850", "m2 PCS", "PCS", "kWhh", "", " ", "2023", "$", "kWh HT", "km HT",
  ])
  func `doubtful spellings are refused`(name: String) {
    #expect(UnitCatalog.unit(named: name) == nil)
  }

  @Test func `what looks alike is not the same dimension`() throws {
    for (first, second) in [
      ("kWh PCS", "kWh PCI"), ("kWh PCS", "kWh"), ("kWh PCI", "kWh"), ("EUR HT", "EUR TTC"),
      ("EUR HT", "EUR"), ("EUR2022 HT", "EUR2023 HT"), ("EUR", "USD"), ("night", "meal"),
      ("person", "passenger"), ("km", "passenger.km"), ("kg", "kgCO2e"), ("kWh", "kW"),
      ("piece", "meal"), ("m3", "m2"), ("passenger.km", "vehicle.km"),
    ] { #expect(try convert(first, second) == nil, "\(first) \(second)") }
  }

  @Test func `a mistyped name gets the nearest ones`() {
    #expect(UnitCatalog.nearest(to: "mwh").first == "MWh")
    #expect(UnitCatalog.nearest(to: "kWhh").first == "kWh")
    #expect(UnitCatalog.nearest(to: "passager.kn").contains("passager.km"))
    #expect(UnitCatalog.nearest(to: "repsa").contains("repas"))
    #expect(UnitCatalog.nearest(to: "kWh PCT").contains("kWh PCS"))
    #expect(UnitCatalog.nearest(to: "qqqqqqqqqq").isEmpty)
    #expect(UnitCatalog.nearest(to: "").isEmpty)
  }

  @Test func `bytes and text give the same unit`() {
    let unit = Array("kWh PCS".utf8).withUnsafeBufferPointer { UnitCatalog.unit(bytes: $0) }
    #expect(unit == UnitCatalog.unit(named: "kWh PCS"))
    let broken: [UInt8] = [0xFF, 0x6B]
    #expect(broken.withUnsafeBufferPointer { UnitCatalog.unit(bytes: $0) } == nil)
  }

  @Test func `money can be built without text`() {
    #expect(
      Unit.money("EUR", tax: .exclusive, priceYear: 2023) == UnitCatalog.unit(named: "EUR2023 HT"))
    #expect(Unit.money("XYZ") == nil)
  }
}
