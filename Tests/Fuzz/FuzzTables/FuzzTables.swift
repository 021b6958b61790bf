import Diagnostics
import Synchronization
import Tables

/// Any bytes as a table: what several threads find in chunks is what one thread finds.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTables(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: bytes, count: count))
  guard let shape = input.first else { return 0 }
  let source = ByteSource(name: "t.csv", bytes: Array(input.dropFirst()))
  let schema = TableSchema("letters", [.init("a"), .init("b"), .init("c")])
  var log = FindingLog()
  guard let table = TableReader.open(source, schemas: [schema], log: &log) else { return 0 }

  let expected = Mutex<[String]>([])
  let isWhole = table.forEachRecord(
    log: &log, onRejected: { line in expected.withLock { $0.append("rejected \(line)") } }
  ) { record, _ in expected.withLock { $0.append(words(of: record)) } }
  precondition(isWhole)

  var chunks = ChunkShape()
  chunks.size = 64 << Int(shape & 7)
  chunks.threads = 1 + Int(shape >> 3 & 1)
  let work = Reading(table)
  table.forEachChunk(chunks, work)
  let found = work.state.withLock { state -> [String] in
    state.walk.end(log: &state.log)
    return state.said
  }
  precondition(found == expected.withLock { $0 }, "chunks say something else")
  return 0
}

private func words(of record: Record) -> String {
  let fields = (0..<record.count).map { Array(record.field($0)) }
  return "\(record.offset) \(record.line) \(fields)"
}

/// Every record of every chunk, in order.
private final class Reading: ChunkWork {
  struct State {
    var walk: TableWalk
    var log = FindingLog()
    var said: [String] = []
  }

  let state: Mutex<State>

  init(_ table: TableReader) { state = Mutex(State(walk: TableWalk(table))) }

  var worksAhead: Bool { true }

  func makeLocal() {}

  func makeNotes() -> [RecordPlace] { [] }

  func fold(_ chunk: RecordChunk, _ places: inout [RecordPlace], _ local: inout Void) {
    places.removeAll()
    for number in 0..<chunk.runCount {
      let run = chunk.run(number)
      var first = run.firstEnd
      for end in run.recordEnds {
        let end = Int(end & ~RecordRun.special)
        places.append(run.place(firstEnd: first, fields: end - first))
        first = end
      }
      if run.other != nil { places.append(chunk.placeOfOther(run: number)) }
    }
  }

  func finish(
    _ chunk: RecordChunk, isFolded: Bool, _ places: inout [RecordPlace], _ local: inout Void
  ) {
    state.withLock { state in
      for place in places {
        var said: [String] = []
        _ = state.walk.take(
          place, of: chunk, log: &state.log, onRejected: { said.append("rejected \($0)") }
        ) { record, _ in said.append(words(of: record)) }
        state.said += said
      }
    }
  }

  func end(_ local: inout Void) {}
}
