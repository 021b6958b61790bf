import Diagnostics
import Footprint
import Scenarios

/// What must be read before any figure of a scenario: a base year that moved, what is doubtful, and why
/// there is no plan where there should be one.
struct OutlookWarnings {
  let texts: [Text]

  init(_ outlook: Outlook) {
    var texts = outlook.baseMoves.map(BaseMoveWords(outlook.run).text)
    if let gap = outlook.gap {
      let reason = GapWords.text(gap)
      texts.append(
        Text(
          fr: "Le plan n'est pas calculable : \(reason.fr).",
          en: "The plan is not computable: \(reason.en)."))
    }
    let doubts = outlook.doubts
    if doubts > 0 {
      texts.append(
        Text(
          fr: "\(doubts) doute(s) sur ce scénario : `empreinte scenario check` les montre.",
          en: "\(doubts) doubt(s) about this scenario: `empreinte scenario check` shows them."))
    }
    self.texts = texts
  }
}
