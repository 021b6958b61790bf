public import Diagnostics
public import EmissionFactors
public import Inventory
public import Quantities

/// What a footprint can be told by.
public enum BreakdownDimension: String, CaseIterable, Sendable {
  case post, scope, site, building, month, gas, activity, tag, stage, status, basis
}

/// One part of a total.
public struct BreakdownRow: Sendable {
  /// Its stable name.
  public let key: String
  /// Its name.
  public let label: Text
  /// The place of the site that it is, in a breakdown by site.
  public internal(set) var site: Int32?
  /// How deep it stands: sub-posts are told under their post.
  public let depth: Int
  /// kgCO2e.
  public var amount: ExactAmount { byItem.values.reduce(.zero) { $0 + $1 } }
  /// What each item of the footprint has in it, by its place there.
  public let byItem: [Int: ExactAmount]
  /// True for what is told beside the total and is not part of it.
  public let isApart: Bool

  init(
    _ key: String, _ label: Text, _ byItem: [Int: ExactAmount], depth: Int = 0,
    isApart: Bool = false
  ) {
    self.key = key
    self.label = label
    self.byItem = byItem
    self.depth = depth
    self.isApart = isApart
  }
}

/// Amounts by the item they are of.
private typealias Amounts = [Int: ExactAmount]

extension Amounts {
  fileprivate mutating func add(_ amount: ExactAmount, item: Int) {
    self[item, default: .zero] += amount
  }
}

extension Footprint {
  /// The parts of the total; those that are not apart, and not deeper, add up to it exactly.
  public func breakdown(by dimension: BreakdownDimension) -> [BreakdownRow] {
    switch dimension {
    case .post: byPost()
    case .scope: byCell { ($0.scope.identifier, $0.scope.label, Int($0.scope.rawValue)) }
    case .gas: byGas()
    case .stage: byCell { ($0.stage.identifier, $0.stage.label, Int($0.stage.rawValue)) }
    case .activity: byActivity()
    case .basis: byBasis()
    case .site: byTable(.site) { siteName($0) }
    case .building: byTable(.building) { buildingName($0) }
    case .month: byTable(.month) { monthName($0) }
    case .tag: byTable(.tags) { tagName($0) }
    case .status: byTable(.status) { statusName($0) }
    }
  }

  private func byPost() -> [BreakdownRow] {
    var leaves: [String: Amounts] = [:]
    var tops: [String: Amounts] = [:]
    for (place, item) in items.enumerated() where !item.cells.isEmpty {
      leaves[item.post, default: [:]].add(item.total, item: place)
      tops[run.catalog.topPost(of: item.post), default: [:]].add(item.total, item: place)
    }
    var rows: [BreakdownRow] = []
    for post in orderedPosts {
      if let amount = tops[post.identifier], post.parent.isEmpty {
        rows.append(BreakdownRow(post.identifier, label(ofPost: post.identifier), amount))
      } else if let amount = leaves[post.identifier] {
        rows.append(BreakdownRow(post.identifier, label(ofPost: post.identifier), amount, depth: 1))
      }
    }
    return rows
  }

  /// The posts the campus names itself come first, in its order; then the others.
  private var orderedPosts: [Post] {
    let own = run.campus.postOrder.compactMap { run.catalog.post(named: $0) }
    let named = Set(own.map(\.identifier))
    return own + run.catalog.posts.filter { !named.contains($0.identifier) }
  }

  /// The name of a post, the campus's own first.
  public func label(ofPost identifier: String) -> Text {
    if let own = run.campus.postLabels[identifier] { return Text(same: own) }
    return run.catalog.post(named: identifier)?.label ?? Text(same: identifier)
  }

  private func byCell(_ name: (Cell) -> (key: String, label: Text, order: Int)) -> [BreakdownRow] {
    var sums: [String: (label: Text, order: Int, amounts: Amounts)] = [:]
    for (place, item) in items.enumerated() {
      for cell in item.cells where !cell.gas.isApart {
        let (key, label, order) = name(cell)
        sums[key, default: (label, order, [:])].amounts.add(cell.amount, item: place)
      }
    }
    return sums.sorted { $0.value.order < $1.value.order }.map {
      BreakdownRow($0.key, $0.value.label, $0.value.amounts)
    }
  }

  private func byGas() -> [BreakdownRow] {
    var sums: [Gas: Amounts] = [:]
    for (place, item) in items.enumerated() {
      for cell in item.cells { sums[cell.gas, default: [:]].add(cell.amount, item: place) }
    }
    return sums.sorted { $0.key < $1.key }.map {
      BreakdownRow($0.key.identifier, $0.key.label, $0.value, isApart: $0.key.isApart)
    }
  }

  private func byActivity() -> [BreakdownRow] {
    var sums: [String: (label: Text, amounts: Amounts)] = [:]
    for (place, item) in items.enumerated() where !item.cells.isEmpty {
      let label = item.label.isEmpty ? item.activity.label : Text(same: item.label)
      let key = item.label.isEmpty ? item.activity.identifier : item.label
      sums[key, default: (label, [:])].amounts.add(item.total, item: place)
    }
    // The sums are made once: sorting asks for them many times.
    return sums.map { BreakdownRow($0.key, $0.value.label, $0.value.amounts) }
      .map { (row: $0, amount: $0.amount) }
      .sorted { ($1.amount, $0.row.key) < ($0.amount, $1.row.key) }.map(\.row)
  }

