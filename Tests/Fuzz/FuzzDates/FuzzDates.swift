import Quantities

/// Any bytes as a date, a period or a time: what is taken for one exists, and is read again from
/// what is printed.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDates(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let input = UnsafeBufferPointer(start: bytes, count: count)
  if case .success(let date) = PeriodText.readDate(input) {
    precondition((1900...2200).contains(date.year))
    precondition(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
    let again = PeriodText.readDate(date.description)
    precondition((try? again.get()) == date)
  }
  if case .success(let period) = PeriodText.read(input) {
    precondition(period.start < period.end)
    precondition((try? PeriodText.read(period.description).get()) == period)
    for calendar in [YearCalendar.calendar, YearCalendar(startMonth: 9, startDay: 1)] {
      let year = calendar?.year(containing: period.start)
      precondition(year.flatMap { calendar?.period(of: $0) }?.contains(period.start) ?? false)
    }
  }
  if let stamp = TimeStamp(input) {
    let minutes = ParisClock.universalMinutes(ofCivilMinute: stamp.civilMinute)
    precondition(minutes.count <= 2)
    for minute in minutes {
      precondition(minute + ParisClock.offset(atUniversalMinute: minute) == stamp.civilMinute)
    }
  }
  return 0
}
