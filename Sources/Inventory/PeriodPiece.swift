public import Quantities

/// A part of a line's period that lies in one year and one month.
public struct PeriodPiece: Sendable {
  /// The inventory year.
  public var year: Int
  /// Months since January of year 0, or -1 when the line is not told by month.
  public var month: Int32
  /// The days of the period it takes, of how many.
  public var from: Int
  public var to: Int
  public var of: Int

  /// A piece of a period.
  public init(year: Int, month: Int32, from: Int, to: Int, of: Int) {
    self.year = year
    self.month = month
    self.from = from
    self.to = to
    self.of = of
  }

  /// A longer line is an annual figure, and is not spread over months it says nothing about.
  static let longestMonthly = 100
}

extension YearCalendar {
  /// Cuts a period into years and months.
  public func pieces(of period: Period) -> [PeriodPiece] {
    let isMonthly = period.days <= PeriodPiece.longestMonthly
    var pieces: [PeriodPiece] = []
    var start = period.start
    while start < period.end {
      let year = year(containing: start)
      var end = min(period.end, self.period(of: year).end)
      var month: Int32 = -1
      if isMonthly {
        end = min(end, Period.month(start.year, start.month).end)
        month = Int32(start.year * 12 + start.month - 1)
      }
      pieces.append(
        PeriodPiece(
          year: year, month: month, from: period.start.days(until: start),
          to: period.start.days(until: end), of: period.days))
      start = end
    }
    return pieces
  }
}
