#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder that appears with all its files or not at all.
public enum NewFolder {
  /// Makes a folder that must not be there yet, with these files in it.
  ///
  /// They are written into a hidden folder beside it, which then takes the name. Whatever stops the
  /// writing, a folder of that name is either whole or absent.
  public static func create(_ files: [(name: String, bytes: [UInt8])], at path: String)
    throws(FileProblem)
  {
    if Directory.isTaken(path) { throw .alreadyThere(path: path) }
    let parent = Directory.parent(of: path) ?? "."
    try Directory.make(parent)
    let temporary = try makeTemporary(in: parent, for: path)
    do throws(FileProblem) {
      for file in files {
        try AtomicFile.create(file.bytes, at: Directory.join(temporary, file.name))
      }
      // A rename would take the place of an empty folder made in the meantime, and of nothing else.
      if Directory.isTaken(path) { throw .alreadyThere(path: path) }
      guard rename(temporary, path) == 0 else {
        throw FileDescriptor.problem(path: path, code: errno)
      }
    } catch {
      for file in files { unlink(Directory.join(temporary, file.name)) }
      rmdir(temporary)
      throw error
    }
    flush(parent)
  }

  private static func makeTemporary(in parent: String, for path: String) throws(FileProblem)
    -> String
  {
    for attempt in 0..<1000 {
      let name = Directory.join(parent, ".empreinte-\(getpid())-\(attempt).tmp")
      if mkdir(name, 0o777) == 0 { return name }
      if errno != EEXIST { throw FileDescriptor.problem(path: path, code: errno) }
    }
    throw .cannotWrite(path: path, code: EEXIST)
  }

  private static func flush(_ folder: String) {
    let directory = open(folder, O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }
}
