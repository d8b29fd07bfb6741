import SituationModel
import TextCanvas

/// The title: the situation, the window in words, and how many of its events are shown, possible, unplaced, rejected.
struct TitleLine {
  let state: BrowserState

  /// Draws the line; what matters least is left out first where room is short.
  func draw(into frame: inout Frame, in rect: Rect) {
    guard !rect.isEmpty else { return }
    let columns = rect.size.columns
    var right = fitting(columns: columns)
    let name = displayWidth(of: SafeText(state.situation.title).text)
    if let part = standings(beside: right, columns: columns - min(name + 3, columns / 2)) {
      right.insert(part, at: (right.firstIndex { $0.rank == 1 } ?? 0) + 1)
    }
    let rightText = right.map(\.text).joined(separator: "  ")
    let room = columns - displayWidth(of: rightText) - 3
    let title = clipped(SafeText(state.situation.title).text, to: max(0, room))
    frame.grid.write(title, column: 1, row: rect.origin.row, Style(.emphasis, on: .plain, .bold), limit: max(0, room))
    var column = columns - displayWidth(of: rightText) - 1
    for part in right {
      frame.grid.write(part.text, column: max(0, column), row: rect.origin.row, part.style)
      column += displayWidth(of: part.text) + 2
    }
  }

  private struct Part {
    let text: String
    let style: Style
    /// Lower numbers stay longer.
    let rank: Int
  }

  private func fitting(columns: Int) -> [Part] {
    let room = columns - min(24, columns / 4)
    // Short counts are better than none, and than nothing of what went wrong or comes in.
    for length in [Length.long, .short] {
      let all = parts(length)
      let fitting = fitting(all, columns: room)
      if fitting.count(where: { $0.rank <= 2 }) == all.count(where: { $0.rank <= 2 }) { return fitting }
    }
    return fitting(parts(.shortest), columns: room)
  }

  /// The numbers of events of each standing: all where there is room for them, else that of the confirmed ones.
  private func standings(beside parts: [Part], columns: Int) -> Part? {
    let counts = state.results.counts
    guard state.isWhole, !state.view.timeLook.isCertainOnly else { return nil }
    let words = Standing.allCases.filter { counts.count(of: $0) > 0 }.map { "\(counts.count(of: $0)) \($0.rawValue)" }
    let used = parts.reduce(0) { $0 + displayWidth(of: $1.text) + 2 }
    return [words, Array(words.prefix(1))].map { $0.joined(separator: ", ") }
      .first { !$0.isEmpty && used + displayWidth(of: $0) + 2 <= columns }
      .map { Part(text: $0, style: .plain, rank: 7) }
  }

  /// The length of the words, by the room for them.
  enum Length { case long, short, shortest }

  private func fitting(_ all: [Part], columns: Int) -> [Part] {
    var parts = all
    func used() -> Int { parts.reduce(0) { $0 + displayWidth(of: $1.text) + 2 } }
    // The name of the situation keeps a fair share.
    while used() > columns, parts.count > 1,
      let last = parts.indices.max(by: { parts[$0].rank < parts[$1].rank })
    {
      parts.remove(at: last)
    }
    return parts
  }

  private func parts(_ length: Length) -> [Part] {
    var parts = [
      Part(text: TitleLine.words(for: state), style: Style(.window), rank: 0),
      Part(text: counts(isShort: length != .long), style: .plain, rank: 1),
    ]
    if state.dataset.events.clock == .known {
      parts.append(Part(text: "\(state.results.counts.undated) with no date", style: Style(.town), rank: 3))
    }
    if let feed = state.dataset.feed {
      let style = Style(feed.status.problem == nil ? .key : .warning)
      parts.append(Part(text: SafeText(length == .shortest ? feed.shortWords : feed.words).text, style: style, rank: 2))
    }
    if let words = state.sourceWords(length) {
      let style = Style(state.hasSourceProblem ? .warning : .key)
      // Where there is room for one thing alone, it is that the rest is not up to date.
      parts.append(Part(text: SafeText(words).text, style: style, rank: state.isSourceSettled ? 2 : -1))
    }
    for (weight, words) in [
      (Rejection.Weight.rejected, "rejected"), (.repaired, "repaired"), (.unread, "kept as text"),
    ] {
      let count = state.situation.rejections.count { $0.weight == weight }
      if count > 0 { parts.append(Part(text: "\(count) \(words)", style: Style(.warning), rank: 2)) }
    }
    let notes = state.situation.notes.count + state.situation.rejections.count { $0.weight == .note }
    if notes > 0 { parts.append(Part(text: notes == 1 ? "1 note" : "\(notes) notes", style: Style(.key), rank: 4)) }
    if !state.view.hiddenFiles.isEmpty {
      let words = "\(state.view.hiddenFiles.count) of \(state.dataset.fileCounts.count) files off"
      parts.append(Part(text: words, style: Style(.key), rank: 3))
    }
    if !state.view.filter.isEmpty { parts.append(Part(text: "filtered", style: Style(.key), rank: 3)) }
    if state.dataset.escapedCharacterCount > 0 {
      let words = "\(state.dataset.escapedCharacterCount) unsafe\(length == .long ? " characters" : "")"
      parts.append(Part(text: words, style: Style(.warning), rank: 6))
    }
    return parts
  }

  /// `22 events`, or in a narrower window `5 in this window, 15 maybe, of 22`; short where there is little room.
  private func counts(isShort: Bool) -> String {
    let (certain, possible) = (state.results.counts.certain, state.results.counts.possible)
    let all = state.dataset.wholeCount
    if !state.results.counts.areKnown {
      return state.dataset.remote?.overview == nil ? "not yet known" : "not yet counted, of \(all)"
    }
    let isCertainOnly = state.view.timeLook.isCertainOnly
    if state.isWhole, !isCertainOnly || possible == 0 {
      let shown = certain + possible
      return shown != all ? "\(shown) of \(all) events" : all == 1 ? "1 event" : "\(all) events"
    }
    if isShort { return "\(certain)\(isCertainOnly ? "" : "+\(possible) maybe") of \(all)" }
    return "\(certain) in this window, \(possible) maybe\(isCertainOnly ? " (left out)" : ""), of \(all)"
  }

  /// The window in words, with the zone: `7-14 Dec 2024 UTC`.
  static func words(for state: BrowserState) -> String {
    guard state.dataset.isDated else { return state.dataset.isOverviewKnown ? "no dates" : "dates not yet known" }
    let window = state.view.window
    let isWholeDays = window.start.secondOfDay == 0 && window.end.secondOfDay == 0
    let isWholeMinutes = window.start.seconds % 60 == 0 && window.end.seconds % 60 == 0
    let precision: TimePrecision = isWholeDays ? .day : isWholeMinutes ? .minute : .second
    let span = DateInterval(from: window.start, precision, to: window.end, precision)
    let isKnown = state.dataset.events.clock == .known
    let words = (isKnown ? "known " : "") + (span?.words ?? "")
    if state.view.timeLook.isCumulative {
      return (isKnown ? "known " : "")
        + "up to \(window.end.advanced(by: -1).words(precision)) \(state.situation.zone.name)"
    }
    return "\(words) \(state.situation.zone.name)"
  }
}
