public import EmissionFactors
public import Quantities

/// A footprint computed once more, with the factors of another edition.
///
/// The quantities are those of the rows: nothing is read again. A factor that the other edition does
/// not have stays, and is listed.
public struct Recomputation: Sendable {
  /// Why a factor stays.
  public enum Reason: Hashable, Sendable {
    /// It is not from the base that the edition is one of.
    case otherSource
    /// The edition does not have it, or not as a factor.
    case absent
    /// The edition gives it per this, to which the rows do not lead.
    case unit(String)
  }

  /// What another edition makes of an item.
  public enum Replacement: Sendable {
    case taken(Resolution)
    case kept(Reason)
  }

  /// A factor and the one that took its place.
  public struct Change: Sendable {
    public let before: Factor
    public let after: Factor
    /// kgCO2e in the total, with each.
    public internal(set) var amounts: (before: ExactAmount, after: ExactAmount)

    /// What the change does to the total.
    public var difference: ExactAmount { amounts.after - amounts.before }
    /// True when the other edition has withdrawn it.
    public var isArchived: Bool { after.status == .archived && before.status != .archived }
    /// True when both give the same value; how it is split shows in no figure of the comparison.
    public var isSame: Bool {
      before.total == after.total && before.unit == after.unit && difference.isZero
    }
  }

  /// A factor that stays.
  public struct Kept: Sendable {
    public let factor: Factor
    public let reason: Reason
    /// kgCO2e in the total.
    public internal(set) var amount: ExactAmount
  }

  /// The footprint as it was computed.
  public let before: Footprint
  /// The same with the factors of the other edition.
  public let after: Footprint
  /// Every factor that was taken, the same or not, the largest difference first.
  public let changes: [Change]
  /// Every factor that stays, the largest first.
  public let kept: [Kept]

  /// The difference of the totals; the differences of the changes add up to it exactly.
  public var difference: ExactAmount { after.total - before.total }

  /// Computes a footprint once more; `replace` is asked for every item that has a factor.
  public init(_ footprint: Footprint, _ replace: (Footprint.Item, Resolution) -> Replacement) {
    var changes: [Pair: Change] = [:]
    var kept: [Stay: Kept] = [:]
    let items = footprint.items.map { item in
      guard let resolution = item.resolution else { return item }
      switch replace(item, resolution) {
      case .kept(let reason):
        let key = Stay(factor: resolution.factor.identifier, reason: reason)
        kept[key, default: Kept(factor: resolution.factor, reason: reason, amount: .zero)]
          .amount += item.total
        return item
      case .taken(let other):
        let new = footprint.item(item, resolvedAs: other)
        let key = Pair(
          before: resolution.factor.identifier, after: other.factor.identifier)
        var change =
          changes[key]
          ?? Change(before: resolution.factor, after: other.factor, amounts: (.zero, .zero))
        change.amounts.before += item.total
        change.amounts.after += new.total
        changes[key] = change
        return new
      }
    }
    before = footprint
    after = Footprint(footprint, items: items)
    self.changes = changes.sorted { left, right in
      let (a, b) = (left.value.difference.magnitude, right.value.difference.magnitude)
      return (b, left.key.before, left.key.after) < (a, right.key.before, right.key.after)
    }.map(\.value)
    self.kept = kept.sorted { left, right in
      (right.value.amount, left.key.factor) < (left.value.amount, right.key.factor)
    }.map(\.value)
  }

  private struct Pair: Hashable {
    let before: String
    let after: String
  }

  private struct Stay: Hashable {
    let factor: String
    let reason: Reason
  }
}

extension Footprint {
  /// The same footprint with other items in the place of its own.
  init(_ footprint: Footprint, items: [Item]) {
    year = footprint.year
    run = footprint.run
    accounts = footprint.accounts
    self.items = items
    total = items.reduce(.zero) { $0 + $1.total }
    biogenic = items.reduce(.zero) { $0 + $1.biogenic }
  }

  /// An item that becomes emissions in another way.
  func item(_ item: Item, resolvedAs resolution: Resolution) -> Item {
    guard let sum = run.fold.totals.value(Fold.key(Int32(item.series), year)) else { return item }
    return Self.item(
      run, run.fold.series[item.series], item.series, sum, .resolved(resolution), year: year)
  }
}
