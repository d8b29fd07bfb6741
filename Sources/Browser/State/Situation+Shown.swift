import SituationModel
import TextCanvas

extension Situation {
  /// The extent of the whole: the one that the file states, or that of all events with a place; else the world.
  var coverage: GeoBounds {
    view ?? events.extent ?? GeoBounds(south: -58, west: -180, north: 78, east: 180)
  }

  /// The number of characters in its texts that are replaced on the screen, since they could control a terminal. Looks only at suspect
  /// events, and reads those whose bytes leave it open.
  var escapedCharacterCount: Int {
    let words = [title, summary, attribution] + background
    let (events, count) = (events, events.count)
    let parts = count > 20_000 ? processors() : 1
    let found = inParallel(parts) { part in
      var harmless = HarmlessText()
      return (count * part / parts..<count * (part + 1) / parts).reduce(0) { marks, row in
        guard events.columns.flags[row].contains(.isSuspect),
          !events.events.texts(of: row, meet: { harmless.holds($0) })
        else { return marks }
        if let counted = events.events.marks(of: row, in: { harmless.marks(in: $0) }) { return marks + counted }
        let event = events[row]
        let lines = harmless.holds(event.summary) ? 0 : SafeParagraphs(event.summary).marks
        return event.texts.reduce(marks + lines) { harmless.holds($1) ? $0 : $0 + SafeText($1).marks }
      }
    }
    return found.reduce(words.reduce(0) { $0 + SafeText($1).marks }, +)
  }
}

extension EventTable {
  /// The span from the first known time to the last; a day of 1970 if nothing has a date.
  var wholeSpan: TimeWindow {
    span ?? TimeWindow(start: Instant(seconds: 0), end: Instant(seconds: 86_400))
  }

  /// True if any source of any event has a grade.
  var hasGrades: Bool { columns.flags.contains { $0.contains(.hasGrade) } }
}
