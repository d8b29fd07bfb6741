import SituationModel

/// When it was.
extension TableRow {
  /// The time, on the clocks of the zone that a field of its own names.
  func when(_ notes: inout RecordNotes) -> DateInterval? {
    let found = time(&notes)
    if interpretation.has(.zone) { tellZones(of: found, &notes) }
    return found
  }

  /// The time: of its own field with the time of day, of fields for its parts, or from a start to an end.
  private func time(_ notes: inout RecordNotes) -> DateInterval? {
    var found = stated(&notes)
    if case .words = interpretation.precisions, let date = found, interpretation.has(.timePrecision) {
      let day = known(date, &notes)
      // A time of day belongs to a day that is known; beside a month it stays as text.
      if day == date || day.precision == .day && !day.isSpan {
        return joinedWithEnd(clockSpan(day, &notes) ?? clocked(day, .time, &notes), &notes)
      }
      keepClocks(&notes)
      return joinedWithEnd(day, &notes)
    }
    if let day = found { found = clockSpan(day, &notes) ?? clocked(day, .time, &notes) }
    found = found ?? parts(.time, &notes).map { clocked($0, .time, &notes) }
    found = joinedWithEnd(found, &notes) ?? span(&notes)
    if found == nil { keepClocks(&notes) }
    return found.map { known($0, &notes) }
  }

  /// The time up to the end that fields of its own state.
  private func joinedWithEnd(_ found: DateInterval?, _ notes: inout RecordNotes) -> DateInterval? {
    guard let last = parts(.end, &notes).map({ clocked($0, .end, &notes) }) ?? (found == nil ? nil : end(&notes)) else {
      return found
    }
    return joined(found, last, &notes)
  }

  /// A date as exact as the field for that says; uncertain where it says what is not known.
  private func known(_ date: DateInterval, _ notes: inout RecordNotes) -> DateInterval {
    guard let use = first(.timePrecision) else { return date }
    let code = value(use)
    // A blank says nothing where the others are words; of a codebook it is a code that is missing.
    if case .words = interpretation.precisions, text(use).trimmed.isEmpty { return date }
    if let code, let known = interpretation.date(date, known: code) { return known }
    if let code { notes.unread("\(quoted(code)) is no code of \(quoted(name(use)))", field: name(use), value: code) }
    return date.uncertain
  }

  /// The time on a day from one time of day to another, each in a field of its own; the second may be on the day after. Nil where the
  /// second is missing.
  private func clockSpan(_ day: DateInterval, _ notes: inout RecordNotes) -> DateInterval? {
    guard let end = uses(of: .clock).first(where: { $0.edge == .end }), value(end) != nil, !day.isSpan else {
      return nil
    }
    if day.precision < .day {
      return day.start.flatMap { endOnDay(DateInterval(unit: .day, at: Instant($0.date)), from: day, &notes) }
    }
    guard day.precision == .day else { return nil }
    let (first, last) = (clocked(day, .time, &notes), clocked(day, .end, &notes))
    guard last != day else { return nil }
    // An end alone: it was before.
    if first == day { return DateInterval.spanning(day, last) }
    if let start = first.start, let stop = last.start, stop < start, let midnight = day.start {
      let next = DateInterval(
        unit: .day, at: midnight.advanced(by: 86_400), isApproximate: day.isApproximate, isUncertain: day.isUncertain)
      var others = RecordNotes()
      return DateInterval.spanning(first, clocked(next, .end, &others))
    }
    return first == last ? first : DateInterval.spanning(first, last)
  }

  /// From a moment to a time of day of a field of its own, which may be on the day after; nil without one.
  private func endOnDay(_ day: DateInterval, from first: DateInterval, _ notes: inout RecordNotes) -> DateInterval? {
    let last = clocked(day, .end, &notes)
    guard last != day, let start = first.start, let stop = last.start else { return nil }
    guard stop < start, let midnight = day.start else {
      return first == last ? first : DateInterval.spanning(first, last)
    }
    var others = RecordNotes()
    let next = DateInterval(unit: .day, at: midnight.advanced(by: 86_400))
    return DateInterval.spanning(first, clocked(next, .end, &others))
  }

  /// Keeps times of day that belong to no date.
  private func keepClocks(_ notes: inout RecordNotes) {
    for use in uses(of: .clock) + uses(of: .hour) + uses(of: .minute) {
      if let text = value(use) { notes.keep(name(use), text) }
    }
  }

  /// The first of the fields of a time that can be read. The others are kept, but for a time of day, which belongs to it.
  private func stated(_ notes: inout RecordNotes) -> DateInterval? {
    let uses = uses(of: .time)
    guard uses.count > 1 else { return uses.first.flatMap { date($0, &notes) } }
    var found: DateInterval?
    for use in uses {
      guard let text = value(use) else { continue }
      // A timestamp often is when a record was touched: a start says more.
      let isWeak = ColumnNames.fold(name(use)) == "timestamp" && first(.start).flatMap(value) != nil
      if let day = found {
        if let time = try? dates(of: use).clocked(day, text).date, time != day {
          found = time
        } else {
          notes.keep(name(use), text)
        }
      } else if isWeak {
        notes.keep(name(use), text)
      } else {
        found = date(use, &notes)
      }
    }
    return found
  }

