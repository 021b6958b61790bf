import EmissionFactors
import Inventory
import Quantities

/// Sums the rows of a year by everything that tells lines apart.
struct LineFold {
  private struct Key: Hashable {
    var activity: Int32
    var unit: Int32
    var characterisation: Characterisation
    var post: Int32
    var label: Int32
    var site: Int32
    var building: Int32
    var tags: Int32
    var isAmortised: Bool
  }

  private let run: Run
  private let year: Int
  private var places: [Key: Int] = [:]
  private(set) var lines: [InventoryLine] = []

  init(_ run: Run, year: Int) {
    self.run = run
    self.year = year
  }

  /// Adds the shares of a line that fall into the year.
  mutating func take(_ line: ActivityLine, _ cuts: [PeriodPiece], _ vocabulary: Vocabulary) {
    let key = Key(
      activity: line.activity, unit: line.unit, characterisation: line.characterisation,
      post: line.post, label: line.post >= 0 ? line.label : -1, site: line.site,
      building: line.building, tags: line.tags, isAmortised: line.lifetime > 0)
    guard let place = places[key] ?? newLine(line, key, vocabulary) else { return }
    for cut in cuts {
      lines[place].quantity += line.quantity.share(from: cut.from, to: cut.to, of: cut.of)
    }
  }

  private mutating func newLine(
    _ line: ActivityLine, _ key: Key, _ vocabulary: Vocabulary
  ) -> Int? {
    let activity = run.catalog.activities[Int(line.activity)]
    let unit = vocabulary.units[Int(line.unit)]
    var resolution: Resolution?
    var declared: Coefficient?
    switch run.fold.decide(activity, unit: unit, year: year) {
    case .resolved(let value): resolution = value
    case .declared(let ratio): declared = Coefficient(value: .one, ratio: ratio)
    case .resource: break
    case .failed, .undecided: return nil
    }
    let sites = run.campus.sites
    let isDeclared = line.post >= 0
    lines.append(
      InventoryLine(
        activity: activity, unit: unit, characterisation: line.characterisation,
        post: isDeclared ? run.catalog.posts[Int(line.post)].identifier : activity.post,
        label: isDeclared ? vocabulary.label(line.label) : "",
        site: line.site >= 0 ? sites[Int(line.site)].identifier : "",
        building: line.building >= 0 ? vocabulary.buildings[Int(line.building)].name : "",
        tags: vocabulary.tags(line.tags).split(separator: "|").map { String($0) },
        isAmortised: line.lifetime > 0, quantity: .zero, resolution: resolution,
        declared: declared,
        resourceRatio: run.fold.resolver.resourceRatio(of: activity, unit: unit, year: year)))
    places[key] = lines.count - 1
    return lines.count - 1
  }
}
