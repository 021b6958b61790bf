/// What every chart needs to be told: its name, its words and how to write a number.
struct ChartFrame: Sendable {
  /// Makes the ids of one picture unlike those of another in the same page.
  let identifier: String
  /// Written above the picture and read aloud first.
  let title: String
  /// Read aloud instead of the picture.
  let description: String
  /// Written under the title.
  let unit: String
  /// A number in the reader's language.
  let number: @Sendable (_ value: Double, _ decimals: Int) -> String

  /// A frame; the identifier keeps only what an XML id may hold.
  init(
    identifier: String, title: String, description: String, unit: String,
    number: @escaping @Sendable (_ value: Double, _ decimals: Int) -> String
  ) {
    let letters = identifier.unicodeScalars.map { scalar -> Character in
      let isKept = scalar.isASCII && (scalar.properties.isAlphabetic || ("0"..."9" ~= scalar))
      return isKept ? Character(scalar) : "-"
    }
    let name = String(letters)
    let startsWell = name.first?.isLetter ?? false
    self.identifier = startsWell ? name : "chart" + name
    self.title = title
    self.description = description
    self.unit = unit
    self.number = number
  }
}
