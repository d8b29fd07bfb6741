import SituationModel

/// Dates as a person types them into a field.
enum DateText {
  /// The date of a text: EDTF, or a form in which files have dates; nil for an empty one.
  ///
  /// - Throws: why it is no date, or could be several: nothing is guessed, and no part of the text is passed over.
  static func read(_ text: String, on zone: Zone) throws(FieldProblem) -> DateInterval? {
    if text.isEmpty { return nil }
    do throws(DateInterval.EDTFError) {
      let date = try DateInterval(edtf: text)
      // Read on other clocks it differs only where it names its zone.
      let hasOwnZone = zone.name == Zone.utc.name || (try? DateInterval(edtf: text, on: zone)) != date
      return hasOwnZone || date.precision >= .day ? date : onUTC(date, from: zone)
    } catch {
      switch error {
      case .noSuchDate: throw FieldProblem("there is no such date or time")
      case .backwards: throw FieldProblem("it ends before it starts")
      case .unbounded: throw FieldProblem("it has neither a start nor an end")
      case .form: break
      }
    }
    let (first, last) = (reading(text, .dmy), reading(text, .mdy))
    guard let first, let last else {
      if let date = (first ?? last)?.date { return date }
      throw FieldProblem("is no date: 2024-12-13, 2024-12-13T14:30Z, 2024-12-08/2024-12-11, ~2024-12 or 13 Dec 2024")
    }
    guard first.date == last.date else {
      throw FieldProblem(
        "may be \(first.date.words) or \(last.date.words): write \(first.date.edtf) or \(last.date.edtf)")
    }
    guard first.remainder == nil else {
      throw FieldProblem(
        "has words that no date can say: write the first and the last day, such as 2024-12-01/2024-12-10")
    }
    if first.date.precision < .day, zone.name != Zone.utc.name {
      throw FieldProblem("name the zone of the time, as 2024-12-13T14:30Z or 2024-12-13T14:30+03:00")
    }
    return first.date
  }

  private static func reading(_ text: String, _ order: ColumnMap.DateOrder) -> DateReading.Reading? {
    var reading = DateReading()
    reading.order = order
    return try? reading.reading(text)
  }

  /// The moments at which the clocks of a zone show a date.
  private static func onUTC(_ date: DateInterval, from zone: Zone) -> DateInterval {
    guard let start = date.start ?? date.end else { return date }
    let guess = start.advanced(by: start.seconds - zone.clock(start).seconds)
    let offset = zone.clock(guess).seconds - guess.seconds
    return Zone(name: "") { _ in -Int(offset) }.clock(date)
  }
}
