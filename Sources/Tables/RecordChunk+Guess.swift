extension RecordChunk {
  /// Where the first record of the window seems to begin: after a line end behind which a line has
  /// the right number of fields.
  func guess() -> Int? {
    var index = 0
    for _ in 0..<64 {
      while index < window.count, window.bytes[index] != 0x0A { index += 1 }
      index += 1
      if index >= window.count { return nil }
      if fields(from: index) == width { return window.offset + index }
    }
    return nil
  }

  /// How many fields the line that begins here has.
  private func fields(from place: Int) -> Int {
    var count = 1
    var isQuoted = false
    var index = place
    while index < window.count {
      let byte = window.bytes[index]
      if byte == 0x22 {
        isQuoted.toggle()
      } else if !isQuoted {
        if byte == dialect.delimiter { count += 1 }
        if byte == 0x0A { return count }
      }
      index += 1
    }
    return -1
  }
}
