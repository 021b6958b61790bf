import Diagnostics

/// The names of months.
enum MonthName {
  private static let french = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
  private static let english = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  static func text(_ month: Int, year: Int) -> Text {
    Text(fr: "\(french[month - 1]) \(year)", en: "\(english[month - 1]) \(year)")
  }
}