  /// The date that year, month and day say in fields of their own. A month or a day that is 0 is not known.
  private func parts(_ edge: Interpretation.Use.Edge, _ notes: inout RecordNotes) -> DateInterval? {
    func field(_ meaning: ColumnMeaning) -> (name: String, text: String)? {
      guard let use = uses(of: meaning).first(where: { $0.edge == edge }), let text = value(use) else { return nil }
      return (name(use), text.hasSuffix(".0") ? String(text.dropLast(2)) : text)
    }
    guard let year = field(.year) else { return nil }
    let (month, day) = (field(.month), field(.day))
    let ordinal = month.flatMap { Int($0.text) ?? MonthNames.month($0.text) }
    func known(_ number: Int?) -> Int? { number == 0 ? nil : number }
    let written = year.text.utf8.count
    guard let number = Int(year.text), written == 4 || written == 2, month == nil || ordinal != nil,
      day == nil || Int(day?.text ?? "") != nil,
      let date = try? DateReading.interval(
        year: DateReading.year(number, width: written), month: known(ordinal),
        day: known(ordinal) == nil ? nil : known(day.flatMap { Int($0.text) }))
    else {
      for part in [year, month, day] {
        guard let part else { continue }
        notes.unread(
          "\(quoted(part.name)) is no part of a date: \(quoted(part.text))", field: part.name, value: part.text)
      }
      return nil
    }
    return date
  }

  /// The end of something that has a date and no start.
  private func end(_ notes: inout RecordNotes) -> DateInterval? {
    guard first(.start).flatMap(value) == nil else {
      for use in uses(of: .start) + uses(of: .end) { value(use).map { notes.keep(name(use), $0) } }
      return nil
    }
    return first(.end).flatMap { date($0, &notes) }
  }

  private func joined(_ first: DateInterval?, _ last: DateInterval, _ notes: inout RecordNotes) -> DateInterval? {
    guard let first, first != last else { return last }
    let span = DateInterval.spanning(first, last)
    if span == nil { notes.unread("ends before it starts", field: "end", value: last.edtf) }
    return span ?? first
  }

  /// From the start to the end; one of them alone leaves the other open.
  private func span(_ notes: inout RecordNotes) -> DateInterval? {
    let first = first(.start).flatMap { date($0, &notes) }.map { clocked($0, .time, &notes) }
    let last = self.first(.end).flatMap { date($0, &notes) }.map { clocked($0, .end, &notes) }
    // An end that is a time of day is one on the day of the start.
    if uses(of: .end).isEmpty, let first, let day = first.start.map({ DateInterval(unit: .day, at: Instant($0.date)) }),
      let span = endOnDay(day, from: first, &notes)
    {
      return span
    }
    guard first != nil || last != nil else { return nil }
    // One column of starts says when something was, and not that it goes on.
    guard !uses(of: .end).isEmpty else { return first }
    if first == last { return first }
    let span = DateInterval.spanning(first, last)
    if span == nil { notes.unread("ends before it starts", field: "end", value: last?.edtf ?? "") }
    return span ?? first
  }

  /// The date of a text without its year, `13 December`, in the year of a field of its own; nil where the text has one, or there is none.
  private func yearless(_ text: String, _ use: Interpretation.Use) -> DateReading.Reading? {
    guard use.meaning == .time, interpretation.has(.year),
      let year = uses(of: .year).first(where: { $0.edge == .time }),
      let number = value(year), (try? dates(of: use).reading(text)) == nil
    else { return nil }
    let forms = text.contains { "/-".contains($0) } ? ["\(text)/\(number)", "\(text)-\(number)"] : []
    return (forms + ["\(text) \(number)", "\(text).\(number)"]).lazy
      .compactMap { try? dates(of: use).reading($0) }.first
  }

  func date(_ use: Interpretation.Use, _ notes: inout RecordNotes) -> DateInterval? {
    guard let text = value(use) else { return nil }
    do throws(DateReading.Failure) {
      var found = yearless(text, use)
      if found == nil { found = try dates(of: use).reading(text) }
      guard let reading = found else { return nil }
      switch reading.remainder {
      case .midnight: notes.unread("midnight may be the start or the end of the day", field: name(use), value: text)
      case .season(let words), .words(let words): notes.keep(name(use), words)
      case nil: break
      }
      return reading.date
    } catch {
      notes.unread("\(quoted(name(use))) \(error.words): \(quoted(text))", field: name(use), value: text)
      return nil
    }
  }
}

/// The zone of its times of day.
extension TableRow {
  /// The reader of a field's dates, for which times of day without a zone are on the clocks of the field with the zone.
  func dates(
    of use: Interpretation.Use, _ edge: Interpretation.Use.Edge? = nil
  ) -> DateReading {
    guard !ignoresZones, use.meaning != .published,
      let zone = zone(of: edge ?? (use.meaning == .end ? .end : use.edge)), let text = value(zone)
    else { return use.dates }
    var dates = use.dates
    dates.clocks = zone.dates.zones.clock(ofField: text)
    // Nobody knows what a time of day of an unknown zone is in UTC.
    dates.isLocal = dates.clocks == nil
    return dates
  }

  /// The field with the zone of a start or an end: its own, or that of both.
  private func zone(of edge: Interpretation.Use.Edge) -> Interpretation.Use? {
    let zones = uses(of: .zone)
    return zones.first { $0.edge == edge } ?? zones.first { $0.edge == .time }
  }

  /// Tells a zone that is not known, and keeps one that the time did not need: without a time of day, or with a zone of its own.
  fileprivate func tellZones(of found: DateInterval?, _ notes: inout RecordNotes) {
    var plain = self
    plain.ignoresZones = true
    var unheard = RecordNotes()
    let unzoned = plain.time(&unheard)
    for use in uses(of: .zone) {
      guard let text = value(use) else { continue }
      guard let clocks = use.dates.zones.clock(ofField: text) else {
        notes.unread("\(quoted(name(use))) is no known zone of time: \(quoted(text))", field: name(use), value: text)
        continue
      }
      let isUTC = found?.precision ?? .day < .day && found?.start.map { clocks.offset(at: $0) } == 0
      if found == unzoned, !isUTC { notes.keep(name(use), text) }
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
