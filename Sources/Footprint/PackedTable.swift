import Quantities

/// A table from small numbers packed into 64 bits to values: flat, without hashing seeds.
struct PackedTable<Value: Sendable>: Sendable {
  private var slots: [Int32]
  private(set) var keys: [UInt64] = []
  private(set) var values: [Value] = []

  init() { slots = [Int32](repeating: -1, count: 64) }

  var count: Int { keys.count }

  /// The place of a key, adding it when it is new.
  @inline(__always)
  mutating func place(_ key: UInt64, _ initial: @autoclosure () -> Value) -> Int {
    var slot = Self.slot(key, slots.count)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if keys[place] == key { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    let place = keys.count
    keys.append(key)
    values.append(initial())
    slots[slot] = Int32(place)
    if keys.count * 2 > slots.count { grow() }
    return place
  }

  /// The value at a place.
  subscript(place: Int) -> Value {
    @inline(__always) get { values[place] }
    @inline(__always) _modify { yield &values[place] }
  }

  /// The value of a key, if it is there.
  func value(_ key: UInt64) -> Value? {
    var slot = Self.slot(key, slots.count)
    while slots[slot] >= 0 {
      let place = Int(slots[slot])
      if keys[place] == key { return values[place] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ count: Int) -> Int {
    let mixed = (key ^ key >> 32) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 20) & (count - 1)
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (place, key) in keys.enumerated() {
      var slot = Self.slot(key, slots.count)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(place)
    }
  }
}

/// A sum of quantities and the number of rows behind it.
struct QuantitySum: Sendable {
  var mantissa: Int128 = 0
  var rows = 0

  mutating func add(_ number: Number) {
    mantissa += number.mantissa
    rows += 1
  }

  mutating func add(_ sum: QuantitySum) {
    mantissa += sum.mantissa
    rows += sum.rows
  }
}
