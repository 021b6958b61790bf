#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal and the environment, as values to be passed to whoever needs them.
public enum StandardStreams {
  /// Writes results; throws when the device is full or the reader has gone.
  public static func writeOutput(_ bytes: [UInt8]) throws(FileProblem) {
    try FileDescriptor.write(bytes, to: 1, path: "stdout")
  }

  /// Writes messages; a message that cannot be written is nobody's problem.
  public static func writeErrors(_ bytes: [UInt8]) {
    try? FileDescriptor.write(bytes, to: 2, path: "stderr")
  }

  /// True when results go to a person.
  public static var outputIsTerminal: Bool { isatty(1) == 1 }

  /// True when messages go to a person.
  public static var errorsAreTerminal: Bool { isatty(2) == 1 }

  /// The width of the terminal results go to, or 80.
  public static var outputWidth: Int {
    var size = winsize()
    guard ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 80 }
    return Int(size.ws_col)
  }

  /// A variable of the environment; nil when unset.
  public static func environment(_ name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    return String(cString: value)
  }

  /// The program itself, with links resolved.
  public static func executablePath(argument: String) -> String? {
    if let path = Directory.resolved("/proc/self/exe") { return path }
    if argument.contains("/") { return Directory.resolved(argument) }
    for folder in (environment("PATH") ?? "").split(separator: ":") {
      let candidate = Directory.join(String(folder), argument)
      if Directory.fileExists(candidate) { return Directory.resolved(candidate) }
    }
    return nil
  }

  /// Writes to a closed pipe must come back as errors, not end the process.
  public static func ignoreBrokenPipes() { signal(SIGPIPE, SIG_IGN) }
}
