import Diagnostics
import Documents
import Files
import Scenarios
import Tables

/// The scenarios: those of the campus come before those that are shipped.
struct ScenarioFolder {
  /// The folder of a campus's own scenarios.
  static let own = "scenarios"
  /// Those that are shipped.
  static let shipped = "Scenarios"
  private static let limit = 1 << 20

  /// A scenario that can be named.
  struct Place {
    let name: String
    let path: String
    /// The file as findings call it.
    let shown: String
    let isOwn: Bool
  }

  let places: [Place]

  /// The scenarios of a campus and of the shipped data.
  init(data: String?, campus: String) throws(CommandProblem) {
    var places: [Place] = []
    let folders =
      [(Directory.join(campus, Self.own), Self.own, true)]
      + (data.map { [(Directory.join($0, Self.shipped), Self.shipped, false)] } ?? [])
    do throws(FileProblem) {
      for (folder, shown, isOwn) in folders where Directory.exists(folder) {
        for file in try Directory.files(under: folder, ending: ".yaml")
        where !file.contains("/") {
          let name = String(file.dropLast(".yaml".count))
          if places.contains(where: { $0.name == name }) { continue }
          places.append(
            Place(
              name: name, path: Directory.join(folder, file), shown: "\(shown)/\(file)",
              isOwn: isOwn))
        }
      }
    } catch {
      throw .file(error)
    }
    self.places = places
  }

  /// Reads the scenario called so, or the file at a path; what is wrong goes to the log.
  func scenario(
    _ typed: String, _ context: Context, log: inout FindingLog
  ) throws(CommandProblem) -> Scenario? {
    var places = self.places
    var name = typed
    if typed.hasSuffix(".yaml") || typed.contains("/") {
      // A file that was named is that file, whatever else bears its name.
      let path = context.path(typed)
      name = String(typed.split(separator: "/").last ?? "")
      if name.hasSuffix(".yaml") { name = String(name.dropLast(".yaml".count)) }
      places.removeAll { $0.name == name }
      places.append(Place(name: name, path: path, shown: typed, isOwn: true))
    }
    guard let place = places.first(where: { $0.name == name }) else {
      throw .unknownScenario(
        typed, nearest: NearestName.closest(to: typed, among: places.map(\.name)))
    }
    _ = try Self.bytes(place)
    let reader = ScenarioReader(known: places.map(\.name).sorted()) { wanted in
      guard let place = places.first(where: { $0.name == wanted }),
        let bytes = try? Self.bytes(place)
      else { return nil }
      return (bytes, place.shown)
    }
    return reader.scenario(name, log: &log)
  }

  private static func bytes(_ place: Place) throws(CommandProblem) -> [UInt8] {
    let source = try FileSource.open(place.path, name: place.shown)
    guard let bytes = source.everything(limit: limit) else {
      throw .file(.cannotRead(path: place.shown, code: 0))
    }
    return bytes
  }
}
