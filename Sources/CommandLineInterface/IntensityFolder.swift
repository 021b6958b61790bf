import Diagnostics
import Files
import Footprint
import Inventory
import Tables

/// The files of a campus that say what the grid emits, hour by hour: intensity/.
enum IntensityFolder {
  /// The files, in the order of their names.
  static func files(_ campus: String) throws(CommandProblem) -> [ByteSource] {
    let root = Directory.join(campus, IntensityReader.folder)
    guard Directory.exists(root) else { return [] }
    return try Session.dataFiles(campus, under: IntensityReader.folder)
  }

  /// What every source says, and what became of the rows; what is wrong goes to the log of the
  /// session.
  static func read(
    _ session: inout Session
  ) throws(CommandProblem) -> (intensities: [GridIntensity], reader: IntensityReader)? {
    let files = try files(session.folder)
    if files.isEmpty { return nil }
    let (data, folder, isLocked) = (session.data, session.folder, session.lock != nil)
    var campus = session.campus
    campus.imports = try ImportRecipes.read(files.map(\.name), campus: folder) {
      () throws(CommandProblem) in
      // A lock does not hold intensities: they are in no total.
      try ProfileFolder.all(data: data, campus: folder, lenient: isLocked)
    }
    ImportRecipes.compare(files, campus.imports, log: &session.log)
    var reader = IntensityReader(campus: campus)
    let intensities = reader.read(files, log: &session.log)
    return (intensities, reader)
  }

  /// The accounts of the files, for `check`.
  static func accounts(_ session: inout Session) throws(CommandProblem) -> [Account] {
    try read(&session)?.reader.counts.map(Account.init) ?? []
  }
}
