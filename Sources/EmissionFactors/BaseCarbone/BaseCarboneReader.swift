public import Diagnostics
import Quantities
public import Tables

/// Reads the official export of the ADEME Base Carbone into a release.
public enum BaseCarboneReader {
  /// Reads a whole file; nil when its header is not that of the Base Carbone.
  ///
  /// Every row ends in one of three counts: imported, archived, refused with a reason. The order of
  /// elements in the file leaves no trace in the release.
  public static func read(_ source: ByteSource, log: inout FindingLog) -> Release? {
    guard let reader = TableReader.open(source, schemas: [BaseCarboneColumn.schema], log: &log)
    else { return nil }
    let decoder = BaseCarboneDecoder(reader)
    var account = ReleaseAccount()
    var rows: [BaseCarboneRow] = []
    var unreadable = 0
    reader.forEachRecord(log: &log, onRejected: { _ in unreadable += 1 }) { record, log in
      rows.append(decoder.row(record, log: &log))
    }
    account.read = rows.count + unreadable
    if unreadable > 0 { account.refused[.unreadable] = unreadable }
    var assembly = BaseCarboneAssembly(reader: reader, account: account)
    assembly.gather(rows, log: &log)
    return Release(elements: assembly.elements, account: assembly.account)
  }
}

/// One row as it was read: an element, one of its stages, or why it is neither.
struct BaseCarboneRow {
  enum Content {
    case element(ReleaseElement)
    case stage(ReleaseStage)
    case refused(ReleaseAccount.Refusal, isStage: Bool)
  }

  /// A further gas: the place its code is in, and its value.
  struct Extra {
    var place: Int
    var value: Number
  }

  var identifier: String
  var content: Content
  var extras: [Extra] = []
  /// The codes of the five places; on a stage's row they are empty, the element's hold.
  var codes: [String] = []
  var lastDigit = Number.one
  /// The unit as the row writes it.
  var unit = ""
  var offset: Int
  var line: Int

  var isStage: Bool {
    switch content {
    case .element: false
    case .stage: true
    case .refused(_, let isStage): isStage
    }
  }

  var refusal: ReleaseAccount.Refusal? {
    if case .refused(let reason, _) = content { return reason }
    return nil
  }
}
