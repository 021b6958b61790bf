import Diagnostics
import EmissionFactors
import Inventory
import Quantities
import Tables

/// Any bytes as a profile, and as a file that it describes: up to a line of `=====`, the profile.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzProfile(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  let mark = Array("\n=====\n".utf8)
  var cut = input.count
  if input.count >= mark.count {
    for place in 0...(input.count - mark.count)
    where input[place..<(place + mark.count)].elementsEqual(mark) {
      cut = place
      break
    }
  }
  var log = FindingLog()
  let text = Array(input[..<cut])
  guard let profile = ProfileReader.profile(text, file: "p.yaml", log: &log) else {
    precondition(log.count(of: .error) > 0, "refused without a word")
    return 0
  }
  let recipe = ProfileReader.recipe(
    Array("format: 1\nprofile: \(profile.identifier)\n".utf8), file: "r.yaml", log: &log)
  guard let recipe, cut + mark.count <= input.count else { return 0 }
  let yaml = Array("format: 1\nname: Essai\nsites: {nord: {name: Nord}}\n".utf8)
  guard var campus = CampusReader.read(yaml, findingNames: [], log: &log) else { return 0 }
  campus.imports = ["activity/a.csv": FileImport(profile: profile, recipe: recipe)]
  let source = ByteSource(
    name: "activity/a.csv", bytes: Array(input[(cut + mark.count)...]))
  var reader = InventoryReader(
    campus: campus, catalog: FactorCatalog(), files: [source], duplicates: .everyRow)
  var sink = Counter()
  var findings = FindingLog()
  reader.read(into: &sink, log: &findings)
  precondition(sink.rejected == 0 || !findings.isEmpty, "rejected without a word")
  return 0
}

private struct Counter: LineSink {
  var rejected = 0

  mutating func take(
    _ lines: [ActivityLine], of reader: FileReader, vocabulary: Vocabulary, log: inout FindingLog
  ) {
    for line in lines { _ = reader.cells(of: line) }
  }
  mutating func exclude(_ row: SetAside, reason: ExclusionReason, vocabulary: Vocabulary) {}
  mutating func reject(_ row: SetAside, vocabulary: Vocabulary) { rejected += 1 }
}
