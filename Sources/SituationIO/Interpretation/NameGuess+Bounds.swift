/// Dates and times of day in two fields, the first and the last that are possible, and how well a date is known.
extension NameGuess {
  /// Finds two fields of dates whose names differ in words for a first and a last alone: `Earliest date` and `Latest date`,
  /// `first_seen` and `last_seen`, `not_before` and `not_after`. The time is in between.
  mutating func findBounds() {
    findClockAsEnd()
    guard column(of: .end) == nil || column(of: .start) == nil else { return }
    for first in names.indices where isBound(first) {
      guard let rest = DateBoundWords.rest(of: parts[first], .first) else { continue }
      let last = names.indices.first {
        $0 != first && isBound($0) && DateBoundWords.rest(of: parts[$0], .last) == rest
      }
      guard let last else { continue }
      let pair = [first, last]
      // A date of its own says when it was.
      let hasOther = [.time, .start, .end].contains { meaning in columns(of: meaning).contains { !pair.contains($0) } }
      guard !hasOther else { continue }
      // `Before date` and `After date` of two pictures are a first and a last one, too: the values tell.
      let isTurned = isTurned(first, last)
      (uses[first].meaning, uses[last].meaning) = isTurned ? (.end, .start) : (.start, .end)
      return
    }
  }

  /// True if all dates of a first field are behind those of a last one.
  private func isTurned(_ first: Int, _ last: Int) -> Bool {
    let reading = DateReading()
    let pairs = zip(values.all(of: first), values.all(of: last)).compactMap { first, last -> Bool? in
      guard let start = try? reading.reading(first).date.start, let end = try? reading.reading(last).date.start else {
        return nil
      }
      return start > end
    }
    return !pairs.isEmpty && pairs.allSatisfy { $0 }
  }

  /// True if a field may be one of two dates.
  private func isBound(_ column: Int) -> Bool {
    guard [.other, .time, .start, .end].contains(uses[column].meaning), !values.isEmpty(column), !isPartOfDate(column),
      FieldNames.otherDates.isDisjoint(with: parts[column]), FieldNames.changes.isDisjoint(with: parts[column]),
      FieldNames.publications.isDisjoint(with: parts[column])
    else { return false }
    let areYears =
      parts[column].contains { ["year", "jahr", "année", "año"].contains($0) }
      && values.all(of: column) { Int(NameGuess.whole($0)).map { (1000...2999).contains($0) } ?? false }
    return areYears || values.areDates(column, mayBeNumbers: false)
  }

  /// Finds an end that is a time of day on the day of the start: `Start` 13/12/2024 14:30, `End` 16:00.
  private mutating func findClockAsEnd() {
    guard column(of: .end) == nil, column(of: .start) != nil || column(of: .time) != nil else { return }
    let found = names.indices.first { column in
      isFree(column) && FieldNames.single.contains { $0.meaning == .end && $0.names.contains(folded[column]) }
        && values.all(of: column, NameGuess.isClock)
    }
    guard let found, !parts.contains(where: { DateBoundWords.isFirst($0) && NameGuess.areFreeClocks($0, self) }) else {
      return
    }
    (uses[found].meaning, uses[found].edge) = (.clock, .end)
  }

  /// True if a field of some parts of a name has times of day and no meaning.
  private static func areFreeClocks(_ parts: [String], _ guess: NameGuess) -> Bool {
    guess.names.indices.contains { column in
      guess.parts[column] == parts && guess.isFree(column) && guess.values.all(of: column, NameGuess.isClock)
    }
  }

