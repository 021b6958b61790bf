import Diagnostics
import Tables

/// What a file that should be a workbook really is, from its first bytes.
enum FileSignature {
  /// Nil for an archive; otherwise why the file cannot be a workbook.
  static func problem(_ source: ByteSource) -> WorkbookProblem? {
    let head = source.bytes(at: 0, count: 4096)
    if head.isEmpty { return .damaged(part: source.name) }
    if head.starts(with: [0x50, 0x4B, 3, 4]) || head.starts(with: [0x50, 0x4B, 5, 6]) {
      return nil
    }
    if head.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      return isEncrypted(head, source)
        ? .encrypted : .otherFormat(Text(fr: "Excel 97-2003 (.xls)", en: "Excel 97–2003 (.xls)"))
    }
    // The first record of a workbook of Excel 2 to 4, before it became an OLE2 file.
    if head.count > 3, head[0] == 0x09, [0, 2, 4].contains(head[1]), head[3] == 0 {
      return .otherFormat(Text(fr: "Excel 2 à 4 (.xls)", en: "Excel 2 to 4 (.xls)"))
    }
    if head.starts(with: [0x1F, 0x8B]) { return .otherFormat(Text(same: "gzip")) }
    if head.starts(with: Array("%PDF".utf8)) { return .otherFormat(Text(same: "PDF")) }
    if head.starts(with: Array("{\\rtf".utf8)) { return .otherFormat(Text(same: "RTF")) }
    if let markup = markup(head) { return .otherFormat(markup) }
    let isWide = head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF])
    if isWide || !head.contains(0) { return .text }
    return .otherFormat(Text(fr: "un format inconnu", en: "an unknown format"))
  }

  /// A page of the web or XML under the name of a workbook: what many portals export.
  private static func markup(_ head: [UInt8]) -> Text? {
    // Of UTF-16, every other byte is enough here.
    let words = head.prefix(1024).filter { $0 != 0 && $0 < 0x80 }.map {
      (0x41...0x5A).contains($0) ? $0 | 0x20 : $0
    }
    let start = words.drop { $0 <= 0x20 }
    guard start.first == 0x3C else { return nil }
    let text = String(decoding: start, as: UTF8.self)
    let pages = ["<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<style", "<div"]
    if pages.contains(where: text.contains) { return Text(same: "HTML") }
    return text.hasPrefix("<?xml") || text.hasPrefix("<workbook") ? Text(same: "XML") : nil
  }

  /// True when an OLE2 file holds a workbook under a password: it has a stream of that name.
  private static func isEncrypted(_ head: [UInt8], _ source: ByteSource) -> Bool {
    let fields = LittleEndian(bytes: head)
    let shift = fields.number16(at: 0x1E)
    guard shift == 9 || shift == 12 else { return false }
    let sector = fields.number32(at: 0x30)
    let names = source.bytes(at: (sector + 1) << shift, count: 1 << 14)
    let wanted: [UInt8] = Array("EncryptedPackage".utf16).flatMap { [UInt8($0), 0] }
    for start in stride(from: 0, to: names.count, by: 128)
    where names[start...].starts(with: wanted) {
      return true
    }
    return false
  }
}
