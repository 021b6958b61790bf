/// The Sustainable Development Goals that yearly reports are arranged by.
public enum DevelopmentGoal: Int, CaseIterable, Sendable {
  case water = 6
  case energy = 7
  case mobility = 11
  case consumption = 12
  case climate = 13
}
