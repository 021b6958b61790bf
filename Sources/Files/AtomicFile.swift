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
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let folder = Directory.parent(of: path) ?? "."
    let temporary = Directory.join(folder, ".empreinte-\(getpid()).tmp")
    let descriptor = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotWrite(path: path, code: errno) }
    var problem: FileProblem?
    do throws(FileProblem) {
      try FileDescriptor.write(bytes, to: descriptor, path: path)
      if fsync(descriptor) != 0, errno != EINVAL {
        problem = .cannotWrite(path: path, code: errno)
      }
    } catch {
      problem = error
    }
    if close(descriptor) != 0, problem == nil { problem = .cannotWrite(path: path, code: errno) }
    if problem == nil, rename(temporary, path) != 0 {
      problem = .cannotWrite(path: path, code: errno)
    }
    if let problem {
      unlink(temporary)
      throw problem
    }
    let directory = open(folder, O_RDONLY | O_CLOEXEC)
    if directory >= 0 {
      fsync(directory)
      close(directory)
    }
  }

  /// Writes a file that must not be there yet.
  public static func create(_ bytes: [UInt8], at path: String) throws(FileProblem) {
    if Directory.fileExists(path) || Directory.exists(path) { throw .alreadyThere(path: path) }
    try write(bytes, to: path)
  }
}

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
      case EPIPE: throw .closedPipe
      case ENOSPC, EDQUOT: throw .noSpace(path: path)
      default: throw .cannotWrite(path: path, code: errno)
      }
    }
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
