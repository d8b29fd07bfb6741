import SituationModel
import TextCanvas

/// Telling a story step by step, by hand or by itself.
extension BrowserState {
  /// Begins or ends the story; the view stays unchanged.
  mutating func toggleStory() {
    if tools.telling != nil {
      endStory()
    } else if tools.story == nil {
      dialogue.message = "this file has no story: put NAME.story.json beside it, or start with --story FILE"
    } else {
      panes.overlay = nil
      tools.play.isOn = false
      tell(0)
    }
  }

  /// Shows a step of the story.
  mutating func tell(_ step: Int) {
    guard let story = tools.story, story.steps.indices.contains(step) else { return }
    tools.telling = Telling(step: step, isPlaying: tools.telling?.isPlaying ?? false)
    panes.pages = [.story(top: 0, link: 0)]
    if !layout.isBeside { panes.focus = .map }
    show(story.steps[step].view)
    // What it shows may have closed the pages of an event.
    panes.pages = [.story(top: 0, link: 0)]
  }

  /// Ends the story.
  mutating func endStory() {
    tools.telling = nil
    panes.pages.removeAll { if case .story = $0 { true } else { false } }
    if panes.pages.isEmpty { panes.focus = .map }
    dialogue.message = "the story has ended; \(environment.keys.shown(.undo)) goes back to the view before it"
  }

  /// Handles an action while a story is told; returns false for actions with their usual meaning.
  mutating func takeInStory(_ action: Action) -> Bool {
    guard let telling = tools.telling, let story = tools.story, panes.overlay == nil else { return false }
    switch action {
    case .pageDown: tellNext(1)
    case .pageUp: tellNext(-1)
    case .play:
      tools.telling?.isPlaying.toggle()
      if !telling.isPlaying, telling.step == story.steps.count - 1 { tell(0) }
    default: return false
    }
    return true
  }

  private mutating func tellNext(_ direction: Int) {
    guard let step = tools.telling?.step, let story = tools.story else { return }
    tools.telling?.isPlaying = false
    let next = step + direction
    if story.steps.indices.contains(next) {
      tell(next)
    } else {
      dialogue.message =
        direction > 0
        ? "this is the last step: \(environment.keys.shown(.story)) ends the story" : "this is the first step"
    }
  }

  /// Goes to the next step when the time for one is over. After the last step the story stops.
  mutating func tellOn() {
    guard let telling = tools.telling, telling.isPlaying, let story = tools.story else { return }
    if telling.step + 1 < story.steps.count { tell(telling.step + 1) }
    if telling.step + 2 >= story.steps.count { tools.telling?.isPlaying = false }
  }

  /// Opens one of the events that the step rests on.
  mutating func openInStory(_ link: Int) {
    guard let rows = toldStep?.rows, rows.indices.contains(link) else {
      dialogue.message = "this step rests on no event of the file"
      return
    }
    panes.focus = .side
    view.selection = Selection(row: rows[link])
    panes.pages.append(.detail(row: rows[link], top: 0, link: 0))
    bringIntoView(rows[link])
  }

  /// The present step as lines of the side pane; nil while no story is told.
  var storyText: StoryText? {
    toldStep.map {
      StoryText(
        $0, in: dataset.events, colouring: colouring, columns: layout.inside(layout.side).size.columns, chosen: nil)
    }
  }

  /// The present step; nil while no story is told.
  var toldStep: Story.Step? { tools.telling.flatMap { tools.story?.steps[$0.step] } }
}

/// A step in words: its title, its sentences, and the events that it rests on.
struct StoryText {
  /// The lines.
  private(set) var lines: [TextLine] = []
  /// The rows of the events at the end of the text, and the line of each.
  private(set) var links: [(row: Int, line: Int)] = []

  init(
    _ step: Story.Step, in events: EventTable, colouring: Colouring, columns: Int, chosen: Int?, isDense: Bool = false
  ) {
    let columns = max(8, columns)
    for line in wrapped(SafeText(step.title).text, width: columns) {
      lines.append(TextLine(line, Style(.emphasis, on: .plain, .bold)))
    }
    if !lines.isEmpty && !isDense { lines.append(TextLine()) }
    lines += SafeParagraphs(step.text).lines.flatMap { wrapped($0, width: columns) }.map { TextLine($0) }
    guard !step.rows.isEmpty else { return }
    lines += [TextLine(), TextLine("It rests on", Style(.title))]
    for (index, row) in step.rows.enumerated() {
      let isChosen = index == chosen
      links.append((row, lines.count))
      let event = events[row]
      let look: Attributes = isChosen ? .reverse : []
      let head = TextLine(isChosen ? ">" : " ", Style(.key, on: .plain, look), target: .link(index))
        .adding(
          events.mark(of: row).padding(to: 2) + " ", Style(colouring.ink(ofRow: row), on: .plain, look.union(.bold)))
      lines.append(head.adding(clipped(SafeText(event.title).text, to: columns - 4), Style(.plain, on: .plain, look)))
    }
  }
}

/// Draws the present step of the story.
struct StoryView {
  let state: BrowserState

  /// Draws the step in the side pane.
  func draw(top: Int, link: Int, into frame: inout Frame, in rect: Rect) {
    guard let step = state.toldStep else { return }
    let inside = state.layout.inside(rect)
    if state.layout.isFramed { frame.grid.frame(rect, title: title, isFocused: state.panes.focus == .side) }
    frame.add(.detail, in: inside)
    let chosen = state.panes.focus == .side ? link : nil
    let text = StoryText(
      step, in: state.dataset.events, colouring: state.colouring, columns: inside.size.columns, chosen: chosen)
    frame.draw(text.lines, from: top, in: inside)
  }

  /// Draws the step over the lowest part of the map, if there is no side pane beside it. It takes at most two fifths of the map's rows,
  /// so
  /// that the middle stays in view.
  func drawBelow(into frame: inout Frame, in map: Rect) {
    guard let step = state.toldStep else { return }
    let text = StoryText(
      step, in: state.dataset.events, colouring: state.colouring, columns: map.size.columns - 2, chosen: nil,
      isDense: true)
    let rows = min(text.lines.count + 1, map.size.rows * 2 / 5)
    guard rows > 1 else { return }
    let rect = map.inset(top: map.size.rows - rows)
    frame.grid.fill(rect, with: .blank)
    frame.grid.write(
      clipped(" \(title) (\(state.environment.keys.shown(.list)) shows it whole)", to: rect.size.columns),
      column: rect.origin.column,
      row: rect.origin.row, Style(.title, on: .plain, .reverse), limit: rect.size.columns)
    frame.add(.detail, in: rect)
    frame.draw(text.lines, in: rect.inset(left: 1, top: 1, right: 1))
  }

  private var title: String {
    guard let telling = state.tools.telling, let story = state.tools.story else { return "" }
    let playing = telling.isPlaying ? ", playing" : ""
    return "\(telling.step + 1) of \(story.steps.count)\(playing): \(SafeText(story.title).text)"
  }
}
