import Tables
import TestSupport
import Testing

@testable import EmissionFactors

/// What is written is what is read.
struct StoreTests {
  private func shelf(_ release: Release) throws -> ReleaseShelf {
    let files = ReleaseFiles.files(of: release).map { ByteSource(name: $0.name, bytes: $0.bytes) }
    return try #require(ReleaseShelf(elements: files[0], stages: files[1], index: files[2]))
  }

  @Test(arguments: 1...10)
  func `every element comes back as it was imported`(seed: UInt64) throws {
    let release = try #require(RandomFile.make(seed: seed).read().release)
    let shelf = try shelf(release)
    for element in release.elements {
      let entry = try #require(shelf.entry(named: element.identifier))
      #expect(shelf.element(entry) == element)
      #expect(entry.isArchived == (element.status == .archived))
    }
  }

  @Test func `text of several lines, with quotes and commas, comes back`() throws {
    let row = OfficialFile.element(
      "1", "1",
      [
        "Commentaire français": "a, \"b\"\r\nc;d", "Nom base français": "écran 5\"",
        "Tags français": "x,y",
      ])
    let release = try #require(OfficialFile(rows: [row]).read().release)
    let shelf = try shelf(release)
    #expect(shelf.everyElement() == release.elements)
  }

  @Test func `words are found without case or accents, archived elements last`() throws {
    let file = OfficialFile(rows: [
      OfficialFile.element(
        "1", "1", ["Nom base français": "Électricité", "Statut de l'élément": "Archivé"]),
      OfficialFile.element(
        "2", "1", ["Nom base français": "Réseau d'électricité", "Tags français": "mix, moyen"]),
      OfficialFile.element(
        "3", "1", ["Nom base français": "Gaz", "Nom base anglais": "Electricity-free gas"]),
    ])
    let shelf = try shelf(try #require(file.read().release))
    func found(_ words: String...) -> [String] { shelf.search(words).map(\.identifier) }
    #expect(found("ELECTRICITE") == ["2", "1"])
    #expect(found("electri") == ["2", "3", "1"])
    #expect(found("électricité", "moyen") == ["2"])
    #expect(found("3") == ["3"])
    #expect(found("charbon") == [])
    #expect(found("?") == [])
  }

  @Test func `an index of another format, or tables changed since, are not read`() throws {
    let release = try #require(AccountTests.mixed.read().release)
    var files = ReleaseFiles.files(of: release)
    func open() -> ReleaseShelf? {
      let sources = files.map { ByteSource(name: $0.name, bytes: $0.bytes) }
      return ReleaseShelf(elements: sources[0], stages: sources[1], index: sources[2])
    }
    let entry = try #require(open()?.entry(named: "11"))
    files[0].bytes = Array(
      String(decoding: files[0].bytes, as: UTF8.self).replacing(
        "inventée 10", with: "10"
      ).utf8)
    #expect(open()?.element(entry) == nil)
    files[2].bytes[0] = 0
    #expect(open() == nil)
  }
}
