/// Two quotes inside a quoted field stand for one.
public enum DoubledQuotes {
  /// Copies the text between the quotes of a field with one of each two, and returns how long it is then.
  ///
  /// It may be copied to where it is.
  public static func halve(
    _ text: UnsafeBufferPointer<UInt8>, into copy: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var count = 0
    var index = 0
    while index < text.count {
      copy[count] = text[index]
      count += 1
      index += text[index] == 0x22 ? 2 : 1
    }
    return count
  }
}
