#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file open for reading at any offset.
///
/// Closed when the last reference goes. Reads carry their own offset, so several readers can share
/// one file without sharing a position.
public final class ReadableFile: Sendable {
  /// The path as it was given.
  public let path: String
  /// Its size when it was opened.
  public let size: Int
  private let descriptor: Int32

  /// Opens an ordinary file.
  public init(path: String) throws(FileProblem) {
    // Without O_NONBLOCK, opening a pipe that nobody writes to would wait for ever.
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { throw Self.problem(path: path, code: errno) }
    var facts = stat()
    guard fstat(opened, &facts) == 0 else {
      let code = errno
      close(opened)
      throw .cannotRead(path: path, code: code)
    }
    guard facts.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      throw .notAFile(path: path)
    }
    self.path = path
    self.descriptor = opened
    self.size = Int(facts.st_size)
  }

  deinit { close(descriptor) }

  /// Reads into a buffer from an offset; 0 at the end of the file.
  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(FileProblem)
    -> Int
  {
    guard let base = buffer.baseAddress else { return 0 }
    while true {
      let count = pread(descriptor, base, buffer.count, off_t(offset))
      if count >= 0 { return count }
      if errno != EINTR { throw .cannotRead(path: path, code: errno) }
    }
  }

  private static func problem(path: String, code: Int32) -> FileProblem {
    switch code {
    case ENOENT, ENOTDIR: .missing(path: path)
    case EACCES, EPERM: .notAllowed(path: path)
    default: .cannotRead(path: path, code: code)
    }
  }
}
