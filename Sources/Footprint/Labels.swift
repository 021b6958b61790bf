public import Diagnostics
public import EmissionFactors
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

/// The names of months.
enum MonthName {
  private static let french = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static func text(_ month: Int, year: Int) -> Text {
    Text(fr: "\(french[month - 1]) \(year)", en: "\(english[month - 1]) \(year)")
  }
}
