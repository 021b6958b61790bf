public import Quantities

/// What each locked year rests on: a copy of every row of data behind its figures.
///
/// A release may change the value of a factor, and a later one its stages or its years of use. The
/// figures of a locked year come from the copy, whatever is installed.
public struct CatalogLock: Sendable {
  /// Its name in the folder of the campus.
  public static let fileName = "campus.lock"
  /// Raised when an older version could not read it as it is meant.
  public static let format = "1"

  /// The locked years.
  public var years: [Int: LockedYear] = [:]
  /// Years of which a row is not what was locked.
  public internal(set) var damagedYears: Set<Int> = []
  /// True when something is wrong that belongs to no year.
  public internal(set) var isDamaged = false

  /// A lock without years.
  public init() {}

  /// True when nothing may be computed for a year: it is locked, or may be, and cannot be trusted.
  public func refuses(_ year: Int) -> Bool { isDamaged || damagedYears.contains(year) }
}

/// One locked year.
public struct LockedYear: Sendable {
  /// An activity file whose rows count in the year.
  public struct File: Hashable, Sendable {
    public let path: String
    /// How many bytes it had.
    public let size: Int
    public let digest: String

    /// A file as it is when its year is locked.
    public init(path: String, size: Int, digest: String) {
      self.path = path
      self.size = size
      self.digest = digest
    }
  }

  /// The page of YAML that a received file is read with.
  public struct Profile: Hashable, Sendable {
    public let name: String
    public let text: String
    let digest: String

    /// A profile as it is when its year is locked.
    public init(name: String, text: String, digest: LockDigest) {
      // Line ends are those of whoever checked the file out.
      let text = String(text.filter { $0 != "\r" }.map { $0 == "\r\n" ? "\n" : $0 })
      self.init(name: name, text: text, digest: digest(Array(text.utf8)))
    }

    init(name: String, text: String, digest: String) {
      self.name = name
      self.text = text
      self.digest = digest
    }
  }

  /// The year.
  public let year: Int
  /// Its total in kgCO2e, exactly; the total when it was locked.
  public let total: String
  /// The files behind it.
  public let files: [File]
  /// The profiles those files are read with.
  public let profiles: [Profile]
  /// The rows of every table, the header of each first.
  public internal(set) var rows: [LockRow]
  /// The line of campus.lock that holds its total; 0 before it is written.
  public internal(set) var line = 0

  /// A year to lock.
  public init(
    year: Int, total: ExactAmount, files: [File], profiles: [Profile] = [], rows: [LockRow]
  ) {
    self.init(
      year: year, total: total.exactText, files: files, profiles: profiles, rows: rows)
  }

  init(year: Int, total: String, files: [File], profiles: [Profile], rows: [LockRow]) {
    self.profiles = profiles
    self.year = year
    self.total = total
    self.files = files
    self.rows = rows
  }

  /// What the digest of the year is made of: a row that is missing, added or moved changes it.
  var sealed: String {
    var text = "total\t\(total)\n"
    for file in files { text += "file\t\(file.path)\t\(file.size)\t\(file.digest)\n" }
    for profile in profiles { text += "profile\t\(profile.name)\t\(profile.digest)\n" }
    for row in rows { text += "\(row.table.rawValue)\t\(row.identifier)\t\(row.digest)\n" }
    return text
  }
}

/// A row of a table, as it was when its year was locked.
public struct LockRow: Sendable {
  /// What the first row of a table is called.
  static let header = "header"

  /// The table it is a row of.
  public let table: CatalogTable
  /// The release or source it comes from.
  public let release: String
  public let identifier: String
  /// The figure it gives.
  public let value: String
  /// The digest of its text.
  public let digest: String
  /// Its cells, as CSV.
  public let text: String
  /// Its line in campus.lock; 0 before it is written.
  public internal(set) var line = 0

  /// True when two rows say the same in the same table.
  public func says(_ other: LockRow) -> Bool { table == other.table && text == other.text }
}
