import Diagnostics
import EmissionFactors

/// The words people use for how a quantity is known and who operates what.
enum StatusWords {
  static func status(named name: String) -> ActivityLine.Status? {
    switch FoldedText.fold(name) {
    case "": .unstated
    case "measured", "mesure", "mesuree": .measured
    case "read", "releve", "relevee", "reel", "reelle", "facture", "facturee": .read
    case "estimated", "estime", "estimee", "estimation": .estimated
    case "derived", "calcule", "calculee", "derive", "derivee", "deduit": .derived
    case "declared", "declare", "declaree", "publie", "publiee": .declared
    default: nil
    }
  }

  static let statusNames = ["measured", "read", "estimated", "derived", "declared"]

  static func characterisation(named name: String) -> Characterisation? {
    switch FoldedText.fold(name) {
    case "", "operated", "opere", "operee", "exploite", "held", "detenu": .operated
    case "not-operated", "non-opere", "non-operee", "non-exploite": .notOperated
    case "rented-out", "mis-en-location", "loue-a-un-tiers": .rentedOut
    case "leased", "loue", "louee", "en-location": .leased
    case "process", "procede": .process
    case "fugitive", "fugitif": .fugitive
    case "land-use", "sols": .landUse
    case "not-paid", "non-paye", "non-payee": .notPaid
    case "final-client", "client-final": .finalClient
    case "intermediary", "intermediaire": .intermediary
    default: nil
    }
  }

  static let characterisationNames = Characterisation.allCases.map(\.rawValue)
}
