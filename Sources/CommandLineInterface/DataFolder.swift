import EmissionFactors
import Files
import Tables

/// Finds the shipped data: said, then in the environment, then beside the program, then above it.
enum DataFolder {
  static func find(_ invocation: Invocation, _ context: Context) throws(CommandProblem) -> String {
    var searched: [String] = []
    if let named = invocation(GlobalOptions.data) {
      searched.append(context.path(named))
    } else if let named = context.console.environment("EMPREINTE_DATA"), !named.isEmpty {
      searched.append(context.path(named))
    } else if let program = context.console.executable,
      let folder = Directory.parent(of: program)
    {
      if let above = Directory.parent(of: folder) {
        searched.append(Directory.join(above, "share/empreinte"))
      }
      var current: String? = folder
      while let here = current {
        searched.append(here)
        current = here == "/" ? nil : Directory.parent(of: here)
      }
    }
    for folder in searched where Directory.exists(Directory.join(folder, "EmissionFactors")) {
      return folder
    }
    throw .noData(searched: searched)
  }

  /// What a campus may add to under the same names; every other file of its factors/ is factors.
  private static let ownTables: [CatalogTable] = [.activities, .gwp, .blends, .conversions]

  /// The data files, and the campus's own factors after them.
  static func sources(data: String, campus: String?) throws(CommandProblem) -> CatalogSources {
    let root = Directory.join(data, "EmissionFactors")
    var sources = CatalogSources()
    func file(_ name: String) throws(CommandProblem) -> ByteSource {
      try FileSource.open(Directory.join(root, name), name: "EmissionFactors/" + name)
    }
    for table in CatalogTable.allCases where table != .factors {
      sources[table] = [try file(table.path)]
    }
    do throws(FileProblem) {
      for name in try Directory.files(under: Directory.join(root, "factors"), ending: ".csv") {
        let path = Directory.join(root, "factors/" + name)
        sources[.factors].append(
          try FileSource.source(path, name: "EmissionFactors/factors/" + name))
      }
      if let campus {
        let own = Directory.join(campus, "factors")
        // Folders in it are releases: `factors --release` reads them, a footprint does not.
        for name in try Directory.files(under: own, ending: ".csv") where !name.contains("/") {
          let source = try FileSource.source(Directory.join(own, name), name: "factors/" + name)
          let table = ownTables.first { $0.path == name } ?? .factors
          sources[table].append(source)
        }
      }
    } catch {
      throw .file(error)
    }
    return sources
  }
}

/// Files as sources of bytes.
enum FileSource {
  static func source(
    _ path: String, name: String, _ progress: Progress? = nil
  ) throws(FileProblem) -> ByteSource {
    let file = try ReadableFile(path: path)
    let source = ByteSource(name: name, isSeekable: true) { offset, buffer in
      try? file.read(at: offset, into: buffer)
    }
    return progress?.counted(source, size: file.size) ?? source
  }

  static func open(_ path: String, name: String) throws(CommandProblem) -> ByteSource {
    do throws(FileProblem) {
      return try source(path, name: name)
    } catch {
      throw .file(error)
    }
  }
}
