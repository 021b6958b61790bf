public import Quantities
import Tables

/// The words behind the numbers of activity lines.
///
/// Numbers are given in the order rows come, so nothing that is printed may be sorted by them.
public struct Vocabulary: Sendable {
  /// How well lines are known: kept as written, for whoever propagates it.
  public struct Knowledge: Hashable, Sendable {
    /// What errs as one within an activity, or across activities.
    public enum Source: Hashable, Sendable {
      /// Everything of the activity.
      case activity
      /// Everything that went through a meter.
      case meter(String)
      /// Everything that was put into this group, whatever the activity.
      case group(String)
    }

    /// What the line says of itself; nil when it says nothing.
    public var quality: Quality?
    /// Its kind, which stands for what it does not say.
    public var status: ActivityLine.Status
    public var source = Source.activity
    /// The year of the survey that it was scaled up in; nil where it was not.
    public var sample: Int?
    /// Its place in the campus's sites, -1 for the whole campus.
    public var site: Int32 = -1

    /// What a line says of itself, and its kind.
    public init(
      quality: Quality?, status: ActivityLine.Status, source: Source = .activity,
      sample: Int? = nil, site: Int32 = -1
    ) {
      self.quality = quality
      self.status = status
      self.source = source
      self.sample = sample
      self.site = site
    }

    /// True when a line is no better told apart than by its status.
    var isPlain: Bool { quality == nil && source == .activity && sample == nil }
  }

  /// A building of a site.
  public struct Building: Hashable, Sendable {
    public let site: Int32
    public let name: String
  }

  public internal(set) var units: [Unit] = []
  public internal(set) var buildings: [Building] = []
  public internal(set) var knowledge: [Knowledge] = []
  /// The surveys that were scaled up.
  public internal(set) var samples: [SurveySample] = []
  var meters = Interner()
  var tagSets: [String] = []
  var labels = Interner()

  /// No words yet.
  public init() {}

  /// The name of a meter.
  public func meter(_ number: Int32) -> String { number < 0 ? "" : meters.text(number) }

  /// A set of tags as one text, in a fixed order.
  public func tags(_ number: Int32) -> String { number < 0 ? "" : tagSets[Int(number)] }

  /// A label.
  public func label(_ number: Int32) -> String { number < 0 ? "" : labels.text(number) }
}

/// What a cell's bytes mean, worked out once for every distinct content.
struct NameCache<Value> {
  private var interner = Interner()
  private var values: [Value] = []

  /// The meaning of the bytes, if they were seen before; otherwise `remember` must follow.
  mutating func cached(_ bytes: UnsafeBufferPointer<UInt8>) -> Value? {
    let number = Int(interner.intern(bytes))
    return number < values.count ? values[number] : nil
  }

  /// Keeps the meaning of the bytes that were just looked up for the first time.
  mutating func remember(_ value: Value) -> Value {
    values.append(value)
    return value
  }

  /// The meaning of the bytes; `make` is called the first time they are seen.
  mutating func value(for bytes: UnsafeBufferPointer<UInt8>, _ make: (String) -> Value) -> Value {
    cached(bytes) ?? remember(make(CellText.string(bytes)))
  }
}
