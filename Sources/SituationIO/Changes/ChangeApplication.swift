import SituationModel

/// The changes of some logs on their way to the events of a situation.
struct ChangeApplication {
  let table: EventTable
  private let names: EventNames
  /// The changes in order, each once.
  private let changes: [Change]
  /// For each change the file beside which its log stands; empty where there is one log.
  private let scopes: [String: Int]
  /// The file beside which the only log stands.
  private let onlyScope: Int?
  private let unknown: [(file: String, change: ChangeLog.Unknown)]
  private let reverts: [String: [String]]
  /// True if some change reverts another, or would.
  private let hasReverts: Bool
  /// The histories of events so far.
  private var histories: [EventHistory] = []
  /// The places of histories, by the ids of their events.
  private var places: [String: Int] = [:]
  /// The places of histories, by the names that changes have for their events.
  private var named: [EventNames.Key: Int] = [:]
  /// The rows of the events of the file that changes are about.
  var rows: [String: Int] = [:]
  /// The events that were added or proposed, by the ids of the changes.
  private var additions: [String: (event: Event, isDraft: Bool)] = [:]
  var problems: [(position: Change.Position, problem: ChangeProblem)] = []
  var pairs: [String: PairDecision] = [:]
  /// The events whose addition was reverted.
  private var takenBack: Set<String> = []
  /// The ids of events with the words of their tags.
  private var tagged: Set<[String]> = []
  /// The names that were looked for, and what was found.
  private var found: [EventNames.Key: EventNames.Found] = [:]
  /// The places of the histories that changes are in, by the ids of the changes; empty where none reverts another.
  private var changeEvents: [String: Int] = [:]

  init(_ situation: Situation, _ logs: [CaseLog], files: [String]) {
    table = situation.events
    names = EventNames(situation, files: files)
    var merged: [String: Change] = [:]
    var scopes: [String: Int] = [:]
    onlyScope = logs.count == 1 ? logs[0].file : nil
    for log in logs where logs.count > 1 {
      for change in log.log.changes where merged[change.id] == nil {
        merged[change.id] = change
        scopes[change.id] = log.file
      }
    }
    changes = logs.count == 1 ? logs[0].log.changes : merged.values.sorted { $0.position < $1.position }
    self.scopes = scopes
    unknown = logs.flatMap { log in log.log.unknown.map { (log.log.file, $0) } }
    reverts = ChangeApplication.reverts(in: changes)
    hasReverts = changes.contains { if case .revert = $0.deed { true } else { false } }
  }

  /// The ids of the changes that revert each, those alone that count themselves. A change can revert earlier ones only, so that none
  /// reverts itself by a detour.
  private static func reverts(in changes: [Change]) -> [String: [String]] {
    guard changes.contains(where: { if case .revert = $0.deed { true } else { false } }) else { return [:] }
    let positions = Dictionary(changes.map { ($0.id, $0.position) }, uniquingKeysWith: { first, _ in first })
    var reverts: [String: [String]] = [:]
    for change in changes.reversed() where reverts[change.id] == nil {
      guard case .revert(let target) = change.deed, let position = positions[target], position < change.position
      else { continue }
      reverts[target, default: []].append(change.id)
    }
    return reverts
  }

  /// The table with all changes applied.
  mutating func events() -> EventTable {
    guard !changes.isEmpty || !unknown.isEmpty else { return table }
    add()
    found = names.find(Set(changes.flatMap { change in change.deed.events.map { key($0, change) } }))
    for change in changes { take(change) }
    var (replaced, dropped, added) = edit()
    join(&replaced, &dropped, &added)
    for (file, change) in unknown {
      problems.append((.first, ChangeProblem(.unknown, nil, words: "\(file):\(change.line): the line \(change.words)")))
    }
    // A pair of which one is not here leaves the other without a change.
    let told = histories.lazy.filter { !$0.changes.isEmpty }.map { ($0.id, $0) }
    let book = ChangeBook(
      changes, reverts: reverts, histories: Dictionary(told, uniquingKeysWith: { first, _ in first }),
      pairs: pairs.values.sorted { $0.change.position < $1.change.position },
      problems: problems.sorted { $0.position < $1.position }.map(\.problem))
    return table.changing(replaced, dropping: dropped, adding: added, book: book)
  }

  /// Carries out the edits of all events, on all processors: the events of the file that differ, the rows of those that are left out, and
  /// the events that were added, in order.
  private mutating func edit() -> (replaced: [Int: Event], dropped: Set<Int>, added: [Event]) {
    let works = histories.enumerated().compactMap { place, history -> EventEdit? in
      let (row, addition) = (rows[history.id], additions[history.id]?.event)
      return row == nil && addition == nil ? nil : EventEdit(history, at: place, row: row, addition: addition)
    }
    let (parts, table) = (works.count > 500 ? processors() : 1, table)
    let done = inParallel(parts) { part in
      works[works.count * part / parts..<works.count * (part + 1) / parts].compactMap { $0.done(in: table) }
    }
    var (replaced, dropped, added): ([Int: Event], Set<Int>, [Event]) = ([:], [], [])
    for work in works {
      if let row = work.row, !work.history.state.isShown { dropped.insert(row) }
    }
    for outcome in done.joined() {
      histories[outcome.place] = outcome.history
      problems += outcome.problems
      if outcome.row == nil, outcome.history.state.isShown { added.append(outcome.event) }
      if let row = outcome.row, outcome.isChanged, outcome.history.state.isShown { replaced[row] = outcome.event }
    }
    // In the order in which they were added.
    added.sort { $0.id < $1.id }
    return (replaced, dropped, added)
  }

