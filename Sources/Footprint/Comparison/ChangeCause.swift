/// Why a figure is not what it was.
public enum ChangeCause: String, CaseIterable, Sendable {
  /// Something is counted in one of the years only, because campus.yaml says so.
  case perimeter
  /// More or less was used, done, bought.
  case activity
  /// A winter colder or milder, as far as degree-days tell it.
  case weather
  /// A unit of the same thing emits more or less.
  case factor
  /// The same thing is counted in another way.
  case method
}
