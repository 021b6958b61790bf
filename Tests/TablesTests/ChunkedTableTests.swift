import Synchronization
import TestSupport
import Testing

@testable import Tables

/// Several threads find what one thread finds, whatever the bytes: libcsv alone decides.
@Suite struct ChunkedTableTests {
  /// What one thread says of bytes, blank rows apart.
  static func serial(_ source: ByteSource, delimiter: UInt8) -> [String] {
    var reader = RecordReader(
      source, dialect: Dialect(delimiter: delimiter, start: 0, line: 1))
    var said: [String] = []
    while let step = Collector.words(of: reader.next()) { if !step.isEmpty { said.append(step) } }
    return said
  }

  static func chunked(
    _ source: ByteSource, delimiter: UInt8, width: Int, shape: ChunkShape
  ) -> [String] {
    let collector = Collector()
    ChunkedTable(
      source: source, dialect: Dialect(delimiter: delimiter, start: 0, line: 1), width: width,
      shape: shape
    ).run(collector)
    return collector.said.withLock { $0 }
  }

  static func shape(
    size: Int, threads: Int, _ instructions: ByteMasks.Instructions = .best
  ) -> ChunkShape {
    var shape = ChunkShape()
    shape.size = size
    shape.threads = threads
    shape.instructions = instructions
    return shape
  }

  @Test(arguments: [
    "a;b\n1;2\n3;4\n", "a;b\r\n1;2\r\n3;4\r\n", "a;b\r1;2\r3;4", "\"a\";\"b\"\n\"x;y\";\"\"\n",
    "a;b\n\"two\nlines\";2\n3;4\n", "a;b\n\"say \"\"no\"\"\";2\n3;4\n", "a;b\n5\" pipe;2\n3;4\n",
    "a;b\n\"open;2\n3;4\n5;6\n", " a ; b\n\t1;2 \n", "\n\n\na;b\n\n1;2\n\n", "", "\n", ";", "\"",
    "a;b\n1;2;3\n4\n5;6\n", "a;b\n\u{0};2\n3;4\n", "a;b\n1;\"2\"\r\n\"3\"\r;4\n", "a;b\r\n\r\n1;2",
    "a;b\r\n1;2\r\n3;4 \r\n5;\r\r\n6;7\r\n",
    "a;b\n\"\"\"\";\"\"\"x\"\n\"y\"\"\";\"\"\"\"\"\"\n",
    "a;b\n\"a\"\"b\"c;2\n3;\"4\"\"\n5;6\"\n7;8\n",
    "a;b\n\"a\"\"\" ;2\n\"\"3;4\n\"\"\"5\"\";6\"\r\n7;8\n",
  ])
  func `one record at a time or in chunks, the records are the same`(_ text: String) {
    let source = ByteSource(name: "t.csv", bytes: Array(text.utf8))
    let expected = Self.serial(source, delimiter: 0x3B)
    for size in [16, 64, 256, 4096] {
      for threads in 1...3 {
        let found = Self.chunked(
          source, delimiter: 0x3B, width: 2, shape: Self.shape(size: size, threads: threads))
        #expect(found == expected, "\(size) bytes, \(threads) threads")
      }
    }
  }

  /// A block may end between the two, and so may what a record is known to hold.
  @Test(arguments: ByteMasks.Instructions.usable)
  func `two quotes for one stand anywhere in a block`(_ instructions: ByteMasks.Instructions) {
    for notes in [
      "\"a\"\"b\"", "\"\"\"\"", "\"\"\"\"\"\"", "\"x\n\"\"\"", "\"a\"\"\"b", "\"a\"\" \"c\"",
    ] {
      for offset in 0..<68 {
        var text = String(repeating: "1;x;3\n", count: 300)
        text += "1;\(String(repeating: "y", count: offset));3\n2;\(notes);4\n"
        text += String(repeating: "5;\(notes);\"6\"\n7;z;8\n", count: 20)
        let source = ByteSource(name: "t.csv", bytes: Array(text.utf8))
        let found = Self.chunked(
          source, delimiter: 0x3B, width: 3,
          shape: Self.shape(size: 1 << 12, threads: 2, instructions))
        #expect(found == Self.serial(source, delimiter: 0x3B), "\(notes) behind \(offset)")
      }
    }
  }

