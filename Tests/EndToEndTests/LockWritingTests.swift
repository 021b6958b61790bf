import Foundation
import TestSupport
import Testing

/// A lock is written whole, or stays as it was.
@Suite struct LockWritingTests {
  /// A limit on the size of files stands for a disk that fills up on the way.
  @Test func `a disk that fills up keeps the old lock`() throws {
    let campus = try CampusFixture.sound()
    let locked = try Program.run(["factors", "lock", "2023"], in: campus.path)
    #expect(locked.status == 0, "\(locked.errors)")
    let old = campus.text(of: "campus.lock")
    try campus.write(
      CampusFixture.rows.replacing("1000", with: "1001"), to: "activity/2023/a.csv")
    let result = try Program.shell(
      "trap '' XFSZ; ulimit -f 0; exec $B factors lock 2023 2>/dev/null", in: campus.path)
    #expect(result.status == 73 && !result.isCrash)
    #expect(campus.text(of: "campus.lock") == old)
    #expect(try campus.names() == ["activity", "campus.lock", "campus.yaml"])
  }

  /// Root may write anywhere: there is nothing to refuse then.
  @Test(.enabled(if: geteuid() != 0))
  func `a folder without the right to write keeps the old lock`() throws {
    let campus = try CampusFixture.sound()
    let folder = campus.path
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    defer {
      try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    let result = try Program.run(["factors", "lock", "2023"], in: folder)
    #expect(result.status == 73)
    #expect(campus.text(of: "campus.lock") == nil)
  }

  @Test func `a lock that is a link is followed, and stays a link`() throws {
    let campus = try CampusFixture.sound()
    try campus.write("", to: "elsewhere/other.lock")
    _ = try Program.run(["factors", "lock", "2023"], in: campus.path)
    let lock = try #require(campus.text(of: "campus.lock"))
    try campus.write(lock, to: "elsewhere/other.lock")
    try FileManager.default.removeItem(atPath: campus.path(of: "campus.lock"))
    try FileManager.default.createSymbolicLink(
      atPath: campus.path(of: "campus.lock"), withDestinationPath: "elsewhere/other.lock")
    let result = try Program.run(["factors", "lock", "--remove", "2023"], in: campus.path)
    #expect(result.status == 0, "\(result.errors)")
    #expect(campus.text(of: "elsewhere/other.lock") != lock)
    let path = campus.path(of: "campus.lock")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path).hasSuffix(".lock"))
  }
}