  private func byBasis() -> [BreakdownRow] {
    var sums: [Activity.Basis: Amounts] = [:]
    for (place, item) in items.enumerated() where !item.cells.isEmpty {
      sums[item.activity.basis, default: [:]].add(item.total, item: place)
    }
    return Activity.Basis.allCases.compactMap { basis in
      sums[basis].map { BreakdownRow(basis.rawValue, basis.label, $0) }
    }
  }

  /// Sums of a table of the fold, told by the name behind each of its numbers.
  private func byTable(
    _ table: Fold.Table, _ name: (Int32) -> (key: String, label: Text, order: String)
  ) -> [BreakdownRow] {
    let places = Dictionary(
      uniqueKeysWithValues: items.indices.filter { !items[$0].cells.isEmpty }.map {
        (Fold.key(Int32(items[$0].series), year), $0)
      })
    var sums: [String: (label: Text, order: String, number: Int32, amounts: Amounts)] = [:]
    for (full, sum) in zip(
      run.fold.tables[table.rawValue].keys, run.fold.tables[table.rawValue].values)
    {
      guard let place = places[full >> 32] else { continue }
      let item = items[place]
      var value = Int32(bitPattern: UInt32(truncatingIfNeeded: full))
      // A declared figure is published for the year: it says nothing about months.
      if table == .month, item.activity.ledger == .declared { value = -2 }
      let (key, label, order) = name(value)
      let amount = ExactAmount(quantitySum: sum.mantissa, times: item.coefficient)
      sums[key, default: (label, order, value, [:])].amounts.add(amount, item: place)
    }
    return sums.sorted { ($0.value.order, $0.key) < ($1.value.order, $1.key) }.map {
      var row = BreakdownRow($0.key, $0.value.label, $0.value.amounts)
      if table == .site { row.site = $0.value.number }
      return row
    }
  }

  /// The quantity of an activity by the way it is known, in the unit of the activity.
  public func quantitiesByStatus(of activity: Activity)
    -> [(status: ActivityLine.Status, quantity: Number)]
  {
    let wanted = Dictionary(
      uniqueKeysWithValues: items.filter { $0.activity.identifier == activity.identifier }.map {
        (Fold.key(Int32($0.series), year), $0)
      })
    var sums: [UInt8: Number] = [:]
    let table = run.fold.tables[Fold.Table.status.rawValue]
    for (full, sum) in zip(table.keys, table.values) {
      guard let item = wanted[full >> 32],
        let ratio = run.fold.resolver.resourceRatio(
          of: item.activity, unit: item.unit, year: year),
        let quantity = Number(mantissa: sum.mantissa).multiplied(by: ratio)
      else { continue }
      sums[UInt8(truncatingIfNeeded: full), default: .zero] += quantity
    }
    return ActivityLine.Status.allCases.compactMap { status in
      sums[status.rawValue].map { (status, $0) }
    }
  }

  private func siteName(_ number: Int32) -> (key: String, label: Text, order: String) {
    guard number >= 0 else {
      return ("", Text(fr: "Tout le campus", en: "Whole campus"), "~")
    }
    let site = run.campus.sites[Int(number)]
    return (site.identifier, Text(same: site.name), String(10_000 + Int(number)))
  }

  private func buildingName(_ number: Int32) -> (key: String, label: Text, order: String) {
    guard number >= 0 else {
      return ("", Text(fr: "Sans bâtiment", en: "No building"), "~")
    }
    let building = run.vocabulary.buildings[Int(number)]
    guard building.site >= 0 else { return (building.name, Text(same: building.name), "|") }
    let site = run.campus.sites[Int(building.site)]
    let declared = site.buildings.first { $0.identifier == building.name }?.name ?? building.name
    return (
      site.identifier + "/" + building.name, Text(same: site.name + " · " + declared),
      String(10_000 + Int(building.site)) + building.name
    )
  }

  func monthName(_ number: Int32) -> (key: String, label: Text, order: String) {
    if number == -2 {
      return ("declared", Text(fr: "Non ventilé (déclaré)", en: "Not split (declared)"), "~~")
    }
    guard number >= 0 else {
      return (
        "year", Text(fr: "Sur l'année entière", en: "Over the whole year"), "~"
      )
    }
    let (year, month) = (Int(number) / 12, Int(number) % 12 + 1)
    let key = "\(year)-" + (month < 10 ? "0" : "") + "\(month)"
    return (key, MonthName.text(month, year: year), key)
  }

  private func tagName(_ number: Int32) -> (key: String, label: Text, order: String) {
    let tags = run.vocabulary.tags(number)
    if tags.isEmpty { return ("", Text(fr: "Sans étiquette", en: "No tag"), "~") }
    return (tags, Text(same: tags.split(separator: "|").joined(separator: " + ")), tags)
  }

  private func statusName(_ number: Int32) -> (key: String, label: Text, order: String) {
    let status = ActivityLine.Status(rawValue: UInt8(clamping: number)) ?? .unstated
    return (status.identifier, status.label, String(Int(number) + 10))
  }
}
