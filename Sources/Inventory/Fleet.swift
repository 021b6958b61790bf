public import Quantities

/// What drives a vehicle.
public enum Motor: String, CaseIterable, Sendable {
  case electric
  case plugInHybrid = "plug-in-hybrid"
  case hybrid, petrol, diesel, gas, other
}

/// The vehicles of an organisation, by motor.
public struct Fleet: Sendable {
  /// Only those that campus.yaml names, zero among them.
  public var vehicles: [Motor: Number] = [:]

  /// No vehicle.
  public init() {}

  public var count: Number { vehicles.values.reduce(.zero, +) }
}

/// What the caterer or the buyer declares of food: shares of what is bought.
public struct FoodShares: Sendable {
  public var organic: Number?
  public var local: Number?
  public var source = ""

  /// Nothing declared.
  public init() {}
}

/// The Sustainable Development Goals that yearly reports are arranged by.
public enum DevelopmentGoal: Int, CaseIterable, Sendable {
  case water = 6
  case energy = 7
  case mobility = 11
  case consumption = 12
  case climate = 13
}