  // MARK: Changes one by one

  /// Makes the events of all changes that add or propose one. An event that the file has already, as after `sitmap changes apply`, is not
  /// added again.
  private mutating func add() {
    for change in changes {
      let (texts, isDraft): ([EventField: String], Bool)
      switch change.deed {
      case .add(let fields): (texts, isDraft) = (fields, false)
      case .draft(let fields, _): (texts, isDraft) = (fields, true)
      case .set, .withdraw, .comment, .tag, .sameAs, .notSameAs, .accept, .reject, .revert: continue
      }
      if let row = names.row(ofID: change.id) {
        rows[change.id] = row
        histories[place(of: change.id, .id(change.id, file: nil))].changes = [change]
        continue
      }
      let (event, unread) = EventText.event(id: change.id, texts, by: change.author)
      additions[change.id] = (event, isDraft)
      let place = place(of: change.id, .id(change.id, file: nil))
      histories[place].changes = [change]
      histories[place].state = isDraft ? .draft : .added
      if reverts[change.id] != nil {
        histories[place].state = isDraft ? .rejected : .withdrawn
        takenBack.insert(change.id)
      }
      for (field, words) in unread.sorted(by: { $0.key < $1.key }) where reverts[change.id] == nil {
        problems.append(
          (
            change.position,
            ChangeProblem(.stale, change, event: change.id, field: field, words: "the \(field.rawValue) \(words)")
          ))
      }
    }
  }

  private mutating func take(_ change: Change) {
    switch change.deed {
    case .add, .draft: break
    case .revert(let target):
      if reverts[change.id] == nil, !(reverts[target] ?? []).contains(change.id) {
        stale(change, "reverts a change that is not here, or is later")
      }
      if let place = changeEvents[target] { histories[place].changes.append(change) }
    case .sameAs(let one, let other): decide(change, one, other, isSame: true)
    case .notSameAs(let one, let other): decide(change, one, other, isSame: false)
    case .set(let name, let fields):
      update(change, name) { history, counts in
        for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
          history.edits.append(FieldEdit(change, field, value, status: counts ? .shown : .reverted))
        }
      }
    case .withdraw(let name): update(change, name) { history, counts in if counts { history.state = .withdrawn } }
    case .comment(let name, _):
      update(change, name) { history, counts in if counts { history.comments.append(change) } }
    case .tag(let name, let word):
      guard let place = find(name, change) else { break }
      let isNew = reverts[change.id] == nil && tagged.insert([histories[place].id, word]).inserted
      update(change, place) { history, _ in
        if isNew { history.tags.append(EventHistory.Tag(word, by: change.id)) }
      }
    case .accept(let name):
      update(change, name) { [takenBack] history, counts in
        let isThere = history.state == .draft || history.state == .rejected && !takenBack.contains(history.id)
        if counts, isThere { history.state = .added }
      }
    case .reject(let name):
      update(change, name) { [additions] history, counts in
        if counts, additions[history.id]?.isDraft == true { history.state = .rejected }
      }
    }
  }

  private mutating func update(
    _ change: Change, _ name: EventName, _ edit: (inout EventHistory, _ counts: Bool) -> Void
  ) {
    if let place = find(name, change) { update(change, place, edit) }
  }

  private mutating func update(
    _ change: Change, _ place: Int, _ edit: (inout EventHistory, _ counts: Bool) -> Void
  ) {
    if hasReverts { changeEvents[change.id] = place }
    // In place: a copy of a long history for each of its changes would cost its square.
    edit(&histories[place], !hasReverts || reverts[change.id] == nil)
    histories[place].changes.append(change)
  }

  /// The place of the history of an event; one that has none gets an empty one.
  private mutating func place(of id: String, _ name: EventName) -> Int {
    if let place = places[id] { return place }
    places[id] = histories.count
    histories.append(EventHistory(id: id, name: name, state: .file))
    return histories.count - 1
  }

  private mutating func decide(_ change: Change, _ one: EventName, _ other: EventName, isSame: Bool) {
    guard let first = find(one, change), let second = find(other, change), first != second else { return }
    for place in [first, second] { histories[place].changes.append(change) }
    if reverts[change.id] != nil { return }
    let decision = PairDecision(histories[first].id, histories[second].id, isSame: isSame, by: change)
    // With a length before it, so that no two pairs make one key.
    pairs["\(decision.first.utf8.count):\(decision.first)\(decision.second)"] = decision
  }

  /// The place of the history of the event that a name stands for. Where it stands for none the change is listed, unless it was reverted or is about a file
  /// that is not open.
  private mutating func find(_ name: EventName, _ change: Change) -> Int? {
    if !additions.isEmpty, case .id(let id, _) = name, additions[id] != nil { return places[id] }
    let key = key(name, change)
    if let place = named[key] { return place }
    switch found[key] {
    case .row(let row, let id):
      rows[id] = row
      let place = place(of: id, name)
      named[key] = place
      return place
    case .elsewhere: return nil
    case EventNames.Found.none?, nil: stale(change, "is about an event that is gone")
    case .several: stale(change, "is about one of several records that can't be told apart")
    case .repeated: stale(change, "is about an id that several records have")
    }
    return nil
  }

  private func key(_ name: EventName, _ change: Change) -> EventNames.Key {
    EventNames.Key(name: name, scope: scopes.isEmpty ? onlyScope : scopes[change.id])
  }

  private mutating func stale(_ change: Change, _ words: String) {
    guard reverts[change.id] == nil else { return }
    problems.append((change.position, ChangeProblem(.stale, change, words: "the change \(words)")))
  }
}
