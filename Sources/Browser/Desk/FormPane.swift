import SituationModel
import TextCanvas

/// The form in which an event is added or corrected.
struct FormPane: Pane {
  func draw(_ state: BrowserState, into frame: inout Frame, in rect: Rect) {
    guard state.panes.placing == nil, let view = FormView(state) else { return }
    view.draw(into: &frame)
  }

  /// Keys are text here: only what a click or a name asks for comes as an action.
  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    switch action {
    case .redraw: return .passed
    case .close, .quit: state.leaveForm()
    default: break
    }
    return .done
  }

  func roll(_ direction: Int, _ state: inout BrowserState) {
    if let row = state.panes.form?.row { state.panes.form?.focus(row + direction) }
  }

  func hints(_ state: BrowserState) -> [KeyHint] { [] }

  /// Keeps the line with the focus in view.
  func settle(_ state: inout BrowserState) {
    guard let view = FormView(state) else {
      state.panes.overlay = nil
      return
    }
    state.panes.form?.top = view.settledTop
  }

  /// Handles the mouse: a click puts the focus on a line, and saves where it is on the line that saves.
  static func point(_ mouse: Mouse, at target: Target?, _ state: inout BrowserState) -> [Effect] {
    switch (mouse.action, target) {
    case (.press, .formLine(let row)):
      state.panes.form?.focus(row)
      return row == EventForm.saveRow ? state.saveForm() : []
    case (.press, .typed(let key)): return state.typeInForm(key)
    case (.press, .map(let point)) where state.panes.placing != nil,
      (.press, .mark(_, let point)) where state.panes.placing != nil:
      state.center(on: state.viewport.coordinate(at: point))
    case (.wheelUp, _) where state.panes.placing != nil: state.choosePlace(by: Key(.character("+")))
    case (.wheelDown, _) where state.panes.placing != nil: state.choosePlace(by: Key(.character("-")))
    case (.wheelUp, _): FormPane().roll(-1, &state)
    case (.wheelDown, _): FormPane().roll(1, &state)
    case (.press, _), (.menu, _), (.drag, _), (.release, _): break
    }
    return []
  }

  /// The keys that the last line shows, the most useful ones first, each with a word.
  static func keys(_ state: BrowserState) -> [(key: Key, words: String)] {
    func control(_ letter: Character) -> Key { Key(.character(letter), .control) }
    if let placing = state.panes.placing {
      return [
        (Key(.enter), placing.corner == nil ? "take the spot" : "take the box"),
        (Key(.character("b")), placing.corner == nil ? "begin a box" : "no box"), (Key(.escape), "back to the form"),
        (Key(.left), "west"), (Key(.right), "east"), (Key(.up), "north"), (Key(.down), "south"),
      ]
    }
    var keys: [(Key, String)] = [(control("s"), "save"), (Key(.escape), "leave"), (Key(.tab), "next")]
    if state.panes.form?.field?.choices.isEmpty == false { keys.append((control("n"), "choose")) }
    keys += [(control("x"), "crosshair"), (control("t"), "map")]
    if state.panes.form?.task != .add { keys.append((control("r"), "restore")) }
    return keys + [(control("o"), "editor"), (Key(.tab, .shift), "before")]
  }
}

/// Draws the form.
struct FormView {
  private let state: BrowserState
  private let form: EventForm

  /// The view of the form; nil if none is open.
  init?(_ state: BrowserState) {
    guard let form = state.panes.form else { return nil }
    (self.state, self.form) = (state, form)
  }

  /// The columns of the labels, with a sign before and a space behind.
  private static let labelColumns = 14

  /// The pane with its frame: at the right beside the middle of a wide map, else as wide as the screen.
  private var outside: Rect {
    let size = state.size
    let columns = columns
    let top = size.rows >= 10 ? 1 : 0
    let room = size.rows - 2 * top
    let rows = room < Self.fewRows ? room : min(room, lines.count + Self.hintRows + 2)
    return Rect(column: size.columns - columns, row: top, columns: columns, rows: rows)
  }

  private var columns: Int { state.size.columns < 106 ? state.size.columns : min(84, state.size.columns - 46) }

  /// The columns inside of the frame.
  private var insideColumns: Int { isFramed ? columns - 4 : columns }

  private var isFramed: Bool { state.size.columns >= 20 && state.size.rows >= 8 }

  /// The rows of a pane that is too low for hints.
  private static let fewRows = 12
  /// The rows at the foot that say what the field with the focus accepts, with an empty one above them.
  private static let hintRows = 3

