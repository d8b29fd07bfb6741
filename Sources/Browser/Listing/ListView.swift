import SituationModel
import TextCanvas

/// Draws the list of events.
struct ListView {
  let state: BrowserState

  /// Draws the pane.
  func draw(into frame: inout Frame, in rect: Rect) {
    let layout = state.layout
    let inside = layout.inside(rect)
    if layout.isFramed {
      let focused = state.panes.focus == .side && state.panes.pages.isEmpty
      frame.grid.frame(rect, title: title, isFocused: focused)
    }
    frame.add(.list, in: inside)
    if state.results.items.isEmpty {
      let lines = wrapped(emptyWords, width: inside.size.columns).map { TextLine($0, Style(.dim)) }
      frame.draw(lines, in: inside)
      return
    }
    // Only what is in view is made into lines.
    let top = state.panes.listTop
    var visible = state.results.items.dropFirst(top).prefix(inside.size.rows).map {
      line(of: $0, columns: inside.size.columns)
    }
    if let note = state.listNote, visible.count < inside.size.rows {
      visible.append(TextLine(" " + clipped(note, to: inside.size.columns - 1), Style(.dim)))
    }
    frame.draw(visible, in: inside)
    let right = inside.columns.upperBound - 1
    if top > 0 { frame.grid[right, inside.origin.row] = Cell("^", Style(.key)) }
    if state.listLines - top > inside.size.rows {
      frame.grid[right, inside.rows.upperBound - 1] = Cell("v", Style(.key))
    }
  }

  private var title: String {
    let place = (state.dataset.partial?.closeUp?.words).map { " \($0)" } ?? ""
    let events = state.view.order.shortWords + place + (state.pageWords.map { ", \($0)" } ?? "")
    return state.view.search.isEmpty ? events : "\(events), = matches \u{22}\(SafeText(state.view.search).text)\u{22}"
  }

  private var emptyWords: String {
    if let words = state.emptyListWords { return words }
    if state.dataset.events.count == 0, state.dataset.partial == nil {
      return state.dataset.feed?.status.isPart == true ? "The file is being read." : "There is no event in this file."
    }
    if state.view.hiddenFiles.count == state.dataset.fileCounts.count, !state.dataset.fileCounts.isEmpty {
      return "All files are turned off. \(state.environment.keys.shown(.layers)) turns them on again."
    }
    if !state.view.filter.isEmpty {
      return "No event in this window passes the filter. "
        + "\(state.environment.keys.shown(.clear)) clears the filter, \(state.environment.keys.shown(.wholeSpan)) shows all time."
    }
    return "No event in this window. \(state.environment.keys.shown(.wholeSpan)) shows all time."
  }

  private func line(of item: EventList.Item, columns: Int) -> TextLine {
    switch item {
    case .heading(let row, let count):
      let words = state.dataset.events.heading(of: row, by: state.view.order.grouping)
      // A day's events are seen at once; of a kind or a party there may be pages.
      let counted = state.view.order.grouping == .day ? "" : " (\(count))"
      return TextLine(" " + clipped(SafeText(words).text, to: columns - 1 - counted.count) + counted, Style(.title))
    case .event(let row, let isCertain):
      return eventLine(row: row, isCertain: isCertain, isSelected: state.view.selection?.row == row, columns: columns)
    }
  }

