public import Quantities
import Tables

/// The words behind the numbers of activity lines.
///
/// Numbers are given in the order rows come, so nothing that is printed may be sorted by them.
public struct Vocabulary: Sendable {
  /// What a line says of its own uncertainty: kept as written, for whoever propagates it.
  public struct Quality: Hashable, Sendable {
    /// 95 % half-width, as a share.
    public var halfWidth: Number?
    /// The geometric standard deviation, where it is given in place of a half-width.
    public var deviation: Number?
    /// Reliability, technical, geographic, temporal, completeness: 1 to 5, 0 when not given.
    public var ratings: [UInt8]
  }

  /// A building of a site.
  public struct Building: Hashable, Sendable {
    public let site: Int32
    public let name: String
  }

  public internal(set) var units: [Unit] = []
  public internal(set) var buildings: [Building] = []
  public internal(set) var qualities: [Quality] = []
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
