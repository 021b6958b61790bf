import Foundation
import Testing

/// Links between pages lead somewhere.
struct LinkTests {
  @Test(arguments: Repository.pages)
  func `a link to a file or a heading of the project is not broken`(page: String) throws {
    let text = try #require(Repository.text(of: page))
    let folder = URL(fileURLWithPath: "/" + page).deletingLastPathComponent()
    for match in text.matches(of: /\]\(([^)#\s]*)(#[^)\s]*)?\)/) {
      let (file, anchor) = (String(match.1), match.2.map { String($0.dropFirst()) })
      if file.contains("://") { continue }
      let target =
        file.isEmpty
        ? page
        : String(folder.appendingPathComponent(file).standardizedFileURL.path.dropFirst())
      let place = Repository.root.appendingPathComponent(target).path
      #expect(FileManager.default.fileExists(atPath: place), "\(page): \(file)")
      guard let anchor, let linked = Repository.text(of: target) else { continue }
      #expect(anchors(of: linked).contains(anchor), "\(page): \(file)#\(anchor)")
    }
  }

  /// The names GitHub gives to headings.
  private func anchors(of text: String) -> [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      String(
        line.drop { $0 == "#" }.dropFirst().lowercased().compactMap { character in
          if character == " " { return "-" }
          return character.isLetter || character.isNumber || "-_".contains(character)
            ? character : nil
        })
    }
  }
}
