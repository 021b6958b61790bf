#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Powers of numbers that are not whole.
enum Exponential {
  static func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
}
