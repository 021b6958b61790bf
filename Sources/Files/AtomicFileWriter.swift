#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file written piece by piece that appears only when it is whole.
///
/// A link stays a link: what it leads to is replaced. A device or a pipe is written to as it is,
/// because replacing it would destroy it. The rights of a file replaced are kept. Dropped before it
/// is committed, the writer leaves nothing behind.
public struct AtomicFileWriter: ~Copyable {
  private let path: String
  private let target: String
  /// Nil when the bytes go straight to a device or a pipe.
  private let temporary: String?
  private var descriptor: Int32

  /// Begins a file beside the one it will replace.
  public init(path: String) throws(FileProblem) {
    let opened = try Self.begin(path)
    self.path = path
    target = opened.target
    temporary = opened.temporary
    descriptor = opened.descriptor
  }

  private static func begin(_ path: String) throws(FileProblem)
    -> (target: String, temporary: String?, descriptor: Int32)
  {
    var facts = stat()
    let isThere = stat(path, &facts) == 0
    if isThere, facts.st_mode & S_IFMT == S_IFDIR { throw .cannotWrite(path: path, code: EISDIR) }
    if isThere, facts.st_mode & S_IFMT != S_IFREG {
      let descriptor = open(path, O_WRONLY | O_CLOEXEC)
      if descriptor < 0 { throw FileDescriptor.problem(path: path, code: errno) }
      return (path, nil, descriptor)
    }
    let target = isThere ? Directory.resolved(path) ?? path : path
    let opened = try openTemporary(in: Directory.parent(of: target) ?? ".", for: path)
    if isThere { fchmod(opened.descriptor, facts.st_mode & 0o777) }
    return (target, opened.name, opened.descriptor)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
    if let temporary { unlink(temporary) }
  }

  /// Adds bytes.
  public func append(_ bytes: [UInt8]) throws(FileProblem) {
    try FileDescriptor.write(bytes, to: descriptor, path: path)
  }

  /// Puts the file in place; one that must be new never replaces another.
  ///
  /// The temporary name is gone afterwards, whatever happened.
  public consuming func commit(mustBeNew: Bool = false) throws(FileProblem) {
    try flush()
    guard let temporary else { return }
    if mustBeNew {
      // A link refuses a name that was taken in the meantime; a rename would replace it.
      if link(temporary, target) == 0 { return Self.flushFolder(of: target) }
      if errno == EEXIST || Directory.isTaken(target) { throw .alreadyThere(path: path) }
      // Some file systems have no links.
    }
    guard rename(temporary, target) == 0 else {
      throw FileDescriptor.problem(path: path, code: errno)
    }
    Self.flushFolder(of: target)
  }

  private mutating func flush() throws(FileProblem) {
    let isFlushed = fsync(descriptor) == 0 || errno == EINVAL || errno == EROFS
    let flushing = errno
    let isClosed = close(descriptor) == 0
    let closing = errno
    descriptor = -1
    if !isFlushed { throw FileDescriptor.problem(path: path, code: flushing) }
    if !isClosed { throw FileDescriptor.problem(path: path, code: closing) }
  }

  /// A name nobody else uses: one left behind, or put there by somebody else, is never written to.
  private static func openTemporary(in folder: String, for path: String) throws(FileProblem)
    -> (name: String, descriptor: Int32)
  {
    for attempt in 0..<1000 {
      let name = Directory.join(folder, ".empreinte-\(getpid())-\(attempt).tmp")
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (name, descriptor) }
      if errno != EEXIST { throw FileDescriptor.problem(path: path, code: errno) }
    }
    throw .cannotWrite(path: path, code: EEXIST)
  }

  private static func flushFolder(of path: String) {
    let directory = open(Directory.parent(of: path) ?? ".", O_RDONLY | O_CLOEXEC)
    guard directory >= 0 else { return }
    fsync(directory)
    close(directory)
  }
}
