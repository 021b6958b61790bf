#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Shares a difference out among the ratios that make it.
///
/// The logarithmic mean leaves nothing over and owes nothing to the order of the ratios (LMDI I, Ang
/// 2004): of a difference from x to y, a ratio r has L(x, y) · ln r, with L(x, y) = (y − x) / ln(y / x).
enum Decomposition {
  /// What each ratio has of the difference; their product leads from `before` to `after`.
  ///
  /// Nil where there is no logarithm: something begins, ends, or is below zero.
  static func parts(from before: Double, to after: Double, _ ratios: [Double]) -> [Double]? {
    guard before > 0, after > 0, ratios.allSatisfy({ $0 > 0 && $0.isFinite }) else { return nil }
    let mean = before == after ? before : (after - before) / log(after / before)
    return ratios.map { mean * log($0) }
  }
}
