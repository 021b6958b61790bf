public import Diagnostics
public import EmissionFactors

extension Activity.Basis {
  /// The name people read.
  public var label: Text {
    switch self {
    case .physical: Text(fr: "Quantités physiques", en: "Physical quantities")
    case .spend: Text(fr: "Ratios monétaires", en: "Spend ratios")
    case .declared: Text(fr: "Chiffres déclarés", en: "Declared figures")
    }
  }
}
