#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is on the disk, in an order that never changes.
public enum Directory {
  /// True when a folder is there.
  public static func exists(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  /// True when an ordinary file is there.
  public static func fileExists(_ path: String) -> Bool { kind(of: path) == S_IFREG }

  /// The folder the process works in.
  public static var current: String {
    guard let buffer = getcwd(nil, 0) else { return "." }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The path with links resolved; nil when nothing is there.
  public static func resolved(_ path: String) -> String? {
    guard let buffer = realpath(path, nil) else { return nil }
    defer { free(buffer) }
    return String(cString: buffer)
  }

  /// The ordinary files under a folder whose name ends so, by relative path in byte order.
  ///
  /// Hidden files and the lock and temporary files of spreadsheet programs (`~$…`, `.~lock…`) are
  /// left out: people have them open beside the real ones.
  public static func files(under root: String, ending suffix: String) throws(FileProblem)
    -> [String]
  {
    var found: [String] = []
    try collect(root, prefix: "", suffix: suffix, depth: 0, into: &found)
    return found.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// Makes a folder and those above it.
  public static func make(_ path: String) throws(FileProblem) {
    if exists(path) { return }
    if let parent = parent(of: path), !parent.isEmpty, parent != path { try make(parent) }
    if mkdir(path, 0o777) != 0, errno != EEXIST {
      throw .cannotWrite(path: path, code: errno)
    }
  }

  /// The folder that holds a path.
  public static func parent(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/") else { return nil }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// Two parts of a path joined.
  public static func join(_ folder: String, _ name: String) -> String {
    if name.hasPrefix("/") || folder.isEmpty { return name }
    return folder.hasSuffix("/") ? folder + name : folder + "/" + name
  }

  private static func collect(
    _ folder: String, prefix: String, suffix: String, depth: Int, into found: inout [String]
  ) throws(FileProblem) {
    // Deeper than any real campus: a loop of links ends here instead of never.
    guard depth < 32 else { return }
    guard let stream = opendir(folder) else {
      if errno == ENOENT { return }
      throw .cannotRead(path: folder, code: errno)
    }
    defer { closedir(stream) }
    var folders: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix(".") || name.hasPrefix("~$") { continue }
      let path = join(folder, name)
      if exists(path) {
        folders.append(name)
      } else if name.lowercased().hasSuffix(suffix), fileExists(path) {
        found.append(prefix + name)
      }
    }
    for name in folders {
      try collect(
        join(folder, name), prefix: prefix + name + "/", suffix: suffix, depth: depth + 1,
        into: &found)
    }
  }

  private static func kind(of path: String) -> mode_t? {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & S_IFMT : nil
  }
}
