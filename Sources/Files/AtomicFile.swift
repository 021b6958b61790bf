#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writing that is all or nothing: the old file stays until the new one is whole on the disk.
public enum AtomicFile {
  /// Replaces a file by these bytes, through a temporary file in the same folder.
  ///
  /// A link stays a link: what it leads to is replaced. A device or a pipe is written to as it is,
  /// because replacing it would destroy it. The rights of the file replaced are kept.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    if isThere, facts.st_mode & S_IFMT == S_IFDIR {
      throw .cannotWrite(path: path, code: EISDIR)
    }
    if isThere, facts.st_mode & S_IFMT != S_IFREG {
      return try writeThrough(bytes, to: path)
    }
    let target = isThere ? Directory.resolved(path) ?? path : path
    let temporary = try writeTemporary(
      bytes, for: target, mode: isThere ? facts.st_mode & 0o777 : nil)
    guard rename(temporary, target) == 0 else {
      let code = errno
      unlink(temporary)
      throw FileDescriptor.problem(path: path, code: code)
    }
    flushFolder(of: target)
  }

  /// Writes a file that must not be there yet.
  public static func create(_ bytes: [UInt8], at path: String) throws(FileProblem) {
    if isTaken(path) { throw .alreadyThere(path: path) }
    let temporary = try writeTemporary(bytes, for: path, mode: nil)
    // A link refuses a name that was taken in the meantime; a rename would replace it.
    if link(temporary, path) == 0 {
      unlink(temporary)
    } else if errno == EEXIST {
      unlink(temporary)
      throw .alreadyThere(path: path)
    } else if isTaken(path) || rename(temporary, path) != 0 {
      // Some file systems have no links.
      let code = errno
      unlink(temporary)
      throw FileDescriptor.problem(path: path, code: code)
    }
    flushFolder(of: path)
  }

  private static func writeTemporary(
    _ bytes: [UInt8], for path: String, mode: mode_t?
  ) throws(FileProblem) -> String {
    let folder = Directory.parent(of: path) ?? "."
    let (temporary, descriptor) = try openTemporary(in: folder, for: path)
    var problem: FileProblem?
    do throws(FileProblem) {
      if let mode { fchmod(descriptor, mode) }
      try FileDescriptor.write(bytes, to: descriptor, path: path)
      if fsync(descriptor) != 0, errno != EINVAL {
        problem = FileDescriptor.problem(path: path, code: errno)
      }
    } catch {
      problem = error
    }
    if close(descriptor) != 0, problem == nil {
      problem = FileDescriptor.problem(path: path, code: errno)
    }
    if let problem {
      unlink(temporary)
      throw problem
    }
    return temporary
  }

  /// A name nobody else uses: one left behind, or put there by somebody else, is never written to.
  private static func openTemporary(in folder: String, for path: String) throws(FileProblem)
    -> (String, Int32)
  {
    for attempt in 0..<1000 {
      let name = Directory.join(folder, ".empreinte-\(getpid())-\(attempt).tmp")
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (name, descriptor) }
      if errno != EEXIST { throw FileDescriptor.problem(path: path, code: errno) }
    }
    throw .cannotWrite(path: path, code: EEXIST)
  }

  private static func writeThrough(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let descriptor = open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileDescriptor.problem(path: path, code: errno) }
    defer { close(descriptor) }
    try FileDescriptor.write(bytes, to: descriptor, path: path)
  }

  private static func flushFolder(of path: String) {
    let directory = open(Directory.parent(of: path) ?? ".", O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }

  private static func isTaken(_ path: String) -> Bool {
    var facts = stat()
    return lstat(path, &facts) == 0
  }
}
