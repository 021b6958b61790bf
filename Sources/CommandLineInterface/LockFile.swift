import Diagnostics
import EmissionFactors
import Files
import Tables

/// The campus.lock of a campus, on the disk.
enum LockFile {
  /// Larger than any lock of a hundred years.
  private static let limit = 1 << 28

  /// The lock and what is wrong with it; a campus without the file has a lock without years.
  static func read(
    in campus: String, log: inout FindingLog
  ) throws(CommandProblem) -> CatalogLock {
    let path = Directory.join(campus, CatalogLock.fileName)
    if !Directory.isTaken(path) { return CatalogLock() }
    let source = try FileSource.open(path, name: CatalogLock.fileName)
    guard let bytes = source.everything(limit: limit) else {
      throw .file(.cannotRead(path: path, code: 0))
    }
    return LockReader.read(
      ByteSource(name: CatalogLock.fileName, bytes: bytes), digest: digest, log: &log)
  }

  /// The lock, which must be whole.
  static func readWhole(in campus: String) throws(CommandProblem) -> CatalogLock {
    var log = FindingLog()
    let lock = try read(in: campus, log: &log)
    if lock.isDamaged || !lock.damagedYears.isEmpty { throw .badCampus(log) }
    return lock
  }

  /// A locked year; nil when it is not locked.
  ///
  /// Nothing is computed from a lock that was changed.
  static func year(_ year: Int, in campus: String) throws(CommandProblem) -> LockedYear? {
    var log = FindingLog()
    let lock = try read(in: campus, log: &log)
    if lock.refuses(year) { throw .badCampus(log) }
    return lock.years[year]
  }

  /// Writes the lock, whole or not at all; false when the file holds the same bytes already.
  static func write(_ lock: CatalogLock, in campus: String) throws(CommandProblem) -> Bool {
    let path = Directory.join(campus, CatalogLock.fileName)
    let bytes = LockWriter.bytes(of: lock, digest: digest)
    if Directory.isTaken(path) {
      let old = try FileSource.open(path, name: CatalogLock.fileName).everything(limit: limit)
      if old == bytes { return false }
    }
    do throws(FileProblem) {
      // A link is followed: the file it leads to is the lock.
      try AtomicFile.write(bytes, to: Directory.resolved(path) ?? path)
    } catch {
      throw .file(error)
    }
    return true
  }

  /// The digest of bytes.
  static let digest: LockDigest = { SHA256.hexadecimal(of: $0) }

  /// The size and digest of a file; nil when it cannot be read.
  static func facts(of path: String, in campus: String) -> LockedYear.File? {
    guard let file = try? ReadableFile(path: Directory.join(campus, path)) else { return nil }
    var hash = SHA256()
    var size = 0
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      guard let count = try? file.read(at: size, into: buffer) else { return nil }
      if count == 0 { break }
      hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      size += count
    }
    return LockedYear.File(path: path, size: size, digest: hash.finish())
  }
}
