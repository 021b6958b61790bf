import CMalloc

/// Memory in large pieces.
public enum LargeBlocks {
  /// Gives them back to the system as soon as they are free, all through the run.
  ///
  /// The C library of GNU would begin to keep them for later once it has seen a few, and what lies between stays
  /// with it: a tenth of all the memory that a large file takes, and a fifth of what a page or a workbook does.
  public static func giveBack() { empreinte_give_back_blocks(512 << 10) }
}
