import EmissionFactors
import Testing

/// What people type, and what they mean.
struct SearchTests {
  private func found(_ words: String...) -> [String] {
    Shipped.catalog.search(words).map(\.identifier)
  }

  @Test(arguments: ["gaz naturel", "GAZ", "Gaz Naturel", "natural gas", "NATURAL-GAS", "37133"])
  func `natural gas comes first for every way of typing it`(words: String) {
    #expect(found(words).first == "natural-gas")
  }

  @Test(arguments: ["electricite", "électricité", "ÉLECTRICITÉ", "electricity", "28333"])
  func `electricity is found with and without accents`(words: String) {
    #expect(found(words).first == "electricity")
  }

  @Test func `words may come one by one, in any order`() {
    #expect(found("naturel", "gaz").first == "natural-gas")
    #expect(found("gaz", "naturel").first == "natural-gas")
  }

  @Test func `a factor is found by our name for it and by its source's`() {
    #expect(found("bc-37133").contains("natural-gas"))
    #expect(found("impactco2-hotel-night").contains("hotel-night"))
  }

  @Test(arguments: ["22505", "22584", "43152"])
  func `a refrigerant is found by the number of any report`(sourceNumber: String) {
    // Base Carbone® numbers of R-32 in AR4, AR5 and AR6.
    #expect(found(sourceNumber).contains("refrigerant-r32"))
  }

  @Test(arguments: ["R410A", "R-410A", "r-410a"])
  func `a refrigerant is found with and without its hyphen`(name: String) {
    #expect(found(name).first == "refrigerant-r410a")
  }

  @Test func `all words must be found, and nothing is found for none`() {
    #expect(found("gaz", "zzz") == [])
    #expect(found() == [])
    #expect(found("  ") == [])
    #expect(found("99999999") == [])
  }

  @Test func `a factor is found by its name or its source's, and by nothing else`() {
    #expect(Shipped.catalog.factor(named: "37133")?.identifier == "bc-37133")
    #expect(Shipped.catalog.factor(named: "bc-37133")?.identifier == "bc-37133")
    #expect(Shipped.catalog.factor(named: "gaz")?.identifier == nil)
    #expect(Shipped.catalog.factor(named: "")?.identifier == nil)
  }
}
