#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The standard normal law: what lies below which share of it.
enum NormalLaw {
  /// The value below which a share of the law lies, to sixteen digits.
  static func quantile(_ share: Double) -> Double { quantiles(Four(repeating: share))[0] }

  /// What lies outside of the middle 85 %.
  private static func outer(_ share: Double) -> Double {
    let r = (-log(min(share, 1 - share))).squareRoot()
    let value = r <= 5 ? ratio(r - 1.6, shoulder) : ratio(r - 5, tail)
    return share < 0.5 ? -value : value
  }

  typealias Four = SIMD4<Double>

  /// The same for four shares; most lie in the middle, where no logarithm is needed.
  ///
  /// Algorithm AS 241 of Wichura (Applied Statistics 37, 1988).
  @inline(__always)
  static func quantiles(_ shares: Four) -> Four {
    let q = shares - Four(repeating: 0.5)
    let r = Four(repeating: 0.180625) - q * q
    var above = Four(repeating: 2.5090809287301226727e3)
    above = above * r + Four(repeating: 3.3430575583588128105e4)
    above = above * r + Four(repeating: 6.7265770927008700853e4)
    above = above * r + Four(repeating: 4.5921953931549871457e4)
    above = above * r + Four(repeating: 1.3731693765509461125e4)
    above = above * r + Four(repeating: 1.9715909503065514427e3)
    above = above * r + Four(repeating: 1.3314166789178437745e2)
    above = above * r + Four(repeating: 3.3871328727963666080)
    var below = Four(repeating: 5.2264952788528545610e3)
    below = below * r + Four(repeating: 2.8729085735721942674e4)
    below = below * r + Four(repeating: 3.9307895800092710610e4)
    below = below * r + Four(repeating: 2.1213794301586595867e4)
    below = below * r + Four(repeating: 5.3941960214247511077e3)
    below = below * r + Four(repeating: 6.8718700749205790830e2)
    below = below * r + Four(repeating: 4.2313330701600911252e1)
    below = below * r + Four(repeating: 1)
    var found = q * above / below
    // Outside of the middle r is below zero.
    for lane in 0..<4 where r[lane] < 0 { found[lane] = outer(shares[lane]) }
    return found
  }

  /// Two polynomials of the seventh degree, the second beginning with one.
  private typealias Ratio = (above: SIMD8<Double>, below: SIMD8<Double>)

  @inline(__always)
  private static func ratio(_ r: Double, _ ratio: Ratio) -> Double {
    var (above, below) = (ratio.above[7], ratio.below[7])
    for degree in stride(from: 6, through: 0, by: -1) {
      above = above * r + ratio.above[degree]
      below = below * r + ratio.below[degree]
    }
    return above / below
  }

  private static let shoulder: Ratio = (
    SIMD8(
      1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550,
      3.64784832476320460504, 1.27045825245236838258, 2.41780725177450611770e-1,
      2.27238449892691845833e-2, 7.74545014278341407640e-4),
    SIMD8(
      1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
      1.05075007164441684324e-9)
  )
  private static let tail: Ratio = (
    SIMD8(
      6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580,
      2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
      2.71155556874348757815e-5, 2.01033439929228813265e-7),
    SIMD8(
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
      2.04426310338993978564e-15)
  )
}
