import SituationModel
import TextCanvas

extension Situation {
  /// What the whole of it covers: what the file says, or all events that have a place; else the world.
  var coverage: GeoBounds {
    view ?? events.extent ?? GeoBounds(south: -58, west: -180, north: 78, east: 180)
  }

  /// How many characters of its texts are shown as marks, since they could act on a terminal. Looks at suspect events alone.
  var marks: Int {
    let words = [title, summary, attribution] + background
    return events.events.indices.reduce(words.reduce(0) { $0 + SafeText($1).marks }) { marks, row in
      guard events.columns.flags[row].contains(.isSuspect) else { return marks }
      let event = events[row]
      return event.texts.reduce(marks + SafeParagraphs(event.summary).marks) { $0 + SafeText($1).marks }
    }
  }
}

extension EventTable {
  /// From the first known moment to the last; a day of 1970 when nothing has a date.
  var wholeSpan: TimeWindow {
    span ?? TimeWindow(start: Instant(seconds: 0), end: Instant(seconds: 86_400))
  }

  /// Whether any source of any event has a grade.
  var hasGrades: Bool { columns.flags.contains { $0.contains(.hasGrade) } }
}
