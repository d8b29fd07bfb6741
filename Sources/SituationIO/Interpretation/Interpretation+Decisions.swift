import SituationModel

extension Interpretation {
  /// The decisions on how fields are read that values which come later may change.
  var decisions: [ReadingDecision] {
    if isOwn { return [] }
    let known = names.indices.compactMap { column -> ReadingDecision? in
      let words = meanings(of: column).compactMap(Interpretation.words(for:))
      return words.isEmpty ? nil : ReadingDecision(names[column], .meaning, words.joined(separator: " and "))
    }
    return known
      + uses.flatMap { use -> [ReadingDecision] in
        let name = names[use.column]
        var decisions: [ReadingDecision] = []
        guard [.time, .start, .end, .published].contains(use.meaning) else {
          if [.figure, .radius].contains(use.meaning) {
            decisions.append(ReadingDecision(name, .decimalSign, use.numbers.words))
          }
          return decisions
        }
        if openDates.contains(use.column) { decisions.append(ReadingDecision(name, .dateOrder, use.dates.orderWords)) }
        if clocked.contains(use.column) {
          let words = use.dates.dropsMidnight ? "has days, since each time of day is midnight" : "has times of day"
          decisions.append(ReadingDecision(name, .midnight, words))
        }
        return decisions
      }
  }

  /// The words for a meaning whose change moves events in time or space; nil for any other.
  private static func words(for meaning: ColumnMeaning) -> String? {
    switch meaning {
    case .time, .start, .end, .published, .lat, .lon, .geometry, .place, .clock, .zone:
      "means \(meaning.rawValue)"
    case .other, .none, .fallbackTitle: "is kept as text"
    case .id, .title, .kind, .year, .month, .day, .hour, .minute, .timePrecision, .precision, .radius, .destination,
      .standing, .grade, .destinationLat, .destinationLon, .actor, .source, .link, .summary, .figure, .sources, .links,
      .members, .placed:
      nil
    }
  }
}

extension DateReading {
  fileprivate var orderWords: String {
    switch order {
    case .dmy: "has the day before the month"
    case .mdy: "has the month before the day"
    case nil: "does not tell the day from the month"
    }
  }
}

extension NumberReading {
  fileprivate var words: String {
    switch (comma, point) {
    case (.decimal, _): "has a comma as its decimal sign"
    case (_, .unclear): "does not tell what its points are"
    case (.unclear, _): "does not tell what its commas are"
    case (.thousands, .thousands): "has points between thousands"
    case (.thousands, .decimal): "has a point as its decimal sign"
    }
  }
}
