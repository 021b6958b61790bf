/// The text of a cell or a shared string: plain, or in runs of different looks.
///
/// Runs are joined; what is written above East Asian characters to read them aloud is left out.
struct RichText {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  private var start = 0

  mutating func reset() {
    bytes.removeAll(keepingCapacity: true)
    start = 0
  }

  /// A run begins.
  mutating func beginRun() { start = bytes.count }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) { bytes.append(contentsOf: piece) }

  /// A run ends: blanks around it are layout of the XML unless it says that they are meant, and
  /// `_x000D_` is how a control character is written.
  mutating func endRun(preservesSpace: Bool) {
    var run = bytes[start...]
    if !preservesSpace {
      run = run.drop(while: Self.isBlank)
      while let last = run.last, Self.isBlank(last) { run.removeLast() }
    }
    let text = Self.decoded(run)
    bytes.removeSubrange(start...)
    bytes.append(contentsOf: text)
    start = bytes.count
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func decoded(_ run: ArraySlice<UInt8>) -> [UInt8] {
    guard run.contains(UInt8(ascii: "_")) else { return Array(run) }
    var result: [UInt8] = []
    var index = run.startIndex
    while index < run.endIndex {
      if run[index] == UInt8(ascii: "_"), let code = escape(run[index...].prefix(7)) {
        // Half a character of UTF-16 cannot stand alone.
        let scalar = Unicode.Scalar(code) ?? "\u{FFFD}"
        result.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        index += 7
      } else {
        result.append(run[index])
        index += 1
      }
    }
    return result
  }

  /// The number in `_xHHHH_`.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    guard bytes.count == 7, bytes.last == UInt8(ascii: "_"),
      bytes.dropFirst().first == UInt8(ascii: "x")
    else { return nil }
    let digits = bytes.dropFirst(2).dropLast()
    guard digits.allSatisfy({ isHexadecimal($0) }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
  }
}
