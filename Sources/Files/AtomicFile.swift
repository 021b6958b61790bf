/// Writing that is all or nothing: the old file stays until the new one is whole on the disk.
public enum AtomicFile {
  /// Replaces a file by these bytes.
  public static func write(_ bytes: [UInt8], to path: String) throws(FileProblem) {
    let writer = try AtomicFileWriter(path: path)
    try writer.append(bytes)
    try writer.commit()
  }

  /// Writes a file that must not be there yet.
  public static func create(_ bytes: [UInt8], at path: String) throws(FileProblem) {
    if Directory.isTaken(path) { throw .alreadyThere(path: path) }
    let writer = try AtomicFileWriter(path: path)
    try writer.append(bytes)
    try writer.commit(mustBeNew: true)
  }
}
