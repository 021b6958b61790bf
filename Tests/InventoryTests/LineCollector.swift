import Diagnostics
import Tables

@testable import Inventory

/// Keeps everything a reader hands over.
struct LineCollector: LineSink {
  var lines: [ActivityLine] = []
  var excluded: [(row: SetAside, reason: ExclusionReason)] = []
  var rejected: [SetAside] = []

  mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary,
    log: inout FindingLog
  ) {
    self.lines += lines
  }
  mutating func exclude(_ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary) {
    excluded.append((row, reason))
  }
  mutating func reject(_ row: SetAside, vocabulary: Vocabulary) { rejected.append(row) }
}
