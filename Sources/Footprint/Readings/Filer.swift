public import EmissionFactors
import Inventory
public import Quantities

/// Emissions filed under a code of a reading.
public struct Posting: Sendable {
  /// A code of the reading, or the reason why it is in none.
  public let code: String
  public let gas: Gas
  public let amount: ExactAmount
}

/// Files emissions under the codes of a reading.
///
/// What a line counts in the headline total is what it counts under the codes, and what is not
/// reported, and what is counted otherwise: nothing is lost on the way, and nothing added.
public struct Filer: Sendable {
  let reading: Reading
  private let catalog: FactorCatalog
  private let choices: [String]

  /// A filer for the choices of a campus.
  public init(_ reading: Reading, _ run: Run) {
    self.reading = reading
    catalog = run.catalog
    choices = run.campus.readingChoices
  }

  /// The name of the reading.
  public var name: String { reading.identifier }

  /// True for a code that is a reason, and in no total.
  public func leavesOut(_ code: String) -> Bool {
    reading.code(named: code)?.kind.isBeside ?? true
  }

  /// True for a reading that counts electricity by contract as well.
  public var asksForContracts: Bool { reading.electricity == .both }

  /// The code of electricity at the plant.
  public func electricityCode(of emissions: some Fileable) -> String {
    catalog.code(
      in: reading, activity: emissions.activity, post: emissions.post, stage: .plantCombustion,
      characterisation: emissions.characterisation, choices: choices)
  }

  /// Where everything goes; what is not apart adds up to the headline amount.
  public func postings(of emissions: some Fileable) -> [Posting] {
    let headline = emissions.cells
    var (cells, difference) = (headline, "")
    // What is rented, from others or to them, is no purchase of the year.
    if reading.assets == .purchaseYear, emissions.characterisation.isOperated,
      let bought = emissions.boughtCells
    {
      (cells, difference) = (bought, ReadingCode.assets)
    } else if reading.recycling == .full, let whole = emissions.wholeCells {
      (cells, difference) = (whole, ReadingCode.recycling)
    }
    var postings = cells.filter { !$0.amount.isZero }.map { cell in
      Posting(code: code(of: cell, emissions), gas: cell.gas, amount: cell.amount)
    }
    let rest = Self.total(of: headline) - Self.total(of: cells)
    if !difference.isEmpty, !rest.isZero {
      postings.append(Posting(code: difference, gas: .unspecified, amount: rest))
    }
    return postings
  }

  private static func total(of cells: [Footprint.Cell]) -> ExactAmount {
    cells.reduce(.zero) { $1.gas.isApart ? $0 : $0 + $1.amount }
  }

  private func code(of cell: Footprint.Cell, _ emissions: some Fileable) -> String {
    let code = catalog.code(
      in: reading, activity: emissions.activity, post: emissions.post, stage: cell.stage,
      characterisation: emissions.characterisation, choices: choices)
    if !leavesOut(code), cell.gas == .other, reading.outsideKyoto == .leftOut {
      return ReadingCode.outsideKyoto
    }
    return code
  }
}
