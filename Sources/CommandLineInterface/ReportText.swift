import Diagnostics
import Files
import Reporting
import Workbooks

/// A report in the format asked for.
enum ReportText {
  /// Writes a report to the file that was asked for, or to the standard output.
  static func write(
    _ report: Report, as format: Option<OutputFormat>, _ language: Language,
    _ invocation: Invocation, _ context: Context
  ) throws(CommandProblem) {
    let file = invocation(SharedOptions.output)
    let bytes = try render(
      report, as: invocation.chosen(format), language: language, width: context.console.width,
      style: context.style(invocation, for: file))
    try context.deliver(bytes, invocation)
  }

  static func render(
    _ report: Report, as format: OutputFormat, language: Language, width: Int, style: TextStyle,
    trace: WorkbookSheet? = nil
  ) throws(CommandProblem) -> [UInt8] {
    switch format {
    case .text:
      Array(TextRenderer(language: language, width: width, style: style).render(report).utf8)
    case .csv: Array(CSVRenderer(language: language).render(report).utf8)
    case .json: Array(JSONRenderer(language: language).render(report).utf8)
    case .md: Array(MarkdownRenderer(language: language).render(report).utf8)
    case .html: Array(HTMLRenderer(language: language).render(report).utf8)
    case .xlsx: try workbook(report, language, trace)
    }
  }

  /// The library writes to a path of its own: what comes out goes the way of every other result.
  private static func workbook(
    _ report: Report, _ language: Language, _ trace: WorkbookSheet?
  ) throws(CommandProblem) -> [UInt8] {
    let sheets = WorkbookReport(language: language).sheets(report) + [trace].compactMap(\.self)
    do {
      return try TemporaryFile.bytes { (path) throws(WorkbookWriter.Failure) in
        try WorkbookWriter.write(sheets, to: path)
      }
    } catch let problem as FileProblem {
      throw .file(problem)
    } catch {
      // The library says on standard error what it met; nearly always there is no room.
      throw .file(.noSpace(path: TemporaryFile.folder))
    }
  }
}
