/// The measures that all pictures share; heights differ with what there is to show.
enum ChartSheet {
  static let width = 760.0
  /// The room left and right of everything.
  static let margin = 20.0
}
