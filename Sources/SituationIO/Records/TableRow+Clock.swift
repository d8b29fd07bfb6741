import SituationModel

/// The time of day.
extension TableRow {
  /// A day with the time of day that other fields have.
  func clocked(_ day: DateInterval, _ edge: Interpretation.Use.Edge, _ notes: inout RecordNotes) -> DateInterval {
    func value(_ meaning: ColumnMeaning) -> (use: Interpretation.Use, text: String)? {
      guard let use = uses(of: meaning).first(where: { $0.edge == edge }), let text = self.value(use) else {
        return nil
      }
      return (use, text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
    var (clock, field) = (value(.clock)?.text, value(.clock).map { name($0.use) } ?? "")
    let use = value(.clock)?.use ?? value(.hour)?.use
    if clock == nil, let hour = value(.hour) {
      field = name(hour.use)
      clock = hour.text.contains(":") ? hour.text : value(.minute).map { "\(hour.text):\($0.text)" } ?? "\(hour.text)h"
    }
    let written = clock
    if let use, use.meaning == .clock, use.scale != 1, let part = clock.flatMap(TableNumber.number) {
      let seconds = Int((part * use.scale).rounded())
      clock = ClockText.words(ofSeconds: min(seconds, 86_399))
    }
    // The digits of hhmm without the zeros at their beginning.
    if let digits = clock, interpretation.format == .firms || use?.isClockInDigits == true, digits.utf8.count < 4 {
      clock = String(repeating: "0", count: 4 - digits.utf8.count) + digits
    }
    if let column = interpretation.halfOfDayColumn, column < texts.count, let digits = clock {
      let half = texts[column].trimmed.filter { $0 != "." }
      if !half.isEmpty { clock = "\(digits) \(half)" }
    }
    guard let clock, let use else { return day }
    // `1430L` is on the clocks of the place.
    if let letter = clock.last, "LlJj".contains(letter),
      clock.dropLast().allSatisfy({ $0.isNumber || ":. ".contains($0) })
    {
      notes.keep(field, clock)
      return day
    }
    if let blank = clock.firstIndex(of: " "), DateWordLists.approximations.contains(clock[..<blank].lowercased()),
      let about = try? dates(of: use, edge).clocked(day, String(clock[blank...]).trimmed), about.remainder == nil,
      let start = about.date.start, about.date.precision < .day
    {
      return DateInterval(unit: about.date.precision, at: start, isApproximate: true, isUncertain: day.isUncertain)
    }
    do throws(DateReading.Failure) {
      let reading = try dates(of: use, edge).clocked(day, clock)
      if reading.remainder != nil || day.precision != .day { notes.keep(field, written ?? clock) }
      return reading.date
    } catch {
      notes.unread("\(quoted(field)) \(error.words): \(quoted(clock))", field: field, value: clock)
      return day
    }
  }
}
