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
