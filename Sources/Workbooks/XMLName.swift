#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The name of an element or attribute as expat gives it: its namespace, a line feed, its own name.
struct XMLName {
  /// What the names of a workbook may belong to, in the two forms of the standard.
  enum Space {
    case main
    case relationships
    case package
    case none
    case other
  }

  /// The name without its namespace.
  private let local: UnsafePointer<CChar>
  private let count: Int
  private let whole: UnsafePointer<CChar>

  init(_ pointer: UnsafePointer<CChar>) {
    whole = pointer
    var start = pointer
    if let feed = strrchr(pointer, 0x0A) { start = UnsafePointer(feed) + 1 }
    local = start
    count = strlen(start)
  }

  /// True when this is the name, whatever it belongs to.
  func isNamed(_ name: StaticString) -> Bool {
    count == name.utf8CodeUnitCount && memcmp(local, name.utf8Start, count) == 0
  }

  /// True when this is the name of an element of workbooks.
  func isMain(_ name: StaticString) -> Bool { isNamed(name) && space == .main }

  /// What the name belongs to.
  var space: Space {
    guard local > whole else { return .none }
    let length = whole.distance(to: local) - 1
    for (space, names) in Self.spaces {
      for name in names
      where length == name.utf8CodeUnitCount && memcmp(whole, name.utf8Start, length) == 0 {
        return space
      }
    }
    return .other
  }

  private static let spaces: [(Space, [StaticString])] = [
    (
      .main,
      [
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",
      ]
    ),
    (
      .relationships,
      [
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
      ]
    ),
    (.package, ["http://schemas.openxmlformats.org/package/2006/relationships"]),
  ]
}

/// The attributes of an element, valid while it is being handed over.
struct XMLAttributes {
  private let list: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  init(_ list: UnsafeMutablePointer<UnsafePointer<CChar>?>?) { self.list = list }

  /// The value of an attribute that belongs to its element, or to a namespace.
  func value(_ name: StaticString, in space: XMLName.Space = .none) -> UnsafeBufferPointer<UInt8>? {
    guard let list else { return nil }
    var index = 0
    while let pointer = list[index], let value = list[index + 1] {
      let found = XMLName(pointer)
      if found.isNamed(name), found.space == space {
        return UnsafeRawBufferPointer(start: value, count: strlen(value)).bindMemory(to: UInt8.self)
      }
      index += 2
    }
    return nil
  }

  /// The value as a string.
  func text(_ name: StaticString, in space: XMLName.Space = .none) -> String? {
    value(name, in: space).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The value as a whole number of at most nine digits; nil when there is none, or it is none.
  func number(_ name: StaticString) -> Int? { value(name).flatMap { Digits.value($0) } }

  /// `1` or `true`; everything else, and nothing, is false.
  func flag(_ name: StaticString) -> Bool {
    guard let value = value(name) else { return false }
    return value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
  }

  /// `xml:space`, when it is said.
  var preservesSpace: Bool? {
    guard let list else { return nil }
    var index = 0
    while let pointer = list[index], let value = list[index + 1] {
      if strcmp(pointer, "http://www.w3.org/XML/1998/namespace\nspace") == 0 {
        return strcmp(value, "preserve") == 0
      }
      index += 2
    }
    return nil
  }
}

/// Whole numbers in attributes.
enum Digits {
  /// One to nine digits and nothing else.
  static func value(_ bytes: some Collection<UInt8>) -> Int? {
    guard (1...9).contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte) else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