  /// Pieces that rows are made of, the rare and the hostile among them.
  private static let pieces: [[UInt8]] = [
    "1", "2,5", "gaz", "électricité", ";", ";", ";", "\n", "\n", "\r\n", "\"", "\"\"", "\"a;b\"",
    "\"x\ny\"", " ", "\t", "\r", "\u{0}", "2023-01-01", "\"q\"", "a\"b", "1;2;3\n", "1;2;3\r\n",
    "\"1\";\"2\";\"3\"\n", "\"un \"\"deux\"\"\";;\n",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<40) func `any bytes at all give the records of one thread`(_ seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    for round in 0..<25 {
      var bytes: [UInt8] = []
      // Mostly regular, mostly odd, and everything between.
      let oddity = Int.random(in: 0..<12, using: &random)
      for _ in 0..<Int.random(in: 0..<220, using: &random) {
        if Int.random(in: 0..<12, using: &random) >= oddity {
          bytes += Array("\(Int.random(in: 0..<99, using: &random));gaz;12,5\n".utf8)
        } else {
          bytes += Self.pieces.randomElement(using: &random) ?? []
        }
      }
      let source = ByteSource(name: "t.csv", bytes: bytes)
      let expected = Self.serial(source, delimiter: 0x3B)
      let shape = Self.shape(
        size: 64 << Int.random(in: 0..<5, using: &random),
        threads: 1 + Int.random(in: 0..<3, using: &random),
        ByteMasks.Instructions.usable[
          Int.random(in: 0..<ByteMasks.Instructions.usable.count, using: &random)])
      let found = Self.chunked(source, delimiter: 0x3B, width: 3, shape: shape)
      #expect(
        found == expected, "seed \(seed) round \(round): \(String(decoding: bytes, as: UTF8.self))")
      if found != expected { return }
    }
  }

  /// Where records end is only checked after a long stretch: two that make up for each other must be found.
  @Test(arguments: ByteMasks.Instructions.usable, ["\n", "\r\n"])
  func `a long stretch of records may be uneven in one place`(
    _ instructions: ByteMasks.Instructions, _ end: String
  ) {
    let odd = [
      "1;2\(end)1;2;3;4", "1;2;3;4\(end)1;2", "1", "1;2;3;4;5;6", "a\tb;2;3", "1;2;3 ", "1; 2;3",
      "",
      "1;2;3\r", "1;\u{1};3", "1;\"2\";3", "1;\"2\"\"\";3", "1\r;2;3", ";;",
      "1;2;3\(end)\(end)4;5;6",
      String(repeating: "x", count: 700) + ";2;3", String(repeating: "y", count: 64),
    ]
    for (number, row) in odd.enumerated() {
      for place in [0, 430 + number, 699] {
        var text = ""
        for line in 0..<700 {
          text += line == place ? row : "\(line * line);gaz naturel;12,5"
          text += end
        }
        let source = ByteSource(name: "t.csv", bytes: Array(text.utf8))
        let found = Self.chunked(
          source, delimiter: 0x3B, width: 3,
          shape: Self.shape(size: 1 << 14, threads: 2, instructions))
        #expect(found == Self.serial(source, delimiter: 0x3B), "\(row) in line \(place)")
      }
    }
  }

  @Test func `a tab that separates is no blank`() {
    let source = ByteSource(name: "t.csv", bytes: Array("a\tb\n1\t\n\t2\n".utf8))
    let found = Self.chunked(
      source, delimiter: 0x09, width: 2, shape: Self.shape(size: 64, threads: 1))
    #expect(found == Self.serial(source, delimiter: 0x09))
    #expect(found.count == 3)
  }

  @Test func `a record longer than a chunk is whole`() {
    let long = String(repeating: "long ", count: 2000)
    let text = "a;b\n1;\"\(long)\"\n2;x\n3;\"\(long)\n\(long)\"\n4;y\n"
    let source = ByteSource(name: "t.csv", bytes: Array(text.utf8))
    let found = Self.chunked(
      source, delimiter: 0x3B, width: 2, shape: Self.shape(size: 256, threads: 2))
    #expect(found == Self.serial(source, delimiter: 0x3B))
    #expect(found.count == 5)
  }

  @Test func `a device that fails ends the table at one place`() {
    let bytes = Array(String(repeating: "1;2\n", count: 2000).utf8)
    let whole = ByteSource(name: "t.csv", bytes: bytes)
    let source = ByteSource(name: "t.csv") { offset, buffer in
      offset + buffer.count > 5000 && offset >= 4096 ? nil : whole.read(at: offset, into: buffer)
    }
    let found = Self.chunked(
      source, delimiter: 0x3B, width: 2, shape: Self.shape(size: 1024, threads: 2))
    #expect(found.last?.hasPrefix("deviceFailed") == true)
    #expect(found.count { $0.hasPrefix("deviceFailed") } == 1)
  }

  @Test func `a device that fails once and then answers does not lose rows in silence`() {
    let bytes = Array(String(repeating: "1;2\n", count: 2000).utf8)
    let whole = ByteSource(name: "t.csv", bytes: bytes)
    let failures = Mutex(0)
    let source = ByteSource(name: "t.csv") { offset, buffer in
      if offset >= 4096
        && failures.withLock({
          $0 += 1; return $0 <= 2
        })
      {
        return nil
      }
      return whole.read(at: offset, into: buffer)
    }
    let found = Self.chunked(
      source, delimiter: 0x3B, width: 2, shape: Self.shape(size: 1024, threads: 1))
    #expect(found.count == 2000 || found.last == "deviceFailed")
  }

  @Test(arguments: ByteMasks.Instructions.usable)
  func `every set of instructions finds the same bits`(_ instructions: ByteMasks.Instructions) {
    var random = SplitMix64(seed: 7)
    let blocks = 64
    let special: [UInt8] = [0x3B, 0x0A, 0x0D, 0x22, 0x20, 0x09, 0, 0x61, 0xC3, 0xA9, 0xFF, 0x2C]
    let bytes = (0..<(blocks * 64)).map { _ in
      special[Int.random(in: 0..<special.count, using: &random)]
    }
    for delimiter: UInt8 in [0x3B, 0x09, 0x2C] {
      var masks = [ByteMasks](
        repeating: ByteMasks(
          delimiter: 0, lineFeed: 0, carriageReturn: 0, quote: 0, blank: 0, nul: 0), count: blocks)
      ByteMasks.find(
        in: bytes, blocks: blocks, delimiter: delimiter, by: instructions, into: &masks)
      for (index, byte) in bytes.enumerated() {
        let (mask, bit) = (masks[index / 64], UInt64(1) << UInt64(index % 64))
        #expect((mask.delimiter & bit != 0) == (byte == delimiter))
        #expect((mask.lineFeed & bit != 0) == (byte == 0x0A))
        #expect((mask.carriageReturn & bit != 0) == (byte == 0x0D))
        #expect((mask.quote & bit != 0) == (byte == 0x22))
        #expect(
          (mask.blank & bit != 0) == (byte == 0x20 || (byte == 0x09 && delimiter != 0x09)))
        #expect((mask.nul & bit != 0) == (byte == 0))
      }
    }
  }
}

