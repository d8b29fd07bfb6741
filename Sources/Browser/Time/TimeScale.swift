import SituationModel

/// The scale of an axis with some columns: all buckets have the same width, except for rounding.
struct TimeScale {
  let buckets: TimeBuckets
  let columns: Int

  /// The columns of a bucket; empty when there are more buckets than columns and this one gets none.
  func columns(of bucket: Int) -> Range<Int> {
    bucket * columns / buckets.count..<(bucket + 1) * columns / buckets.count
  }

  /// The place of a moment, from 0 to `columns`.
  func position(of moment: Instant) -> Double {
    if moment <= buckets.span.start { return 0 }
    if moment >= buckets.span.end { return Double(columns) }
    let bucket = buckets.index(of: moment)
    let (start, end) = (buckets.bounds[bucket], buckets.bounds[bucket + 1])
    let share = Double(moment.seconds - start.seconds) / Double(end.seconds - start.seconds)
    return (Double(bucket) + share) * Double(columns) / Double(buckets.count)
  }

  /// The bucket whose bar stands over a share of the axis from 0 to 1.
  func bucket(at share: Double) -> Int {
    let column = min(columns - 1, max(0, Int(share * Double(columns))))
    return min(buckets.count - 1, max(0, ((column + 1) * buckets.count - 1) / columns))
  }
}

extension TimeBuckets {
  /// The date that a bucket begins with, as short as its unit allows.
  ///
  /// - Parameters:
  ///   - lastYear: the year that need not be said again.
  ///   - lastDay: the day that need not be said again.
  func label(of bucket: Int, lastYear: Int?, lastDay: CivilDate?) -> String {
    let start = bounds[bucket]
    let date = start.date
    let year = date.year == lastYear ? "" : " \(date.year)"
    switch unit {
    case .minute, .hour, .sixHours:
      if date == lastDay, start.secondOfDay != 0 { return String(time(of: start).dropFirst()) }
      return "\(date.day) \(date.monthName)\(year)" + time(of: start)
    case .day, .week: return "\(date.day) \(date.monthName)\(year)"
    case .month: return date.monthName + year
    case .year, .decade, .century: return "\(date.year)"
    }
  }

  /// ` 06:00`; nothing at midnight.
  private func time(of moment: Instant) -> String {
    if moment.secondOfDay == 0 { return "" }
    let (hour, minute) = (moment.secondOfDay / 3_600, moment.secondOfDay / 60 % 60)
    return " \(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
