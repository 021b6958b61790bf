/// Why a text is not taken for a unit; offsets count bytes of the text given.
public enum UnitProblem: Error, Hashable, Sendable {
  /// Nothing but blanks.
  case empty
  /// A name the catalogue does not have; `UnitCatalog.nearest(to:)` gives the ones it has.
  ///
  /// They are not looked for here: a swapped column is a million unknown units.
  case unknown(name: String, offset: Int)
  /// A sign or bracket where a unit name should stand, or the reverse.
  case unexpected(offset: Int)
  /// A product of units whose size does not fit 128 bits.
  case tooLarge
}
