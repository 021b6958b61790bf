import Diagnostics

extension RecordLocator {
  /// Puts a fault into words, at its place.
  func report(_ fault: RecordFault, log: inout FindingLog) {
    switch fault {
    case .strayQuote(let offset, let line, let lines):
      add(TableFindings.strayQuote, offset, line, [.init("lines", String(lines))], log: &log)
    case .unclosedQuote(let offset, let line):
      add(TableFindings.unclosedQuote, offset, line, log: &log)
    case .fieldTooLong(let offset, let line):
      add(TableFindings.fieldTooLong, offset, line, log: &log)
    case .nulByte(let offset, let line):
      add(TableFindings.nulByte, offset, line, log: &log)
    case .deviceFailed(_, let line):
      log.add(Finding(source.failure, at: Location(file: source.name, line: line)))
    }
  }

  private func add(
    _ kind: FindingKind, _ offset: Int, _ line: Int, _ facts: [Finding.Fact] = [],
    log: inout FindingLog
  ) {
    log.add(kind, file: source.name, line: line) {
      Finding(kind, at: location(byteAt: offset, line: line), facts)
    }
  }
}
