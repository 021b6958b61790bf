import Files
import Foundation
import TestSupport
import Testing

@Suite struct AtomicFileTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func `a new file holds every byte and nothing else is left in the folder`() throws {
    let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try AtomicFile.write(bytes, to: folder.path(of: "out.csv"))
    let written = FileManager.default.contents(atPath: folder.path(of: "out.csv"))
    #expect(written.map(Array.init) == bytes)
    #expect(try folder.names() == ["out.csv"])
  }

  @Test func `an old file is replaced whole`() throws {
    try folder.write("a long old text", to: "out.csv")
    try AtomicFile.write(Array("new".utf8), to: folder.path(of: "out.csv"))
    #expect(folder.text(of: "out.csv") == "new")
    #expect(try folder.names() == ["out.csv"])
  }

  @Test func `the rights of the file replaced are kept`() throws {
    try folder.write("private", to: "out.csv")
    let path = folder.path(of: "out.csv")
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    try AtomicFile.write(Array("new".utf8), to: path)
    let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(rights == 0o600)
  }

  @Test func `a link stays a link and what it leads to is replaced`() throws {
    try folder.write("old", to: "real/out.csv")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path(of: "link.csv"), withDestinationPath: "real/out.csv")
    try AtomicFile.write(Array("new".utf8), to: folder.path(of: "link.csv"))
    #expect(folder.text(of: "real/out.csv") == "new")
    let destination = try FileManager.default.destinationOfSymbolicLink(
      atPath: folder.path(of: "link.csv"))
    #expect(destination == "real/out.csv")
  }

  @Test func `a folder is not a file to replace`() throws {
    try folder.write("kept", to: "dir/a.csv")
    #expect(throws: FileProblem.self) {
      try AtomicFile.write([1], to: folder.path(of: "dir"))
    }
    #expect(folder.text(of: "dir/a.csv") == "kept")
    #expect(try folder.names() == ["dir"])
  }

  @Test func `a folder that is not there is a problem, not a crash`() throws {
    #expect(throws: FileProblem.self) {
      try AtomicFile.write([1], to: folder.path(of: "nowhere/out.csv"))
    }
    #expect(try folder.names() == [])
  }

  @Test func `a temporary file left by a killed run is neither written to nor in the way`() throws {
    let left = ".empreinte-\(ProcessInfo.processInfo.processIdentifier)-0.tmp"
    try folder.write("somebody else's", to: left)
    try AtomicFile.write(Array("new".utf8), to: folder.path(of: "out.csv"))
    #expect(folder.text(of: "out.csv") == "new")
    #expect(folder.text(of: left) == "somebody else's")
  }

  @Test func `a name that cannot be is a problem and leaves nothing behind`() throws {
    // 300 bytes; no file system here takes more than 255 in a name.
    let path = folder.path(of: String(repeating: "x", count: 300))
    #expect(throws: FileProblem.self) { try AtomicFile.write([1], to: path) }
    #expect(throws: FileProblem.self) { try AtomicFile.create([1], at: path) }
    #expect(try folder.names() == [])
  }

  @Test func `an input is never overwritten`() throws {
    let path = try folder.write("mine", to: "campus.yaml")
    #expect(throws: FileProblem.alreadyThere(path: path)) {
      try AtomicFile.create([1], at: path)
    }
    #expect(folder.text(of: "campus.yaml") == "mine")
    try AtomicFile.create(Array("new".utf8), at: folder.path(of: "other.yaml"))
    #expect(folder.text(of: "other.yaml") == "new")
    #expect(try folder.names() == ["campus.yaml", "other.yaml"])
  }

  @Test func `a link that leads nowhere is something already there`() throws {
    let path = folder.path(of: "link.csv")
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "nowhere")
    #expect(throws: FileProblem.alreadyThere(path: path)) { try AtomicFile.create([1], at: path) }
  }

  #if os(Linux)
    @Test func `a full disk is said, and the device is still a device`() throws {
      #expect(throws: FileProblem.noSpace(path: "/dev/full")) {
        try AtomicFile.write([1, 2, 3], to: "/dev/full")
      }
      let kind = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type]
      #expect(kind as? FileAttributeType == .typeCharacterSpecial)
    }
  #endif

  @Test func `a reader that has gone is a problem of its own`() throws {
    StandardStreams.ignoreBrokenPipes()
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    #expect(throws: FileProblem.closedPipe) {
      try FileDescriptor.write(
        [1], to: pipe.fileHandleForWriting.fileDescriptor, path: "stdout")
    }
  }
}
