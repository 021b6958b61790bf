import Foundation
import Testing

/// Data flows one way, docs/design.md §4: the manifest says it, the import lines must agree.
@Suite struct ImportTests {
  /// The modules of docs/design.md §4 that exist today, lowest first.
  static let order = [
    "CCSV", "CYAML", "CXLSXWriter", "CZip", "CExpat", "CZlib", "CScan", "CDigits", "CWords",
    "CMalloc", "Files", "Diagnostics", "Quantities", "Tables", "Workbooks", "Documents",
    "EmissionFactors",
    "Inventory",
    "Footprint", "Uncertainty",
    "Scenarios", "Reporting",
    "CommandLineInterface", "empreinte",
  ]

  /// What belongs to the toolchain: the C library under three names, and one module of Swift.
  static let toolchain: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

  @Test func `each module imports exactly what the manifest gives it`() {
    let declared = Self.declaredDependencies()
    #expect(declared.count >= 11, "the manifest was not understood")
    for (module, imports) in Self.importsByModule() {
      let ours = imports.subtracting(Self.toolchain)
      #expect(ours == declared[module] ?? [], "\(module)")
    }
  }

  @Test func `no module imports one above it`() {
    for (module, imports) in Self.importsByModule() {
      guard let place = Self.order.firstIndex(of: module) else {
        Issue.record("\(module) has no place in docs/design.md §4")
        continue
      }
      for name in imports.subtracting(Self.toolchain) {
        let other = Self.order.firstIndex(of: name) ?? Self.order.count
        #expect(other < place, "\(module) imports \(name)")
      }
    }
  }

  @Test func `the order is the one docs/design.md prints`() {
    let design = Repository.text(of: "docs/design.md")
    let section = design.components(separatedBy: "## 4. Modules").dropFirst().first ?? ""
    let block = section.components(separatedBy: "```").dropFirst().first ?? ""
    let printed = block.split(separator: "\n").flatMap { line -> [String] in
      let words = line.split(separator: " ").map(String.init)
      // The first line lists the C libraries, the others one module each.
      return words.first == "CCSV"
        ? words.prefix { $0 != "system" }.map(\.self) : Array(words.prefix(1))
    }
    #expect(printed == Self.order)
  }

  @Test(arguments: [
    ("CCSV", "Tables"), ("CZlib", "Tables"), ("CScan", "Tables"),
    ("CDigits", "Quantities"), ("CWords", "Inventory"), ("CMalloc", "Files"), ("CZip", "Workbooks"),
    ("CXLSXWriter", "Workbooks"),
    ("CExpat", "Workbooks"),
    ("CYAML", "Documents"),
  ])
  func `a C library stays behind one module`(_ library: String, _ module: String) {
    let users = Self.importsByModule().filter { $0.value.contains(library) }.keys.sorted()
    #expect(users == [module])
  }

  @Test func `Foundation is in no module`() {
    for (module, imports) in Self.importsByModule() {
      #expect(!imports.contains { $0.hasPrefix("Foundation") }, "\(module)")
    }
  }

  @Test func `only the command line opens files, through Files`() {
    let users = Self.importsByModule().filter { $0.value.contains("Files") }.keys.sorted()
    #expect(users == ["CommandLineInterface", "empreinte"])
  }

  /// Module → what its import lines name.
  static func importsByModule() -> [String: Set<String>] {
    var result: [String: Set<String>] = [:]
    for file in Repository.swiftFiles(under: "Sources") {
      for line in file.lines where line.contains("import ") {
        guard
          let match = line.firstMatch(
            of:
              #/^\s*(?:@\w+\s+)?(?:public\s+|internal\s+|package\s+|private\s+|fileprivate\s+)?import\s+(?:(?:struct|enum|func|class|protocol|let|var|typealias)\s+)?(\w+)/#
          )
        else { continue }
        result[file.module, default: []].insert(String(match.1))
      }
    }
    return result
  }

  /// Module → what Package.swift gives it.
  static func declaredDependencies() -> [String: Set<String>] {
    let manifest = Repository.text(of: "Package.swift")
    var result: [String: Set<String>] = [:]
    for match in manifest.matches(of: #/module\(\s*"(\w+)",\s*\[([^\]]*)\]/#) {
      result[String(match.1)] = names(in: match.2)
    }
    for match in manifest.matches(
      of: #/executableTarget\(\s*name: "(\w+)",\s*dependencies: \[([^\]]*)\]/#)
    {
      result[String(match.1)] = names(in: match.2)
    }
    return result
  }

  private static func names(in list: Substring) -> Set<String> {
    Set(list.matches(of: #/"(\w+)"/#).map { String($0.1) })
  }
}
