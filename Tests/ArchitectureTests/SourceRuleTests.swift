import Foundation
import Testing

/// The rules of CONTRIBUTING.md that a reader of one file cannot see broken in another.
@Suite struct SourceRuleTests {
  static let sources = Repository.swiftFiles(under: "Sources")

  @Test func `the sources are where the tests look for them`() {
    #expect(Self.sources.count > 100)
  }

  @Test func `nothing in Sources can end the process on bad input`() {
    for file in Self.sources {
      for (number, line) in file.lines.enumerated() {
        for word in ["try!", "as!", "fatalError", "unsafeBitCast"] where line.contains(word) {
          #expect(!Self.code(of: line).contains(word), "\(file):\(number + 1)")
        }
      }
    }
  }

  @Test func `results go through the console, which notices a full disk`() {
    for file in Self.sources {
      for (number, line) in file.lines.enumerated() where line.contains("print(") {
        let code = Self.code(of: line)
        #expect(!code.contains(#/(^|[^\w.])(debugPrint|print)\(/#), "\(file):\(number + 1)")
      }
    }
  }

  @Test func `overflow traps stay, and nothing is left to do later`() {
    for file in Self.sources + Repository.swiftFiles(under: "Package.swift") {
      #expect(!file.text.contains("-Ounchecked"), "\(file)")
      for word in ["TODO", "FIXME", "XXX", "HACK"] {
        #expect(!file.text.contains(word), "\(file): \(word)")
      }
    }
    #expect(!Repository.text(of: "Makefile").contains("Ounchecked"))
  }

  @Test func `no Swift file is longer than 400 lines`() {
    for file in Self.sources + Repository.swiftFiles(under: "Tests") {
      #expect(file.lines.count <= 400, "\(file): \(file.lines.count)")
    }
  }

  /// `Trace.swift` may hold `TraceRow`; `Command+Run.swift` extends `Command`.
  @Test func `a file is named for a type or an extension it holds`() {
    for file in Self.sources where file.name != "main.swift" {
      let base = file.name.dropLast(".swift".count).split(separator: "+").first.map(String.init)
      let names = file.text.matches(
        of: #/\b(?:struct|class|enum|protocol|actor|extension|typealias)\s+([\w.]+)/#
      ).map { $0.1.split(separator: ".").last.map(String.init) ?? "" }
      #expect(names.contains { $0.hasPrefix(base ?? "?") }, "\(file) holds \(names)")
    }
  }

  /// Stored properties and the kinds of findings, whose summary says what they are, may go without.
  @Test func `what other modules may use has a summary`() {
    for file in Self.sources {
      let lines = file.lines
      for (number, line) in lines.enumerated() where Self.needsSummary(line) {
        let above = lines[..<number].last { !$0.contains(#/^\s*@/#) } ?? ""
        #expect(above.contains(#/^\s*\/\/\//#), "\(file):\(number + 1): \(line)")
      }
    }
  }

  /// A machine's own folders have no place in what is published.
  @Test func `no file names a folder of the machine it was written on`() {
    let roots = ["work", "home", "root", "Users", "tmp/build", "tmp/spec"].map { "/" + $0 + "/" }
    for file in Repository.textFiles() {
      for (number, line) in file.lines.enumerated() {
        for root in roots where line.contains(root) {
          // https://example.org/home/ is an address, …/Sources/work/ a folder of ours.
          let starts = line.ranges(of: root).map { range in
            range.lowerBound == line.startIndex
              || !(line[line.index(before: range.lowerBound)].isLetter
                || "./-_~:".contains(line[line.index(before: range.lowerBound)]))
          }
          #expect(!starts.contains(true), "\(file):\(number + 1): \(line.prefix(120))")
        }
      }
    }
  }

  private static func needsSummary(_ line: String) -> Bool {
    let code = line.drop { $0 == " " }
    guard code.hasPrefix("public "), !code.hasPrefix("public import ") else { return false }
    return line.contains(
      #/\b(struct|class|enum|protocol|actor|func|init|subscript|typealias)\b/#)
  }

  /// The line without its comment and without what stands between quotes.
  private static func code(of line: String) -> String {
    let bare = line.replacing(#/"(\\.|[^"\\])*"/#, with: "\"\"")
    return String(bare.split(separator: "//", omittingEmptySubsequences: false).first ?? "")
  }
}
