import Tables

/// The columns of the data files; docs/factors.md describes them.
enum CatalogSchemas {
  static let activities = TableSchema(
    "activities",
    [
      .init("id", required: true), .init("label-fr", required: true),
      .init("label-en", required: true), .init("aliases"), .init("family", required: true),
      .init("unit", required: true), .init("post", required: true),
      .init("scope-rule", required: true), .init("ledger", required: true), .init("resource"),
      .init("carrier"), .init("low-carbon"), .init("renewable"), .init("treatment"),
      .init("basis"), .init("purchase-group"), .init("asset"), .init("note"),
    ])

  static let factors = TableSchema(
    "factors",
    [
      .init("factor", required: true), .init("family", required: true),
      .init("stage", required: true), .init("total", required: true),
      .init("unit", required: true), .init("published-total"), .init("from"), .init("to"),
      .init("region"), .init("uncertainty"), .init("reliability"), .init("technical"),
      .init("geographic"), .init("temporal"), .init("completeness"),
      .init("release", required: true),
      .init("source", required: true), .init("source-id"), .init("licence", required: true),
      .init("status"), .init("validity"), .init("note"),
    ] + gasColumns.map { .init($0.identifier) })

  /// The gases a factor row may give.
  static let gasColumns: [Gas] = [
    .co2Fossil, .ch4Fossil, .ch4Biogenic, .n2o, .hfc, .pfc, .sf6, .nf3, .other, .co2Biogenic,
  ]

  static let posts = TableSchema(
    "posts",
    [
      .init("id", required: true), .init("parent"), .init("label-fr", required: true),
      .init("label-en", required: true),
    ])

  static let potentials = TableSchema(
    "gwp",
    [
      .init("gas", required: true), .init("formula"), .init("group", required: true),
      .init("AR4"), .init("AR5"), .init("AR6"), .init("source", required: true),
      .init("source-id"), .init("licence"),
    ])

  static let blends = TableSchema(
    "blends",
    [
      .init("blend", required: true), .init("component", required: true),
      .init("mass-percent", required: true), .init("source"),
    ])

  static let conversions = TableSchema(
    "conversions",
    [
      .init("id", required: true), .init("family", required: true),
      .init("from", required: true), .init("to", required: true),
      .init("ratio-numerator", required: true), .init("ratio-denominator", required: true),
      .init("label-fr", required: true), .init("label-en", required: true),
      .init("source", required: true),
    ])

  static let recycling = TableSchema(
    "recycling",
    [
      .init("source", required: true), .init("source-id", required: true),
      .init("value", required: true), .init("unit", required: true), .init("label"),
    ])

  static let readings = TableSchema(
    "readings",
    [
      .init("id", required: true), .init("label-fr", required: true),
      .init("label-en", required: true), .init("gases", required: true),
      .init("recycling", required: true), .init("assets", required: true),
      .init("outside-kyoto", required: true), .init("electricity", required: true),
      .init("note-fr"), .init("note-en"),
    ])

  static let readingCodes = TableSchema(
    "reading-codes",
    [
      .init("reading", required: true), .init("code", required: true),
      .init("parent", required: true), .init("kind", required: true),
      .init("label-fr", required: true), .init("label-en", required: true),
    ])

  static let readingRules = TableSchema(
    "reading-rules",
    [
      .init("reading", required: true), .init("post", required: true),
      .init("nature", required: true), .init("stage", required: true),
      .init("characterisation", required: true), .init("when", required: true),
      .init("code", required: true),
    ])
}
