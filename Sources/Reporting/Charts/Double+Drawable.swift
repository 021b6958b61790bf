extension Double {
  /// The value if it can be drawn: no NaN, nothing endless, and dust is zero.
  ///
  /// The bound keeps sums and differences of a whole chart finite.
  var drawable: Double? {
    guard isFinite, abs(self) <= 1e250 else { return nil }
    return abs(self) < 1e-250 ? 0 : self
  }
}

extension Int {
  /// The year if a calendar can hold it: other numbers would only stretch the axis.
  var drawableYear: Double? { 0...9999 ~= self ? Double(self) : nil }
}
