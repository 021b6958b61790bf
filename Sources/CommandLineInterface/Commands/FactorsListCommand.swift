import Diagnostics

/// `empreinte factors list`: all factors, or those of a family.
enum FactorsListCommand {
  /// The only family to list, if any.
  static let family = Option<String?>.text(
    "family", placeholder: Text(fr: "FAMILLE", en: "FAMILY"),
    help: Text(
      fr: "Se limiter à cette famille (ou catégorie d'une version).",
      en: "Keep to this family (or category of a release)."))

  /// The declaration.
  static let command = Command(
    "list", group: .data,
    summary: Text(fr: "Lister les facteurs.", en: "List the factors."),
    discussion: Text(
      fr: "Une ligne par facteur, par famille puis par années d'emploi.",
      en: "One line for each factor, by family, then by years of use."),
    options: [family.description, ReleaseQuery.release.description],
    examples: [
      Example(
        "empreinte factors list", Text(fr: "Tous les facteurs.", en: "All the factors.")),
      Example(
        "empreinte factors list --family natural-gas",
        Text(fr: "Ceux du gaz naturel.", en: "Those of natural gas.")),
    ],
    run: run)
}
