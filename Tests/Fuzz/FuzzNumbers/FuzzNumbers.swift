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
  var word: UInt64 = 0
  for (place, byte) in input.prefix(8).enumerated() { word |= UInt64(byte) << UInt64(8 * place) }
  let short = ShortNumber.mantissa(word, length: input.count, mark: mark.rawValue)
  precondition(short < 0 || short == number.mantissa, "the short way reads another number")
}
