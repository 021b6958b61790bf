import Foundation

/// Texts kept beside the tests, compared byte for byte.
///
/// `RECORD=1` writes them anew and fails once, so that what changed is read before it is kept;
/// `RECORD=never`, for CI, fails where one is missing.
public enum Golden {
  /// What the environment says of recording.
  public static var mode: String? { ProcessInfo.processInfo.environment["RECORD"] }

  /// What is different, in words; nil when the text is the one kept.
  public static func difference(
    _ text: String, named name: String, testFile: String = #filePath,
    mode: String? = Golden.mode
  ) -> String? {
    let file = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
    let kept = (try? Data(contentsOf: file)).map { String(decoding: $0, as: UTF8.self) }
    if mode == "1" || (kept == nil && mode != "never") {
      return kept == text ? nil : record(text, to: file, name: name)
    }
    guard let kept else { return "\(name) is missing; RECORD=1 writes it" }
    return kept == text ? nil : "\(name) differs:\n" + firstDifference(kept: kept, new: text)
  }

  private static func record(_ text: String, to file: URL, name: String) -> String {
    do {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      return "\(name) was written; read it, then run again"
    } catch {
      return "\(name) cannot be written: \(error)"
    }
  }

  private static func firstDifference(kept: String, new: String) -> String {
    let (old, now) = (lines(kept), lines(new))
    let same = zip(old, now).prefix { $0 == $1 }.count
    let before = old.dropFirst(same).prefix(5).map { "- " + $0 }
    let after = now.dropFirst(same).prefix(5).map { "+ " + $0 }
    return (["line \(same + 1)"] + before + after).joined(separator: "\n")
  }

  private static func lines(_ text: String) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }
}
