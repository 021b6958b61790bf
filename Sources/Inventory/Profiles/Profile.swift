public import Diagnostics
public import Quantities

/// How a kind of file that others make is read: a page of YAML in ImportProfiles/.
///
/// A profile turns the rows of a file into rows of an activity file. From there on they are like any
/// other: the same checks, the same findings at the places of the file as it was received.
public struct Profile: Sendable {
  /// What a row of the file is.
  public enum Meaning: String, CaseIterable, Sendable {
    /// A quantity over a period.
    case amount
    /// Power or energy over the interval that ends at its stamp.
    case intervalEnd = "interval-end"
    /// Power or energy over the interval that begins at its stamp.
    case intervalStart = "interval-start"
    /// The reading of a counter that only goes up.
    case index
    /// What the grid emits per kWh from its stamp on: no consumption.
    case intensity
  }

  /// The clock that stamps are on.
  public enum Clock: String, CaseIterable, Sendable {
    case paris, utc
  }

  /// Where the content of a cell comes from.
  public enum Source: Sendable {
    /// A column, under one of these names.
    case column([String])
    /// Several columns, `/` between them: a meter and its register.
    case joined([String])
    /// Several columns, reckoned together: a quantity.
    case computed(Formula)
    /// The cell under this name, in the lines above the table.
    case above(String)
  }

  /// Rows that are not counted, and why.
  public struct Exclusion: Sendable {
    /// What a cell is compared with.
    public enum Test: Sendable {
      case isOne([String])
      case isNone([String])
      case begins([String])
    }

    public let columns: [String]
    public let test: Test
    public let reason: String
  }

  /// One of the rows that a row of the file stands for: what it has of its own.
  public struct Part: Sendable {
    public internal(set) var cells: [String: Source] = [:]
    public internal(set) var constants: [String: String] = [:]
  }

  /// `enedis-load-curve`.
  public let identifier: String
  public internal(set) var label = Text(same: "")
  /// The page it was read from, word for word.
  public internal(set) var text = ""
  /// Names that the header of such a file has, all of them.
  public internal(set) var header: [String] = []
  /// Words that stand above the header, all of them.
  public internal(set) var preamble: [String] = []
  /// The sheets of a workbook it may be in; empty for any.
  public internal(set) var sheets: [String] = []
  public internal(set) var meaning = Meaning.amount
  /// The cells of an activity file, and `stamp`, `step` and `covers`, by their names.
  public internal(set) var cells: [String: Source] = [:]
  /// What a cell is when the file has no column for it.
  public internal(set) var constants: [String: String] = [:]
  /// What words of the file stand for, by the cell they are in and in folded form.
  public internal(set) var values: [String: [String: String]] = [:]
  /// The cells whose words are codes: `AA.01`, `AA-01` and `aa01 ` are one.
  public internal(set) var codes: [String] = []
  public internal(set) var decimalMark: DecimalMark?
  /// Whether the last day of a period counts; nil leaves it to the campus.
  public internal(set) var lastDay: LastDay?
  /// The clock of stamps that do not say how far they are from universal time.
  public internal(set) var clock = Clock.paris
  /// What stands for a value that is not known, folded.
  public internal(set) var missing: [String] = []
  public internal(set) var exclusions: [Exclusion] = []
  /// Why rows of a quantity of zero are left out; nil when they are rows like any other.
  public internal(set) var zeros: String?
  /// What the first cell of a second table begins with; the first table ends before it.
  public internal(set) var ends: [String] = []
  /// What a row is split into, for files with a column for each thing; empty for a row that is one.
  public internal(set) var split: [Part] = []
  /// How its rows become kilometres, for files that name places.
  public internal(set) var journey: Journey?
  /// Columns about persons, emptied on import.
  public internal(set) var personal: [String] = []
  /// The cells that nothing in such a file gives: whoever imports it must.
  public internal(set) var asks: [String] = []

  init(identifier: String) { self.identifier = identifier }

