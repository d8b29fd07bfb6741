import Cartography
import SituationModel
import TextCanvas

/// The hint beside a typed place: its possible meanings, `Homs, Syria | Homs governorate, Syria`.
struct DestinationHint {
  let state: BrowserState
  let prompt: Prompt

  /// The places from the chosen one on, in a circle, as many as fit into the columns. The one that Enter goes to is bright.
  func line(columns: Int) -> TextLine {
    if prompt.text.isEmpty {
      return plain("a place's name, or 35.4, 35.95 or 35 24 04 N 35 56 55 E or 36SYE6722", columns)
    }
    if let reading = prompt.destinations.coordinates { return plain(reading.words, columns) }
    let matches = prompt.destinations.matches
    guard !matches.isEmpty else {
      return plain(prompt.text.contains(where: \.isNumber) ? "" : "no such name", columns)
    }
    let first = prompt.destinations.chosen ?? 0
    var line = TextLine()
    var used = 0
    for match in matches[first...] + matches[..<first] {
      let isFirst = used == 0
      let words = state.words(for: match.entry)
      let text = (isFirst ? "" : " | ") + words
      guard isFirst || used + displayWidth(of: text) <= columns else { break }
      line = line.adding(isFirst ? clipped(text, to: max(0, columns)) : text, Style(isFirst ? .emphasis : .dim))
      used += displayWidth(of: text)
    }
    return line
  }

  private func plain(_ text: String, _ columns: Int) -> TextLine {
    TextLine(clipped(text, to: max(0, columns)), Style(.dim))
  }
}
