import TestSupport
import Testing

@Suite struct GoldenTests {
  @Test func `a text is compared with the one kept, and kept only when asked`() throws {
    let folder = try TemporaryFolder()
    let file = folder.path(of: "SomeTests.swift")
    func difference(_ text: String, _ mode: String?) -> String? {
      Golden.difference(text, named: "a.txt", testFile: file, mode: mode)
    }
    #expect(difference("1\n2\n", "never")?.contains("missing") == true)
    #expect(folder.text(of: "Golden/a.txt") == nil)
    #expect(difference("1\n2\n", nil)?.contains("written") == true)
    #expect(difference("1\n2\n", nil) == nil)
    #expect(difference("1\n3\n", nil) == "a.txt differs:\nline 2\n- 2\n- \n+ 3\n+ ")
    #expect(difference("1\n3\n", "1")?.contains("written") == true)
    #expect(difference("1\n3\n", "never") == nil)
  }
}
