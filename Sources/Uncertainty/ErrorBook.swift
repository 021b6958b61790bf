import Diagnostics
public import EmissionFactors
public import Footprint
import Inventory
import Quantities

/// What may be wrong with the items of footprints, and what was taken for want of anything better.
///
/// Two things may be: how much was consumed, and what a unit of it emits. What went through one meter, or was
/// put into one group, is one source, and so is all the rest of an activity; a factor is one wherever and
/// whenever it is used.
public struct ErrorBook: Sendable {
  /// A share of an item, and what may be wrong with it.
  public struct Share: Sendable {
    public let share: Double
    /// What may be wrong with how much there was.
    public let quantity: [UncertainSum.Error]
    /// What may be wrong with what a unit of it emits.
    public let factor: UncertainSum.Error?

    /// All of it, and nothing that may be wrong.
    public static let certain = Share(share: 1, quantity: [], factor: nil)

    public var errors: [UncertainSum.Error] { quantity + (factor.map { [$0] } ?? []) }
  }

  /// All sources that were met.
  public private(set) var sources: [UInt64: ErrorSource] = [:]
  /// The tonnes that rest on each of the defaults.
  public private(set) var defaults: [String: Double] = [:]

  /// Nothing may be wrong yet.
  public init() {}

  /// What may be wrong with an item, or with what belongs to a site of it; the shares add up to one.
  public mutating func shares(
    of item: Footprint.Item, _ footprint: Footprint, site: Int32? = nil
  ) -> [Share] {
    let factor = item.resolution.map { error(of: $0.factor, item, isTold: site == nil) }
    struct Key: Hashable {
      let source: Vocabulary.Knowledge.Source
      let sample: Int?
      /// A credit note is as badly known as a bill: it takes nothing away from what may be wrong.
      let isNegative: Bool
    }
    var places: [Key: Int] = [:]
    var groups: [(key: Key, parts: [(weight: Double, spread: Spread)])] = []
    // What is told of a site is told of the whole item too: it rests on a default once.
    let amount = site == nil ? abs(item.total.toDouble() / 1000) : 0
    for (known, share) in footprint.knowledge(of: item, site: site) {
      let key = Key(source: known.source, sample: known.sample, isNegative: share < 0)
      let place = places[key] ?? groups.count
      if place == groups.count {
        places[key] = place
        groups.append((key, []))
      }
      groups[place].parts.append((share, spread(of: known, amount * abs(share))))
    }
    return groups.map { key, parts in
      let share = parts.reduce(0) { $0 + $1.weight }
      let together = parts.map { (weight: share == 0 ? 0 : $0.weight / share, spread: $0.spread) }
      let source = remember(source(of: key.source, item, footprint, isCredit: key.isNegative))
      var errors = [UncertainSum.Error(source: source.key, Spread(ofTogether: together))]
      if let year = key.sample { errors += sampling(of: item, footprint, year: year) }
      return Share(share: share, quantity: errors, factor: factor)
    }
  }

  /// What may be wrong because not everybody was asked; how far people differ is the same law for all.
  private mutating func sampling(
    of item: Footprint.Item, _ footprint: Footprint, year: Int
  ) -> [UncertainSum.Error] {
    let name = item.activity.identifier
    let population = SurveySample.Population(activity: name)
    let samples = footprint.run.vocabulary.samples
    guard
      let sample = samples.first(where: { $0.year == year && $0.population == population }),
      let deviation = sample.deviations[name], deviation > 0
    else { return [] }
    let source = remember(
      ErrorSource(.sample, name, item.activity.label, counted: String(year)))
    return [UncertainSum.Error(source: source.key, Spread(deviation: deviation))]
  }

  private mutating func spread(of known: Vocabulary.Knowledge, _ amount: Double) -> Spread {
    if let quality = known.quality { return Spread(quality) }
    let taken = DefaultSpread.of(known.status)
    defaults[taken.identifier, default: 0] += amount
    return taken.spread
  }

  private func source(
    of source: Vocabulary.Knowledge.Source, _ item: Footprint.Item, _ footprint: Footprint,
    isCredit: Bool
  ) -> ErrorSource {
    let activity = item.activity.label
    var kind = ErrorSource.Kind.activity
    var name = item.activity.identifier
    var label = activity
    // What lasts is counted once for all its years, everything else anew in each.
    var counted = item.isAmortised ? "" : String(footprint.year)
    switch source {
    case .activity:
      if !item.label.isEmpty {
        name += " " + item.label
        label = Text(same: item.label)
      }
    case .meter(let meter):
      kind = .meter
      name += " " + meter
      label = Text(fr: "\(activity.fr), compteur \(meter)", en: "\(activity.en), meter \(meter)")
    case .group(let group):
      kind = .group
      name = group
      label = Text(same: group)
      // A group is of its year, whatever is in it.
      counted = String(footprint.year)
    }
    if isCredit {
      name += " credit"
      label = Text(fr: "\(label.fr), avoirs", en: "\(label.en), credit notes")
    }
    return ErrorSource(kind, name, label, counted: counted)
  }

  /// What may be wrong with a factor.
  private mutating func error(
    of factor: Factor, _ item: Footprint.Item, isTold: Bool
  ) -> UncertainSum.Error {
    if isTold, Spread(factor) == nil {
      let taken = DefaultSpread.of(item.activity.basis)
      defaults[taken.identifier, default: 0] += abs(item.total.toDouble() / 1000)
    }
    return error(of: factor, item.activity)
  }

  /// The same for a factor that nothing of the year need use.
  public mutating func error(of factor: Factor, _ activity: Activity) -> UncertainSum.Error {
    let source = remember(ErrorSource(.factor, factor.identifier, activity.label))
    return .init(source: source.key, Spread(factor) ?? DefaultSpread.of(activity.basis).spread)
  }

  private mutating func remember(_ source: ErrorSource) -> ErrorSource {
    // The first name that a source was met by is kept.
    if let known = sources[source.key] { return known }
    sources[source.key] = source
    return source
  }
}
