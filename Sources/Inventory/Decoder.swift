import Diagnostics
import EmissionFactors
import Quantities
import Tables

/// What cells mean, shared by all files of a campus: every distinct word is looked up once.
struct Decoder {
  let campus: Campus
  let catalog: FactorCatalog
  /// How numbers are written in the file that is being read.
  var dialect: NumberDialect
  /// Whether the last day of a bill counts, in the file that is being read.
  var lastDay: LastDay
  var vocabulary = Vocabulary()
  /// What every row needs to know of its activity, without touching the whole entry.
  let traits: [Traits]

  struct Traits {
    let isAsset: Bool
    let isDeclared: Bool
    let leaks: Bool
  }

  /// Activities by their folded names: a column of a million wrong words must stay cheap.
  private let foldedActivities: [String: Int32]
  private var activities = NameCache<Int32>()
  /// Made when the first name is not known.
  private var search: ActivitySearch?
  private var suggestions: [String: String?] = [:]
  private var units = NameCache<Int32>()
  private var sites = NameCache<Int32>()
  private var statuses = NameCache<ActivityLine.Status?>()
  private var characterisations = NameCache<Characterisation?>()
  private var posts = NameCache<Int32>()
  private var tagCells = NameCache<Int32>()
  /// Building names mean something only on their site: one cache a site, the first for none.
  private var buildingCells: [NameCache<Int32>]
  private var unitPlaces: [Unit: Int32] = [:]
  /// The largest quantity in each unit of the vocabulary.
  private(set) var limits: [Number] = []
  private var buildingPlaces: [Vocabulary.Building: Int32] = [:]
  private var tagPlaces: [String: Int32] = [:]
  private var meterKnowledge: [UInt64: Int32] = [:]
  private var knowledgePlaces: [Vocabulary.Knowledge: Int32] = [:]

  init(campus: Campus, catalog: FactorCatalog) {
    self.campus = campus
    lastDay = campus.lastDay
    self.catalog = catalog
    var dialect = NumberDialect()
    dialect.decimalMark = campus.decimalMark
    self.dialect = dialect
    var folded: [String: Int32] = [:]
    for (place, activity) in catalog.activities.enumerated() {
      folded[FoldedText.fold(activity.identifier), default: Int32(place)] = Int32(place)
    }
    foldedActivities = folded
    traits = catalog.activities.map {
      Traits(
        isAsset: $0.isAsset, isDeclared: $0.ledger == .declared,
        leaks: $0.scopeRule == .fugitive)
    }
    buildingCells = [NameCache<Int32>](repeating: NameCache(), count: campus.sites.count + 1)
  }

  /// The place of a unit in the vocabulary.
  mutating func place(of unit: Unit) -> Int32 {
    if let place = unitPlaces[unit] { return place }
    let place = Int32(vocabulary.units.count)
    vocabulary.units.append(unit)
    unitPlaces[unit] = place
    limits.append(ShownUnit.limit(of: unit))
    return place
  }

  /// The place of an activity in the catalogue; -1 when unknown.
  mutating func activity(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    activities.value(for: bytes) { [catalog, foldedActivities] name in
      if let place = catalog.activityIndex(named: name) { return Int32(place) }
      return foldedActivities[FoldedText.fold(name)] ?? -1
    }
  }

  /// The activity that was perhaps meant; each name is looked for once.
  mutating func suggestion(for name: String) -> String? {
    if let known = suggestions[name] { return known }
    let search = search ?? ActivitySearch(catalog)
    self.search = search
    let found =
      NearestName.closest(to: name, among: catalog.activities.map(\.identifier))
      ?? search.search([name]).first?.identifier
    suggestions[name] = .some(found)
    return found
  }

  /// The place of a unit in the vocabulary; -1 when unknown.
  mutating func unit(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if let place = units.cached(bytes) { return place }
    guard let unit = UnitCatalog.unit(named: CellText.string(bytes)) else {
      return units.remember(-1)
    }
    return units.remember(place(of: unit))
  }

  /// The place of a site in the campus; -1 when unknown.
  mutating func site(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    sites.value(for: bytes) { [campus] name in campus.siteIndex(named: name).map { Int32($0) } ?? -1
    }
  }

