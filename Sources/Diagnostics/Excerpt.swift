/// A line of a file made fit to be shown, with the place in it that is meant.
///
/// Showing a line changes it: control characters are spelt out and long lines are cut. The caret is
/// therefore counted here, in what is shown, and not in the file.
public struct Excerpt: Hashable, Sendable {
  /// The most characters shown.
  public static let width = 100
  /// How much is kept before a place that is far to the right.
  private static let lead = 40

  /// The line as shown.
  public let text: String
  /// Where the caret goes, counted from 1 in the characters shown.
  public let caret: Int
  /// How many characters the caret covers.
  public let length: Int

  /// A line in three parts: what is meant and what stands on both sides of it.
  public init(before: String, marked: String, after: String) {
    var shown = VisibleText.escaped(before)
    let meant = VisibleText.escaped(marked)
    if shown.count + max(1, meant.count) > Self.width, shown.count > Self.lead {
      shown = "…" + String(shown.suffix(Self.lead))
    }
    text = VisibleText.shortened(shown + meant + VisibleText.escaped(after), to: Self.width)
    caret = shown.count + 1
    length = max(1, min(meant.count, text.count - shown.count))
  }
}
