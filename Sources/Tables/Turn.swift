/// Lets numbered pieces of work go through one after the other, whatever thread has them.
///
/// What is done between `wait` and `pass` is done by one thread at a time, in order, and seen by
/// the threads that come after it.
final class Turn: @unchecked Sendable {
  private let monitor = Monitor()
  private var next = 0

  /// Waits until all pieces before this one have passed.
  func wait(for number: Int) {
    monitor.wait { self.next < number ? nil : () }
  }

  /// Lets the next piece go.
  func pass(_ number: Int) {
    monitor.change { self.next = number + 1 }
  }
}
