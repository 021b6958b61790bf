import Diagnostics
import Quantities

/// A release as the files of its folder: two tables that open in a spreadsheet, and their index.
public enum ReleaseFiles {
  /// The names of the files, in the order they are written.
  public static let elements = "elements.csv"
  public static let stages = "stages.csv"
  public static let index = "index.txt"

  /// The bytes of each file.
  public static func files(of release: Release) -> [(name: String, bytes: [UInt8])] {
    var elements = Array((elementColumns.joined(separator: ",") + "\n").utf8)
    var stages = Array((stageColumns.joined(separator: ",") + "\n").utf8)
    elements.reserveCapacity(release.elements.count * 512)
    var index = ReleaseIndexWriter()
    for element in release.elements {
      var offsets: [Int] = []
      for stage in element.stages {
        offsets.append(stages.count)
        PlainCSV.append(fields(of: stage, in: element), to: &stages)
      }
      index.add(element, at: elements.count, stages: offsets)
      PlainCSV.append(fields(of: element), to: &elements)
    }
    return [(self.elements, elements), (self.stages, stages), (self.index, index.bytes)]
  }

  static let elementColumns = [
    "id", "status", "kind", "unit", "qualifier", "published-unit", "total", "gases", "uncertainty",
    "name-fr", "name-en", "attribute-fr", "attribute-en", "boundary-fr", "boundary-en", "category",
    "validity", "created", "modified", "location", "place-fr", "place-en", "contributor",
    "other-contributors", "programme", "programme-url", "source", "tags-fr", "tags-en",
    "comment-fr", "comment-en",
  ]

  static let stageColumns = ["id", "stage", "name-fr", "name-en", "total", "gases"]

  private static func fields(of element: ReleaseElement) -> [String] {
    [
      element.identifier, element.status.rawValue, element.kind.rawValue, element.unit.unit.symbol,
      element.unit.qualifier, element.unit.published, element.own.total.description,
      gases(element.own.parts), element.uncertainty?.description ?? "", element.name.fr,
      element.name.en, element.attribute.fr, element.attribute.en, element.boundary.fr,
      element.boundary.en, element.category, element.validity, element.created, element.modified,
      element.location, element.place.fr, element.place.en, element.contributor,
      element.otherContributors, element.programme, element.programmeAddress, element.source,
      element.tags.fr, element.tags.en, element.comment.fr, element.comment.en,
    ]
  }

  private static func fields(of stage: ReleaseStage, in element: ReleaseElement) -> [String] {
    [
      element.identifier, stage.stage.identifier, stage.name.fr, stage.name.en,
      stage.split.total.description, gases(stage.split.parts),
    ]
  }

  /// `co2-fossil=0.0243=CO2f|other=1.57=Divers`: the gas, the value, the source's name of it.
  private static func gases(_ parts: [ReleaseSplit.Part]) -> String {
    parts.map { part in
      let code = String(part.code.map { $0 == "|" ? "/" : $0 })
      return "\(part.gas.identifier)=\(part.value)=\(code)"
    }.joined(separator: "|")
  }

  /// The element behind the fields of its row; nil when they are not such a row.
  static func element(_ fields: [String]) -> ReleaseElement? {
    guard fields.count == elementColumns.count,
      let status = ReleaseElement.Status(rawValue: fields[1]),
      let kind = ReleaseElement.Kind(rawValue: fields[2]),
      let unit = UnitCatalog.unit(named: fields[3]), let split = split(fields[6], fields[7])
    else { return nil }
    var element = ReleaseElement()
    element.identifier = fields[0]
    element.status = status
    element.kind = kind
    element.unit = ReleaseUnit(unit: unit, qualifier: fields[4], published: fields[5])
    element.own = split
    element.uncertainty = Number(fields[8])
    element.name = Text(fr: fields[9], en: fields[10])
    element.attribute = Text(fr: fields[11], en: fields[12])
    element.boundary = Text(fr: fields[13], en: fields[14])
    element.category = fields[15]
    element.validity = fields[16]
    element.created = fields[17]
    element.modified = fields[18]
    element.location = fields[19]
    element.place = Text(fr: fields[20], en: fields[21])
    element.contributor = fields[22]
    element.otherContributors = fields[23]
    element.programme = fields[24]
    element.programmeAddress = fields[25]
    element.source = fields[26]
    element.tags = Text(fr: fields[27], en: fields[28])
    element.comment = Text(fr: fields[29], en: fields[30])
    return element
  }

  /// The stage behind the fields of its row; nil when they are not such a row of the element.
  static func stage(_ fields: [String], of element: String) -> ReleaseStage? {
    guard fields.count == stageColumns.count, fields[0] == element,
      let stage = Stage(identifier: fields[1]), let split = split(fields[4], fields[5])
    else { return nil }
    return ReleaseStage(stage: stage, name: Text(fr: fields[2], en: fields[3]), split: split)
  }

  private static func split(_ total: String, _ gases: String) -> ReleaseSplit? {
    guard let total = Number(total) else { return nil }
    var split = ReleaseSplit(total: total)
    for part in gases.split(separator: "|") {
      let words = part.split(separator: "=", maxSplits: 2, omittingEmptySubsequences: false)
      guard words.count == 3, let value = Number(String(words[1])),
        let gas = Gas.allCases.first(where: { $0.identifier == words[0] })
      else { return nil }
      split.parts.append(.init(code: String(words[2]), gas: gas, value: value))
    }
    return split
  }
}
