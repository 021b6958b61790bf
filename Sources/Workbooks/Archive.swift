import CZip
import Tables

/// An archive open in libzip, over bytes that may come from anywhere.
struct Archive: ~Copyable {
  private let handle: OpaquePointer
  private let directory: ZipDirectory
  private let limits: WorkbookLimits

  init(
    _ source: ByteSource, size: Int, directory: ZipDirectory, limits: WorkbookLimits
  ) throws(WorkbookProblem) {
    let bytes = Unmanaged.passRetained(ArchiveBytes(source, size: size))
    // libzip releases the bytes when it frees the source, which it does in every case but one.
    guard let zipSource = zip_source_function_create(ArchiveBytes.answer, bytes.toOpaque(), nil)
    else {
      bytes.release()
      throw .damaged(part: source.name)
    }
    guard let handle = zip_open_from_source(zipSource, ZIP_RDONLY, nil) else {
      zip_source_free(zipSource)
      throw .damaged(part: source.name)
    }
    // Both of us must have found the same list, or the file means different things to different
    // readers.
    guard zip_get_num_entries(handle, 0) == directory.entries.count else {
      zip_discard(handle)
      throw .damaged(part: source.name)
    }
    self.handle = handle
    self.directory = directory
    self.limits = limits
  }

  deinit { zip_discard(handle) }

  /// Opens a part for reading, when it is as the list says and not too large.
  consuming func part(_ index: Int, limit: Int) throws(WorkbookProblem) -> ArchivePart {
    let entry = directory.entries[index]
    guard entry.method == ZIP_CM_STORE || entry.method == ZIP_CM_DEFLATE else {
      throw .unsafe(part: entry.name, .compression)
    }
    guard entry.size <= min(limit, limits.partBytes) else { throw .tooLarge(part: entry.name) }
    if entry.size > limits.ratioFrom, entry.size / limits.ratio > entry.compressed {
      throw .tooLarge(part: entry.name)
    }
    var facts = zip_stat_t()
    zip_stat_init(&facts)
    guard zip_stat_index(handle, UInt64(index), 0, &facts) == 0, facts.size == entry.size,
      facts.comp_size == entry.compressed, facts.crc == entry.crc,
      let file = zip_fopen_index(handle, UInt64(index), 0)
    else { throw .damaged(part: entry.name) }
    return ArchivePart(archive: self, file: file, entry: entry)
  }
}

/// A part being read, and the archive it is in.
struct ArchivePart: ~Copyable {
  private let archive: Archive
  private let file: OpaquePointer
  private let entry: ZipDirectory.Entry
  private var count = 0

  fileprivate init(
    archive: consuming Archive, file: OpaquePointer, entry: ZipDirectory.Entry
  ) {
    self.archive = archive
    self.file = file
    self.entry = entry
  }

  deinit { zip_fclose(file) }

  var name: String { entry.name }

  /// Puts the next bytes into the buffer; 0 at the end, once its sum and size are found right.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(WorkbookProblem) -> Int {
    guard let base = buffer.baseAddress else { return 0 }
    let read = Int(zip_fread(file, base, UInt64(buffer.count)))
    guard read >= 0 else { throw .damaged(part: entry.name) }
    count += read
    // More than was declared is a lie, and the lie of bombs.
    guard count <= entry.size, read > 0 || count == entry.size else {
      throw .damaged(part: entry.name)
    }
    return read
  }
}

/// Bytes in the form libzip asks for them.
private final class ArchiveBytes {
  private let source: ByteSource
  private let size: Int
  private var position = 0
  private var error = zip_error_t()

  init(_ source: ByteSource, size: Int) {
    self.source = source
    self.size = size
    zip_error_init(&error)
  }

  deinit { zip_error_fini(&error) }

  static let answer: zip_source_callback = { context, data, length, command in
    guard let context else { return -1 }
    let bytes = Unmanaged<ArchiveBytes>.fromOpaque(context)
    if command == ZIP_SOURCE_FREE {
      bytes.release()
      return 0
    }
    return bytes.takeUnretainedValue().answer(command, data, length)
  }

  private func answer(
    _ command: zip_source_cmd_t, _ data: UnsafeMutableRawPointer?, _ length: UInt64
  ) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_READ:
      return read(UnsafeMutableRawBufferPointer(start: data, count: Int(length)))
    case ZIP_SOURCE_SEEK:
      guard let data else { return failed(ZIP_ER_INVAL) }
      let place = zip_source_seek_compute_offset(
        UInt64(position), UInt64(size), data, length, &error)
      guard place >= 0 else { return -1 }
      position = Int(place)
      return 0
    case ZIP_SOURCE_TELL: return Int64(position)
    case ZIP_SOURCE_STAT:
      guard let data, length >= MemoryLayout<zip_stat_t>.size else { return failed(ZIP_ER_INVAL) }
      let facts = data.assumingMemoryBound(to: zip_stat_t.self)
      zip_stat_init(facts)
      facts.pointee.size = UInt64(size)
      facts.pointee.valid = UInt64(ZIP_STAT_SIZE)
      return Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      guard let data else { return -1 }
      return zip_error_to_data(&error, data, length)
    case ZIP_SOURCE_SUPPORTS:
      return [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
      ].reduce(0) { $0 | 1 << Int64($1.rawValue) }
    default: return failed(ZIP_ER_OPNOTSUPP)
    }
  }

  private func read(_ buffer: UnsafeMutableRawBufferPointer) -> Int64 {
    guard let count = source.read(at: position, into: buffer) else { return failed(ZIP_ER_READ) }
    position += count
    return Int64(count)
  }

  private func failed(_ code: Int32) -> Int64 {
    zip_error_set(&error, code, 0)
    return -1
  }
}
