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

  /// True when anything at all has this name, a link that leads nowhere included.
  public static func isTaken(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }

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

  /// The ordinary files under a folder whose name ends so or so, by relative path in byte order.
  ///
  /// Hidden files and the lock and temporary files of spreadsheet programs (`~$…`, `.~lock…`) are
  /// left out: people have them open beside the real ones. A folder that links lead to twice is read
  /// once, so that nothing is counted twice; a file that cannot be opened is listed all the same, so
  /// that opening it says why.
  public static func files(under root: String, ending suffixes: String...) throws(FileProblem)
    -> [String]
  {
    var walk = Walk(suffixes: suffixes)
    try walk.collect(root, prefix: "")
    return inByteOrder(walk.found)
  }

  /// Makes a folder and those above it.
  public static func make(_ path: String) throws(FileProblem) {
    if exists(path) { return }
    if let parent = parent(of: path), !parent.isEmpty, parent != path { try make(parent) }
    if mkdir(path, 0o777) != 0 {
      let code = errno
      if !exists(path) { throw FileDescriptor.problem(path: path, code: code) }
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

  private static func inByteOrder(_ names: [String]) -> [String] {
    names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
  }

  /// One walk through a tree.
  private struct Walk {
    let suffixes: [String]
    var found: [String] = []
    private var seen: Set<Identity> = []

    private struct Identity: Hashable {
      var device: UInt64
      var number: UInt64
    }

    init(suffixes: [String]) { self.suffixes = suffixes }

    mutating func collect(_ folder: String, prefix: String) throws(FileProblem) {
      var facts = stat()
      guard stat(folder, &facts) == 0 else {
        if errno == ENOENT { return }
        throw .cannotRead(path: folder, code: errno)
      }
      let identity = Identity(
        device: UInt64(truncatingIfNeeded: facts.st_dev), number: UInt64(facts.st_ino))
      guard seen.insert(identity).inserted else { return }
      guard let stream = opendir(folder) else { throw .cannotRead(path: folder, code: errno) }
      var folders: [String] = []
      while let entry = readdir(stream) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") || name.hasPrefix("~$") { continue }
        if exists(join(folder, name)) {
          folders.append(name)
        } else if suffixes.contains(where: name.lowercased().hasSuffix) {
          found.append(prefix + name)
        }
      }
      closedir(stream)
      for name in inByteOrder(folders) {
        try collect(join(folder, name), prefix: prefix + name + "/")
      }
    }
  }

  private static func kind(of path: String) -> mode_t? {
    var facts = stat()
    return stat(path, &facts) == 0 ? facts.st_mode & S_IFMT : nil
  }
}
