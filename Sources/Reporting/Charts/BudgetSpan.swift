/// What the bar of one budget shows, as values.
struct BudgetSpan: Sendable {
  let budget: Double?
  let used: Double
  let total: Double
  private let row: BudgetBar.Row

  /// The spans of a row; what is missing counts as nothing.
  init(_ row: BudgetBar.Row) {
    self.row = row
    budget = row.budget.drawable
    used = row.used.drawable ?? 0
    total = used + (row.planned.drawable ?? 0)
  }

  /// Where the budget is passed, if it is.
  private var limit: Double? { budget.flatMap { total > $0 ? max($0, 0) : nil } }

  /// The pieces of the bar from zero onwards; only those that have a length.
  var parts: [(part: BudgetPart, from: Double, to: Double)] {
    let limit = limit ?? max(total, used)
    let pieces: [(part: BudgetPart, from: Double, to: Double)] = [
      (.used, 0, min(used, limit)), (.planned, min(used, limit), min(total, limit)),
      (.overshoot, limit, max(limit, min(used, total))),
      (.overshoot, max(limit, min(used, total)), max(total, limit)),
    ]
    return pieces.filter { $0.from != $0.to }
  }

  /// The values to write, and the span under which each belongs.
  var values: [(part: BudgetPart, value: Double, from: Double, to: Double)] {
    let limit = limit ?? max(total, used)
    var values: [(part: BudgetPart, value: Double, from: Double, to: Double)] = [
      (.used, row.used, 0, used)
    ]
    if row.planned != 0 {
      values.append((.planned, row.planned, used, max(used, min(total, limit))))
    }
    if let budget, total > budget {
      values.append((.overshoot, total - budget, limit, total))
    }
    return values
  }
}
