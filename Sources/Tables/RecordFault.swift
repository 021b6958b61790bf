/// What stopped one record from being read, and where.
enum RecordFault: Equatable {
  case strayQuote(offset: Int, line: Int, lines: Int)
  case unclosedQuote(offset: Int, line: Int)
  case fieldTooLong(offset: Int, line: Int)
  case nulByte(offset: Int, line: Int)
  case deviceFailed(offset: Int, line: Int)

  /// The line it is on.
  var line: Int {
    switch self {
    case .strayQuote(_, let line, _), .unclosedQuote(_, let line), .fieldTooLong(_, let line),
      .nulByte(_, let line), .deviceFailed(_, let line):
      line
    }
  }
}
