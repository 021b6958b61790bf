public import Diagnostics
import Quantities
public import Tables

/// Reads the files of a campus that say what the grid emits, hour by hour.
///
/// Their rows come in any order and from several files: only the instant decides.
public struct IntensityReader {
  /// Where such files are in a campus.
  public static let folder = "intensity"

  /// What became of the rows of a file.
  public struct Count: Sendable {
    public let file: String
    public internal(set) var used = 0
    /// Rows whose value is not known.
    public internal(set) var unknown = 0
    /// Rows that a rule leaves out, and those of the hour that does not exist.
    public internal(set) var excluded = 0
    public internal(set) var rejected = 0
  }

  struct SeriesName: Hashable {
    var profile: String
    var covers: IntensityCover
    var unit: String
  }

  /// The files that hold something and could not be read, or not to their end.
  public private(set) var unreadFiles: [String] = []
  /// What became of the rows, file by file.
  public private(set) var counts: [Count] = []
  private let campus: Campus
  private var points: [SeriesName: [IntensityPoint]] = [:]
  private var labels: [String: Text] = [:]

  /// A reader of the intensities of a campus.
  public init(campus: Campus) { self.campus = campus }

  /// Reads files, and gives what each source says.
  public mutating func read(_ files: [ByteSource], log: inout FindingLog) -> [GridIntensity] {
    for (place, file) in files.enumerated() { read(file, Int32(place), log: &log) }
    let names = points.keys.sorted {
      ($0.profile, $0.covers.rawValue, $0.unit) < ($1.profile, $1.covers.rawValue, $1.unit)
    }
    return names.map { name in
      let hours = IntensityPoint.hours(points[name] ?? [], of: files.map(\.name), log: &log)
      return GridIntensity(
        profile: name.profile, label: labels[name.profile] ?? Text(same: name.profile),
        covers: name.covers, unit: name.unit, hours: hours)
    }
  }

  private mutating func read(_ source: ByteSource, _ number: Int32, log: inout FindingLog) {
    guard let file = campus.imports[source.name] else {
      log.add(Finding(ProfileFindings.recipeMissing, at: Location(file: source.name)))
      unreadFiles.append(source.name)
      return
    }
    if let profile = file.profile, profile.meaning != .intensity {
      log.add(
        Finding(
          ProfileFindings.misplacedFile, at: Location(file: source.name),
          [.init("profile", profile.identifier), .init("folder", "activity")]))
      unreadFiles.append(source.name)
      return
    }
    let errors = log.count(of: .error)
    let table = ProfiledTable.open(source, file, campus, log: &log)
    guard let table, let columns = columns(of: table, file.recipe, log: &log) else {
      if log.count(of: .error) > errors { unreadFiles.append(source.name) }
      return
    }
    labels[table.profile.identifier] = table.profile.label
    var rows = IntensityRows(table, columns, file: number)
    if !rows.read(log: &log) { unreadFiles.append(source.name) }
    counts.append(rows.count)
    for (column, found) in zip(columns, rows.points) {
      points[column.series, default: []] += found
    }
  }

  /// The columns that hold intensities; nil, with a finding, when one cannot be understood.
  private func columns(
    of table: ProfiledTable, _ recipe: Recipe, log: inout FindingLog
  ) -> [IntensityRows.Column]? {
    var columns: [IntensityRows.Column] = []
    for column in table.curve.intensities {
      guard let covers = IntensityCover(rawValue: column.covers) else {
        log.add(
          Finding(
            ProfileFindings.unknownCover, at: recipe.location, [.init("value", column.covers)]),
          subject: column.covers)
        return nil
      }
      guard let ratio = IntensityUnit.ratio(of: column.unit) else {
        log.add(
          Finding(
            InventoryFindings.unknownUnit, at: recipe.location, [.init("name", column.unit)]),
          subject: column.unit)
        return nil
      }
      let series = SeriesName(
        profile: table.profile.identifier, covers: covers, unit: column.unit)
      columns.append(.init(place: column.quantity, ratio: ratio, series: series))
    }
    return columns
  }
}
