public import Diagnostics
public import EmissionFactors
public import Inventory

/// How well what says nothing of itself is taken to be known, by the kind of its source.
///
/// Only one of these has a published source; the others are assumptions, and every report that uses them
/// says so.
public struct DefaultSpread: Sendable {
  public let identifier: String
  public let label: Text
  /// 95 % half-width.
  public let halfWidth: Double
  public let origin: Text

  public var spread: Spread { Spread(halfWidth: halfWidth) }

  private static let assumption = Text(fr: "hypothèse, sans source", en: "assumption, no source")

  private static func of(
    _ identifier: String, _ french: String, _ english: String, _ halfWidth: Double,
    _ origin: Text = assumption
  ) -> DefaultSpread {
    DefaultSpread(
      identifier: identifier, label: Text(fr: french, en: english), halfWidth: halfWidth,
      origin: origin)
  }

  public static let measured = of("measured", "Mesuré", "Measured", 0.02)
  public static let read = of(
    "read", "Relevé ou facturé", "Read or billed", 0.05,
    Text(
      fr: "GIEC 2006, vol. 2, ch. 2 : défaut des consommations de combustibles",
      en: "IPCC 2006, vol. 2, ch. 2: default of fuel combustion data"))
  public static let unstated = of("unstated", "Nature non précisée", "Kind not stated", 0.1)
  public static let derived = of("derived", "Déduit", "Derived", 0.2)
  public static let estimated = of("estimated", "Estimé", "Estimated", 0.3)
  public static let declared = of("declared", "Déclaré", "Declared", 0.3)
  public static let factor = of(
    "factor", "Facteur sans incertitude publiée", "Factor without a published uncertainty", 0.5)

  public static let spend = of(
    "spend", "Ratio monétaire sans incertitude publiée",
    "Spend ratio without a published uncertainty",
    0.8,
    Text(
      fr: "comme les ratios monétaires de la Base Carbone",
      en: "like the spend ratios of the Base Carbone"))

  /// All of them, in the order they are told.
  public static let all = [
    measured, read, unstated, derived, estimated, declared, factor, spend,
  ]

  /// That of a factor by what its activity is counted in.
  public static func of(_ basis: Activity.Basis) -> DefaultSpread {
    basis == .spend ? spend : factor
  }

  /// That of a line by its status.
  public static func of(_ status: ActivityLine.Status) -> DefaultSpread {
    switch status {
    case .unstated: unstated
    case .measured: measured
    case .read: read
    case .estimated: estimated
    case .derived: derived
    case .declared: declared
    }
  }
}
