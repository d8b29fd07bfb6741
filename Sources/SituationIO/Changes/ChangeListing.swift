import SituationModel

/// The changes of a case as text or JSON.
public struct ChangeListing {
  private let book: ChangeBook
  private let rejections: [Rejection]
  private let onlyProblems: Bool
  private let safe: (String) -> String
  /// The sorts of problems by the ids of changes.
  private let kinds: [String: ChangeProblem.Kind]
  /// The effects of edits by the ids of changes.
  private let statuses: [String: Set<FieldEdit.Status>]

  /// A listing.
  ///
  /// - Parameters:
  ///   - rejections: the lines of the logs that are no changes.
  ///   - onlyProblems: true to list only what needs a look.
  ///   - safe: makes a text safe for a terminal, on one line.
  public init(_ book: ChangeBook, _ rejections: [Rejection], onlyProblems: Bool, safe: @escaping (String) -> String) {
    (self.book, self.rejections, self.onlyProblems, self.safe) = (book, rejections, onlyProblems, safe)
    var statuses: [String: Set<FieldEdit.Status>] = [:]
    for id in book.events {
      for edit in book[event: id]?.edits ?? [] { statuses[edit.change.id, default: []].insert(edit.status) }
    }
    self.statuses = statuses
    kinds = Dictionary(
      book.problems.compactMap { problem in problem.change.map { ($0.id, problem.kind) } },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: Text

  /// A line for each change, with tabs between its columns; or for each problem.
  public var text: String {
    if onlyProblems {
      return book.problems.map { line(of: $0) }.joined()
        + rejections.map { safe("\($0.file):\($0.line): \($0.reason)") + "\n" }.joined()
    }
    let events = events
    return book.changes.map { change in
      let columns = [
        ChangeListing.time(change), change.author, effect(of: change, events[change.id] ?? []),
        (events[change.id] ?? []).joined(separator: " "), change.words, change.reason, change.id,
      ]
      return columns.map { safe($0.replacing("\t", with: " ")) }.joined(separator: "\t") + "\n"
    }.joined()
  }

  private func line(of problem: ChangeProblem) -> String {
    let who = [problem.change, problem.other].compactMap { $0 }.map { "\($0.id) by \($0.author)" }
    let columns = [problem.kind.rawValue, problem.event ?? "", problem.words, who.joined(separator: "; ")]
    return columns.map { safe($0.replacing("\t", with: " ")) }.joined(separator: "\t") + "\n"
  }

  private static func time(_ change: Change) -> String { DateInterval(unit: .second, at: change.time).edtf }

  /// The ids of the events that each change is about, by the id of the change.
  private var events: [String: [String]] {
    var events: [String: [String]] = [:]
    for id in book.events.sorted() {
      for change in book[event: id]?.changes ?? [] { events[change.id, default: []].append(id) }
    }
    return events
  }

  /// The effect of a change: `applied`, or why it has none.
  private func effect(of change: Change, _ events: [String]) -> String {
    if book.isReverted(change.id) { return "reverted" }
    if let kind = kinds[change.id] { return kind.rawValue }
    guard case .set = change.deed else { return "applied" }
    guard let statuses = statuses[change.id] else { return "not open" }
    if statuses.contains(.shown) { return "applied" }
    return statuses.contains(.overruled) ? "overruled" : "replaced"
  }

  // MARK: JSON

  /// An object with all changes, problems and rejected lines.
  public var json: String {
    let events = events
    let changes = book.changes.map { change in
      "{\"effect\":\(PropertyValue.text(effect(of: change, events[change.id] ?? [])).json),\"events\":"
        + PropertyValue.list((events[change.id] ?? []).map(PropertyValue.text)).json + ",\"change\":"
        + ChangeLine.text(of: change).trimmed + "}"
    }
    func list(_ lines: [String]) -> String { lines.isEmpty ? "[]" : "[\n" + lines.joined(separator: ",\n") + "\n]" }
    return "{\"changes\":\(list(onlyProblems ? [] : changes)),\n\"problems\":\(list(problemValues.map(\.json))),\n"
      + "\"rejected\":\(list(rejectionValues.map(\.json)))}\n"
  }

  /// True if some change needs a look, or a line of a log is no change.
  public var needsLook: Bool { !book.problems.isEmpty || !rejections.isEmpty }

  /// Lines that count the changes and what of them needs a look, and name the lines that are no changes. Not made safe.
  var brief: [String] {
    let people = people
    return [
      "changes: \(book.changes.count) by \(people) \(people == 1 ? "person" : "people"), need a look: "
        + "\(book.problems.count) (sitmap changes --check), rejected lines: \(rejections.count)"
    ] + rejections.map { "  \($0.file):\($0.line): \($0.reason)" }
  }

  private var people: Int { Set(book.changes.map(\.author)).count }

  /// The findings, as a member of a larger report: counts, problems and rejected lines.
  public var findings: PropertyValue {
    .object([
      "count": .number(Double(book.changes.count)),
      "people": .number(Double(people)), "problems": .list(problemValues),
      "rejected": .list(rejectionValues),
    ])
  }

  private var problemValues: [PropertyValue] {
    book.problems.map { problem in
      var members: [String: PropertyValue] = [
        "kind": .text(problem.kind.rawValue), "words": .text(problem.words),
      ]
      members["change"] = problem.change.map { .text($0.id) }
      members["other"] = problem.other.map { .text($0.id) }
      members["event"] = problem.event.map(PropertyValue.text)
      members["field"] = problem.field.map { .text($0.rawValue) }
      return .object(members)
    }
  }

  private var rejectionValues: [PropertyValue] {
    rejections.map { rejection in
      .object([
        "file": .text(rejection.file), "line": .number(Double(rejection.line)), "reason": .text(rejection.reason),
      ])
    }
  }
}

extension Change {
  /// The deed in words on one line. Not made safe.
  public var words: String {
    switch deed {
    case .add(let fields): "added \(quoted(fields[.title] ?? ""))"
    case .draft(let fields, _): "proposed \(quoted(fields[.title] ?? ""))"
    case .set(_, let fields):
      fields.sorted { $0.key < $1.key }.map { field, value in
        "\(field.rawValue): \(quoted(value.from)) -> \(quoted(value.to))"
      }.joined(separator: "; ")
    case .withdraw: "withdrew it"
    case .comment(_, let text): "commented: \(text)"
    case .tag(_, let word): "tagged \(word)"
    case .sameAs: "said that these are one event"
    case .notSameAs: "said that these are two events"
    case .accept: "accepted the draft"
    case .reject: "rejected the draft"
    case .revert(let id): "reverted \(id)"
    }
  }
}
