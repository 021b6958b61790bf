import Diagnostics
import EmissionFactors
import Footprint
import Inventory
import Quantities

/// Parts of a footprint that intervals are told of, in one table.
struct IntervalGroup {
  /// One of them: what each item has in it.
  struct Row {
    let key: String
    let label: ReportValue
    let amounts: [Int: ExactAmount]
    let role: ReportTable.Row.Role
    /// The site that it is, where it is one.
    var site: Int32?
  }

  /// What its table is called after the name of the kind of table; empty for the main one.
  let suffix: String
  /// What it is told by; nil for the main one.
  let title: Text?
  let rows: [Row]

  /// The posts, the total and the scopes first, then what was asked for.
  static func of(_ footprint: Footprint, _ dimensions: [BreakdownDimension]) -> [IntervalGroup] {
    let posts = footprint.breakdown(by: .post).filter { $0.depth == 0 }.map {
      Row(key: $0.key, label: .words($0.label), amounts: $0.byItem, role: .part)
    }
    let scopes = footprint.breakdown(by: .scope).map {
      Row(key: "scope-" + $0.key, label: .words($0.label), amounts: $0.byItem, role: .apart)
    }
    let total = Row(
      key: "total", label: .words(Text(same: "Total")), amounts: footprint.totals, role: .total)
    let main = IntervalGroup(suffix: "", title: nil, rows: posts + [total] + scopes)
    return [main]
      + dimensions.map { dimension in
        IntervalGroup(
          suffix: "-by-" + dimension.rawValue, title: dimension.title,
          rows: footprint.breakdown(by: dimension).filter { !$0.isApart }.map {
            Row(
              key: $0.key, label: .words($0.label), amounts: $0.byItem,
              role: $0.depth > 0 ? .detail : .part, site: $0.site)
          } + [total])
      }
  }

  /// The codes of an official reading, and what is reported in all.
  static func of(_ filed: FiledFootprint) -> IntervalGroup {
    let rows = filed.reading.codes.filter { !$0.kind.isBeside }.map { code in
      Row(
        key: code.identifier,
        label: .words(
          Text(fr: "\(code.identifier) \(code.label.fr)", en: "\(code.identifier) \(code.label.en)")
        ), amounts: filed.entry(code).byItem, role: code.parent.isEmpty ? .part : .detail)
    }
    let total = Row(
      key: "total", label: .words(Text(same: "Total")), amounts: filed.reported.byItem,
      role: .total)
    return IntervalGroup(
      suffix: "-" + filed.reading.identifier, title: filed.reading.label, rows: rows + [total])
  }

  /// The name of its table, and what it says.
  func named(_ name: String, _ title: Text) -> (identifier: String, title: Text) {
    guard let own = self.title else { return (name + suffix, title) }
    return (
      name + suffix, Text(fr: "\(title.fr) · \(own.fr)", en: "\(title.en) · \(own.en)")
    )
  }
}
