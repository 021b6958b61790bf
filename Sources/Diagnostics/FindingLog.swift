/// Everything found in a run: all of it counted, the first positions of each sort kept.
public struct FindingLog: Sendable {
  /// How many positions are kept for one identifier and subject.
  public static let keptPositions = 20
  /// How many subjects of one identifier are told apart; the others are counted together.
  ///
  /// A file whose columns were swapped has as many unknown units as rows: naming them all would
  /// help nobody and fill the memory.
  public static let keptSubjects = 200

  /// A finding that the campus has looked at and accepts, with its reason.
  public struct Acceptance: Hashable, Sendable {
    /// The identifier accepted.
    public var identifier: String
    /// Only in this file, if given.
    public var file: String?
    /// Only on this line, if given.
    public var line: Int?
    /// Why it is accepted; printed in every report.
    public var reason: String

    /// Accepts a finding for a reason.
    public init(identifier: String, file: String? = nil, line: Int? = nil, reason: String) {
      self.identifier = identifier
      self.file = file
      self.line = line
      self.reason = reason
    }

    func covers(_ kind: FindingKind, file: String, line: Int) -> Bool {
      identifier == kind.identifier && (self.file == nil || self.file == file)
        && (self.line == nil || self.line == line)
    }
  }

  /// Findings of one kind about one subject in one file.
  public struct Group: Sendable {
    /// What was found.
    public let kind: FindingKind
    /// What it is about: an unknown name, a meter; empty when the kind says it all.
    public let subject: String
    /// The file it was found in.
    public let file: String
    /// The inventory year it bears on; nil when that is not known or it bears on all.
    public let year: Int?
    /// Why the campus accepts it, when it does.
    public let acceptance: Acceptance?
    /// How many there are.
    public var count: Int
    /// The first of them, in the order of the file.
    public var first: [Finding]
  }

  private struct Key: Hashable {
    var identifier: String
    var subject: String
    var file: String
    var year: Int?
    var acceptance: Int
  }

  private var groups: [Key: Group] = [:]
  private var subjects: [String: Int] = [:]
  private let acceptances: [Acceptance]
  private var acceptancesUsed: Set<Int> = []

  /// An empty log that knows what the campus accepts.
  public init(accepting acceptances: [Acceptance] = []) { self.acceptances = acceptances }

  /// Counts a finding and keeps it if it is among the first; true when it stands, false when the
  /// campus has accepted it.
  ///
  /// The closure makes the words' facts; it is called for the findings that are kept, so that a
  /// million bad rows cost a million additions and not a million strings.
  @discardableResult
  public mutating func add(
    _ kind: FindingKind, subject: String = "", file: String, line: Int = 0,
    year: Int? = nil, _ make: () -> Finding
  ) -> Bool {
    let accepted = acceptances.firstIndex { $0.covers(kind, file: file, line: line) } ?? -1
    var key = Key(
      identifier: kind.identifier, subject: subject, file: file, year: year,
      acceptance: accepted)
    if accepted >= 0 { acceptancesUsed.insert(accepted) }
    if groups[key] == nil, !subject.isEmpty {
      if subjects[kind.identifier, default: 0] < Self.keptSubjects {
        subjects[kind.identifier, default: 0] += 1
      } else {
        key.subject = ""
      }
    }
    if groups[key] == nil {
      groups[key] = Group(
        kind: kind, subject: key.subject, file: file, year: year,
        acceptance: accepted >= 0 ? acceptances[accepted] : nil, count: 0, first: [])
    }
    groups[key]?.count += 1
    if let kept = groups[key]?.first.count, kept < Self.keptPositions {
      groups[key]?.first.append(make())
    }
    return accepted < 0
  }

  /// Counts a finding that is already made.
  @discardableResult
  public mutating func add(_ finding: Finding, subject: String = "", year: Int? = nil) -> Bool {
    add(
      finding.kind, subject: subject, file: finding.location.file, line: finding.location.line,
      year: year
    ) { finding }
  }

  /// What the campus accepts.
  public var accepted: [Acceptance] { acceptances }

  /// Forgets what bears on a year alone: another run says it in its place.
  public mutating func remove(year: Int) { groups = groups.filter { $0.value.year != year } }

  /// Adds the findings of another log.
  public mutating func add(_ group: Group) {
    let accepted = acceptances.firstIndex { $0 == group.acceptance } ?? -1
    if accepted >= 0 { acceptancesUsed.insert(accepted) }
    let key = Key(
      identifier: group.kind.identifier, subject: group.subject, file: group.file,
      year: group.year, acceptance: accepted)
    guard let known = groups[key] else {
      groups[key] = group
      return
    }
    groups[key]?.count = known.count + group.count
    groups[key]?.first += group.first.prefix(Self.keptPositions - known.first.count)
  }

  /// All groups, the worst first, then by file and position.
  public var sortedGroups: [Group] {
    groups.values.sorted { left, right in
      if left.kind.severity != right.kind.severity {
        return left.kind.severity > right.kind.severity
      }
      let (a, b) = (left.first.first?.location, right.first.first?.location)
      if let a, let b {
        if a < b { return true }
        if b < a { return false }
      }
      return (left.kind.identifier, left.subject, left.file, left.year ?? 0, left.count)
        < (right.kind.identifier, right.subject, right.file, right.year ?? 0, right.count)
    }
  }

  /// How many findings of a severity stand (accepted ones apart).
  public func count(of severity: Severity) -> Int {
    groups.values.lazy.filter { $0.acceptance == nil && $0.kind.severity == severity }
      .reduce(0) { $0 + $1.count }
  }

  /// How many findings the campus accepts.
  public var acceptedCount: Int {
    groups.values.lazy.filter { $0.acceptance != nil }.reduce(0) { $0 + $1.count }
  }

  /// Acceptances that met nothing: probably out of date.
  public var unusedAcceptances: [Acceptance] {
    acceptances.enumerated().filter { !acceptancesUsed.contains($0.offset) }.map(\.element)
  }

  /// True when nothing at all was found.
  public var isEmpty: Bool { groups.isEmpty }
}
