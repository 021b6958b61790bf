import TestSupport
import Testing

@Suite struct MarkedTextTests {
  @Test(arguments: ["\n", "\r\n", "\r"])
  func `marks are taken out and their places kept`(_ end: String) {
    let marked = MarkedText("👉a;é👉b\(end)c👉")
    #expect(marked.text == "a;éb\(end)c")
    #expect(marked.positions == ["1:1", "1:4", "2:2"])
  }

  @Test func `the generator gives the published sequence`() {
    // First two values of splitmix64.c for the seed 1234567.
    var generator = SplitMix64(seed: 1_234_567)
    #expect(generator.next() == 6_457_827_717_110_365_317)
    #expect(generator.next() == 3_203_168_211_198_807_973)
  }
}
