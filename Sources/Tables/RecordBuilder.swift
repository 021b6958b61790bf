/// Builds a record from cells that were worked out, at the place of the row they come from.
public struct RecordBuilder: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  /// An empty record.
  public init() {}

  /// Adds a cell.
  public mutating func append(_ field: some Sequence<UInt8>) {
    bytes.append(contentsOf: field)
    ends.append(Int32(clamping: bytes.count))
  }

  /// Hands over the record, valid within the closure.
  ///
  /// `rows` is how many rows of the file are in it.
  public func withRecord<Result>(
    offset: Int, line: Int, rows: Int = 1, _ body: (Record) -> Result
  ) -> Result? {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends -> Result? in
        guard let end = ends.baseAddress else { return nil }
        var none: UInt8 = 0
        return withUnsafePointer(to: &none) { empty in
          body(
            Record(
              offset: offset, line: line, count: ends.count, bytes: bytes.baseAddress ?? empty,
              ends: end, rows: rows))
        }
      }
    }
  }
}
