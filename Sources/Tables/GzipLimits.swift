/// How far a compressed file may unfold before it is taken for a bomb.
public struct GzipLimits: Sendable {
  /// The most bytes it may hold.
  public var bytes: Int
  /// How many bytes may come out for each byte that went in.
  ///
  /// deflate can do 1032; meter readings, as repetitive as tables get, stay below 60.
  public var ratio: Int
  /// The ratio counts from here on: anything smaller is harmless.
  public var ratioFrom: Int

  /// 16 GiB, and 400 to one above 16 MiB, unless said otherwise.
  public init(bytes: Int = 1 << 34, ratio: Int = 400, ratioFrom: Int = 1 << 24) {
    self.bytes = bytes
    self.ratio = ratio
    self.ratioFrom = ratioFrom
  }

  /// True when so many bytes out of so many bytes in are more than a table.
  func isExceeded(by output: Int, from input: Int) -> Bool {
    if output > bytes { return true }
    return output > ratioFrom && output / ratio > input
  }
}