/// Puts every record of every chunk into words, in order.
private final class Collector: ChunkWork {
  let said = Mutex<[String]>([])

  static func words(of step: RecordReader.Step) -> String? {
    switch step {
    case .end: return nil
    case .fault(let fault):
      if case .deviceFailed = fault { return "deviceFailed" }
      return "\(fault)"
    case .record(let record):
      if record.isBlank { return "" }
      let fields = (0..<record.count).map { Array(record.field($0)) }
      return "\(record.offset) line \(record.line): \(fields)"
    }
  }

  var worksAhead: Bool { Bool.random() }

  func makeLocal() {}

  func makeNotes() -> [RecordPlace] { [] }

  func fold(_ chunk: RecordChunk, _ notes: inout [RecordPlace], _ local: inout Void) {
    notes.removeAll()
    for number in 0..<chunk.runCount {
      let run = chunk.run(number)
      var first = run.firstEnd
      for end in run.recordEnds {
        let end = Int(end & ~RecordRun.special)
        notes.append(run.place(firstEnd: first, fields: end - first))
        first = end
      }
      if run.other != nil { notes.append(chunk.placeOfOther(run: number)) }
    }
  }

  func finish(
    _ chunk: RecordChunk, isFolded: Bool, _ notes: inout [RecordPlace], _ local: inout Void
  ) {
    if !isFolded { fold(chunk, &notes, &local) }
    for place in notes {
      if let words = Self.words(of: chunk.step(at: place)), !words.isEmpty {
        said.withLock { $0.append(words) }
      }
    }
  }

  func end(_ local: inout Void) {}
}
