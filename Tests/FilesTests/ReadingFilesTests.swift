import Files
import Foundation
import TestSupport
import Testing

@Suite struct ReadableFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func read(_ file: ReadableFile, at offset: Int, count: Int) throws -> String {
    var bytes = [UInt8](repeating: 0, count: count)
    let read = try bytes.withUnsafeMutableBytes { buffer throws(FileProblem) in
      try file.read(at: offset, into: buffer)
    }
    return String(decoding: bytes[..<read], as: UTF8.self)
  }

  @Test func `any part can be read, in any order`() throws {
    let file = try ReadableFile(path: folder.write("0123456789", to: "a.txt"))
    #expect(file.size == 10)
    #expect(try read(file, at: 7, count: 2) == "78")
    #expect(try read(file, at: 0, count: 3) == "012")
    #expect(try read(file, at: 8, count: 100) == "89")
    #expect(try read(file, at: 10, count: 5) == "")
    #expect(try read(file, at: 1000, count: 5) == "")
  }

  @Test func `what is missing or is no file says so`() throws {
    let missing = folder.path(of: "none.csv")
    #expect(throws: FileProblem.missing(path: missing)) { try ReadableFile(path: missing) }
    #expect(throws: FileProblem.notAFile(path: folder.path)) {
      try ReadableFile(path: folder.path)
    }
    let under = try folder.write("x", to: "file") + "/a.csv"
    #expect(throws: FileProblem.missing(path: under)) { try ReadableFile(path: under) }
    #expect(throws: FileProblem.notAFile(path: "/dev/null")) { try ReadableFile(path: "/dev/null") }
  }

  @Test(.timeLimit(.minutes(1)))
  func `a pipe without a writer is refused at once, not waited for`() throws {
    let path = folder.path(of: "pipe.csv")
    #expect(mkfifo(path, 0o600) == 0)
    #expect(throws: FileProblem.notAFile(path: path)) { try ReadableFile(path: path) }
  }

  @Test func `a link is read as what it leads to`() throws {
    try folder.write("abc", to: "a.txt")
    let link = folder.path(of: "b.txt")
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "a.txt")
    #expect(try read(ReadableFile(path: link), at: 0, count: 9) == "abc")
  }
}

@Suite struct DirectoryTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func link(_ name: String, to destination: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: name), withDestinationPath: destination)
  }

  @Test func `files come in byte order of their paths, whatever the locale`() throws {
    // Byte order: "-" 2D, "/" 2F, "B" 42, "a" 61, "é" C3A9.
    let names = ["B.csv", "a-b.csv", "a/c.csv", "a/sub/d.csv", "a.csv", "é.csv"]
    for name in names.reversed() { try folder.write("x", to: name) }
    let found = try Directory.files(under: folder.path, ending: ".csv")
    #expect(found == ["B.csv", "a-b.csv", "a.csv", "a/c.csv", "a/sub/d.csv", "é.csv"])
  }

  @Test func `hidden files, lock files and other endings are left out`() throws {
    for name in [
      "a.csv", "B.CSV", ".hidden.csv", ".git/x.csv", "~$a.csv", ".~lock.a.csv#", "a.csv~", "a.txt",
    ] { try folder.write("x", to: name) }
    #expect(try Directory.files(under: folder.path, ending: ".csv") == ["B.CSV", "a.csv"])
  }

  @Test func `a folder that is not there has no files`() throws {
    #expect(try Directory.files(under: folder.path(of: "none"), ending: ".csv") == [])
  }

  @Test func `a file in the place of the folder is a problem`() throws {
    let path = try folder.write("x", to: "activity")
    #expect(throws: FileProblem.self) { try Directory.files(under: path, ending: ".csv") }
  }

  @Test(.timeLimit(.minutes(1)))
  func `links in a circle end, and no file is counted twice`() throws {
    try folder.write("x", to: "year/a.csv")
    try link("year/back", to: "..")
    try link("year/self", to: ".")
    try link("zwin", to: "year")
    #expect(try Directory.files(under: folder.path, ending: ".csv") == ["year/a.csv"])
  }

  @Test func `a link that leads nowhere is listed, so that opening it says why`() throws {
    try link("gone.csv", to: "nowhere")
    #expect(try Directory.files(under: folder.path, ending: ".csv") == ["gone.csv"])
  }

  @Test func `folders are made with those above, and a file in the way is a problem`() throws {
    try Directory.make(folder.path(of: "a/b/c"))
    try Directory.make(folder.path(of: "a/b/c/"))
    #expect(Directory.exists(folder.path(of: "a/b/c")))
    try folder.write("x", to: "file")
    #expect(throws: FileProblem.self) { try Directory.make(folder.path(of: "file")) }
    #expect(throws: FileProblem.self) { try Directory.make(folder.path(of: "file/under")) }
  }

  @Test func `paths are joined and taken apart`() {
    #expect(Directory.join("a", "b") == "a/b")
    #expect(Directory.join("a/", "b") == "a/b")
    #expect(Directory.join("a", "/b") == "/b")
    #expect(Directory.join("", "b") == "b")
    #expect(Directory.parent(of: "a/b") == "a")
    #expect(Directory.parent(of: "/a") == "/")
    #expect(Directory.parent(of: "a") == nil)
  }

  @Test func `what is there is known for what it is`() throws {
    let path = try folder.write("x", to: "a.csv")
    #expect(Directory.fileExists(path) && !Directory.exists(path))
    #expect(Directory.exists(folder.path) && !Directory.fileExists(folder.path))
    #expect(Directory.resolved(folder.path(of: "none")) == nil)
    #expect(Directory.resolved(path)?.hasSuffix("a.csv") == true)
  }
}
