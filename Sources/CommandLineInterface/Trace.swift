import Diagnostics
import EmissionFactors
import Files
import Footprint
import Inventory
import Reporting
import Tables

/// The trace, written as it is read.
enum Trace {
  /// Bytes are handed on in pieces of about this size.
  private static let pieceSize = 1 << 16

  static func write(
    _ session: Session, _ run: Run, year: Int, of subject: ExplanationReport.Subject = .total,
    only: LinePlace? = nil, to path: String?, _ context: Context
  ) throws(CommandProblem) {
    do throws(FileProblem) {
      guard let path, path != "-" else {
        return try stream(session, run, year, subject, only, context.console.writeOutput)
      }
      let target = context.path(path)
      if Directory.resolved(target) != nil, !Directory.fileExists(target) {
        // A device or a pipe is written to; a file put in its place would destroy it.
        var all: [UInt8] = []
        try stream(session, run, year, subject, only) { all += $0 }
        return try AtomicFile.write(all, to: target)
      }
      let writer = try AtomicFileWriter(path: Directory.resolved(target) ?? target)
      try stream(session, run, year, subject, only) { (bytes) throws(FileProblem) in
        try writer.append(bytes)
      }
      try writer.commit()
    } catch {
      throw .file(error)
    }
  }

  private static func stream(
    _ session: Session, _ run: Run, _ year: Int, _ subject: ExplanationReport.Subject,
    _ only: LinePlace?, _ write: ([UInt8]) throws(FileProblem) -> Void
  ) throws(FileProblem) {
    let renderer = TraceRenderer(language: session.language)
    var pending = Array(renderer.header().utf8)
    var problem: FileProblem?
    Tracer.trace(
      run, files: session.files, year: year, only: only.map { (file: $0.file, line: $0.line) }
    ) { row in
      guard problem == nil, covers(subject, row, run.catalog) else { return }
      pending += Array(renderer.line(row).utf8)
      guard pending.count >= pieceSize else { return }
      do throws(FileProblem) {
        try write(pending)
      } catch {
        problem = error
      }
      pending.removeAll(keepingCapacity: true)
    }
    if let problem { throw problem }
    try write(pending)
  }

  /// True when a row of the trace belongs to what is to be explained.
  private static func covers(
    _ subject: ExplanationReport.Subject, _ row: TraceRow, _ catalog: FactorCatalog
  ) -> Bool {
    switch subject {
    case .total: true
    case .post(let post): row.post == post || catalog.topPost(of: row.post) == post
    case .activity(let activity): row.activity.identifier == activity
    }
  }
}
