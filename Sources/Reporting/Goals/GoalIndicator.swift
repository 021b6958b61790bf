import Diagnostics
import Inventory
import Quantities

/// One figure of one year, under one goal.
struct GoalIndicator {
  /// The same in every year.
  let key: String
  let label: Text
  let unit: Text
  let decimals: Int
  let value: ReportValue
  /// True for what the organisation states itself.
  var isPublished = false

  init(_ key: String, _ label: Text, unit: Text, decimals: Int = 0, _ value: ReportValue) {
    self.key = key
    self.label = label
    self.unit = unit
    self.decimals = decimals
    self.value = value
  }

  static func amount(
    _ key: String, _ label: Text, unit: String, decimals: Int = 0, _ amount: ExactAmount?
  ) -> GoalIndicator? {
    amount.map {
      GoalIndicator(key, label, unit: Text(same: unit), decimals: decimals, .amount(Figure($0)))
    }
  }

  static func number(
    _ key: String, _ label: Text, unit: String, decimals: Int = 0, _ number: Number?
  ) -> GoalIndicator? {
    number.map {
      GoalIndicator(key, label, unit: Text(same: unit), decimals: decimals, .number($0))
    }
  }

  /// A part of a whole; nil when there is no whole.
  static func share(
    _ key: String, _ label: Text, _ part: Number?, of whole: Number?
  ) -> GoalIndicator? {
    guard let part, let whole, let share = ExactAmount(part).divided(by: whole) else { return nil }
    return GoalIndicator(key, label, unit: Text(same: ""), .share(share))
  }
}

extension DevelopmentGoal {
  /// The heading of its part of the sheet.
  var title: Text {
    switch self {
    case .water: Text(fr: "ODD 6 · Eau", en: "SDG 6 · Water")
    case .energy: Text(fr: "ODD 7 · Énergie", en: "SDG 7 · Energy")
    case .mobility: Text(fr: "ODD 11 · Mobilité", en: "SDG 11 · Mobility")
    case .consumption:
      Text(fr: "ODD 12 · Déchets, repas, achats", en: "SDG 12 · Waste, meals, purchases")
    case .climate: Text(fr: "ODD 13 · Climat", en: "SDG 13 · Climate")
    }
  }
}
