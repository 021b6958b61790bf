extension UnitCatalog {
  /// Data, in bits: `Gb` is a gigabit, `GB` and `Go` a gigabyte (1000), `GiB` and `Gio` one of 1024.
  static let data: [UnitEntry] = [
    bits("bit", 1, "bit", "bit"),
    bits("kbit", 1_000, "kilobit", "kilobit", ["Kbit", "kb", "Kb"]),
    bits("Mbit", 1_000_000, "mégabit", "megabit", ["Mb"]),
    bits("Gbit", 1_000_000_000, "gigabit", "gigabit", ["Gb"]),
    bits("Tbit", 1_000_000_000_000, "térabit", "terabit", ["Tb"]),
    bytes("B", 1, "octet", "byte", ["o"]),
    bytes("kB", 1_000, "kilooctet", "kilobyte", ["KB", "ko", "Ko", "KO"]),
    bytes("MB", 1_000_000, "mégaoctet", "megabyte", ["Mo", "MO"]),
    bytes("GB", 1_000_000_000, "gigaoctet", "gigabyte", ["Go", "GO"]),
    bytes("TB", 1_000_000_000_000, "téraoctet", "terabyte", ["To", "TO"]),
    bytes("KiB", 1 << 10, "kibioctet", "kibibyte", ["kiB", "Kio", "kio"]),
    bytes("MiB", 1 << 20, "mébioctet", "mebibyte", ["Mio"]),
    bytes("GiB", 1 << 30, "gibioctet", "gibibyte", ["Gio"]),
    bytes("TiB", 1 << 40, "tébioctet", "tebibyte", ["Tio"]),
  ]

  private static func bits(
    _ symbol: String, _ size: Int, _ french: String, _ english: String, _ names: [String] = []
  ) -> UnitEntry {
    UnitEntry(
      symbol, Dimension(.data), Ratio(size, 1), .data, french: french, english: english,
      names: names, caseRule: .counts)
  }

  private static func bytes(
    _ symbol: String, _ size: Int, _ french: String, _ english: String, _ names: [String]
  ) -> UnitEntry {
    bits(symbol, size * 8, french, english, names)
  }
}
