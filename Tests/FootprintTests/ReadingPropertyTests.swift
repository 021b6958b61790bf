import EmissionFactors
import Footprint
import Inventory
import Quantities
import Testing

/// What holds for every reading of every footprint.
struct ReadingPropertyTests {
  private func total(_ postings: [Posting]) -> ExactAmount {
    postings.reduce(.zero) { $1.gas.isApart ? $0 : $0 + $1.amount }
  }

  /// Codes and what is left out add up to every line, every item and the total, exactly.
  private func expectNothingLost(_ campus: CampusCase, _ name: String) throws {
    for reading in campus.run.catalog.readings {
      let filer = Filer(reading, campus.run)
      for year in campus.run.years {
        let footprint = campus.run.footprint(year: year)
        for item in footprint.items {
          #expect(
            total(filer.postings(of: item)) == item.total, "\(name) \(year) \(reading.identifier)")
        }
        let filed = footprint.filed(under: reading)
        let out = filed.leftOut.reduce(ExactAmount.zero) { $0 + $1.entry.total }
        #expect(filed.reported.total + out == footprint.total)
        var byLine = ExactAmount.zero
        var byCode: [String: ExactAmount] = [:]
        Tracer.lines(campus.run, files: campus.files, year: year) { line in
          let postings = filer.postings(of: line)
          let amount = line.cells.reduce(ExactAmount.zero) {
            $1.gas.isApart ? $0 : $0 + $1.amount
          }
          #expect(total(postings) == amount, "\(name) \(line.file):\(line.line)")
          byLine += amount
          for posting in postings where !posting.gas.isApart {
            byCode[posting.code, default: .zero] += posting.amount
          }
        }
        #expect(byLine == footprint.total, "\(name) \(year)")
        for code in reading.codes where code.kind != .heading {
          #expect(
            filed.entry(code).total == byCode[code.identifier] ?? .zero,
            "\(name) \(year) \(reading.identifier) \(code.identifier)")
        }
      }
    }
  }

  @Test(arguments: ["demo-campus", "mines-ales", "mines-ales-energy-2020", "mines-albi"])
  func `nothing of an example is lost in a reading`(name: String) throws {
    try expectNothingLost(CampusCase.example(name), name)
  }

  @Test(arguments: 0..<25)
  func `nothing of a random campus is lost in a reading`(seed: UInt64) throws {
    let random = RandomCampus(seed: seed, mistakes: false)
    try expectNothingLost(
      try CampusCase(random.texts, campus: RandomCampus.yaml), "seed \(seed)")
  }

  @Test(arguments: 0..<10)
  func `the order of rows and files changes no reading`(seed: UInt64) throws {
    let random = RandomCampus(seed: seed, mistakes: false)
    let first = try CampusCase(random.texts, campus: RandomCampus.yaml)
    let second = try CampusCase(
      random.shuffled(seed: seed &+ 99).texts, campus: RandomCampus.yaml)
    for year in first.run.years {
      for reading in first.run.catalog.readings.map(\.identifier) {
        #expect(
          try ReadingTests.codes(first, year, reading)
            == ReadingTests.codes(second, year, reading))
      }
    }
  }

  /// Every shipped activity, every stage of its factors, as a campus usually has it.
  @Test func `every shipped activity has its place in every reading`() {
    let catalog = Shipped.catalog
    let campus = Campus()
    for reading in catalog.readings {
      for activity in catalog.activities where activity.ledger == .footprint {
        for factor in catalog.factors(ofFamily: activity.family, warming: .ar6) {
          for cell in factor.cells {
            let code = catalog.code(
              in: reading, activity: activity, post: activity.post, stage: cell.stage,
              characterisation: .operated, choices: campus.readingChoices)
            #expect(
              code != ReadingCode.unfiled,
              "\(reading.identifier) \(activity.identifier) \(cell.stage.identifier)")
          }
        }
      }
    }
  }

  /// Two tables say what is scope 1, 2 and 3: they must say the same.
  @Test func `the GHG Protocol codes agree with the scopes`() throws {
    let catalog = Shipped.catalog
    let reading = try #require(catalog.reading(named: "ghg-protocol"))
    for activity in catalog.activities where activity.ledger == .footprint {
      for factor in catalog.factors(ofFamily: activity.family, warming: .ar6) {
        for cell in factor.cells {
          let code = catalog.code(
            in: reading, activity: activity, post: activity.post, stage: cell.stage,
            characterisation: .operated, choices: Campus().readingChoices)
          guard reading.code(named: code)?.kind == .code else { continue }
          let scope = activity.scopeRule.scope(of: cell.stage, characterisation: .operated)
          #expect(
            code.hasPrefix(scope.identifier + "."),
            "\(activity.identifier) \(cell.stage.identifier): \(code)")
        }
      }
    }
  }

  @Test func `the tables have the codes that the official ones print`() throws {
    let catalog = Shipped.catalog
    func count(_ name: String, _ kind: ReadingCode.Kind) throws -> Int {
      try #require(catalog.reading(named: name)).codes.count { $0.kind == kind }
    }
    // BEGES v5: 22 posts in 6 categories; ISO 14064-1:2018: the same six.
    #expect(try count("beges", .code) == 22)
    #expect(try count("beges", .heading) == 6)
    #expect(try count("iso-14064-1", .heading) == 6)
    // GHG Protocol: 4 sorts of scope 1, 2 of scope 2, 15 categories of scope 3.
    #expect(try count("ghg-protocol", .code) == 21)
    // Bilan Carbone: 10 posts, 46 sub-posts; and what is declared without a post.
    #expect(try count("bilan-carbone", .heading) == 10)
    #expect(try count("bilan-carbone", .code) == 47)
  }
}
