import SituationModel

/// When it was.
extension TableRow {
  func when(_ notes: inout RecordNotes) -> DateInterval? {
    var found = layout.use(of: .time).flatMap { date($0, &notes) }
    if let use = layout.use(of: .clock), let clock = value(use), let day = found {
      do throws(DateReading.Failure) {
        found = try Array(clock.utf8).withUnsafeBufferPointer { clock throws(DateReading.Failure) in
          try use.dates.clocked(day, clock)
        }
      } catch { notes.add("\(quoted(name(use))) \(error.words): \(quoted(clock))", field: name(use), value: clock) }
    }
    if found == nil { found = span(&notes) }
    guard let found, let use = layout.use(of: .timePrecision) else { return found }
    let code = value(use)
    if let code, let known = layout.date(found, known: code) { return known }
    if let code { notes.add("\(quoted(code)) is no code of \(quoted(name(use)))", field: name(use), value: code) }
    return found.uncertain
  }

  /// From the start to the end; one of them alone leaves the other open.
  private func span(_ notes: inout RecordNotes) -> DateInterval? {
    let first = layout.use(of: .start).flatMap { date($0, &notes) }
    let last = layout.use(of: .end).flatMap { date($0, &notes) }
    guard first != nil || last != nil else { return nil }
    // One column of starts says when something was, and not that it goes on.
    guard layout.use(of: .end) != nil else { return first }
    if first == last { return first }
    let span = DateInterval.spanning(first, last)
    if span == nil { notes.add("ends before it starts") }
    return span ?? first
  }

  func date(_ use: TableLayout.Use, _ notes: inout RecordNotes) -> DateInterval? {
    guard let text = value(use) else { return nil }
    do throws(DateReading.Failure) {
      return try Array(text.utf8).withUnsafeBufferPointer { text throws(DateReading.Failure) in
        try use.dates.date(text)
      }
    } catch {
      notes.add("\(quoted(name(use))) \(error.words): \(quoted(text))", field: name(use), value: text)
      return nil
    }
  }
}

extension DateReading.Failure {
  /// What is wrong, as the end of a sentence that began with the name of the column.
  var words: String {
    switch self {
    case .form: "is not written as a date"
    case .noSuchDate: "is a date or time that does not exist"
    case .backwards: "ends before it starts"
    case .unbounded: "has neither a start nor an end"
    }
  }
}

extension DateInterval {
  /// The same, of which nobody says how well it is known.
  var uncertain: DateInterval {
    (try? DateInterval(edtf: isUncertain || isApproximate ? edtf : edtf.replacing("/", with: "?/") + "?")) ?? self
  }

  /// From the start of one to the end of another; an end that is missing is open. Nil where it would end before it starts.
  static func spanning(_ first: DateInterval?, _ last: DateInterval?) -> DateInterval? {
    guard let some = first ?? last else { return nil }
    return DateInterval(
      from: first?.start, (first ?? some).startPrecision, to: last?.end, (last ?? some).endPrecision,
      isApproximate: first?.isApproximate == true || last?.isApproximate == true,
      isUncertain: first?.isUncertain == true || last?.isUncertain == true)
  }
}
