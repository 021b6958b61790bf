import Diagnostics
import Tables

/// One line an element: where its rows are, and the words it is found by.
///
/// `id TAB offset TAB stage offsets TAB status TAB words of the name TAB other words`, folded as
/// searches are. Made from the tables alone, so it can be thrown away and made again.
struct ReleaseIndexWriter {
  /// The first line; another one is another format.
  static let header = "empreinte release index 1\n"

  private(set) var bytes = Array(Self.header.utf8)
  /// Names, tags and categories repeat: each is folded once.
  private var known = Interner()
  private var folded: [[UInt8]] = []

  mutating func add(_ element: ReleaseElement, at offset: Int, stages: [Int]) {
    let names = [
      element.name.fr, element.attribute.fr, element.boundary.fr, element.name.en,
      element.attribute.en, element.boundary.en,
    ]
    let others = [
      element.category, element.tags.fr, element.tags.en, element.location, element.place.fr,
      element.unit.published,
    ]
    bytes += element.identifier.utf8.filter { $0 >= 0x20 }
    bytes += "\t\(offset)\t".utf8
    bytes += stages.map { String($0) }.joined(separator: ",").utf8
    bytes += (element.status == .archived ? "\ta\t" : "\tv\t").utf8
    append(names)
    bytes.append(0x09)
    append(others)
    bytes.append(0x0A)
  }

  /// Every word between two spaces, so that a whole word can be told from a part of one.
  private mutating func append(_ texts: [String]) {
    bytes.append(0x20)
    for text in texts where !text.isEmpty {
      var copy = text
      let number = Int(copy.withUTF8 { known.intern($0) })
      if number == folded.count {
        folded.append(Self.folded(text))
      }
      bytes += folded[number]
    }
  }

  /// The words of a text without case, accents and punctuation.
  static func words(_ text: String) -> [[UInt8]] {
    folded(text).split(separator: 0x20).map { Array($0) }
  }

  /// The same words with a space after each.
  private static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x61...0x7A: bytes.append(UInt8(scalar.value))
      case 0x41...0x5A: bytes.append(UInt8(scalar.value + 0x20))
      case 0x300...0x36F: continue
      case 0x80... where isLetter(scalar): bytes += FoldedText.fold(String(scalar)).utf8
      default: if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
      }
    }
    if let last = bytes.last, last != 0x20 { bytes.append(0x20) }
    return bytes
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0xC0...0x17F).contains(scalar.value) && scalar != "×" && scalar != "÷"
      || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
