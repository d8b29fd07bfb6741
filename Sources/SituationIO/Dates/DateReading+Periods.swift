import SituationModel

/// Fields of months and years whose values are their first days, as spreadsheets keep them.
extension DateReading {
  /// The reader by which all of some dates are the first day of a month or of a year, at midnight where they have a time of day; nil where
  /// none is. An order of day and month that is not known is the one by which they are.
  func readingFirst(_ texts: [String], of period: TimePrecision) -> DateReading? {
    guard !texts.isEmpty else { return nil }
    for order in order.map({ [$0] }) ?? [.dmy, .mdy] {
      var reading = self
      reading.order = order
      let areAll = texts.allSatisfy { text in
        guard let date = try? reading.reading(text).date, let start = date.start, !date.isSpan, date.precision < period
        else { return false }
        let day = start.date
        return (start == Instant(day) || period == .year) && day.day == 1 && (period == .month || day.month == 1)
      }
      if areAll {
        reading.period = period
        return reading
      }
    }
    return nil
  }
}
