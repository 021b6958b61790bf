public import Diagnostics
public import Inventory

extension ActivityLine.Status {
  /// The name people read.
  public var label: Text {
    switch self {
    case .unstated: Text(fr: "Non précisé", en: "Not stated")
    case .measured: Text(fr: "Mesuré", en: "Measured")
    case .read: Text(fr: "Relevé ou facturé", en: "Read or billed")
    case .estimated: Text(fr: "Estimé", en: "Estimated")
    case .derived: Text(fr: "Déduit", en: "Derived")
    case .declared: Text(fr: "Déclaré", en: "Declared")
    }
  }
}
