/// Writes small workbooks part by part, so that a test can put anything in any of them.
public struct BookWriter: Sendable {
  public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  public static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  public static let strictMain = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  public static let strictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  /// A sheet to write.
  public struct Sheet: Sendable {
    public var name: String
    /// What stands between the tags of sheetData.
    public var rows: String
    public var state: String?
    public var kind = "worksheet"

    /// A sheet of cells, unless said otherwise.
    public init(name: String, rows: String, state: String? = nil, kind: String = "worksheet") {
      self.name = name
      self.rows = rows
      self.state = state
      self.kind = kind
    }
  }

  public var sheets: [Sheet]
  /// What stands between the tags of the shared strings; no part at all when nil.
  public var strings: String?
  /// The codes of cell formats 1, 2, 3 …; format 0 is General.
  public var formats: [String] = []
  public var is1904 = false
  public var isStrict = false
  /// Asks spreadsheet programs to compute all formulas when they open it.
  public var wantsResults = false
  /// Parts that take the place of others, or come on top.
  public var replaced: [String: String] = [:]
  public var zip = ZipWriter()

  /// A workbook of one sheet.
  public init(_ rows: String, strings: String? = nil, formats: [String] = []) {
    sheets = [Sheet(name: "Feuil1", rows: rows)]
    self.strings = strings
    self.formats = formats
  }

  /// The parts, by name, in the order they are written.
  public var parts: [(name: String, text: String)] {
    let main = isStrict ? Self.strictMain : Self.main
    let related = isStrict ? Self.strictRelationships : Self.relationships
    let head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    let package = "http://schemas.openxmlformats.org/package/2006/relationships"
    func link(_ id: String, _ kind: String, _ target: String) -> String {
      "<Relationship Id=\"\(id)\" Type=\"\(related)/\(kind)\" Target=\"\(target)\"/>"
    }
    func links(_ text: String) -> String {
      "\(head)<Relationships xmlns=\"\(package)\">\(text)</Relationships>"
    }
    var result = [
      ("_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml"))),
      (
        "xl/workbook.xml",
        "\(head)<workbook xmlns=\"\(main)\" xmlns:r=\"\(related)\">"
          + (is1904 ? "<workbookPr date1904=\"1\"/>" : "<workbookPr/>") + "<sheets>"
          + sheets.enumerated().map { index, sheet in
            "<sheet name=\"\(sheet.name)\" sheetId=\"\(index + 1)\" r:id=\"s\(index)\""
              + (sheet.state.map { " state=\"\($0)\"" } ?? "") + "/>"
          }.joined() + "</sheets>"
          + (wantsResults ? "<calcPr calcId=\"1\" fullCalcOnLoad=\"1\"/>" : "") + "</workbook>"
      ),
      (
        "xl/_rels/workbook.xml.rels",
        links(
          // From the last to the first: the order of relationships says nothing.
          sheets.enumerated().reversed().map { index, sheet in
            link("s\(index)", sheet.kind, "worksheets/sheet\(sheets.count - index).xml")
          }.joined() + link("st", "styles", "styles.xml")
            + (strings == nil ? "" : link("ss", "sharedStrings", "/xl/sharedStrings.xml")))
      ),
      (
        "xl/styles.xml",
        "\(head)<styleSheet xmlns=\"\(main)\"><numFmts>"
          + formats.enumerated().map {
            "<numFmt numFmtId=\"\(164 + $0.offset)\" formatCode=\"\($0.element)\"/>"
          }.joined() + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
          + "<xf numFmtId=\"0\"/>"
          + formats.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }.joined()
          + "</cellXfs></styleSheet>"
      ),
    ]
    if let strings {
      result.append(
        ("xl/sharedStrings.xml", "\(head)<sst xmlns=\"\(main)\">\(strings)</sst>"))
    }
    for (index, sheet) in sheets.enumerated() {
      result.append(
        (
          "xl/worksheets/sheet\(sheets.count - index).xml",
          "\(head)<worksheet xmlns=\"\(main)\"><sheetData>\(sheet.rows)</sheetData></worksheet>"
        ))
    }
    return result.map { ($0.0, replaced[$0.0] ?? $0.1) }
      + replaced.filter { extra in !result.contains { $0.0 == extra.key } }
      .sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The archive.
  public var archive: ZipWriter {
    var writer = zip
    writer.parts = parts.map { .init(name: $0.name, bytes: Array($0.text.utf8)) } + zip.parts
    return writer
  }

  public var bytes: [UInt8] { archive.bytes }
}
