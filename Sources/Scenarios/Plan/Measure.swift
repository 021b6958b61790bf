public import Diagnostics
public import Quantities

/// Something that is done: what it changes, how far it gets, and when.
public struct Measure: Sendable {
  /// One thing it changes, once it is done in full.
  ///
  /// Whatever the order they are written in, they act in this one: what is done less, what is cut,
  /// what is moved elsewhere, what is emitted for each unit, and last of all tonnes that are tied to
  /// nothing.
  public enum Effect: Sendable {
    /// 0.1 less of what follows a driver.
    case driver(String, Double)
    /// 0.4 less of an activity.
    case less(Selector, Double)
    /// So much less of an activity, shared by its lines in proportion to what they were.
    case cut(Selector, Amount)
    /// A share of an activity becomes another one, so many units of it for each unit.
    case move(Selector, Double, to: Destination)
    /// 0.6 less emitted for each unit.
    case factor(Selector, Double)
    /// Tonnes that somebody promised, tied to no activity.
    case tonnes(Selector, Double)
  }

  /// A quantity in a unit.
  public struct Amount: Sendable {
    public let value: Double
    public let unit: Unit
  }

  /// What an activity becomes.
  public struct Destination: Sendable {
    public let activity: String
    /// How many `unit` of it replace one `per` of the other.
    public let ratio: Double
    public let unit: Unit
    public let per: Unit
  }

  public let identifier: String
  public internal(set) var label: Text
  public internal(set) var uptake: Uptake
  /// The part of what is saved that is lost again, because what costs less is used more.
  public internal(set) var rebound = 0.0
  /// Only one measure of a group is taken.
  public internal(set) var group: String?
  /// Measures without which it makes no sense.
  public internal(set) var requires: [String] = []
  /// How sure it is that it does what its file says.
  public internal(set) var doubt = MeasureDoubt()
  public internal(set) var effects: [(effect: Effect, location: Location)] = []
  /// What its source says it cuts of the emissions it is about: −0.91 for −91 %.
  public internal(set) var published: Double?
  /// What it costs; nil when its file does not say, which is not nothing.
  public internal(set) var cost: MeasureCost?
  public internal(set) var provenance = Provenance()
  public let location: Location
}

extension Measure {
  /// The same under another name.
  func renamed(_ name: String, at location: Location) -> Measure {
    var measure = Measure(
      identifier: name, label: label, uptake: uptake, location: location)
    measure.rebound = rebound
    measure.doubt = doubt
    measure.group = group
    measure.requires = requires
    measure.effects = effects
    measure.cost = cost
    measure.published = published
    measure.provenance = provenance
    return measure
  }

  /// Keeps to lines that this selects too: a site of the campus, for a measure of a library.
  mutating func narrow(to selector: Selector) {
    effects = effects.map { effect, location in
      switch effect {
      case .driver: (effect, location)
      case .less(let own, let share): (.less(own.narrowed(to: selector), share), location)
      case .cut(let own, let amount): (.cut(own.narrowed(to: selector), amount), location)
      case .move(let own, let share, let to):
        (.move(own.narrowed(to: selector), share, to: to), location)
      case .factor(let own, let share): (.factor(own.narrowed(to: selector), share), location)
      case .tonnes(let own, let amount): (.tonnes(own.narrowed(to: selector), amount), location)
      }
    }
  }
}

extension Measure.Effect {
  /// True for a line it changes something in.
  func concerns(_ line: PlanLine, _ drivers: [Driver]) -> Bool {
    switch self {
    case .driver(let name, _):
      drivers.contains { $0.identifier == name && $0.selector.selects(line) }
    case .less(let selector, _), .factor(let selector, _), .tonnes(let selector, _),
      .move(let selector, _, to: _):
      selector.selects(line)
    case .cut(let selector, let amount):
      selector.selects(line) && line.unit.conversion(to: amount.unit) != nil
    }
  }

  /// True where it changes how much is used, and not only what is emitted for it.
  func changesActivity(of line: PlanLine, _ drivers: [Driver]) -> Bool {
    switch self {
    case .factor, .tonnes: false
    case .driver, .less, .cut, .move: concerns(line, drivers)
    }
  }
}
