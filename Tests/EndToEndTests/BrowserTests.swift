import Foundation
import TestSupport
import Testing

/// Pages in a real browser, where one is installed: nothing leaves its place, nothing lies on another.
struct BrowserTests {
  static let browser = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  /// Looks at a page that is laid out, and replaces it by what it finds.
  private static let look = """
    <script>
    const found = [];
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth > width) found.push("the page is wider than the screen");
    const name = (node) => node.textContent.trim().slice(0, 40);
    for (const node of document.querySelectorAll("h1, h2, p, li, figure, .frame")) {
      const box = node.getBoundingClientRect();
      if (box.left < -1 || box.right > width + 1) found.push("off the screen: " + name(node));
    }
    for (const cell of document.querySelectorAll("td, th")) {
      if (cell.scrollWidth > cell.clientWidth + 1) found.push("too narrow: " + name(cell));
    }
    const meets = (a, b) => a.left < b.right - 1 && b.left < a.right - 1
      && a.top < b.bottom - 2 && b.top < a.bottom - 2;
    for (const picture of document.querySelectorAll("svg")) {
      const frame = picture.getBoundingClientRect();
      const texts = [...picture.querySelectorAll("text")];
      const boxes = texts.map((text) => text.getBoundingClientRect());
      boxes.forEach((box, i) => {
        if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1
          || box.bottom > frame.bottom + 1) found.push("out of its picture: " + name(texts[i]));
        for (let j = 0; j < i; j += 1) {
          if (meets(box, boxes[j])) found.push(name(texts[i]) + " lies on " + name(texts[j]));
        }
      });
    }
    document.body.innerHTML = "";
    document.body.textContent = "LOOKED " + found.length + " " + found.slice(0, 8).join(" | ");
    </script>
    </body>
    """

  @Test(
    arguments: [
      ["report", "2023"], ["compare", "2021", "2023"], ["scenario", "run", "plan"],
      ["report", "2023", "--reading", "beges"],
    ], ["1280,900", "400,800"])
  func `nothing leaves its place`(arguments: [String], size: String) throws {
    guard let browser = Self.browser else { return }
    let folder = try TemporaryFolder()
    for language in ["fr", "en"] {
      let run = try Program.run(
        ["-C", "Examples/demo-campus"] + arguments + ["-O", "html", "--lang", language],
        in: Program.root)
      try folder.write(run.output.replacing("</body>", with: Self.look), to: "page.html")
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = [
        "timeout", "60", browser, "--headless", "--no-sandbox", "--disable-gpu",
        "--user-data-dir=\(folder.path)/profile",
        "--window-size=\(size)", "--virtual-time-budget=2000", "--dump-dom",
        "file://\(folder.path(of: "page.html"))",
      ]
      let pipe = Pipe()
      process.standardOutput = pipe
      process.standardError = FileHandle.nullDevice
      try process.run()
      let text = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      // A browser that does not start here has seen nothing.
      guard text.contains("LOOKED") else { continue }
      #expect(text.contains("LOOKED 0 "), "\(language) \(size): \(text.suffix(700))")
    }
  }
}
