#if canImport(Glibc)
  import Glibc
#endif

/// Memory in large pieces.
public enum LargeBlocks {
  /// Gives them back to the system as soon as they are free, all through the run.
  ///
  /// The C library of GNU would begin to keep them for later once it has seen a few, and what lies between stays
  /// with it: a quarter of all the memory that a large file takes.
  public static func giveBack() {
    #if canImport(Glibc)
      mallopt(M_MMAP_THRESHOLD, 128 << 10)
    #endif
  }
}