  /// Every name a header of such a file may have.
  public var knownNames: [String] {
    var names = header.flatMap(Self.alternatives) + personal + exclusions.flatMap(\.columns)
    if let journey {
      names += journey.from + journey.to + journey.counts + journey.sharedBy
      names += journey.times.flatMap(\.columns)
    }
    for source in Array(cells.values) + split.flatMap({ Array($0.cells.values) }) {
      switch source {
      case .column(let columns), .joined(let columns): names += columns
      case .computed(let formula): names += formula.columns.joined()
      case .above(let name): names.append(name)
      }
    }
    return names
  }

  /// True when a line is the header of such a file: it has each name, or one of its alternatives.
  public func isHeader(_ cells: [String]) -> Bool {
    let folded = Set(cells.map { FoldedText.fold($0) })
    return !header.isEmpty
      && header.allSatisfy { name in
        Self.alternatives(name).contains { folded.contains(FoldedText.fold($0)) }
      }
  }

  /// `code|Code NACRES`: the names of one column.
  static func alternatives(_ name: String) -> [String] {
    name.split(separator: "|").map { String($0) }
  }

  /// True for a column about persons; `*` stands for the beginning or the end of a name.
  public func isPersonal(_ column: String) -> Bool {
    let folded = FoldedText.fold(column)
    return personal.contains { name in
      if name.hasPrefix("*") { return folded.hasSuffix(FoldedText.fold(String(name.dropFirst()))) }
      if name.hasSuffix("*") { return folded.hasPrefix(FoldedText.fold(String(name.dropLast()))) }
      return folded == FoldedText.fold(name)
    }
  }

  /// True when the lines above the header are those of such a file.
  public func fits(preamble lines: [[String]]) -> Bool {
    if preamble.isEmpty { return true }
    let folded = Set(lines.flatMap { $0 }.map { FoldedText.fold($0) })
    return preamble.allSatisfy { folded.contains(FoldedText.fold($0)) }
  }

  /// Words by the form they are compared in, and one that would stand for two things.
  func folded(
    _ values: [String: [String: String]]
  ) -> (values: [String: [String: String]], clash: String?) {
    var result: [String: [String: String]] = [:]
    var clash: String?
    for (cell, words) in values.sorted(by: { $0.key < $1.key }) {
      for (word, value) in words.sorted(by: { $0.key < $1.key }) {
        let known = result[cell, default: [:]].updateValue(value, forKey: key(word, in: cell))
        if let known, known != value { clash = word }
      }
    }
    return (result, clash)
  }

  /// A word of a cell as profiles compare it.
  func key(_ text: String, in cell: String) -> String {
    guard codes.contains(cell) else { return FoldedText.fold(text) }
    return String(FoldedText.fold(text).filter { $0.isLetter || $0.isNumber })
  }
}

/// What one imported file is: its profile, and what the file itself does not say.
public struct Recipe: Sendable {
  public let profile: String
  /// The hash of the file as it was copied in.
  public let hash: String
  /// The hash of the file as it was received; the same unless something about persons was removed.
  public let original: String
  /// Cells that are the same for every row, a site or a meter.
  public let cells: [String: String]
  /// What words of the file stand for, beside what the profile says.
  public let values: [String: [String: String]]
  public let location: Location

  /// A recipe for a file that is being imported.
  public init(
    profile: String, hash: String, original: String, cells: [String: String],
    values: [String: [String: String]] = [:], location: Location
  ) {
    self.profile = profile
    self.hash = hash
    self.original = original
    self.cells = cells
    self.values = values
    self.location = location
  }
}

/// A file with the profile that reads it.
public struct FileImport: Sendable {
  /// Nil when there is no profile of that name: the file cannot be read.
  public let profile: Profile?
  public let recipe: Recipe

  /// A file read through a profile, as its recipe says.
  public init(profile: Profile?, recipe: Recipe) {
    self.profile = profile
    self.recipe = recipe
  }
}