  /// The place of a building in the vocabulary; -1 when the site declares others.
  mutating func building(_ bytes: UnsafeBufferPointer<UInt8>, site: Int32) -> Int32 {
    let cache = Int(site) + 1
    if let place = buildingCells[cache].cached(bytes) { return place }
    let place = building(named: CellText.string(bytes), site: site)
    return buildingCells[cache].remember(place)
  }

  private mutating func building(named name: String, site: Int32) -> Int32 {
    var canonical = name
    if site >= 0 {
      let declared = campus.sites[Int(site)].buildings
      if !declared.isEmpty {
        let folded = FoldedText.fold(name)
        let match = declared.first {
          FoldedText.fold($0.identifier) == folded || FoldedText.fold($0.name) == folded
        }
        guard let match else { return -1 }
        canonical = match.identifier
      }
    }
    let building = Vocabulary.Building(site: site, name: canonical)
    if let place = buildingPlaces[building] { return place }
    let place = Int32(vocabulary.buildings.count)
    vocabulary.buildings.append(building)
    buildingPlaces[building] = place
    return place
  }

  /// True when a site or building of campus.yaml has this name: it may well begin with “Total”.
  mutating func declares(_ bytes: UnsafeBufferPointer<UInt8>, in column: ActivityColumn) -> Bool {
    if column == .site { return site(bytes) >= 0 }
    guard column == .building else { return false }
    let folded = FoldedText.fold(CellText.string(bytes))
    return campus.sites.flatMap(\.buildings).contains {
      FoldedText.fold($0.identifier) == folded || FoldedText.fold($0.name) == folded
    }
  }

  mutating func status(_ bytes: UnsafeBufferPointer<UInt8>) -> ActivityLine.Status? {
    statuses.value(for: bytes) { name in StatusWords.status(named: name) }
  }

  mutating func characterisation(_ bytes: UnsafeBufferPointer<UInt8>) -> Characterisation? {
    characterisations.value(for: bytes) { name in StatusWords.characterisation(named: name) }
  }

  mutating func post(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    posts.value(for: bytes) { [catalog] name in
      catalog.posts.firstIndex { $0.identifier == name }.map { Int32($0) } ?? -1
    }
  }

  /// The place of a set of tags, whatever their order in the cell.
  mutating func tags(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    if bytes.isEmpty { return -1 }
    if let place = tagCells.cached(bytes) { return place }
    return tagCells.remember(place(ofTags: CellText.string(bytes)))
  }

  private mutating func place(ofTags text: String) -> Int32 {
    var names: [String] = []
    for part in text.split(separator: "|") {
      var name = part
      while name.first == " " { name = name.dropFirst() }
      while name.last == " " { name = name.dropLast() }
      if !name.isEmpty, !names.contains(String(name)) { names.append(String(name)) }
    }
    let set = names.sorted().joined(separator: "|")
    if set.isEmpty { return -1 }
    if let place = tagPlaces[set] { return place }
    let new = Int32(vocabulary.tagSets.count)
    vocabulary.tagSets.append(set)
    tagPlaces[set] = new
    return new
  }

  mutating func meter(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    bytes.isEmpty ? -1 : vocabulary.meters.intern(bytes)
  }

  mutating func label(_ bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    bytes.isEmpty ? -1 : vocabulary.labels.intern(bytes)
  }

  /// The place of what is known of a line that says nothing but its meter: there may be a million of them.
  mutating func knowledge(
    ofMeter meter: Int32, _ status: ActivityLine.Status, site: Int32
  ) -> Int32 {
    let key =
      UInt64(UInt32(bitPattern: meter)) << 32 | UInt64(UInt16(truncatingIfNeeded: site)) << 8
      | UInt64(status.rawValue)
    if let place = meterKnowledge[key] { return place }
    let place = knowledge(
      .init(quality: nil, status: status, source: .meter(vocabulary.meter(meter)), site: site))
    meterKnowledge[key] = place
    return place
  }

  /// The place of what is known of a line; -1 where its status says it all.
  mutating func knowledge(_ knowledge: Vocabulary.Knowledge) -> Int32 {
    if knowledge.isPlain { return -1 }
    if let place = knowledgePlaces[knowledge] { return place }
    let place = Int32(vocabulary.knowledge.count)
    vocabulary.knowledge.append(knowledge)
    knowledgePlaces[knowledge] = place
    return place
  }
}
