/// Known words one behind the other, each in lines of the cache of its own: what an array does not promise.
struct WordSlots: @unchecked Sendable {
  typealias Slot = CellWords.Slot

  /// Memory that several copies may look at; whoever changes it has it alone.
  private final class Room {
    let slots: UnsafeMutablePointer<Slot>
    let capacity: Int

    init(capacity: Int) {
      let size = capacity * MemoryLayout<Slot>.stride
      slots = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 128)
        .bindMemory(to: Slot.self, capacity: capacity)
      self.capacity = capacity
    }

    deinit { slots.deallocate() }
  }

  private var room: Room
  private(set) var count: Int

  /// Holds one slot, in which there is no word.
  init() {
    room = Room(capacity: 64)
    room.slots.initialize(to: Slot())
    count = 1
  }

  subscript(number: Int) -> Slot { room.slots[number] }

  mutating func append(_ slot: Slot) {
    if count == room.capacity || !isKnownUniquelyReferenced(&room) {
      let larger = Room(capacity: count == room.capacity ? 2 * count : room.capacity)
      larger.slots.initialize(from: room.slots, count: count)
      room = larger
    }
    (room.slots + count).initialize(to: slot)
    count += 1
  }

  func withPointer<Result>(_ body: (UnsafePointer<Slot>) -> Result) -> Result {
    withExtendedLifetime(room) { body(UnsafePointer(room.slots)) }
  }
}
