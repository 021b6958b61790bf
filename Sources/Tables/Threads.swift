#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs a piece of work on several threads at once.
package enum Threads {
  /// The processors this program may use.
  package static var available: Int { max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN))) }

  /// Calls `body` with 0, 1, … on a thread each, the calling one among them, and waits for all.
  ///
  /// What finds no thread is done by the calling one: every number is done, whatever the system allows.
  package static func run(_ count: Int, _ body: @Sendable (Int) -> Void) {
    withoutActuallyEscaping(body) { body in
      var threads: [pthread_t] = []
      var left: [Int] = []
      for number in 1..<max(1, count) {
        let work = Unmanaged.passRetained(Work(number, body))
        #if canImport(Darwin)
          var thread: pthread_t?
        #else
          var thread = pthread_t()
        #endif
        let failure = pthread_create(&thread, nil, { Threads.start($0) }, work.toOpaque())
        guard failure == 0 else {
          work.release()
          left.append(number)
          continue
        }
        #if canImport(Darwin)
          if let thread { threads.append(thread) }
        #else
          threads.append(thread)
        #endif
      }
      body(0)
      for number in left { body(number) }
      for thread in threads { pthread_join(thread, nil) }
    }
  }

  private final class Work: Sendable {
    let number: Int
    let body: @Sendable (Int) -> Void

    init(_ number: Int, _ body: @escaping @Sendable (Int) -> Void) {
      self.number = number
      self.body = body
    }
  }

  private static func start(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    if let argument {
      let work = Unmanaged<Work>.fromOpaque(argument).takeRetainedValue()
      work.body(work.number)
    }
    return nil
  }
}
