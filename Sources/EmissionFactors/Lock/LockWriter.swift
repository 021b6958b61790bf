/// Writes campus.lock: a CSV that opens in a spreadsheet, a line for every row that was copied.
public enum LockWriter {
  static let columns = ["year", "table", "release", "id", "value", "sha256", "row"]
  static let total = "total"
  static let file = "file"
  static let profile = "profile"
  static let format = "format"
  static let formatName = "empreinte-lock"

  /// The bytes of the file: the same lock gives the same bytes.
  public static func bytes(of lock: CatalogLock, digest: LockDigest) -> [UInt8] {
    var text = line(columns)
    text += line(["", format, "", formatName, CatalogLock.format, "", ""])
    for (_, year) in lock.years.sorted(by: { $0.key < $1.key }) {
      let name = String(year.year)
      text += line(
        [name, total, "", "kgCO2e", year.total, digest(Array(year.sealed.utf8)), ""])
      for file in year.files {
        text += line([name, self.file, "", file.path, String(file.size), file.digest, ""])
      }
      for profile in year.profiles {
        text += line(
          [name, self.profile, "", profile.name, "", profile.digest, profile.text])
      }
      for row in year.rows {
        text += line(
          [
            name, row.table.rawValue, row.release, row.identifier, row.value, row.digest, row.text,
          ])
      }
    }
    return Array(text.utf8)
  }

  private static func line(_ fields: [String]) -> String { PlainCSV.line(fields) + "\n" }
}
