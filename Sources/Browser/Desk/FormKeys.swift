import SituationModel
import TextCanvas

/// Keys in the form of the desk, where letters are text.
extension BrowserState {
  /// Takes a key into the form.
  mutating func typeInForm(_ key: Key) -> [Effect] {
    if panes.placing != nil {
      choosePlace(by: key)
      return []
    }
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control), (.character("g"), .control): leaveForm()
    case (.character("s"), .control): return saveForm()
    case (.enter, _) where panes.form?.field == nil: return saveForm()
    case (.tab, .shift), (.up, _): moveInForm(by: -1)
    case (.tab, _), (.down, _), (.enter, _): moveInForm(by: 1)
    case (.pageUp, _): panes.form?.focus(0)
    case (.pageDown, _): panes.form?.focus(EventForm.saveRow)
    case (.character("x"), .control): takeCrosshair()
    case (.character("t"), .control): beginPlacing()
    case (.character("n"), .control): chooseWord(by: 1)
    case (.character("p"), .control): chooseWord(by: -1)
    case (.character("r"), .control): restoreField()
    case (.character("o"), .control):
      if let form = panes.form, let field = form.field { return [.edit(field, form[field].text)] }
    default: editField(by: key)
    }
    return []
  }

  private mutating func moveInForm(by step: Int) {
    if let row = panes.form?.row { panes.form?.focus(row + step) }
  }

  private mutating func editField(by key: Key) {
    guard let field = panes.form?.field else { return }
    if let edit = TypedLine.Edit(key) {
      panes.form?[field].edit(edit)
    } else if case .character(let character) = key.code, key.modifiers.isEmpty {
      insert([character], into: field)
    } else {
      return
    }
    panes.form?.problems[field] = nil
  }

  /// Inserts what was pasted; returns the number of characters that had room.
  mutating func pasteIntoForm(_ text: String) -> Int {
    guard let field = panes.form?.field else { return 0 }
    panes.form?.problems[field] = nil
    return insert(Array(text), into: field)
  }

  @discardableResult
  private mutating func insert(_ characters: [Character], into field: EventField) -> Int {
    guard var line = panes.form?[field] else { return 0 }
    let room = max(0, field.longest - line.characters.count)
    line.insert(characters.prefix(room))
    panes.form?[field] = line
    return min(room, characters.count)
  }

  /// The coordinates under the crosshair as text.
  var crosshairText: String { mapText(of: viewport.center) }

  /// The coordinates of a place on the map as text: as coarse as leaves them in its cell.
  func mapText(of place: Coordinate) -> String { place.words(decimals: mapDecimals) }

  /// The number of decimals of degrees that a cell of the map is worth.
  var mapDecimals: Int {
    let degree = GreatCircle.meanRadius * .pi / 180
    var (decimals, step) = (0, degree)
    while step > cellWorth, decimals < 6 { (decimals, step) = (decimals + 1, step / 10) }
    return decimals
  }

  /// Takes the coordinates under the crosshair.
  mutating func takeCrosshair() {
    takePlace(crosshairText)
    dialogue.message =
      "taken from the crosshair; a cell of this map is \(LengthWords(cellWorth, worth: cellWorth / 2).text) wide: how exactly is the place known?"
  }

  /// Puts coordinates from the map into the form, and the focus on what they leave open.
  mutating func takePlace(_ words: String) {
    panes.form?.set(.coordinates, to: words)
    if let form = panes.form, form.value(of: .precision).isEmpty {
      panes.form?.focus(on: .precision)
    } else {
      panes.form?.focus(on: .coordinates)
    }
  }

  /// Puts the next of the words among which the field is chosen into it.
  private mutating func chooseWord(by step: Int) {
    guard let form = panes.form, let field = form.field, !field.choices.isEmpty else {
      dialogue.message = "this field has no list of words to choose from"
      return
    }
    let words = field.choices
    let next =
      words.firstIndex(of: form.value(of: field)).map { ($0 + step + words.count) % words.count }
      ?? (step > 0 ? 0 : words.count - 1)
    panes.form?.set(field, to: words[next])
  }

  private mutating func restoreField() {
    guard let form = panes.form, let field = form.field else { return }
    panes.form?.set(field, to: form.before[field] ?? "")
  }

  /// Takes a field's text from the person's own editor.
  mutating func take(edited text: String, for field: EventField) {
    guard panes.form != nil else { return }
    panes.form?.set(field, to: String(text.prefix(field.longest)))
    if text.count > field.longest { dialogue.message = "the text was cut after \(field.longest) characters" }
  }
}

extension BrowserState {
  /// Leaves the form; asks first if something was typed.
  mutating func leaveForm() {
    if panes.form?.changes.isEmpty == false {
      dialogue.question = .leaveForm
    } else {
      closeForm()
    }
  }

  /// Closes the form.
  mutating func closeForm() {
    endPlacing(keepsView: true)
    // A draft is corrected within the review.
    let isOfDraft = panes.form?.task.event.map { situation.changes[event: $0]?.state == .draft } ?? false
    panes.form = nil
    if panes.overlay?.content == .form { panes.overlay = isOfDraft ? Overlay(content: .review) : nil }
  }

  /// Has the fields read before anything is asked or kept: what can't be read is said together with what is missing.
  mutating func saveForm() -> [Effect] {
    guard let form = panes.form else { return [] }
    guard !form.changes.isEmpty else {
      panes.form?.problems = [:]
      dialogue.message = form.task == .add ? "nothing is typed yet" : "nothing differs from what the event has"
      return []
    }
    return form.request.map { [.checkFields($0)] } ?? []
  }

  /// Asks for the change that the form is about, or first for the reason of a correction.
  ///
  /// - Parameter faults: the fields that can't be read, each with the reason.
  mutating func saveForm(unless faults: [EventField: String]) -> [Effect] {
    guard let form = panes.form, let request = form.request else { return [] }
    let problems = faults.merging(form.gaps) { _, gap in gap }
    panes.form?.problems = problems
    if !problems.isEmpty {
      focusOnProblem(saying: nil)
    } else if form.task == .add {
      return [.change(request, reason: "")]
    } else {
      dialogue.prompt = Prompt(purpose: .desk(form.task), text: form.reason)
    }
    return []
  }

  /// Moves the focus to the first field with a problem.
  mutating func focusOnProblem(saying words: String?) {
    guard let form = panes.form, let first = form.problems.keys.min() else { return }
    panes.form?.focus(on: first)
    let count = form.problems.count
    dialogue.message = words ?? "not saved: \(count == 1 ? "one field needs" : "\(count) fields need") another look"
  }
}

extension EventForm {
  /// The change that the form asks for; nil for a task that has no form.
  var request: ChangeRequest? {
    switch task {
    case .add: .add(changes)
    case .edit(let event): .set(event: event, changes)
    case .comment, .tag, .withdraw: nil
    }
  }

  /// Reasons to ask again, by field: what is never assumed.
  var gaps: [EventField: String] {
    var gaps: [EventField: String] = [:]
    if value(of: .title).isEmpty, !changes.isEmpty { gaps[.title] = "an event needs a title" }
    let isPlaceTouched = [EventField.coordinates, .precision, .radius].contains(where: isChanged)
    guard isPlaceTouched, !value(of: .coordinates).isEmpty else { return gaps }
    if value(of: .precision).isEmpty {
      gaps[.precision] = "how exactly is the place known? unknown leaves that open"
    } else if value(of: .precision) == PlacePrecision.vicinity.rawValue, value(of: .radius).isEmpty {
      gaps[.radius] = "within what distance? such as 5 km"
    }
    return gaps
  }
}
