import Diagnostics
import Tables

/// The archive of a workbook: finds its parts, and reads them one at a time.
struct ArchiveFile: Sendable {
  let source: ByteSource
  let limits: WorkbookLimits
  let directory: ZipDirectory
  private let size: Int

  init(_ source: ByteSource, limits: WorkbookLimits) throws(WorkbookProblem) {
    if let problem = FileSignature.problem(source) { throw problem }
    self.source = source
    self.limits = limits
    size = try Self.size(of: source)
    directory = try ZipDirectory.read(source, size: size, limits: limits)
  }

  /// The part that lists the sheets.
  func mainPart() throws(WorkbookProblem) -> String {
    guard directory.place(of: "_rels/.rels") != nil else { throw otherFormat() }
    let related = try relationships(of: "")
    guard let part = related.part(of: "officeDocument") else { throw otherFormat() }
    if part.hasSuffix(".bin") {
      throw .otherFormat(Text(fr: "Excel binaire (.xlsb)", en: "binary Excel (.xlsb)"))
    }
    if part.hasPrefix("word/") { throw .otherFormat(Text(same: "Word (.docx)")) }
    if part.hasPrefix("ppt/") { throw .otherFormat(Text(same: "PowerPoint (.pptx)")) }
    return part
  }

  /// Where a part leads.
  func relationships(of part: String) throws(WorkbookProblem) -> Relationships {
    let name = Relationships.part(of: part)
    let related = Relationships(of: part, part: name, limit: limits.sheets)
    try read(name, related)
    return related
  }

  /// Reads all of a part that describes others.
  func read(_ part: String, _ handler: any XMLHandler, limit: Int? = nil) throws(WorkbookProblem) {
    let document = try document(part, handler, limit: limit ?? limits.descriptionBytes)
    try document.finish()
  }

  /// A part, ready to be read.
  func document(
    _ part: String, _ handler: any XMLHandler, limit: Int = .max
  ) throws(WorkbookProblem) -> XMLDocument {
    guard let place = directory.place(of: part) else { throw .damaged(part: part) }
    let archive = try Archive(source, size: size, directory: directory, limits: limits)
    return try XMLDocument(archive.part(place, limit: limit), handler)
  }

  /// What else an archive without a workbook may be.
  private func otherFormat() -> WorkbookProblem {
    if directory.place(of: "mimetype") != nil, directory.place(of: "content.xml") != nil {
      return .otherFormat(Text(same: "OpenDocument (.ods)"))
    }
    if directory.place(of: "index/document.iwa") != nil {
      return .otherFormat(Text(same: "Numbers (.numbers)"))
    }
    return .otherFormat(Text(fr: "une archive ZIP", en: "a ZIP archive"))
  }

  /// How many bytes there are: where reading gives none any more.
  private static func size(of source: ByteSource) throws(WorkbookProblem) -> Int {
    func isBefore(_ offset: Int) throws(WorkbookProblem) -> Bool {
      let (bytes, failed) = source.collect(offset, 1)
      if failed { throw .damaged(part: source.name) }
      return !bytes.isEmpty
    }
    var high = 1
    // No file is larger than 2^46 bytes.
    while high < 1 << 46, try isBefore(high) { high *= 2 }
    var low = high / 2
    while low + 1 < high {
      let middle = (low + high) / 2
      if try isBefore(middle) { low = middle } else { high = middle }
    }
    return high
  }
}
