import Diagnostics
import EmissionFactors
import Quantities
import Tables

/// Counts who answered, before any row is read for good: each answer then stands for as many people as
/// there are for one who answered.
struct SurveySampling {
  private struct Key: Hashable {
    let year: Int
    let population: SurveySample.Population
  }

  /// Distances of one activity, so many that no row can be kept; exact, so that their order does not matter.
  private struct Distances {
    var sum = ExactAmount.zero
    var squares = ExactAmount.zero

    /// What several people travel who say the same.
    mutating func add(_ distance: ExactAmount, of count: Number) {
      let (amount, people) = (distance.toDouble(), count.toDouble())
      sum += distance
      // To six decimals: far below what a sample can tell.
      if people > 0 { squares += ExactAmount(rounding: amount * amount / people) ?? .zero }
    }
  }

  /// Somebody who goes in several ways, on several rows.
  private struct Person {
    var count: Number
    var distances: [String: ExactAmount] = [:]
  }

  /// Answers of one population.
  private struct Answers {
    var count = Number.zero
    /// Of those without a name, each on a row.
    var distances: [String: Distances] = [:]
    /// Those with a name of some sort.
    var people: [String: Person] = [:]
  }

  /// The samples of all years that campus.yaml names a population for; what is odd goes to the log.
  static func samples(
    _ campus: Campus, _ catalog: FactorCatalog, _ files: [ByteSource], log: inout FindingLog
  ) -> [SurveySample] {
    let asked = campus.years.filter { !$0.value.survey.isEmpty }
    if asked.isEmpty { return [] }
    var answers: [Key: Answers] = [:]
    for (index, source) in files.enumerated() where campus.imports[source.name] == nil {
      // What is wrong with a file is said when it is read for good.
      var unheard = FindingLog()
      guard
        let file = FileReader.open(
          source, index: Int32(index), through: nil, campus: campus, log: &unheard),
        file.kind == .survey
      else { continue }
      read(file, campus, catalog, into: &answers, log: &unheard)
    }
    var samples: [SurveySample] = []
    for (year, said) in asked.sorted(by: { $0.key < $1.key }) {
      for population in SurveySample.Population.allCases {
        guard let people = said.survey[population] else { continue }
        let known = answers[Key(year: year, population: population)] ?? Answers()
        let sample = SurveySample(
          year: year, population: population, people: people, answers: known.count,
          deviations: deviations(known, people.toDouble()))
        samples.append(sample)
        doubt(sample, said.surveyLocation, log: &log)
      }
    }
    return samples
  }

  private static func read(
    _ file: FileReader, _ campus: Campus, _ catalog: FactorCatalog,
    into answers: inout [Key: Answers], log: inout FindingLog
  ) {
    var decoder = Decoder(campus: campus, catalog: catalog)
    _ = file.forEachRow(log: &log, onRejected: { _ in }, onInterval: { _ in }) { record, _, log in
      let row = RowContext(record: record, file: file)
      var (line, known) = (ActivityLine(), SetAside(file: file.index))
      guard
        case .used = SurveyDecoder.decode(
          row, into: &line, known: &known, decoder: &decoder, log: &log)
      else { return }
      let activity = catalog.activities[Int(line.activity)].identifier
      guard let population = SurveySample.Population(activity: activity) else { return }
      let key = Key(
        year: campus.calendar.year(containing: line.period.start), population: population)
      var count = Number.one
      if case .success(let reading) = NumberText.read(
        row.bytes(SurveyColumn.answers.rawValue), dialect: decoder.dialect)
      {
        count = reading.number
      }
      let distance = ExactAmount(line.quantity)
      let name = row.text(SurveyColumn.respondent.rawValue)
      if name.isEmpty {
        answers[key, default: Answers()].count += count
        answers[key]?.distances[activity, default: Distances()].add(distance, of: count)
        return
      }
      // Whoever makes a file numbers people anew: a name is one person's within a file.
      let person = "\(file.index) \(name)"
      let before = answers[key]?.people[person]?.count ?? .zero
      if answers[key]?.people[person] == nil {
        answers[key, default: Answers()].people[person] = Person(count: count)
      }
      // The row that stands for most people says for how many the person does, whatever their order.
      if count > before {
        answers[key]?.people[person]?.count = count
        answers[key]?.count += count - before
      }
      answers[key]?.people[person]?.distances[activity, default: .zero] += distance
    }
  }

  /// The standard error of a total that was scaled up, by activity: √((1 − n / N) s² / n) over the mean, with
  /// whoever does not travel that way counted as nothing.
  private static func deviations(_ answers: Answers, _ people: Double) -> [String: Double] {
    let count = answers.count.toDouble()
    var all = answers.distances
    for person in answers.people.values {
      for (activity, distance) in person.distances {
        all[activity, default: Distances()].add(distance, of: person.count)
      }
    }
    return all.mapValues { distances in
      let (sum, squares) = (distances.sum.toDouble(), distances.squares.toDouble())
      guard sum > 0, people > count else { return 0 }
      // One answer says nothing of how others differ: it is taken to be off by all of itself.
      guard count > 1 else { return 1 }
      let variance = max(0, squares - sum * sum / count) / (count - 1)
      return ((1 - count / people) * variance / count).squareRoot() / (sum / count)
    }
  }

  private static let few = Number(10)

  private static func doubt(
    _ sample: SurveySample, _ place: Location?, log: inout FindingLog
  ) {
    let kind: FindingKind
    if sample.people < sample.answers {
      kind = InventoryFindings.moreAnswersThanPeople
    } else if sample.answers < few, sample.people > sample.answers {
      kind = InventoryFindings.fewAnswers
    } else {
      return
    }
    log.add(
      Finding(
        kind, at: place ?? Location(file: ""),
        [
          .init("population", sample.population.rawValue), .init("year", String(sample.year)),
          .init("count", sample.answers.description), .init("people", sample.people.description),
        ]), subject: "\(sample.year) \(sample.population.rawValue)")
  }
}
