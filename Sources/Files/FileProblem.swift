/// Why a file could not be read or written, as facts.
public enum FileProblem: Error, Hashable, Sendable {
  case missing(path: String)
  case notAFile(path: String)
  case notAllowed(path: String)
  case cannotRead(path: String, code: Int32)
  case cannotWrite(path: String, code: Int32)
  case noSpace(path: String)
  case closedPipe
  case alreadyThere(path: String)
}
