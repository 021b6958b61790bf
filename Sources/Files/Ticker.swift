#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Calls a function now and then, on a thread of its own.
public enum Ticker {
  private final class Work: Sendable {
    let milliseconds: UInt32
    let tick: @Sendable () -> Bool

    init(_ milliseconds: UInt32, _ tick: @escaping @Sendable () -> Bool) {
      self.milliseconds = milliseconds
      self.tick = tick
    }
  }

  /// Calls `tick` again and again until it says no; nobody waits for the thread.
  public static func start(every milliseconds: UInt32, _ tick: @escaping @Sendable () -> Bool) {
    spawn(Unmanaged.passRetained(Work(milliseconds, tick)).toOpaque())
  }

  private static func spawn(_ work: UnsafeMutableRawPointer) {
    #if canImport(Darwin)
      var thread: pthread_t?
    #else
      var thread = pthread_t()
    #endif
    guard pthread_create(&thread, nil, { Ticker.run($0) }, work) == 0 else {
      Unmanaged<Work>.fromOpaque(work).release()
      return
    }
    #if canImport(Darwin)
      if let thread { pthread_detach(thread) }
    #else
      pthread_detach(thread)
    #endif
  }

  private static func run(_ raw: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let raw else { return nil }
    let work = Unmanaged<Work>.fromOpaque(raw).takeRetainedValue()
    repeat { usleep(work.milliseconds * 1000) } while work.tick()
    return nil
  }
}
