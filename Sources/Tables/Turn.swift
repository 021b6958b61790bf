#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lets numbered pieces of work go through one after the other, whatever thread has them.
///
/// What is done between `wait` and `pass` is done by one thread at a time, in order, and seen by
/// the threads that come after it.
final class Turn: @unchecked Sendable {
  private let mutex: UnsafeMutablePointer<pthread_mutex_t>
  private let condition: UnsafeMutablePointer<pthread_cond_t>
  private var next = 0

  init() {
    mutex = .allocate(capacity: 1)
    mutex.initialize(to: pthread_mutex_t())
    pthread_mutex_init(mutex, nil)
    condition = .allocate(capacity: 1)
    condition.initialize(to: pthread_cond_t())
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_mutex_destroy(mutex)
    pthread_cond_destroy(condition)
    mutex.deallocate()
    condition.deallocate()
  }

  /// Waits until all pieces before this one have passed.
  func wait(for number: Int) {
    pthread_mutex_lock(mutex)
    while next < number { pthread_cond_wait(condition, mutex) }
    pthread_mutex_unlock(mutex)
  }

  /// Lets the next piece go.
  func pass(_ number: Int) {
    pthread_mutex_lock(mutex)
    next = number + 1
    pthread_cond_broadcast(condition)
    pthread_mutex_unlock(mutex)
  }
}
