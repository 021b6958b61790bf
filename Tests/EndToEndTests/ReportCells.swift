import TestSupport
import Testing

/// The figures of a report by `table/key/measure`, from its CSV.
struct ReportCells {
  private(set) var numbers: [String: Double] = [:]
  private(set) var texts: [String: String] = [:]
  private(set) var notes: [(table: String, text: String)] = []

  init(_ arguments: [String], in campus: TemporaryFolder, status: Int32 = 0) throws {
    let run = try Program.run(arguments + ["-O", "csv", "--lang", "en"], in: campus.path)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    for line in run.output.split(separator: "\n") {
      let parts = Self.cells(String(line))
      guard parts.count == 7 else { continue }
      if parts[3] == "note" { notes.append((parts[0], parts[2])) }
      let name = "\(parts[0])/\(parts[1])/\(parts[4])"
      if let value = Double(parts[5]) { numbers[name] = value } else { texts[name] = parts[5] }
    }
  }

  subscript(_ name: String) -> Double? { numbers[name] }

  /// True when some row of a table was written.
  func has(table: String) -> Bool {
    (Array(numbers.keys) + texts.keys).contains { $0.hasPrefix(table + "/") }
  }

  /// The cells of a line; a separator between quotes separates nothing.
  private static func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}
