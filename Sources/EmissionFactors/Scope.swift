public import Diagnostics

/// The three scopes of the GHG Protocol, and what cannot be filed in one.
public enum Scope: UInt8, CaseIterable, Comparable, Sendable {
  case one = 1
  case two
  case three
  /// A figure declared as a whole.
  case notSplit

  /// The name used in machine-readable output.
  public var identifier: String {
    switch self {
    case .one: "1"
    case .two: "2"
    case .three: "3"
    case .notSplit: "not-split"
    }
  }

  /// The name people read.
  public var label: Text {
    switch self {
    case .one: Text(fr: "Scope 1 · émissions directes", en: "Scope 1 · direct emissions")
    case .two: Text(fr: "Scope 2 · énergie achetée", en: "Scope 2 · purchased energy")
    case .three: Text(fr: "Scope 3 · autres indirectes", en: "Scope 3 · other indirect")
    case .notSplit: Text(fr: "Non ventilé (déclaré)", en: "Not split (declared)")
    }
  }

  /// By number.
  public static func < (left: Scope, right: Scope) -> Bool { left.rawValue < right.rawValue }
}

/// How an activity's stages are filed by scope.
public enum ScopeRule: String, CaseIterable, Sendable {
  /// Burnt in buildings: what leaves the chimney is scope 1, what came before is scope 3.
  case fuel
  /// Burnt in the organisation's own vehicles.
  case mobileFuel = "mobile-fuel"
  /// Bought electricity: at the plant scope 2; upstream, transport and losses scope 3.
  case electricity
  /// Bought heat or cold.
  case heat
  /// Leaks of the organisation's own equipment.
  case fugitive
  /// Everything that others emit for the organisation.
  case purchased
  /// Kilometres driven by the organisation's own vehicles.
  case ownedVehicle = "owned-vehicle"
  /// Nothing is emitted.
  case none

  /// The scope of one stage.
  public func scope(of stage: Stage, characterisation: Characterisation) -> Scope {
    guard characterisation.isOperated else { return .three }
    switch self {
    case .fuel, .mobileFuel, .ownedVehicle:
      return switch stage {
      case .combustion, .whole, .fugitive, .leaks: .one
      default: .three
      }
    case .electricity, .heat:
      return switch stage {
      case .plantCombustion, .combustion, .whole, .incineration: .two
      default: .three
      }
    case .fugitive:
      return stage == .rounding ? .three : .one
    case .purchased, .none:
      return .three
    }
  }
}

/// What the organisation is to the thing that emits.
public enum Characterisation: String, CaseIterable, Sendable {
  /// Operated by the organisation: the usual case.
  case operated
  /// Operated by somebody else.
  case notOperated = "not-operated"
  /// Let by the organisation to somebody else.
  case rentedOut = "rented-out"
  /// Used by the organisation, rented from somebody else who operates it.
  case leased
  /// Operated, and emitted by a process other than energy.
  case process
  /// Operated, and leaked.
  case fugitive
  /// Operated, and emitted by soils or forests.
  case landUse = "land-use"
  /// Transport that somebody else pays for.
  case notPaid = "not-paid"
  /// Sold, and used by whoever bought it.
  case finalClient = "final-client"
  /// Sold to somebody who makes something else of it.
  case intermediary

  /// True for what the organisation operates itself, whatever the sort of emission.
  public var isOperated: Bool {
    switch self {
    case .operated, .process, .fugitive, .landUse: true
    case .notOperated, .rentedOut, .leased, .notPaid, .finalClient, .intermediary: false
    }
  }
}
