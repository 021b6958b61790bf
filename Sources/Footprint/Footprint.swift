public import EmissionFactors
public import Inventory
public import Quantities

/// The footprint of one year.
public struct Footprint: Sendable {
  /// One stage and gas of an item, in kgCO2e.
  public struct Cell: Sendable {
    public let stage: Stage
    public let gas: Gas
    public let scope: Scope
    public let amount: ExactAmount
  }

  /// All lines of the year that become emissions in the same way.
  public struct Item: Sendable {
    /// What was consumed.
    public let activity: Activity
    /// The unit of the lines.
    public let unit: Unit
    /// Who operates it.
    public let characterisation: Characterisation
    /// The post it is filed under.
    public let post: String
    /// The label of a declared figure; empty otherwise.
    public let label: String
    /// True for the year's share of a lifetime.
    public let isAmortised: Bool
    /// The sum of the lines.
    public let quantity: Number
    /// How many lines, parts of lines included.
    public let rows: Int
    /// How they become emissions; nil for resources and declared figures.
    public let resolution: Resolution?
    /// What is emitted.
    public let cells: [Cell]
    /// What the whole factor gives, where `cells` follow the recycling convention.
    public let wholeCells: [Cell]?
    /// What the purchases of the year emit as a whole, where `cells` are a share of a lifetime.
    public let boughtCells: [Cell]?
    /// What counts in the total.
    public let total: ExactAmount
    /// Biogenic CO2, never in the total.
    public let biogenic: ExactAmount
    /// The quantity in the unit of the activity, when the unit leads there.
    public let resourceQuantity: Number?
    /// Tells it apart from the other items of the year; the trace gives the same to its rows.
    public let key: ItemKey
    let series: Int
    /// The sum of the coefficients that count, for the tables by site and month.
    let coefficient: Coefficient
  }

  /// The year.
  public let year: Int
  /// The run it comes from.
  public let run: Run
  /// Its items, in the order of posts and names.
  public let items: [Item]
  /// kgCO2e, biogenic CO2 apart.
  public let total: ExactAmount
  /// Biogenic CO2, in kg.
  public let biogenic: ExactAmount
  /// What became of the rows.
  public let accounts: [Account]

  init(_ run: Run, year: Int) {
    self.run = run
    self.year = year
    var items: [Item] = []
    for (key, sum) in zip(run.fold.totals.keys, run.fold.totals.values) {
      let (series, keyYear) = Fold.unpack(key)
      guard keyYear == year, let outcome = run.fold.outcomes.value(key) else { continue }
      items.append(Self.item(run, run.fold.series[series], series, sum, outcome, year: year))
    }
    self.items = Self.sorted(items, catalog: run.catalog)
    total = self.items.reduce(.zero) { $0 + $1.total }
    biogenic = self.items.reduce(.zero) { $0 + $1.biogenic }
    accounts = run.accounts(year: year)
  }

  /// What each item has in the total, by its place; those without emissions are left out.
  public var totals: [Int: ExactAmount] {
    Dictionary(
      items.enumerated().filter { !$0.element.cells.isEmpty }.map { ($0.offset, $0.element.total) },
      uniquingKeysWith: { first, _ in first })
  }

  /// True when the year has a footprint that can be held against those of other years.
  public var hasEmissions: Bool { !isResourcesOnly && items.contains { !$0.cells.isEmpty } }

  /// True when the year tells resources only, and no footprint total.
  public var isResourcesOnly: Bool { run.campus.years[year]?.isResourcesOnly ?? false }

  /// What campus.yaml says of the year.
  public var campusYear: CampusYear { run.campus.years[year] ?? CampusYear() }

  /// Rows that are wrong and therefore in no figure.
  public var rejectedRows: Int { accounts.reduce(0) { $0 + $1.rowsRejected } }

  /// True when nothing was left out because it is wrong.
  public var isComplete: Bool { rejectedRows == 0 && run.unreadFiles.isEmpty }

  static func item(
    _ run: Run, _ series: Series, _ number: Int, _ sum: QuantitySum, _ outcome: Fold.Outcome,
    year: Int
  ) -> Item {
    let activity = run.catalog.activities[series.activity]
    let unit = run.vocabulary.units[series.unit]
    let quantity = Number(mantissa: sum.mantissa)
    func cells(_ parts: [Resolution.Cell], of quantity: Int128) -> [Cell] {
      parts.map { part in
        Cell(
          stage: part.stage, gas: part.gas,
          scope: activity.scopeRule.scope(
            of: part.stage, characterisation: series.characterisation),
          amount: ExactAmount(quantitySum: quantity, times: part.coefficient))
      }
    }
    var counted: [Cell] = []
    var whole: [Cell]?
    var bought: [Cell]?
    var coefficient = Coefficient.zero
    var resolution: Resolution?
    switch outcome {
    case .resolved(let value):
      resolution = value
      counted = cells(value.cells, of: sum.mantissa)
      whole = value.wholeCells.map { cells($0, of: sum.mantissa) }
      if series.isAmortised {
        let purchase = run.fold.purchases.value(Fold.key(Int32(number), year))
        bought = cells(value.cells, of: purchase?.mantissa ?? 0)
      }
      for cell in value.cells where !cell.gas.isApart {
        coefficient = Coefficient(mantissa: coefficient.mantissa + cell.coefficient.mantissa)
      }
    case .declared(let ratio):
      coefficient = Coefficient(value: .one, ratio: ratio) ?? .zero
      counted = [
        Cell(
          stage: .whole, gas: .unspecified, scope: .notSplit,
          amount: ExactAmount(quantitySum: sum.mantissa, times: coefficient))
      ]
    case .resource, .failed, .undecided: break
    }
    let ratio = run.fold.resolver.resourceRatio(of: activity, unit: unit, year: year)
    return Item(
      activity: activity, unit: unit, characterisation: series.characterisation,
      post: series.post >= 0 ? run.catalog.posts[series.post].identifier : activity.post,
      label: series.post >= 0 ? run.vocabulary.label(series.label) : "",
      isAmortised: series.isAmortised,
      quantity: quantity, rows: sum.rows, resolution: resolution, cells: counted,
      wholeCells: whole, boughtCells: bought,
      total: counted.reduce(.zero) { $1.gas.isApart ? $0 : $0 + $1.amount },
      biogenic: counted.reduce(.zero) { $1.gas == .co2Biogenic ? $0 + $1.amount : $0 },
      resourceQuantity: ratio.flatMap { quantity.multiplied(by: $0) },
      key: ItemKey(
        activity: activity.identifier, unit: unit.symbol,
        characterisation: series.characterisation,
        label: series.post >= 0 ? run.vocabulary.label(series.label) : "",
        post: series.post >= 0 ? run.catalog.posts[series.post].identifier : "",
        isAmortised: series.isAmortised),
      series: number,
      coefficient: coefficient)
  }

  private static func sorted(_ items: [Item], catalog: FactorCatalog) -> [Item] {
    func key(_ item: Item) -> (Int, String, String, String, String, Int) {
      (
        catalog.order(ofPost: item.post), item.activity.identifier, item.unit.symbol, item.label,
        item.characterisation.rawValue, item.isAmortised ? 1 : 0
      )
    }
    // Places are sorted, not items: an item is large to move about.
    let keys = items.map(key)
    return items.indices.sorted { keys[$0] < keys[$1] }.map { items[$0] }
  }
}
