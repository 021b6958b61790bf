import Quantities
import Testing

/// A quantity written as people do; only tests read them this way.
private func quantity(_ value: String, _ name: String) throws -> Quantity {
  Quantity(value: try ratio(value), unit: try unit(name))
}

private func quantity(_ value: String, _ unit: Unit) throws -> Quantity {
  Quantity(value: try ratio(value), unit: unit)
}

// Chained operations: nil goes through, and the expected value then shows where it came from.
private func * (left: Quantity?, right: Quantity?) -> Quantity? {
  guard let left, let right else { return nil }
  return left * right
}

private func + (left: Quantity?, right: Quantity?) -> Quantity? {
  guard let left, let right else { return nil }
  return left + right
}

extension Optional where Wrapped == Quantity {
  fileprivate func value(in name: String) throws -> Ratio {
    let target = try unit(name)
    return try #require(self?.converted(to: target)).value
  }
}

/// Unit arithmetic of publicodes' own test suite (MIT), files conversion-unité.yaml,
/// simplifier-unité.yaml and units.test.js at a98ee41e; months there are twelfths of a year.
@Suite struct UnitArithmeticOfPublicodes {
  private func per(_ name: String, _ counted: Unit) throws -> Unit {
    let quotient = counted / (try unit(name))
    return try #require(quotient)
  }

  @Test func `N1: 30 showers a month are 360 a year`() throws {
    let shower = Unit(counting: "shower")
    let perMonth = try per("mois", shower)
    let perYear = try per("an", shower)
    #expect(try quantity("30", perMonth).converted(to: perYear)?.value == Ratio(360))
  }

  @Test func `N2: 1.5 kg a shower, 30 showers, 45 kg`() throws {
    let shower = Unit(counting: "shower")
    let quotient = try unit("kgCO2e") / shower
    let perShower = try #require(quotient)
    let perMonth = try per("mois", shower)
    let product = try quantity("1.5", perShower) * quantity("30", perMonth)
    #expect(product?.unit.symbol == "kgCO2e/month" && product?.value == Ratio(45))
  }

  @Test func `N3: 1 % a month of 1000 EUR is 120 EUR a year`() throws {
    let product = try quantity("1000", "EUR") * quantity("1", "%/mois")
    #expect(try product.value(in: "EUR/an") == Ratio(120))
  }

  @Test func `N4: 28 h of 35 h is 80 %`() throws {
    let quotient = try quantity("28", "h") / quantity("35", "h")
    #expect(try quotient.value(in: "%") == Ratio(80))
  }

  @Test func `N5: monthly and yearly amounts add up to 2320 EUR a year`() throws {
    let sum = try quantity("80", "EUR/mois") + quantity("1120", "EUR/an")
    let total = try sum + quantity("20", "EUR/mois")
    #expect(try total.value(in: "EUR/an") == Ratio(2320))  // 960 + 1120 + 240
  }

  @Test func `N6: three months of 12000 EUR a year are 3000 EUR`() throws {
    let product = try quantity("12000", "EUR/an") * quantity("3", "mois")
    #expect(try product.value(in: "EUR") == Ratio(3000))
  }

  @Test func `N7: 2 % a year of a quarter and four months is 46 EUR a year`() throws {
    let first = try quantity("100", "EUR/mois") * quantity("1", "trimestre")
    let second = try quantity("500", "EUR/mois") * quantity("4", "mois")
    let product = try (first + second) * quantity("2", "%/an")
    #expect(try product.value(in: "EUR/an") == Ratio(46))  // (300 + 2000) x 2 %
  }

  @Test func `N8: 50 % of 5 % is 2.5 %`() throws {
    let product = try quantity("50", "%") * quantity("5", "%")
    #expect(try product.value(in: "%") == Ratio(5, 2))
  }

  @Test func `N9: 100 EUR a person and day are 36.5 kEUR a year`() throws {
    let daily: Quantity? = try quantity("100", "EUR/personne/jour")
    #expect(try daily.value(in: "kEUR/an/personne") == Ratio(73, 2))  // 100 x 365 / 1000
  }

  @Test func `N10: 12 % a year is a hundredth a month`() throws {
    let yearly: Quantity? = try quantity("12", "%/an")
    #expect(try yearly.value(in: "1/mois") == Ratio(1, 100))
  }
}

/// Worked lines published with the tests and documents of other tools; their results, our arithmetic.
@Suite struct WorkedLines {
  @Test func `F2, F4, F10, F12, F14: quantity times factor`() throws {
    for (value, unit, factor, expected) in [
      ("100", "kg", "1.5", "150"), ("200", "EUR", "0.5", "100"),  // EPFL-ENAC co2-calculator
      ("250", "kWh", "0.01074", "2.685"), ("10000", "kWh", "0.44912", "4491.2"),  // pledge4future
      ("500", "L", "2.38", "1190"),  // UNDP carbon-footprint-program
    ] {
      let product = try quantity(value, unit) * quantity(factor, "kgCO2e/\(unit)")
      #expect(product?.unit.symbol == "kgCO2e")
      #expect(product?.value == Ratio(expected))
    }
  }

  @Test func `F6: a room of 100 m2`() throws {
    // EPFL-ENAC co2-calculator: 100 m2 x 10 kWh/m2 x 0.5 x 0.2 kg/kWh
    let energy = try quantity("100", "m2") * quantity("10", "kWh/m2")
    let half = energy * Quantity(value: Ratio(1, 2), unit: .one)
    #expect(try (half * quantity("0.2", "kgCO2e/kWh")).value(in: "kgCO2e") == Ratio(100))
  }

