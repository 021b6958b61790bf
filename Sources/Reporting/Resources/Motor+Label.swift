import Diagnostics
import Inventory

extension Motor {
  /// Its name.
  var label: Text {
    switch self {
    case .electric: Text(fr: "Électriques", en: "Electric")
    case .plugInHybrid: Text(fr: "Hybrides rechargeables", en: "Plug-in hybrid")
    case .hybrid: Text(fr: "Hybrides", en: "Hybrid")
    case .petrol: Text(fr: "Essence", en: "Petrol")
    case .diesel: Text(fr: "Gazole", en: "Diesel")
    case .gas: Text(fr: "Gaz", en: "Gas")
    case .other: Text(fr: "Autres", en: "Others")
    }
  }
}
