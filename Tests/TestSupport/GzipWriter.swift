/// Writes gzip files.
public enum GzipWriter {
  /// One member.
  public static func member(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8] {
    Deflate.bytes(bytes, in: .gzip, level: level)
  }
}
