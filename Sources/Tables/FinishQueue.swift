/// Things that are made in any order and finished one after the other, in the order of their numbers.
///
/// Whoever brings the one that is next finishes it, and those behind it that have come before.
final class FinishQueue<Item>: @unchecked Sendable {
  private let monitor = Monitor()
  private var free: [Item]
  private var waiting: [Int: Item] = [:]
  private var next = 0
  private var isBusy = false

  /// These are filled, finished and filled again.
  init(_ items: [Item]) { free = items }

  /// One that nobody has; waits until there is one.
  ///
  /// Whoever takes one takes the next number afterwards: the lowest number is then always in
  /// somebody's hands, and one comes free in the end.
  func takeFree() -> Item {
    monitor.wait { self.free.popLast() }
  }

  /// One that was not used after all.
  func giveBack(_ item: Item) {
    monitor.change { self.free.append(item) }
  }

  /// Brings one, and finishes what can be finished by now, unless somebody is at it.
  func finish(_ item: Item, _ number: Int, _ body: (Item) -> Void) {
    var current: Item? = monitor.change {
      self.waiting[number] = item
      if self.isBusy { return nil }
      self.isBusy = self.waiting[self.next] != nil
      return self.waiting.removeValue(forKey: self.next)
    }
    while let finished = current {
      body(finished)
      current = monitor.change {
        self.free.append(finished)
        self.next += 1
        let following = self.waiting.removeValue(forKey: self.next)
        self.isBusy = following != nil
        return following
      }
    }
  }
}
