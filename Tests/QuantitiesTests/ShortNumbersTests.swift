import Testing

@testable import Quantities

/// Numbers of a few bytes, one by one and several at a time.
@Suite struct ShortNumbersTests {
  /// Every way of this machine.
  private static let ways: [ShortNumbers.Instructions] =
    ShortNumbers.Instructions.best == .swift ? [.swift] : [.swift, .avx2]

  /// The numbers of cells that lie side by side, with `;` between them and other bytes around.
  private func read(
    _ cells: [[UInt8]], mark: DecimalMark = .comma, noise: UInt8 = 0x37,
    by instructions: ShortNumbers.Instructions
  ) -> [Int64] {
    var bytes = [UInt8](repeating: noise, count: 16)
    var ends = [Int32(bytes.count)]
    bytes.append(0x3B)
    for cell in cells {
      bytes += cell
      ends.append(Int32(bytes.count))
      bytes.append(0x3B)
    }
    bytes += [UInt8](repeating: noise, count: 16)
    let room = (cells.count + 3) / 4 * 4
    return bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { ends in
        [Int64](unsafeUninitializedCapacity: room) { numbers, count in
          guard let first = numbers.baseAddress, let ends = ends.baseAddress,
            let bytes = bytes.baseAddress
          else { return }
          let places = ShortNumbers.Cells(
            bytes, starts: ends, ends: ends + 1, columns: 1, bias: 1, cut: 0)
          ShortNumbers(mark: mark, by: instructions).read(places, cells.count, into: first)
          count = cells.count
        }
      }
    }
  }

  private func read(_ text: String, by instructions: ShortNumbers.Instructions) -> Int64? {
    read([Array(text.utf8)], by: instructions).first
  }

  @Test(arguments: [
    ("0", 0), ("7", 7_000_000), ("42", 42_000_000), ("12345678", 12_345_678_000_000),
    ("1,5", 1_500_000), ("0,25", 250_000), ("1234,567", 1_234_567_000), ("00,00", 0),
    ("0,000001", 1), ("99999999", 99_999_999_000_000), ("0,0001", 100), ("0,00001", 10),
    ("1,0", 1_000_000), ("000001,5", 1_500_000), ("9,999999", 9_999_999),
  ])
  func `digits and a mark`(_ text: String, _ millionths: Int64) {
    for way in Self.ways { #expect(read(text, by: way) == millionths, "\(way)") }
  }

  @Test(arguments: [
    "", ",5", "5,", "9999999,", "1,2,3", "1.5", "-1", "+1", "1e5", "0x10", "1 2", "é", "1:", "/1",
    "1;", ",", "1/2", "?1", "1\u{0}", "12\n", "@@", ",1234567", "1,,5", "123456789", "1234567,8",
    "11111111111111111111111", ",,", "1,5,",
  ])
  func `anything else is left to the full reader`(_ text: String) {
    for way in Self.ways { #expect(read(text, by: way) == -1, "\(way)") }
  }

  @Test func `the cells of a column lie apart, and their ends may be cut`() {
    // Two rows of three cells, the second column being read, and a CR at the end of the third.
    let bytes = Array("00000000a;12,5;x\r\nb;7;y\r\n".utf8)
    let (starts, ends): ([Int32], [Int32]) = ([8, 10, 15, 18, 20, 22], [9, 14, 17, 19, 21, 24])
    for way in Self.ways {
      var numbers = [Int64](repeating: 0, count: 4)
      bytes.withUnsafeBufferPointer { bytes in
        starts.withUnsafeBufferPointer { starts in
          ends.withUnsafeBufferPointer { ends in
            guard let bytes = bytes.baseAddress, let starts = starts.baseAddress,
              let ends = ends.baseAddress
            else { return }
            let cells = ShortNumbers.Cells(
              bytes, starts: starts + 1, ends: ends + 1, columns: 3, bias: 0, cut: 0)
            ShortNumbers(mark: .comma, by: way).read(cells, 2, into: &numbers)
            #expect(numbers.prefix(2) == [12_500_000, 7_000_000])
            let cut = ShortNumbers.Cells(
              bytes, starts: starts + 1, ends: ends + 1, columns: 3, bias: 0, cut: 2)
            ShortNumbers(mark: .comma, by: way).read(cut, 1, into: &numbers)
            // `12,5` without its last two bytes.
            #expect(numbers[0] == 12_000_000)
          }
        }
      }
    }
  }

  @Test func `what it reads is what the full reader reads`() {
    var random = RandomSource(seed: 11)
    let letters = Array("0123456789,,.- e".utf8)
    var read = 0
    for _ in 0..<4000 {
      let mark: DecimalMark = Bool.random(using: &random) ? .comma : .point
      let cells = (0..<Int.random(in: 1...64, using: &random)).map { _ in
        (0..<Int.random(in: 0...10, using: &random)).map { _ in
          Int.random(in: 0..<8, using: &random) == 0
            ? letters.randomElement(using: &random) ?? 0x30
            : 0x30 + UInt8.random(in: 0...9, using: &random)
        }
      }
      let noise = UInt8.random(in: 0...255, using: &random)
      let found = self.read(cells, mark: mark, noise: noise, by: .swift)
      for way in Self.ways {
        #expect(self.read(cells, mark: mark, noise: noise, by: way) == found, "\(way)")
      }
      for (cell, short) in zip(cells, found) where short >= 0 {
        read += 1
        let text = String(decoding: cell, as: UTF8.self)
        let full = try? NumberText.read(text, dialect: NumberDialect(decimalMark: mark)).get()
        #expect(full?.number.mantissa == Int128(short) * ShortNumbers.millionth, "\(text)")
      }
    }
    #expect(read > 30_000)
  }
}
