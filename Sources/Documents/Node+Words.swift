public import Diagnostics

extension Node {
  /// A text in both languages, `{fr: …, en: …}`; plain text is the same in both.
  public func bilingual(log: inout FindingLog) -> Text {
    if let scalar { return Text(same: scalar) }
    var fields = Fields(self, log: &log)
    let french = fields.require("fr", log: &log)?.text(log: &log) ?? ""
    let english = fields.require("en", log: &log)?.text(log: &log) ?? ""
    fields.finish(log: &log)
    return Text(fr: french, en: english)
  }
}
