import Foundation
import TestSupport
import Testing

/// A copy of what a reader has at hand, in which the commands of a page are typed one by one.
final class Sandbox {
  /// What came of a command.
  enum Outcome: Equatable {
    /// The program ran: its status and all it wrote.
    case ran(status: Int32, shown: String)
    /// A command of another program, which is not run here.
    case foreign
  }

  private let folder: TemporaryFolder
  private var here: String

  /// A copy of the examples, beside which files may be made.
  init() throws {
    folder = try TemporaryFolder()
    here = folder.path
    try FileManager.default.copyItem(
      at: Repository.root.appendingPathComponent("Examples"),
      to: URL(fileURLWithPath: folder.path(of: "Examples")))
  }

  /// Makes a file that a page shows.
  func put(_ text: String, at path: String) throws { try folder.write(text, to: path) }

  /// Goes to a folder, counted from where we are.
  func go(to path: String) {
    here = URL(fileURLWithPath: here).appendingPathComponent(path).standardizedFileURL.path
  }

  /// Puts an official export with one element where we are, under the names that help uses.
  func putBaseCarbone() throws {
    let page = try #require(DiagnosticPage("unknown-gas-code"))
    let file = try #require(page.files.first { $0.path.hasSuffix(".csv") })
    for name in ["Base_Carbone_V23.6.csv", "base.csv"] {
      try Data(file.bytes).write(to: URL(fileURLWithPath: here).appendingPathComponent(name))
    }
  }

  /// The same export under the names of the two releases that help compares.
  func importBaseCarbone() throws {
    try putBaseCarbone()
    for name in ["base-carbone-v23.6", "base-carbone-v23.9"] {
      _ = try type("empreinte factors import base.csv --release " + name)
    }
  }

  /// Puts files as others send them where we are, under the names that help uses.
  func putReceivedFiles() throws {
    let curve = "Identifiant PRM;Courbe de charge;Unite\n14;Courbe de charge;W\nHorodate;Valeur\n"
    let points = "2023-01-10T00:30:00+01:00;252\n2023-01-10T01:00:00+01:00;286\n"
    let bills = "Compteur;Date de début;Date de fin;Volume (m3)\nW1;01/01/2023;31/03/2023;120\n"
    for (name, text) in [("Enedis_Conso_Heure.csv", curve + points), ("eau-2023.csv", bills)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: here).appendingPathComponent(name))
    }
  }

  /// Brings a load curve of 2022 and the grid's intensities into the campus.
  func importHours() throws {
    let curve = """
      Identifiant PRM;Horodate;Valeur;Pas;Unité
      14;2022-01-10T10:30:00+01:00;200;PT30M;kW
      """
    let grid = """
      Périmètre;Date - Heure;Taux de CO2 (g/kWh)
      France;2022-01-10T10:00:00+01:00;80
      """
    for (name, text) in [("curve.csv", curve), ("grid.csv", grid)] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: here).appendingPathComponent(name))
    }
    _ = try type("empreinte import curve.csv --set site=nord")
    _ = try type("empreinte import grid.csv")
  }

  /// Types a command: `empreinte …`, maybe with `> file`; `cd` is obeyed.
  func type(_ command: String) throws -> Outcome {
    var words = Self.words(of: command)
    if words.first == "cd", words.count == 2 {
      go(to: words[1])
      return .foreign
    }
    guard words.first == "empreinte" else { return .foreign }
    var file: String?
    if let place = words.firstIndex(where: { $0 == ">" || $0 == ">>" }) {
      file = words.count > place + 1 ? words[place + 1] : nil
      words.removeSubrange(place...)
    }
    let run = ProgramRun(Array(words.dropFirst()), in: here)
    guard let file else { return .ran(status: run.status, shown: run.everything) }
    // A home folder is none of a test's business.
    if !file.hasPrefix("~") {
      try Data(run.output.utf8).write(to: URL(fileURLWithPath: here).appendingPathComponent(file))
    }
    let messages = run.everything.replacing(run.output, with: "", maxReplacements: 1)
    return .ran(status: run.status, shown: messages)
  }

  /// The words of a command line, single and double quotes obeyed.
  static func words(of command: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for character in command {
      if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "'" || character == "\"" {
        quote = character
        word = word ?? ""
      } else if character == " " {
        if let finished = word { words.append(finished) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let finished = word { words.append(finished) }
    return words
  }
}
