import Quantities
import Tables

/// What load curves, indexes and intensities need beside the cells of a row.
struct CurvePlan: Sendable {
  /// The column of the stamp, or those of its day and of its time.
  var stamp: [Int] = []
  /// The clock of stamps that do not say which.
  var clock = Profile.Clock.paris
  var step: Int?
  /// What a row of an intensity file says, a column each.
  var intensities: [IntensityColumn] = []

  /// A column of intensities.
  struct IntensityColumn: Sendable {
    let quantity: Int
    let unit: String
    let covers: String
  }

  /// The moment a row is about; nil for what is no moment.
  func moment(of record: Record) -> TimeStamp? {
    let moment = written(in: record)
    guard clock == .utc, let moment, moment.offset == nil else { return moment }
    let offset = ParisClock.offset(atUniversalMinute: moment.civilMinute)
    return TimeStamp(civilMinute: moment.civilMinute + offset, offset: offset)
  }

  private func written(in record: Record) -> TimeStamp? {
    if stamp.count == 1 { return TimeStamp(Self.field(stamp[0], of: record)) }
    let bytes = Array(stamp.map { Array(Self.field($0, of: record)) }.joined(separator: [0x20]))
    return bytes.withUnsafeBufferPointer { TimeStamp($0) }
  }

  private static func field(_ place: Int, of record: Record) -> UnsafeBufferPointer<UInt8> {
    place < record.count ? record.field(place) : UnsafeBufferPointer(start: nil, count: 0)
  }
}
