import Diagnostics
import Documents
import EmissionFactors
import Footprint
import Inventory
import Scenarios
import Tables
import Workbooks

/// Every kind of finding there is: what help explains and what campus.yaml may accept.
enum FindingCatalog {
  /// All kinds, in the order of the path that data takes.
  static let all: [FindingKind] =
    TableFindings.all + WorkbookFindings.all + DocumentFindings.all + CampusFindings.all
    + FactorFindings.all + ReleaseFindings.all + LintFindings.all + LockFindings.all
    + InventoryFindings.all + ProfileFindings.all + DoubtFindings.all + FootprintFindings.all
    + ScenarioFindings.all

  /// The kind with an identifier.
  static func kind(named identifier: String) -> FindingKind? {
    all.first { $0.identifier == identifier }
  }
}
