import Foundation
import TestSupport
import Testing

/// The figures of a report by `table/key/measure`, from its JSON.
struct ReportCells {
  private(set) var numbers: [String: Double] = [:]
  private(set) var texts: [String: String] = [:]
  private(set) var notes: [(table: String, text: String)] = []

  private struct Table: Decodable {
    enum Value: Decodable {
      case number(Double), text(String), nothing
      case figure(value: Double, low: Double, high: Double)

      private enum Key: String, CodingKey { case value, low, high }

      init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: Key.self) {
          self = .figure(
            value: try keyed.decode(Double.self, forKey: .value),
            low: try keyed.decode(Double.self, forKey: .low),
            high: try keyed.decode(Double.self, forKey: .high))
          return
        }
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
          self = .nothing
        } else if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }
    }

    let table: String
    let rows: [[String: Value]]
    let notes: [String]
  }

  private struct Whole: Decodable { let tables: [Table] }

  init(_ arguments: [String], in campus: TemporaryFolder, status: Int32 = 0) throws {
    let run = try Program.run(arguments + ["-O", "json", "--lang", "en"], in: campus.path)
    #expect(run.status == status, "\(run.output)\(run.errors)")
    if run.output.isEmpty { return }
    let whole = try JSONDecoder().decode(Whole.self, from: Data(run.output.utf8))
    for table in whole.tables {
      notes += table.notes.map { (table.table, $0) }
      for row in table.rows {
        guard case .text(let key)? = row["key"] else { continue }
        for (column, value) in row {
          let name = "\(table.table)/\(key)/\(column)"
          switch value {
          case .number(let number): numbers[name] = number
          case .text(let text): texts[name] = text
          case .figure(let value, let low, let high):
            numbers[name] = value
            numbers[name + "/low"] = low
            numbers[name + "/high"] = high
          case .nothing: break
          }
        }
      }
    }
  }

  subscript(_ name: String) -> Double? { numbers[name] }

  /// True when some row of a table was written.
  func has(table: String) -> Bool { texts.keys.contains { $0.hasPrefix(table + "/") } }
}
