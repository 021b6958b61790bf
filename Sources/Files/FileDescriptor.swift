#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Writing to something that is already open, until all of it is out.
public enum FileDescriptor {
  /// Writes every byte or says why not; `print` would lose them on a full disk and exit 0.
  public static func write(_ bytes: [UInt8], to descriptor: Int32, path: String)
    throws(FileProblem)
  {
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { part in
        Platform.write(descriptor, part)
      }
      if count >= 0 {
        written += count
        continue
      }
      switch errno {
      case EINTR: continue
      case EAGAIN: waitUntilWritable(descriptor)
      default: throw problem(path: path, code: errno)
      }
    }
  }

  static func problem(path: String, code: Int32) -> FileProblem {
    switch code {
    case EPIPE: .closedPipe
    case ENOSPC, EDQUOT: .noSpace(path: path)
    default: .cannotWrite(path: path, code: code)
    }
  }

  /// Whoever started us may have made the pipe non-blocking.
  private static func waitUntilWritable(_ descriptor: Int32) {
    var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
    _ = poll(&request, 1, -1)
  }
}

enum Platform {
  static func write(_ descriptor: Int32, _ part: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
      Glibc.write(descriptor, part.baseAddress, part.count)
    #elseif canImport(Musl)
      Musl.write(descriptor, part.baseAddress, part.count)
    #else
      Darwin.write(descriptor, part.baseAddress, part.count)
    #endif
  }
}
