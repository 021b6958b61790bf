import Quantities

/// Any bytes as a number: what is taken for one is within its limit, is read again from what is
/// printed, and is the same however it is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNumbers(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: bytes, count: count)
  for mark in [nil, DecimalMark.comma, .point] {
    for group in [nil, mark?.other] {
      for allowsExponent in [false, true] {
        let dialect = NumberDialect(
          decimalMark: mark, groupMark: group, allowsExponent: allowsExponent)
        guard case .success(let reading) = NumberText.read(input, dialect: dialect) else {
          continue
        }
        let number = reading.number
        precondition(number.mantissa.magnitude < 1_000_000_000_000_000_000_000_000_000_000)
        let plain = NumberFormat.plain.text(shortest: number)
        let again = NumberText.read(plain, dialect: NumberDialect(decimalMark: .point))
        precondition((try? again.get())?.number == number, plain)
        if let mark { checkShort(input, mark, number) }
      }
    }
  }
  return 0
}

private func checkShort(_ input: UnsafeBufferPointer<UInt8>, _ mark: DecimalMark, _ number: Number)
{
  // Eight bytes before the cell are looked at, whatever they are.
  let bytes = [UInt8](repeating: 0x31, count: 8) + input
  let (starts, ends) = ([Int32(8)], [Int32(bytes.count)])
  var short = [Int64](repeating: 0, count: 4)
  bytes.withUnsafeBufferPointer { bytes in
    starts.withUnsafeBufferPointer { starts in
      ends.withUnsafeBufferPointer { ends in
        guard let bytes = bytes.baseAddress, let starts = starts.baseAddress,
          let ends = ends.baseAddress
        else { return }
        ShortNumbers(mark: mark).read(
          ShortNumbers.Cells(bytes, starts: starts, ends: ends, columns: 1, bias: 0, cut: 0), 1,
          into: &short)
      }
    }
  }
  precondition(
    short[0] < 0 || Int128(short[0]) * ShortNumbers.millionth == number.mantissa,
    "the short way reads another number")
}