  @Test func `F8: a factor in tonnes per MWh`() throws {
    // hyperledger-labs blockchain-carbon-accounting: 128 kWh, California 2019, rounded to 25 kg
    let product = try quantity("128", "kWh") * quantity("0.19359146878269065", "tCO2e/MWh")
    let mass = try #require(Number(rounding: product.value(in: "kgCO2e")))
    #expect(ExactAmount(mass).rounded(decimals: 0) == Int256(25))
  }

  @Test func `F16: eight hours of consulting`() throws {
    let product = try quantity("8", "h") * quantity("2.5", "kgCO2e/h")  // sustainability-odoo
    #expect(try product.value(in: "kgCO2e") == Ratio(20))
  }

  @Test func `F18: ten million gigabytes through the network`() throws {
    // cloud-carbon-footprint: 0.001 kWh/GB, PUE 1.135
    let energy = try quantity("1e7", "GB") * quantity("0.001", "kWh/GB")
    #expect(try (energy * quantity("1.135", .one)).value(in: "kWh") == Ratio(11_350))
  }

  @Test func `F20: an hour of computing at one per cent`() throws {
    // cloud-carbon-footprint: (0.71 + 0.01 x (3.46 - 0.71)) W x 1 h x 1.135 x 2
    let range = try quantity("3.46", "W") - quantity("0.71", "W")
    let used = try range * quantity("1", "%")
    let power = try quantity("0.71", "W") + used
    let energy = try power * quantity("1", "h")
    #expect(try (energy * quantity("2.27", .one)).value(in: "kWh") == Ratio("0.001674125"))
  }

  @Test func `F22: the embodied share of a server`() throws {
    // cloud-carbon-footprint: 1.7957 t x 24 h / 35 040 h x 1/96; published 1.2811786529680366e-05
    let time = try quantity("24", "h") / quantity("35040", "h")
    let share = try quantity("1.7957", "tCO2e") * time
    let part = try (share * Quantity(value: Ratio(1, 96), unit: .one)).value(in: "tCO2e")
    #expect(abs(part.toDouble() / 1.2811786529680366e-05 - 1) < 1e-12)
  }

  @Test func `F24, F26: life cycles add up`() throws {
    let total = try quantity("25", "kgCO2e")  // impactco2
    #expect(try (total + quantity("10", "kgCO2e")).value(in: "kgCO2e") == Ratio(35))
    let use = try quantity("5", "year") * quantity("5", "kgCO2e/year")
    #expect(try (total + use).value(in: "kgCO2e") == Ratio(50))
  }

  @Test func `F28: two in the car share its emissions`() throws {
    let shared = try quantity("11.055776005563029", "kgCO2e") / quantity("2", .one)  // impactco2
    #expect(try shared.value(in: "kgCO2e") == Ratio("5.5278880027815145"))
  }
}

@Suite struct QuantityTests {
  @Test func `1 m / 10 cm + 2 is 12`() throws {
    // publicodes issue 524 gave 210: the quotient keeps m/cm, so 2 is 0.02 of it, not 200
    let quotient = try quantity("1", "m") / quantity("10", "cm")
    #expect(try quotient.value(in: "1") == Ratio(10))
    let sum = try quotient + quantity("2", .one)
    #expect(try sum.value(in: "1") == Ratio(12))
  }

  @Test func `a gigabyte, a gibibyte and a gigabit differ`() throws {
    let gigabyte: Quantity? = try quantity("10", "GB")
    #expect(try gigabyte.value(in: "Gb") == Ratio(80))
    #expect(try gigabyte.value(in: "GiB") == Ratio(10_000_000_000, 1_073_741_824))  // 1000^3/1024^3
  }

  @Test func `12 MWh on a factor per kWh count a thousand times more`() throws {
    let product = try quantity("12", "MWh") * quantity("0.05", "kgCO2e/kWh")
    #expect(try product.value(in: "kgCO2e") == Ratio(600))
  }

  @Test func `what does not measure the same is never added`() throws {
    for (left, right) in [
      ("kWh PCS", "kWh PCI"), ("EUR HT", "EUR TTC"), ("night", "meal"), ("m", "s"),
      ("kg", "kgCO2e"),
    ] {
      #expect(try quantity("1", left) + quantity("1", right) == nil)
      #expect(try quantity("1", left) - quantity("1", right) == nil)
      #expect(try quantity("1", left).converted(to: try unit(right)) == nil)
    }
  }

  @Test func `a division by zero and an overflow are nil`() throws {
    #expect(try quantity("1", "kg") / quantity("0", "kg") == nil)
    let huge = try quantity("1e30", "TWh")
    #expect(huge * huge == nil)
  }

  @Test func `a quantity gives a number when it fits`() throws {
    let third = try quantity("1", "kg") / quantity("3", .one)
    #expect(third?.number == Number("0.333333333333"))
    #expect(Quantity(Number(5), try unit("kg")).number == Number(5))
  }

  @Test func `dimensions are described for messages`() throws {
    #expect(try unit("EUR2023 HT").dimension.description == "EUR2023 HT")
    #expect(Dimension.dimensionless.description == "1" && Unit.one.dimension.isDimensionless)
    #expect(try unit("1/h").dimension.description == "1/time")
    #expect(try unit("m.m").dimension.description == "length^2")
  }
}
