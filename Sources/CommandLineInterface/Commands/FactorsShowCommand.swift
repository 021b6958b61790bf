import Diagnostics

/// `empreinte factors show`: one factor, whole.
enum FactorsShowCommand {
  /// The factor to show.
  static let identifier = Operand<String>.one(
    Text(fr: "FACTEUR", en: "FACTOR"),
    help: Text(
      fr: "L'identifiant d'un facteur, d'une famille ou d'une activité.",
      en: "The identifier of a factor, a family or an activity."))

  /// The declaration.
  static let command = Command(
    "show", group: .data,
    summary: Text(fr: "Montrer un facteur en entier.", en: "Show a factor, whole."),
    discussion: Text(
      fr: "Les étapes, les gaz, l'incertitude, la source, la licence et le total publié.",
      en: "The stages, gases, uncertainty, source, licence and published total."),
    operands: [identifier.description],
    options: [ReleaseQuery.release.description],
    examples: [
      Example(
        "empreinte factors show bc-26627",
        Text(fr: "Le gaz naturel jusqu'en 2021.", en: "Natural gas up to 2021.")),
      Example(
        "empreinte factors show electricity --lang en",
        Text(fr: "La famille électricité, en anglais.", en: "The electricity family, in English.")),
    ],
    run: run)
}
