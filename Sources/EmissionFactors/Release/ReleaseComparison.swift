public import Diagnostics
public import Quantities

/// What sets two editions of a base of factors apart, element by element.
public struct ReleaseComparison: Sendable {
  /// What an edition says of an element.
  public struct Entry: Sendable {
    public let identifier: String
    public let title: Text
    public let status: ReleaseElement.Status
    public let total: Number
    public let unit: Unit
    /// What the unit counts; nil when the edition does not say.
    public let qualifier: String?
    public let uncertainty: Number?
    /// False for a potential of our own table, which gives neither status nor uncertainty.
    let statesMore: Bool
    let cells: [Factor.Cell]

    /// An element of an imported release.
    public init(_ element: ReleaseElement) {
      identifier = element.identifier
      title = element.title
      status = element.status
      total = element.own.total
      unit = element.unit.unit
      qualifier = element.unit.qualifier
      uncertainty = element.uncertainty
      statesMore = true
      cells = element.cells
    }

    /// A factor of our own tables; nil when it is not from the Base Carbone.
    public init?(_ factor: Factor) {
      guard let number = factor.baseCarboneIdentifier else { return nil }
      identifier = number
      title = Text(same: factor.provenance.note.isEmpty ? factor.family : factor.provenance.note)
      status = factor.status
      total = factor.total
      unit = factor.unit
      qualifier = nil
      uncertainty = factor.uncertainty
      statesMore = !factor.family.hasPrefix(WarmingGas.familyPrefix)
      cells = factor.cells
    }

    /// The unit and what it counts.
    public var unitText: String {
      guard let qualifier, !qualifier.isEmpty else { return unit.symbol }
      return unit.symbol + " (\(qualifier))"
    }
  }

  /// What can differ.
  public enum Aspect: String, CaseIterable, Sendable {
    case value, unit, stages, gases, uncertainty, status

    /// The name people read.
    public var label: Text {
      switch self {
      case .value: Text(fr: "valeur", en: "value")
      case .unit: Text(fr: "unité", en: "unit")
      case .stages: Text(fr: "étapes", en: "stages")
      case .gases: Text(fr: "gaz", en: "gases")
      case .uncertainty: Text(fr: "incertitude", en: "uncertainty")
      case .status: Text(fr: "statut", en: "status")
      }
    }
  }

  /// An element that both have, and not alike.
  public struct Change: Sendable {
    public let before: Entry
    public let after: Entry
    public let aspects: [Aspect]
  }

  /// In the second edition only.
  public let added: [Entry]
  /// In the first edition only.
  public let removed: [Entry]
  public let changed: [Change]
  /// How many elements are the same in both.
  public let unchanged: Int

  /// Compares two editions; elements are told by their numbers, in their order.
  public init(from first: [Entry], to second: [Entry]) {
    let (first, second) = (Self.byIdentifier(first), Self.byIdentifier(second))
    var changed: [Change] = []
    var unchanged = 0
    for (identifier, before) in first {
      guard let after = second[identifier] else { continue }
      let aspects = Aspect.allCases.filter { Self.differs($0, before, after) }
      if aspects.isEmpty {
        unchanged += 1
      } else {
        changed.append(Change(before: before, after: after, aspects: aspects))
      }
    }
    self.changed = changed.sorted { Self.order($0.before, $1.before) }
    self.unchanged = unchanged
    added = second.values.filter { first[$0.identifier] == nil }.sorted(by: Self.order)
    removed = first.values.filter { second[$0.identifier] == nil }.sorted(by: Self.order)
  }

  /// The first of every number: our own tables may use one element for several families.
  private static func byIdentifier(_ entries: [Entry]) -> [String: Entry] {
    Dictionary(entries.map { ($0.identifier, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static func order(_ left: Entry, _ right: Entry) -> Bool {
    let (a, b) = (Int(left.identifier) ?? .max, Int(right.identifier) ?? .max)
    return (a, left.identifier) < (b, right.identifier)
  }

  private static func differs(_ aspect: Aspect, _ before: Entry, _ after: Entry) -> Bool {
    switch aspect {
    case .value: before.total != after.total
    case .unit: unitsDiffer(before, after)
    case .stages: sums(before.cells) { $0.stage } != sums(after.cells) { $0.stage }
    case .gases: sums(before.cells) { $0.gas } != sums(after.cells) { $0.gas }
    case .uncertainty:
      before.statesMore && after.statesMore && before.uncertainty != after.uncertainty
    case .status: before.statesMore && after.statesMore && before.status != after.status
    }
  }

  /// Our own tables say what a unit counts where the source leaves that open.
  private static func unitsDiffer(_ before: Entry, _ after: Entry) -> Bool {
    if before.qualifier == nil, before.unit.tells(after.unit) { return false }
    if after.qualifier == nil, after.unit.tells(before.unit) { return false }
    guard let one = before.qualifier, let other = after.qualifier else {
      return before.unit != after.unit
    }
    return before.unit != after.unit || one != other
  }

  /// The parts of a factor; none when it is not split, since the value says it all.
  private static func sums<Key: Hashable>(
    _ cells: [Factor.Cell], _ key: (Factor.Cell) -> Key
  ) -> [Key: Number] {
    var sums: [Key: Number] = [:]
    for cell in cells { sums[key(cell), default: .zero] = (sums[key(cell)] ?? .zero) + cell.value }
    return sums.count > 1 ? sums : [:]
  }
}
