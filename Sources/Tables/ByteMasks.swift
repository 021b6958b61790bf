#if arch(x86_64)
  import CScan
#endif

/// Which of 64 bytes are special: one bit a byte, bit n for byte n.
struct ByteMasks {
  var delimiter: UInt64
  var lineFeed: UInt64
  var carriageReturn: UInt64
  var quote: UInt64
  /// A space, or a tab where the tab is not the delimiter.
  var blank: UInt64
  var nul: UInt64

  /// Bytes to a block.
  static let block = 64

  /// The instructions that find the bits.
  enum Instructions: Int32, CaseIterable {
    case swift = -1
    case sse2, avx2, avx512, vbmi2

    /// The widest of this machine.
    static let best: Instructions = {
      #if arch(x86_64)
        return Instructions(rawValue: empreinte_scan_width()) ?? .swift
      #else
        return .swift
      #endif
    }()

    /// What this machine can run.
    static var usable: [Instructions] { allCases.filter { $0.rawValue <= best.rawValue } }
  }

  /// Fills the masks of so many whole blocks.
  static func find(
    in bytes: UnsafePointer<UInt8>, blocks: Int, delimiter: UInt8, by instructions: Instructions,
    into masks: UnsafeMutablePointer<ByteMasks>
  ) {
    #if arch(x86_64)
      masks.withMemoryRebound(to: UInt64.self, capacity: blocks * 6) { words in
        switch instructions {
        case .avx512, .vbmi2: empreinte_scan_avx512(bytes, blocks, delimiter, words)
        case .avx2: empreinte_scan_avx2(bytes, blocks, delimiter, words)
        case .sse2: empreinte_scan_sse2(bytes, blocks, delimiter, words)
        case .swift: find(in: bytes, blocks: blocks, delimiter: delimiter, into: masks)
        }
      }
    #else
      find(in: bytes, blocks: blocks, delimiter: delimiter, into: masks)
    #endif
  }

  private static func find(
    in bytes: UnsafePointer<UInt8>, blocks: Int, delimiter: UInt8,
    into masks: UnsafeMutablePointer<ByteMasks>
  ) {
    let tab: UInt8 = delimiter == 0x09 ? 0x20 : 0x09
    for block in 0..<blocks {
      let start = UnsafeRawPointer(bytes + block * Self.block)
      var found = ByteMasks(
        delimiter: 0, lineFeed: 0, carriageReturn: 0, quote: 0, blank: 0, nul: 0)
      for part in 0..<4 {
        let sixteen = start.loadUnaligned(fromByteOffset: part * 16, as: SIMD16<UInt8>.self)
        let shift = UInt64(part * 16)
        found.delimiter |= bits(sixteen, delimiter) << shift
        found.lineFeed |= bits(sixteen, 0x0A) << shift
        found.carriageReturn |= bits(sixteen, 0x0D) << shift
        found.quote |= bits(sixteen, 0x22) << shift
        found.blank |= (bits(sixteen, 0x20) | bits(sixteen, tab)) << shift
        found.nul |= bits(sixteen, 0) << shift
      }
      masks[block] = found
    }
  }

  @inline(__always)
  private static func bits(_ bytes: SIMD16<UInt8>, _ byte: UInt8) -> UInt64 {
    // The concrete type matters: without it the compiler picks a generic loop, 30 times slower.
    let equal = bytes .== SIMD16<UInt8>(repeating: byte)
    let weights = SIMD8<UInt8>(1, 2, 4, 8, 16, 32, 64, 128)
    let marked = SIMD16<UInt8>(repeating: 0).replacing(
      with: SIMD16<UInt8>(lowHalf: weights, highHalf: weights), where: equal)
    return UInt64(marked.lowHalf.wrappedSum()) | UInt64(marked.highHalf.wrappedSum()) << 8
  }
}
