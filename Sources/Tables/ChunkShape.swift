/// How a table is cut into chunks; it shows in no result.
public struct ChunkShape: Sendable {
  /// How many threads work on it.
  public var threads = min(8, Threads.available)
  /// Bytes to a chunk.
  public var size = 1 << 17
  /// Smaller files are read by one thread, row by row.
  public var smallest = 1 << 17
  var instructions = ByteMasks.Instructions.best

  /// What suits this machine.
  public init() {}
}
