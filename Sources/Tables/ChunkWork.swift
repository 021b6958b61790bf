/// What is done with the chunks of a table.
public protocol ChunkWork: Sendable {
  /// What a thread keeps for itself.
  associatedtype Local
  /// What is noted about a chunk, for whoever finishes it.
  associatedtype Notes
  /// A thread's own things.
  func makeLocal() -> Local
  /// Room for notes, which is used again for other chunks.
  func makeNotes() -> Notes
  /// True when working on a chunk before those above it are finished is worth it.
  var worksAhead: Bool { get }
  /// Works on a chunk; other threads work on others at the same time.
  func fold(_ chunk: RecordChunk, _ notes: inout Notes, _ local: inout Local)
  /// Finishes a chunk: all chunks before it are finished, and no other is being finished.
  func finish(
    _ chunk: RecordChunk, isFolded: Bool, _ notes: inout Notes, _ local: inout Local)
  /// A thread has no more to do; no other ends at the same time.
  func end(_ local: inout Local)
}
