import Diagnostics
import Quantities
import Scenarios

/// A cut as its source states it, beside the one that is computed.
enum PublishedCutWords {
  static func text(_ cut: PublishedCut) -> Text {
    func words(_ language: Language) -> String {
      func percent(_ share: Double?) -> String {
        guard let share, let number = ExactAmount(rounding: abs(share) * 100) else { return "–" }
        let sign = share <= 0 ? "−" : "+"
        return sign + language.numbers.text(number, decimals: 0)
          + (language == .french ? "\u{A0}%" : "%")
      }
      let (said, near, far) = (
        percent(cut.published), percent(cut.onSite), percent(cut.lifeCycle)
      )
      return language == .french
        ? "\(cut.label.fr) : \(said) publié ; ici, de tout ce dont elle remplace une part, une "
          + "fois faite en entier : \(near) sur place (scope 1), \(far) en cycle de vie."
        : "\(cut.label.en): \(said) was published; here, of all that it replaces a part of, once it is "
          + "done in full: \(near) on the spot (scope 1), \(far) over the life cycle."
    }
    return Text(fr: words(.french), en: words(.english))
  }
}
