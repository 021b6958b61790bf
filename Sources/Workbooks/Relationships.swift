/// Which part leads to which, as the `.rels` part beside it says.
final class Relationships: XMLHandler {
  struct Target {
    /// The last word of its type: `worksheet`, `sharedStrings`.
    var kind: String
    /// The name of the part in the archive; nil when it is outside.
    var part: String?
  }

  private(set) var targets: [String: Target] = [:]
  private(set) var problem: WorkbookProblem?
  private var depth = 0
  private let part: String
  private let folder: [Substring]
  private let limit: Int

  /// Reads the relationships of a part; the empty name is the archive itself.
  init(of source: String, part: String, limit: Int) {
    folder = source.split(separator: "/").dropLast()
    self.part = part
    self.limit = limit
  }

  /// The part where they are written.
  static func part(of source: String) -> String {
    var path = source.split(separator: "/", omittingEmptySubsequences: false)
    let name = path.popLast() ?? ""
    return (path + ["_rels", name + ".rels"]).joined(separator: "/")
  }

  /// The first part of a kind.
  func part(of kind: String) -> String? {
    targets.values.filter { $0.kind == kind }.compactMap(\.part).min()
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    depth += 1
    guard depth == 2, name.isNamed("Relationship"), name.space == .package,
      let identifier = attributes.text("Id"), let type = attributes.text("Type"),
      let target = attributes.text("Target")
    else { return }
    guard targets.count < limit else {
      problem = .tooLarge(part: part)
      return
    }
    let isOutside = attributes.text("TargetMode") == "External"
    targets[identifier] = Target(
      kind: String(type.split(separator: "/").last ?? ""), part: isOutside ? nil : resolved(target))
  }

  func end() { depth -= 1 }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// The name in the archive of a path from the folder of the part; nil when it leads out.
  private func resolved(_ target: String) -> String? {
    var path = target.hasPrefix("/") ? [] : folder
    for step in target.split(separator: "/") where step != "." {
      if step != ".." {
        path.append(step)
      } else if path.popLast() == nil {
        return nil
      }
    }
    return path.joined(separator: "/")
  }
}
