/// Dates and times of day in two fields, the first and the last that are possible, and how well a date is known.
extension NameGuess {
  /// Finds two fields of dates whose names differ in words for a first and a last alone: `Earliest date` and `Latest date`,
  /// `first_seen` and `last_seen`, `not_before` and `not_after`. The time is in between.
  mutating func findBounds() {
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
      for place in pair where uses[place].meaning == .clock { uses[place].meaning = .other }
      (uses[first].meaning, uses[last].meaning) = (.start, .end)
      return
    }
  }

  /// True if a field may be one of two dates.
  private func isBound(_ column: Int) -> Bool {
    guard [.other, .time, .start, .end].contains(uses[column].meaning), !values.isEmpty(column),
      FieldNames.otherDates.isDisjoint(with: parts[column]), FieldNames.changes.isDisjoint(with: parts[column]),
      FieldNames.publications.isDisjoint(with: parts[column])
    else { return false }
    return values.areDates(column, mayBeNumbers: false)
  }

  /// Finds the times of day of a start and an end beside a date: `Time from` and `Time to`.
  mutating func findClockBounds() {
    guard column(of: .time) != nil, column(of: .start) == nil else { return }
    func isFreeClock(_ column: Int) -> Bool {
      [.other, .clock].contains(uses[column].meaning) && !values.isEmpty(column)
        && parts[column].contains(where: { FieldNames.clocks.contains($0) })
        && values.most(of: column) { NameGuess.isClock($0) }
    }
    for first in names.indices where isFreeClock(first) {
      guard let rest = DateBoundWords.rest(of: parts[first], .first),
        let last = names.indices.first(where: {
          $0 != first && isFreeClock($0) && DateBoundWords.rest(of: parts[$0], .last) == rest
        }),
        columns(of: .clock).allSatisfy({ $0 == first || $0 == last })
      else { continue }
      (uses[first].meaning, uses[last].meaning, uses[last].edge) = (.clock, .clock, .end)
      return
    }
  }

  /// Finds the field that says in words how exactly the date is known: `date_precision`, `Date certainty`, `Approximate date?`.
  mutating func findTimePrecision() {
    guard column(of: .timePrecision) == nil, column(of: .time) != nil || column(of: .start) != nil else { return }
    let words: Set<String> = [
      "precision", "accuracy", "certainty", "granularity", "resolution", "approximate", "approx", "estimated",
      "uncertain",
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

  private static let firsts: Set<[String]> = [
    ["not", "before"], ["on", "or", "after"], ["no", "earlier", "than"], ["earliest"], ["first"], ["min"], ["minimum"],
    ["after"], ["from"], ["start"], ["begin"], ["lower"], ["since"],
  ]
  private static let lasts: Set<[String]> = [
    ["not", "after"], ["on", "or", "before"], ["no", "later", "than"], ["latest"], ["last"], ["max"], ["maximum"],
    ["before"], ["to"], ["end"], ["until"], ["upper"], ["by"],
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
