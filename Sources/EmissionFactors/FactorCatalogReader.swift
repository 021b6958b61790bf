public import Diagnostics
import Quantities
import Synchronization
import Tables

/// Reads the data files into a catalogue and checks that they hold together.
public enum FactorCatalogReader {
  /// A table, or tables that need each other, and how they are read into a catalogue.
  private struct Part: Sendable {
    let read: @Sendable (inout FactorCatalog, inout FindingLog) -> Void
  }

  /// Reads and checks; what is wrong is in the log and left out of the catalogue.
  public static func read(_ sources: CatalogSources, log: inout FindingLog) -> FactorCatalog {
    let parts = parts(of: sources)
    let catalog = readAtOnce(parts)
    return catalog.map { checked($0, log: &log) } ?? readInOrder(parts, log: &log)
  }

  private static func parts(of sources: CatalogSources) -> [Part] {
    typealias Reader = @Sendable (ByteSource, inout FactorCatalog, inout FindingLog) -> Void
    let readers: [(CatalogTable, Reader)] = [
      (.activities, { readActivities($0, into: &$1, log: &$2) }),
      (.factors, { FactorRows.read($0, into: &$1, log: &$2) }),
      (.gwp, { readPotentials($0, into: &$1, log: &$2) }),
      (.blends, { readBlends($0, into: &$1, log: &$2) }),
      (.conversions, { readConversions($0, into: &$1, log: &$2) }),
    ]
    let parts = readers.flatMap { table, read in
      sources[table].map { source in Part { read(source, &$0, &$1) } }
    }
    // Official readings file what belongs to a post.
    let posts = Part { catalog, log in
      for source in sources[.posts] { readPosts(source, into: &catalog, log: &log) }
      ReadingTables.read(sources, into: &catalog, log: &log)
    }
    return [posts] + parts
  }

  /// Reads on all processors; nil when there is anything to be said, which has to come in order.
  private static func readAtOnce(_ parts: [Part]) -> FactorCatalog? {
    let next = Atomic(0)
    let pieces = Mutex([FactorCatalog?](repeating: nil, count: parts.count))
    // More than a few would wait for the largest table all the same.
    Threads.run(min(4, Threads.available, parts.count)) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        if number >= parts.count { return }
        var (piece, log) = (FactorCatalog(), FindingLog())
        parts[number].read(&piece, &log)
        let read = log.isEmpty ? piece : nil
        pieces.withLock { $0[number] = read }
      }
    }
    let read = pieces.withLock { $0.compactMap { $0 } }
    if read.count < parts.count { return nil }
    var catalog = FactorCatalog()
    // They come from many files.
    catalog.factors.reserveCapacity(read.reduce(0) { $0 + $1.factors.count })
    for piece in read { catalog.append(piece) }
    return catalog
  }

  private static func readInOrder(_ parts: [Part], log: inout FindingLog) -> FactorCatalog {
    var catalog = FactorCatalog()
    for part in parts { part.read(&catalog, &log) }
    return checked(catalog, log: &log)
  }

  private static func checked(_ catalog: FactorCatalog, log: inout FindingLog) -> FactorCatalog {
    var catalog = catalog
    catalog.index()
    catalog.leaveOut(CatalogChecks.run(catalog, log: &log))
    return catalog
  }

  private static func readPosts(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.posts, log: &log) else { return }
    var posts: [Post] = []
    table.forEachRow(log: &log) { row, _ in
      posts.append(
        Post(
          identifier: row.text("id"), parent: row.text("parent"),
          label: Text(fr: row.text("label-fr"), en: row.text("label-en"))))
    }
    FactorCatalog.add(posts, to: &catalog.posts)
  }

  private static func readActivities(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.activities, log: &log) else { return }
    var activities: [Activity] = []
    table.forEachRow(log: &log) { row, log in
      if let activity = activity(row, log: &log) { activities.append(activity) }
    }
    FactorCatalog.add(activities, to: &catalog.activities)
  }

  private static func activity(_ row: DataRow, log: inout FindingLog) -> Activity? {
    guard let unit = row.unit("unit", log: &log),
      let rule = row.choice("scope-rule", ScopeRule.self, log: &log),
      let ledger = row.choice("ledger", Activity.Ledger.self, log: &log)
    else { return nil }
    let basis =
      row.text("basis").isEmpty
      ? .physical : row.choice("basis", Activity.Basis.self, log: &log) ?? .physical
    return Activity(
      identifier: row.text("id"), label: Text(fr: row.text("label-fr"), en: row.text("label-en")),
      aliases: row.list("aliases"),
      family: row.text("family"), unit: unit, post: row.text("post"), scopeRule: rule,
      ledger: ledger, resource: row.text("resource"), carrier: row.text("carrier"),
      lowCarbon: row.number("low-carbon", log: &log),
      renewable: row.number("renewable", log: &log), treatment: row.text("treatment"),
      basis: basis, purchaseGroup: row.text("purchase-group"),
      isAsset: row.text("asset") == "yes", note: row.text("note"),
      file: row.table.reader.source.name, line: row.record.line)
  }

  private static func readPotentials(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.potentials, log: &log) else { return }
    var gases: [WarmingGas] = []
    table.forEachRow(log: &log) { row, log in
      var potential: [GlobalWarmingSet: Number] = [:]
      for set in GlobalWarmingSet.allCases {
        potential[set] = row.number(set.rawValue, log: &log)
      }
      let group = row.text("group")
      let gas = Gas.allCases.first {
        $0.identifier == group || (group == "co2" && $0 == .co2Fossil)
      }
      guard let gas else {
        row.report(
          "group", expected: Text(fr: "un gaz connu", en: "a known gas"), log: &log)
        return
      }
      gases.append(
        WarmingGas(
          name: row.text("gas"), gas: gas, potential: potential, source: row.text("source"),
          sourceIdentifier: row.text("source-id"), licence: row.text("licence")))
    }
    FactorCatalog.add(gases, to: &catalog.warmingGases)
  }

  private static func readBlends(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.blends, log: &log) else { return }
    var components: [(blend: String, component: Blend.Component, source: String)] = []
    table.forEachRow(log: &log) { row, log in
      guard let percent = row.number("mass-percent", log: &log) else { return }
      components.append(
        (row.text("blend"), .init(gas: row.text("component"), percent: percent), row.text("source"))
      )
    }
    var order: [String] = []
    var grouped: [String: [Blend.Component]] = [:]
    for item in components {
      if grouped[item.blend] == nil { order.append(item.blend) }
      grouped[item.blend, default: []].append(item.component)
    }
    catalog.blends += order.map { name in
      Blend(
        name: name, components: grouped[name] ?? [],
        source: components.first { $0.blend == name }?.source ?? "")
    }
  }

  private static func readConversions(
    _ source: ByteSource, into catalog: inout FactorCatalog, log: inout FindingLog
  ) {
    guard let table = DataTable(source, CatalogSchemas.conversions, log: &log) else { return }
    var conversions: [Conversion] = []
    table.forEachRow(log: &log) { row, log in
      guard let from = row.unit("from", log: &log), let to = row.unit("to", log: &log),
        let numerator = row.number("ratio-numerator", log: &log),
        let denominator = row.number("ratio-denominator", log: &log),
        let ratio = Ratio(numerator) / Ratio(denominator)
      else { return }
      conversions.append(
        Conversion(
          identifier: row.text("id"), family: row.text("family"), from: from, to: to, ratio: ratio,
          label: Text(fr: row.text("label-fr"), en: row.text("label-en")),
          source: row.text("source")))
    }
    FactorCatalog.add(conversions, to: &catalog.conversions)
  }
}
