import Quantities

extension Factor {
  /// One stage as a file gives it.
  struct StageRow {
    var stage: Stage
    var total: Number
    var gases: [(gas: Gas, value: Number)]
  }

  /// The cells of the stages as published, and the explicit rounding that makes them add up.
  ///
  /// The published total stands. What it holds beyond its stages, and what a stage holds beyond
  /// its gases, becomes a cell of its own, so that every breakdown of every footprint adds up.
  static func cells(of rows: [StageRow], published: Number) -> [Cell] {
    var cells: [Cell] = []
    var sum = Number.zero
    for row in rows {
      sum = sum + row.total
      let counted = row.gases.filter { !$0.gas.isApart }
      if counted.isEmpty {
        if !row.total.isZero || row.gases.isEmpty {
          cells.append(Cell(stage: row.stage, gas: .unspecified, value: row.total))
        }
      } else {
        var rest = row.total
        for (gas, value) in counted {
          rest = rest - value
          if !value.isZero { cells.append(Cell(stage: row.stage, gas: gas, value: value)) }
        }
        if !rest.isZero { cells.append(Cell(stage: row.stage, gas: .rounding, value: rest)) }
      }
      for (gas, value) in row.gases where gas.isApart && !value.isZero {
        cells.append(
          Cell(stage: row.stage, gas: value.isNegative ? .co2BiogenicUptake : gas, value: value))
      }
    }
    let rest = published - sum
    if !rest.isZero { cells.append(Cell(stage: .rounding, gas: .rounding, value: rest)) }
    return cells
  }
}
