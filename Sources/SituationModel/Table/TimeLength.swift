/// How long something lasts, in four bytes: most do not last longer than a century.
enum TimeLength {
  /// There is no end, or no date at all.
  static let open = UInt32.max - 1
  /// The length can't be told so; the end stands elsewhere.
  static let elsewhere = UInt32.max

  /// The length between two times, where the least number is an open start, the greatest an open end.
  static func between(_ start: Int64, _ end: Int64) -> UInt32 {
    if end == .max { return open }
    guard start != .min, start != .max,
      let length = UInt32(exactly: end.subtractingReportingOverflow(start).partialValue),
      length < open
    else { return elsewhere }
    return length
  }
}
