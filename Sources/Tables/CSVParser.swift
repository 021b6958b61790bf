import CCSV

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// libcsv with strict quoting, one delimiter and a bound on the size of a field.
struct CSVParser: ~Copyable {
  private let parser: UnsafeMutablePointer<csv_parser>
  let buffer: UnsafeMutablePointer<RecordBuffer>

  enum Outcome {
    case parsed
    case strayQuote(consumed: Int)
    case tooLong
  }

  init(delimiter: UInt8) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: csv_parser())
    buffer = RecordBuffer.make()
    // Strict and strict-fini always: without them one stray quote swallows the rest of the file.
    csv_init(parser, UInt8(CSV_STRICT | CSV_STRICT_FINI))
    csv_set_delim(parser, delimiter)
    csv_set_blk_size(parser, 4096)
    csv_set_realloc_func(parser) { pointer, size in
      size > RecordBuffer.fieldLimit ? nil : realloc(pointer, size)
    }
  }

  deinit {
    csv_free(parser)
    parser.deallocate()
    RecordBuffer.destroy(buffer)
  }

  /// True when the next byte begins a record.
  var isBetweenRecords: Bool { parser.pointee.pstate == 0 }

  /// Feeds a piece that holds at most the end of one record.
  func feed(_ piece: UnsafeRawBufferPointer) -> Outcome {
    let consumed = csv_parse(
      parser, piece.baseAddress, piece.count, Self.onField, Self.onRecord, buffer)
    if consumed == piece.count { return .parsed }
    return csv_error(parser) == CSV_EPARSE ? .strayQuote(consumed: consumed) : .tooLong
  }

  /// Ends the input; false when a quote is still open.
  func finish() -> Bool {
    csv_fini(parser, Self.onField, Self.onRecord, buffer) == 0
  }

  /// Forgets the record being read.
  ///
  /// Set by hand, because csv_fini leaves the state as it is when a quote is open.
  func abandonRecord() {
    parser.pointee.pstate = 0
    parser.pointee.quoted = 0
    parser.pointee.spaces = 0
    parser.pointee.entry_pos = 0
    parser.pointee.status = 0
    buffer.pointee.reset()
  }

  private static let onField:
    @convention(c) (UnsafeMutableRawPointer?, Int, UnsafeMutableRawPointer?) -> Void = {
      field, length, context in
      context?.assumingMemoryBound(to: RecordBuffer.self).pointee.append(field, length)
    }

  private static let onRecord: @convention(c) (Int32, UnsafeMutableRawPointer?) -> Void = {
    _, context in
    context?.assumingMemoryBound(to: RecordBuffer.self).pointee.isComplete = true
  }
}
