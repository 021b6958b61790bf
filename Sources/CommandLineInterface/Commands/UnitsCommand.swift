import Diagnostics

/// `empreinte units`: the units, and conversions between them.
enum UnitsCommand {
  /// A quantity or a unit; nil lists the units.
  static let expression = Operand<String?>.optional(
    Text(same: "EXPRESSION"),
    help: Text(
      fr: "Une quantité ou une unité : '12 MWh', kWh (sinon, toutes les unités).",
      en: "A quantity or a unit: '12 MWh', kWh (else all units)."))

  /// The unit to convert to.
  static let target = Operand<String?>.optional(
    Text(fr: "VERS", en: "TO"),
    help: Text(fr: "L'unité voulue.", en: "The unit wanted."))

  /// The declaration.
  static let command = Command(
    "units", group: .data,
    summary: Text(
      fr: "Lister les unités, convertir une quantité.", en: "List units, convert a quantity."),
    discussion: Text(
      fr: """
        Les conversions sont des fractions exactes. Deux unités de dimensions différentes ne se \
        convertissent pas : kWh PCS et kWh PCI, euros HT et TTC, Go et Gio sont distincts.
        """,
      en: """
        Conversions are exact fractions. Units of different dimensions do not convert: kWh PCS \
        and kWh PCI, euros without and with tax, GB and GiB are told apart.
        """),
    operands: [expression.description, target.description],
    examples: [
      Example("empreinte units", Text(fr: "Lister les unités.", en: "List the units.")),
      Example(
        "empreinte units '12 MWh' kWh",
        Text(fr: "Convertir 12 MWh en kWh.", en: "Convert 12 MWh to kWh.")),
    ],
    run: run)
}
