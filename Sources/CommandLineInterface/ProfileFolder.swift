import Diagnostics
import Documents
import Files
import Inventory
import Tables

/// The import profiles: those that are shipped, and those of the campus, which come first.
enum ProfileFolder {
  /// The folder of a campus's own profiles.
  static let own = "profiles"
  /// Those that are shipped.
  static let shipped = "ImportProfiles"
  private static let limit = 1 << 20

  /// Every profile, by its name.
  ///
  /// With `lenient`, a page that is wrong is passed over: a locked year does not need it.
  static func all(
    data: String?, campus: String?, lenient: Bool = false
  ) throws(CommandProblem) -> [Profile] {
    var profiles: [Profile] = []
    if let campus { profiles += try read(Directory.join(campus, own), shownAs: own, lenient) }
    guard let data else { return profiles }
    let found = try read(Directory.join(data, shipped), shownAs: shipped, lenient)
    let names = Set(profiles.map(\.identifier))
    return profiles + found.filter { !names.contains($0.identifier) }
  }

  private static func read(
    _ folder: String, shownAs shown: String, _ isLenient: Bool
  ) throws(CommandProblem) -> [Profile] {
    guard Directory.exists(folder) else { return [] }
    var log = FindingLog()
    var profiles: [Profile] = []
    do throws(FileProblem) {
      for name in try Directory.files(under: folder, ending: ".yaml") {
        let source = try FileSource.source(
          Directory.join(folder, name), name: "\(shown)/\(name)")
        guard let bytes = source.everything(limit: limit) else {
          throw .cannotRead(path: source.name, code: 0)
        }
        let errors = log.count(of: .error)
        guard let profile = ProfileReader.profile(bytes, file: source.name, log: &log),
          log.count(of: .error) == errors
        else { continue }
        if profiles.contains(where: { $0.identifier == profile.identifier }) {
          log.add(
            Finding(
              DocumentFindings.duplicateKey, at: Location(file: source.name, line: 1),
              [.init("name", profile.identifier)]))
        }
        profiles.append(profile)
      }
    } catch {
      throw .file(error)
    }
    // A profile that is half understood would read files half right.
    guard isLenient || log.count(of: .error) == 0 else { throw .badCampus(log) }
    return profiles
  }
}

/// The distances of a campus: distances.csv, if it has any.
enum DistanceFile {
  static let name = "distances.csv"

  static func read(_ campus: inout Campus, in folder: String, log: inout FindingLog)
    throws(CommandProblem)
  {
    let path = Directory.join(folder, name)
    guard Directory.fileExists(path) else { return }
    let source = try FileSource.open(path, name: name)
    campus.distances = Distances.read(source, decimalMark: campus.decimalMark, log: &log)
  }
}

/// The recipes beside activity files: `gas.csv` is read as `gas.import.yaml` says.
enum ImportRecipes {
  private static let limit = 1 << 20

  /// The name of the recipe of a file; the same when the file was compressed since.
  static func name(of file: String) -> String {
    let endings = [".csv", ".csv.gz"]
    let ending = endings.first { file.hasSuffix($0) } ?? ""
    return String(file.dropLast(ending.count)) + ".import.yaml"
  }

  /// Says which files are no longer those that were imported.
  static func compare(
    _ files: [ByteSource], _ imports: [String: FileImport], log: inout FindingLog
  ) {
    for file in files {
      guard let recipe = imports[file.name]?.recipe, !recipe.hash.isEmpty,
        let bytes = file.everything(limit: ImportCommand.limit),
        SHA256.hexadecimal(of: bytes) != recipe.hash
      else { continue }
      log.add(Finding(ProfileFindings.fileChanged, at: Location(file: file.name)))
    }
  }

  /// The files that have a recipe, with their profiles; these are read where there is any recipe.
  static func read(
    _ files: [String], campus: String, profiles: () throws(CommandProblem) -> [Profile]
  ) throws(CommandProblem) -> [String: FileImport] {
    let recipes = try recipes(files, campus: campus)
    if recipes.isEmpty { return [:] }
    let profiles = try profiles()
    return recipes.mapValues { recipe in
      FileImport(
        profile: profiles.first { $0.identifier == recipe.profile }, recipe: recipe)
    }
  }

  /// The recipes beside these files.
  static func recipes(
    _ files: [String], campus: String
  ) throws(CommandProblem) -> [String: Recipe] {
    var recipes: [String: Recipe] = [:]
    var log = FindingLog()
    for file in files {
      let name = name(of: file)
      let path = Directory.join(campus, name)
      guard Directory.fileExists(path) else { continue }
      let source = try FileSource.open(path, name: name)
      guard let bytes = source.everything(limit: limit) else {
        throw .file(.cannotRead(path: name, code: 0))
      }
      guard let recipe = ProfileReader.recipe(bytes, file: name, log: &log) else { continue }
      recipes[file] = recipe
    }
    guard log.count(of: .error) == 0 else { throw .badCampus(log) }
    return recipes
  }
}
