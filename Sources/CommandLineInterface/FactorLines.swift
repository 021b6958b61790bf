import Diagnostics
import EmissionFactors
import Quantities
import Reporting

/// Activities, a line each: the name to type, its label, its factor of today.
enum FactorLines {
  static func list(_ activities: [Activity], _ session: CatalogSession, _ width: Int) -> String {
    var text = ""
    let nameWidth = min(34, activities.map(\.identifier.count).max() ?? 0)
    for activity in activities {
      let value = value(of: activity, session)
      let name = pad(activity.identifier, nameWidth)
      let room = max(16, width - nameWidth - 2 - value.count - 2)
      let label = VisibleText.shortened(activity.label[session.language], to: room)
      text += name + "  " + pad(label, room) + "  " + value + "\n"
    }
    return text
  }

  private static func value(of activity: Activity, _ session: CatalogSession) -> String {
    let factors = session.catalog.factors(ofFamily: activity.family, warming: session.warming)
    guard let factor = factors.max(by: { ($0.to ?? .max) < ($1.to ?? .max) }) else { return "–" }
    return session.language.numbers.text(shortest: factor.total) + " kg/" + factor.unit.symbol
  }

  private static func pad(_ text: String, _ width: Int) -> String {
    text.count >= width ? text : text + String(repeating: " ", count: width - text.count)
  }
}