  private var inside: Rect { isFramed ? outside.inset(left: 2, top: 1, right: 2, bottom: 1) : outside }

  private var hintRows: Int { outside.size.rows < Self.fewRows ? 0 : Self.hintRows }

  private var body: Rect { inside.inset(bottom: hintRows) }

  /// The first line to show, so that the line with the focus and what is wrong with it are in view.
  var settledTop: Int {
    let lines = lines
    let rows = body.size.rows
    guard let first = lines.firstIndex(where: { $0.target == .formLine(form.row) }),
      let last = lines.lastIndex(where: { $0.target == .formLine(form.row) })
    else { return 0 }
    return max(0, min(max(form.top, last - rows + 1), first, max(0, lines.count - rows)))
  }

  /// Draws the pane.
  func draw(into frame: inout Frame) {
    frame.grid.fill(outside, with: .blank)
    if isFramed { frame.grid.frame(outside, title: title, isFocused: true) }
    frame.add(.besideOverlay, in: frame.grid.bounds)
    frame.add(.overlay, in: outside)
    frame.draw(lines, from: form.top, in: body)
    guard hintRows > 0 else { return }
    let hint = form.field?.hint ?? "Enter saves"
    let lines = [TextLine()] + wrapped(hint, width: inside.size.columns).prefix(2).map { TextLine($0, Style(.dim)) }
    frame.draw(lines, in: inside.inset(top: inside.size.rows - hintRows))
  }

  private var title: String {
    guard let event = form.task.event else { return "a new event" }
    let title = form.before[.title] ?? event
    return "correct: " + clipped(SafeText(title).text, to: max(8, columns - 20))
  }

  /// A line for each field, with what is wrong below it, and the line that saves.
  private var lines: [TextLine] {
    let fields = EventForm.fields.enumerated().flatMap { row, field in
      [line(of: field, row: row)] + problem(of: field, row: row)
    }
    let style = Style(form.field == nil ? .emphasis : .key, on: .plain, form.field == nil ? [.reverse, .bold] : [])
    let sign = (form.field == nil ? ">" : " ").padding(to: Self.labelColumns)
    let save = TextLine(sign, Style(.key, on: .plain, .bold), target: .formLine(EventForm.saveRow))
    return fields + [save.adding("[ save ]", style)]
  }

  private func line(of field: EventField, row: Int) -> TextLine {
    let hasFocus = form.row == row
    let sign = hasFocus ? ">" : form.task != .add && form.isChanged(field) ? "~" : " "
    let label = TextLine(sign, Style(.key, on: .plain, .bold), target: .formLine(row))
      .adding(field.label.padding(to: Self.labelColumns - 1), Style(hasFocus ? .emphasis : .town))
    let room = max(1, insideColumns - Self.labelColumns)
    if hasFocus { return typed(form[field], after: label, room: room, field: field) }
    let text = SafeText(form[field].text).text
    return text.isEmpty
      ? label.adding(clipped(placeholder(of: field), to: room), Style(.dim)) : label.adding(clipped(text, to: room))
  }

  /// The line that is being typed, with its cursor.
  private func typed(_ line: TypedLine, after label: TextLine, room: Int, field: EventField) -> TextLine {
    let (before, behind) = line.shown(in: room - 1)
    let text = label.adding(String(before), Style(.emphasis))
    guard let first = behind.first else {
      let empty = line.characters.isEmpty ? clipped(placeholder(of: field), to: max(0, room - 2)) : ""
      return text.adding("_", Style(.key, on: .plain, .bold)).adding(empty.isEmpty ? "" : " \(empty)", Style(.dim))
    }
    return text.adding(String(first), Style(.emphasis, on: .plain, .reverse))
      .adding(String(behind.dropFirst()), Style(.emphasis))
  }

  /// The words in an empty field: of the place, which is never assumed.
  private func placeholder(of field: EventField) -> String {
    guard field == .coordinates else { return "" }
    return "no place; Ctrl-T chooses, Ctrl-X takes \(state.crosshairText)"
  }

  private func problem(of field: EventField, row: Int) -> [TextLine] {
    guard let problem = form.problems[field] else { return [] }
    // Beside its field a sentence about it needs no verb.
    let reason = problem.hasPrefix("is ") ? String(problem.dropFirst(3)) : problem
    let indent = String(repeating: " ", count: Self.labelColumns)
    return wrapped(SafeText(reason).text, width: max(8, insideColumns - Self.labelColumns - 2)).enumerated()
      .map { TextLine(indent + ($0 == 0 ? "! " : "  ") + $1, Style(.warning), target: .formLine(row)) }
  }
}
