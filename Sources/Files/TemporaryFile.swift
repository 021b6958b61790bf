#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file for a library that can only write to a path: nobody else sees it, and it is gone afterwards.
public enum TemporaryFile {
  /// Where it is made.
  public static var folder: String { StandardStreams.environment("TMPDIR") ?? "/tmp" }

  /// What `body` writes to the path it is given.
  public static func bytes<Failure: Error>(
    writtenBy body: (String) throws(Failure) -> Void
  ) throws -> [UInt8] {
    let root = folder
    var pattern = Array(
      Directory.join(root, "empreinte-" + String(repeating: "X", count: 6)).utf8CString)
    guard mkdtemp(&pattern) != nil else {
      throw FileProblem.cannotWrite(path: root, code: errno)
    }
    let made = String(decoding: pattern.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let path = Directory.join(made, "book")
    defer {
      unlink(path)
      rmdir(made)
    }
    try body(path)
    let file = try ReadableFile(path: path)
    var bytes = [UInt8](repeating: 0, count: file.size)
    var count = 0
    while count < bytes.count {
      let read = try bytes.withUnsafeMutableBytes { room in
        try file.read(at: count, into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
      }
      if read == 0 { break }
      count += read
    }
    return Array(bytes.prefix(count))
  }
}
