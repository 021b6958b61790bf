/// Which quote is open in a record, found by walking the record again.
///
/// libcsv says that a quote is wrong or still open, never where it was opened.
struct QuoteWalk {
  /// A byte of the source and the line it is on.
  struct Place {
    var offset: Int
    var line: Int
  }

  /// The quote that opened the last quoted field.
  private(set) var opened: Place?
  /// True when that quote was not closed in the bytes walked.
  private(set) var isOpen = false
  /// Where the next record begins, when the record ends in the bytes walked.
  private(set) var end: Place?

  /// Walks the bytes of a record that begins here.
  ///
  /// `isCut` says that the source goes on after these bytes.
  init(_ bytes: [UInt8], from start: Place, isCut: Bool) {
    var line = start.line
    var closed = -2
    // The last byte of a cut piece may be half of a CRLF.
    let count = isCut ? max(0, bytes.count - 1) : bytes.count
    for index in 0..<count {
      switch bytes[index] {
      case 0x22:
        if isOpen {
          closed = index
        } else if index != closed + 1 {
          opened = Place(offset: start.offset + index, line: line)
        }
        isOpen.toggle()
      case 0x0D where index + 1 < bytes.count && bytes[index + 1] == 0x0A: break
      case 0x0A, 0x0D:
        line += 1
        if isOpen { continue }
        end = Place(offset: start.offset + index + 1, line: line)
        return
      default: break
      }
    }
  }
}
