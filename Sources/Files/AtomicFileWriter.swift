#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file written piece by piece that appears only when it is whole.
///
/// Dropped before `commit`, it leaves nothing behind.
public struct AtomicFileWriter: ~Copyable {
  private let path: String
  private let temporary: String
  private var descriptor: Int32

  /// Begins a file beside the one it will replace.
  public init(path: String) throws(FileProblem) {
    self.path = path
    let folder = Directory.parent(of: path) ?? "."
    temporary = Directory.join(folder, ".empreinte-\(getpid()).part")
    descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    if descriptor < 0 { throw .cannotWrite(path: path, code: errno) }
  }

  deinit {
    if descriptor >= 0 {
      close(descriptor)
      unlink(temporary)
    }
  }

  /// Adds bytes.
  public func append(_ bytes: [UInt8]) throws(FileProblem) {
    try FileDescriptor.write(bytes, to: descriptor, path: path)
  }

  /// Puts the file in place.
  public consuming func commit() throws(FileProblem) {
    if fsync(descriptor) != 0, errno != EINVAL { throw .cannotWrite(path: path, code: errno) }
    let closed = close(descriptor)
    descriptor = -1
    if closed != 0 || rename(temporary, path) != 0 {
      let code = errno
      unlink(temporary)
      throw .cannotWrite(path: path, code: code)
    }
  }
}
