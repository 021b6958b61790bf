/// A few colours that the colour-blind and a grey printer can tell apart.
enum ChartPalette {
  static let paper = "#ffffff"
  static let text = "#1a1a1a"
  static let quietText = "#595959"
  static let grid = "#e3e3e3"
  static let axis = "#4d4d4d"
  static let past = "#f3f3f1"
  /// What is planned, and what counts most.
  static let main = "#123a5c"
  /// What is only compared with.
  static let reference = "#6e6e6e"
  /// What is too much, or makes things worse.
  static let alarm = "#a8321e"
  static let gain = "#2f7f86"
  static let paleGain = "#d5e8e6"
  static let paleAlarm = "#f6ddd3"
  static let paleMain = "#c9d8e6"

  /// Lines that are compared with each other: dark enough to be read as text.
  static let lines = ["#a8321e", "#00695c", "#6a3d9a", "#8a5a00", "#1565a8", "#8c2d62"]

  /// Areas that lie on each other: each is clearly lighter or darker than the next.
  static let areas = [
    "#1f5a85", "#a9cfe6", "#d9822b", "#f6dfae", "#2f7f70", "#bfe3d3", "#7a4f8f", "#e3cfe8",
    "#6b6b6b", "#d6d6d6",
  ]

  /// Dashes for lines that are compared with each other.
  static let dashes = ["2 4", "10 3 2 3", "6 3", "1 3", "12 4", "8 3 2 3 2 3"]

  /// A colour of a list that starts again when it is used up.
  static func pick(_ list: [String], _ index: Int) -> String {
    list.isEmpty ? text : list[index % list.count]
  }
}
