public import Diagnostics

/// Bytes that can be read at any offset: a file, a converted file, a text in a test.
///
/// Tables never opens anything; whoever opens the file hands over this value. Reading at an offset
/// is what lets a row be shown again, long after it went by, without having been kept.
public struct ByteSource: Sendable {
  /// The name shown in findings: the path from the campus folder.
  public let name: String
  /// True when reading at one place costs no more than at any other, and threads may share it.
  public let isSeekable: Bool
  private let reader: @Sendable (Int, UnsafeMutableRawBufferPointer) -> Int?
  private let whyFailed: @Sendable () -> FindingKind

  /// A source that reads through a closure: bytes read, 0 at the end, nil when reading failed.
  ///
  /// `failure` names the finding that says why, when it is something else than the device.
  public init(
    name: String, isSeekable: Bool = false,
    reader: @escaping @Sendable (_ offset: Int, _ into: UnsafeMutableRawBufferPointer) -> Int?,
    failure: @escaping @Sendable () -> FindingKind = { TableFindings.unreadable }
  ) {
    self.name = name
    self.isSeekable = isSeekable
    self.reader = reader
    whyFailed = failure
  }

  /// A source over bytes in memory.
  public init(name: String, bytes: [UInt8]) {
    self.init(name: name, isSeekable: true) { offset, buffer in
      guard offset < bytes.count else { return 0 }
      let count = min(buffer.count, bytes.count - offset)
      bytes.withUnsafeBytes { source in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: source[offset..<(offset + count)]))
      }
      return count
    }
  }

  /// Reads what fits from an offset; 0 at the end, nil when the device failed.
  public func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int? {
    reader(offset, buffer)
  }

  /// The finding that says why reading failed, once it has.
  public var failure: FindingKind { whyFailed() }

  /// Up to so many bytes from an offset; fewer at the end, or when the device failed.
  public func bytes(at offset: Int, count: Int) -> [UInt8] { collect(offset, count).bytes }

  /// Everything, or nil when it is larger than the limit or cannot be read.
  public func everything(limit: Int) -> [UInt8]? {
    let all = collect(0, limit + 1)
    return all.failed || all.bytes.count > limit ? nil : all.bytes
  }

  /// Up to so many bytes, and whether the device failed on the way.
  public func collect(_ offset: Int, _ count: Int) -> (bytes: [UInt8], failed: Bool) {
    var failed = false
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, initialized in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      while initialized < count {
        let rest = UnsafeMutableRawBufferPointer(rebasing: raw[initialized..<count])
        guard let read = reader(offset + initialized, rest) else {
          failed = true
          return
        }
        if read == 0 { return }
        initialized += read
      }
    }
    return (bytes, failed)
  }
}
