#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Hands a file to whatever program the desktop opens it with.
public enum Opener {
  #if canImport(Darwin)
    private static let program = "open"
  #else
    private static let program = "xdg-open"
  #endif

  /// Starts the program and does not wait for it; false when it cannot be started.
  public static func open(_ path: String) -> Bool {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var child: pid_t = 0
    #else
      var actions = posix_spawn_file_actions_t()
      var child = pid_t()
    #endif
    guard posix_spawn_file_actions_init(&actions) == 0 else { return false }
    defer { posix_spawn_file_actions_destroy(&actions) }
    // It must not write into our results, nor keep the terminal.
    for descriptor: Int32 in 0...2 {
      posix_spawn_file_actions_addopen(
        &actions, descriptor, "/dev/null", descriptor == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program), strdup(path), nil]
    defer { for argument in arguments { free(argument) } }
    return posix_spawnp(&child, program, &actions, nil, &arguments, environ) == 0
  }
}