  /// Finds the times of day of a start and an end beside a date: `Time from` and `Time to`.
  mutating func findClockBounds() {
    guard column(of: .time) != nil || column(of: .start) != nil && column(of: .end) != nil else { return }
    func isFreeClock(_ column: Int) -> Bool {
      let isBare =
        parts[column].count == 1 && (DateBoundWords.isFirst(parts[column]) || DateBoundWords.isLast(parts[column]))
      return [.other, .clock].contains(uses[column].meaning) && !values.isEmpty(column)
        && (isBare || parts[column].contains(where: { FieldNames.clocks.contains($0) }))
        && FieldNames.otherClocks.isDisjoint(with: parts[column])
        && (values.most(of: column) { NameGuess.isClock($0) } || areClocksInDigits(column))
    }
    for first in names.indices where isFreeClock(first) {
      guard let rest = DateBoundWords.rest(of: parts[first], .first),
        let last = names.indices.first(where: {
          $0 != first && isFreeClock($0) && DateBoundWords.rest(of: parts[$0], .last) == rest
        }),
        columns(of: .clock).allSatisfy({ $0 == first || $0 == last })
      else { continue }
      (uses[first].meaning, uses[last].meaning, uses[last].edge) = (.clock, .clock, .end)
      for column in [first, last] { uses[column].isClockInDigits = areClocksInDigits(column) }
      return
    }
  }

  /// Finds the field that says in words how exactly the date is known: `date_precision`, `Date certainty`, `Approximate date?`.
  mutating func findTimePrecision() {
    guard column(of: .timePrecision) == nil, column(of: .time) != nil || column(of: .start) != nil else { return }
    let words: Set<String> = [
      "precision", "accuracy", "certainty", "granularity", "resolution", "approximate", "approx", "estimated",
      "uncertain", "quality", "genauigkeit", "précision", "precisión", "точность", "точність",
    ]
    let found = names.indices.first { column in
      isFree(column) && parts[column].contains(where: words.contains)
        && parts[column].contains { FieldNames.dates.contains($0) || ["time", "temporal", "day", "when"].contains($0) }
        && values.all(of: column) { Codebook.knowsTimePrecision($0) }
    }
    if let found { uses[found].meaning = .timePrecision }
  }
}

/// Words in names of fields for the first and the last date that is possible.
enum DateBoundWords {
  enum Bound { case first, last }

  /// True if a name says a first one and nothing else.
  static func isFirst(_ parts: [String]) -> Bool { rest(of: parts, .first) == [] }
  /// True if a name says a last one and nothing else.
  static func isLast(_ parts: [String]) -> Bool { rest(of: parts, .last) == [] }

  private static let firsts: Set<[String]> = [
    ["not", "before"], ["on", "or", "after"], ["no", "earlier", "than"], ["earliest"], ["first"], ["min"], ["minimum"],
    ["after"], ["from"], ["fr"], ["start"], ["begin"], ["lower"], ["since"], ["started"], ["beginning"],
    ["frühestens"], ["früheste"], ["frühestes"], ["au", "plus", "tôt"], ["premier"], ["première"], ["primera"],
    ["primer"],
  ]
  private static let lasts: Set<[String]> = [
    ["not", "after"], ["on", "or", "before"], ["no", "later", "than"], ["latest"], ["last"], ["max"], ["maximum"],
    ["before"], ["to"], ["end"], ["until"], ["upper"], ["by"], ["stop"], ["finish"], ["ended"], ["finished"], ["till"],
    ["spätestens"], ["späteste"], ["spätestes"], ["au", "plus", "tard"], ["dernier"], ["dernière"], ["última"],
    ["último"],
  ]

  /// The words of a name without those for a bound; nil where it has none for it.
  static func rest(of parts: [String], _ bound: Bound) -> [String]? {
    let known = bound == .first ? firsts : lasts
    // Longer phrases count first: `not before` is no `before`.
    for count in stride(from: min(3, parts.count), through: 1, by: -1) {
      for start in 0...(parts.count - count) where known.contains(Array(parts[start..<start + count])) {
        return Array(parts[..<start] + parts[(start + count)...])
      }
      let others = bound == .first ? lasts : firsts
      let isOther = (0...(parts.count - count)).contains { others.contains(Array(parts[$0..<$0 + count])) }
      if count > 1, isOther { return nil }
    }
    return nil
  }
}
