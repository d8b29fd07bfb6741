import SituationModel
import TextCanvas

/// The card under the list until an event is selected: the situation in a sentence, its story, and the keys to begin with.
struct StartCard {
  let state: BrowserState

  /// Draws the card with its frame.
  func draw(into frame: inout Frame, in rect: Rect) {
    let inside = state.layout.inside(rect)
    if state.layout.isFramed { frame.grid.frame(rect, title: "start here") }
    frame.draw(lines(columns: inside.size.columns, rows: inside.size.rows), in: inside)
  }

  /// The lines for so much room: the keys, and the sentence where it fits above them.
  private func lines(columns: Int, rows: Int) -> [TextLine] {
    let keys = columns >= 28 ? inPairs(columns: columns) : hints.map { line(of: $0, columns: columns) }
    let room = rows - keys.count - 1
    guard room > 0 else { return Array(keys.prefix(rows)) }
    var words = wrapped(sentence, width: columns)
    if words.count > room {
      words = Array(words.prefix(room))
      words[room - 1] = clipped(words[room - 1] + " …", to: columns)
    }
    return words.map { TextLine($0) } + [TextLine()] + keys
  }

  /// The summary of the file; without one, the number of its events and their time.
  private var sentence: String {
    let summary = SafeText(state.situation.summary).text
    if !summary.isEmpty { return summary }
    let count = state.dataset.wholeCount
    guard count > 0 else { return "No event is here." }
    let events = count == 1 ? "1 event" : "\(count) events"
    guard state.dataset.isDated else { return "\(events), without dates." }
    let span = state.dataset.wholeSpan
    let (first, last) = (span.start.words(.day), span.end.advanced(by: -1).words(.day))
    return first == last ? "\(events) of \(first)." : "\(events), from \(first) to \(last)."
  }

  private var hints: [(action: Action, words: String)] {
    // Left the keys of one letter, right those with names.
    let left: [(Action, String)] =
      (state.tools.story == nil ? [] : [(.story, "the story")])
      + (state.dataset.isDated ? [(.stepForward, "next \(state.unit.name)")] : [])
      + [(.filter, "filter"), (.legend, "legend"), (.search, "search")]
    let right: [(Action, String)] = [
      (.nextEvent, "next event"), (.open, "open it"), (.search, "search"), (.help, "all keys"),
    ]
    return zip(left, right).flatMap { [$0, $1] }.reduce(into: []) { kept, hint in
      if !kept.contains(where: { $0.0 == hint.0 }) { kept.append(hint) }
    }
  }

  private func inPairs(columns: Int) -> [TextLine] {
    let hints = hints
    let width = columns / 2
    func keyWidth(_ side: Int) -> Int {
      let keys = stride(from: side, to: hints.count, by: 2).map { state.environment.keys.shown(hints[$0].action).count }
      return (keys.max() ?? 0) + 1
    }
    let widths = [keyWidth(0), keyWidth(1)]
    return stride(from: 0, to: hints.count, by: 2).map { first in
      var line = TextLine()
      for (side, (action, words)) in hints[first..<min(first + 2, hints.count)].enumerated() {
        let key = state.environment.keys.shown(action).padding(to: widths[side])
        let room = max(0, width - widths[side] - 1)
        line = line.adding(" " + key, Style(.key)).adding(clipped(words, to: room).padding(to: room))
      }
      return line
    }
  }

  private func line(of hint: (action: Action, words: String), columns: Int) -> TextLine {
    TextLine(" " + state.environment.keys.shown(hint.action).padding(to: 6), Style(.key))
      .adding(clipped(hint.words, to: max(0, columns - 7)))
  }
}