  /// `>!I Title of the event  Place`, `>2 !I Title` where several files are open; `>!I:Title` if it is only maybe in the window. The sign
  /// of the standing comes first, so that all of them are in one column. Behind the title a `~` says that people have corrected the event,
  /// a `+` that they have added it. What the search finds begins with `=` and is underlined, since
  /// the cursor may hide that.
  func eventLine(row: Int, isCertain: Bool, isSelected: Bool, columns: Int) -> TextLine {
    let event = state.dataset.events[row]
    let attributes: Attributes = isSelected ? .reverse : []
    let isFound = state.isFound(row)
    let cursor = isSelected ? ">" : isFound ? "=" : " "
    let mark = Array(state.dataset.events.mark(of: row))
    // Where signs tell changes, none tells standings.
    let isConfirmed = event.standing == .confirmed && !state.dataset.events.isComparison
    let sign = mark.dropFirst().first ?? (isConfirmed ? state.environment.confirmedSign : " ")
    let file = state.dataset.events.file(of: row)
    var line = TextLine(cursor, Style(isFound ? .key : .plain, on: .plain, attributes), target: .event(row))
    if let file {
      line = line.adding("\(file.sign) ", Style(file.ink, on: .plain, attributes))
    }
    let ink = state.colouring.ink(ofRow: row)
    line = line.adding(
      String(sign), Style(sign == state.environment.confirmedSign ? .key : ink, on: .plain, attributes)
    )
    .adding(String(mark.first ?? " "), Style(ink, on: .plain, attributes.union(.bold)))
    let shown = ListColumns(
      order: state.view.order, hasGrades: state.dataset.hasGrades, hasFiles: file != nil,
      hasNames: state.dataset.hasNamedPlaces,
      columns: columns)
    let note = shown.cells.isEmpty && columns >= 34 ? EventWords(event).placeNote : ""
    let room = shown.titleColumns - (note.isEmpty ? 0 : note.count + 1)
    let edited = state.dataset.events.book[event: event.id]?.sign.map { " \($0)" } ?? ""
    let plain = clipped(SafeText(event.title).text, to: room - (shown.cells.isEmpty ? 0 : 1) - edited.count)
    let title = plain + edited
    let padding = max(0, shown.titleColumns - displayWidth(of: title) - note.count)
    let titleInk: Ink = isCertain ? .plain : .town
    line = line.adding(isCertain ? " " : ":", Style(titleInk, on: .plain, attributes))
      .adding(title, Style(titleInk, on: .plain, isFound ? attributes.union(.underline) : attributes))
      .adding(String(repeating: " ", count: padding) + note, Style(.dim, on: .plain, attributes))
    for cell in shown.cells {
      let text = clipped(SafeText(EventWords(event).cell(of: cell.column, columns: cell.width)).text, to: cell.width)
      let filled = text + String(repeating: " ", count: max(0, cell.width - displayWidth(of: text)) + 1)
      let ink: Ink = cell.column == state.view.order.column ? .plain : .dim
      line = line.adding(filled, Style(ink, on: .plain, attributes))
    }
    return line
  }
}

/// Draws the events that one pin stands for.
struct StackView {
  let state: BrowserState
  /// The events that are shown.
  let rows: [Int]
  /// All events of the pin or the chip, whether the window and the filter leave them or not.
  let all: [Int]
  /// The index of the chosen event among those that are shown.
  let chosen: Int?

  init(state: BrowserState, rows: [Int], of all: [Int], chosen: Int?) {
    (self.state, self.rows, self.all, self.chosen) = (state, rows, all, chosen)
  }

  /// Place that the events have in common.
  private var placeWords: String {
    guard let first = all.first else { return "" }
    if state.dataset.spots.isUnplaced(first) { return "with no place" }
    return state.dataset.spots.country(of: first) == nil ? "at this pin" : "of a whole country"
  }

  /// Draws the pane.
  func draw(into frame: inout Frame, in rect: Rect) {
    let layout = state.layout
    let inside = layout.inside(rect)
    if layout.isFramed {
      let count = rows.count == all.count ? "\(rows.count) events" : "\(rows.count) of \(all.count) events"
      frame.grid.frame(rect, title: "\(count) \(placeWords)", isFocused: state.panes.focus == .side)
    }
    frame.add(.list, in: inside)
    if rows.isEmpty {
      let words = "None of these events is in this window and passes the filter."
      return frame.draw(wrapped(words, width: inside.size.columns).map { TextLine($0, Style(.dim)) }, in: inside)
    }
    let view = ListView(state: state)
    let lines = rows.enumerated().map { index, row in
      let isCertain = state.shownWindow.membership(of: state.dataset.events.date(of: row)) == .certain
      return view.eventLine(row: row, isCertain: isCertain, isSelected: index == chosen, columns: inside.size.columns)
    }
    frame.draw(lines, from: max(0, (chosen ?? 0) - inside.size.rows + 1), in: inside)
  }
}
