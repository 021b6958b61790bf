public import EmissionFactors
public import Inventory
public import Quantities
public import Tables

/// The electricity of a year whose hours are known, times what the grid emitted in each of them.
///
/// It stands beside the footprint and never in it: the inventory counts a year's electricity with
/// the factor of the year.
public struct HourlyFootprint: Sendable {
  /// Energy and what it emits, three ways that differ by one thing at a time.
  public struct Comparison: Sendable {
    /// kWh of the hours whose intensity is known.
    public internal(set) var energy = ExactAmount.zero
    /// Each hour's energy times the intensity of that hour, in kgCO2e.
    public internal(set) var hourly = ExactAmount.zero
    /// All of the energy times the mean of the intensities of the year, in kgCO2e.
    public internal(set) var flat = ExactAmount.zero
    /// All of the energy times the factor of the year, for the same reach; nil when the factor does
    /// not tell its stages apart.
    public internal(set) var factor: ExactAmount? = .zero

    /// What it makes to know the hours.
    public var effectOfHours: ExactAmount { hourly - flat }
  }

  /// The electricity with the intensities of one source.
  public struct Series: Sendable {
    public let intensity: GridIntensity
    /// The mean of the hours of the year that are known, and how many they are.
    public let mean: Coefficient
    public let knownHours: Int
    public internal(set) var total = Comparison()
    /// kWh of hours whose intensity is not known: in none of the figures.
    public internal(set) var energyWithout = ExactAmount.zero
    /// By month on the clock at the place, `2022-01`.
    public internal(set) var months: [String: Comparison] = [:]
    /// By meter, as it is named in the files.
    public internal(set) var meters: [String: Comparison] = [:]
  }

  /// The year.
  public let year: Int
  public let run: Run
  /// The hours in the year.
  public let hours: Int
  /// kWh of the load curves in the year.
  public internal(set) var energy = ExactAmount.zero
  /// kWh of electricity that the inventory counts in the year, known by the hour or not.
  public let counted: ExactAmount
  /// What the inventory counts for the electricity of the load curves, all stages, in kgCO2e; nil
  /// when it counts no emissions.
  public internal(set) var inventory: ExactAmount? = .zero
  /// The factors of the year, in the order of their names.
  public internal(set) var factors: [Factor] = []
  /// What each source makes of it.
  public internal(set) var series: [Series]

  /// True when the load curves hold anything in the year.
  public var hasCurves: Bool { !energy.isZero }

  /// Reads the load curves of a campus again, hour by hour.
  public init(_ run: Run, files: [ByteSource], intensities: [GridIntensity], year: Int) {
    let period = run.campus.calendar.period(of: year)
    self.run = run
    self.year = year
    hours = GridIntensity.hours(in: period)
    counted = Self.counted(run, year)
    series = intensities.compactMap { intensity in
      let (hours, mean) = intensity.mean(over: period)
      return mean.map { Series(intensity: intensity, mean: $0, knownHours: hours) }
    }
    CurveFold.fold(files, into: &self)
    factors.sort { $0.identifier < $1.identifier }
  }

  /// kWh that the inventory counts.
  private static func counted(_ run: Run, _ year: Int) -> ExactAmount {
    run.footprint(year: year).items.reduce(.zero) { sum, item in
      guard item.activity.scopeRule == .electricity,
        let ratio = CurveFold.perKilowattHour(item.unit)
      else { return sum }
      return sum + (ExactAmount(item.quantity).multiplied(by: ratio) ?? .zero)
    }
  }
}

extension IntensityCover {
  /// The stages of an electricity factor that an intensity of this reach covers.
  ///
  /// Both are per kWh at the power stations: what is lost on the way is in neither.
  public var stages: [Stage] {
    switch self {
    case .combustion: [.plantCombustion, .combustion]
    case .lifeCycle: [.plantCombustion, .combustion, .upstream, .rounding]
    }
  }
}
