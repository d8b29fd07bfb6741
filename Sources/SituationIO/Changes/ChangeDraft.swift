import SituationModel

/// Turns requests into deeds: finds the names of events, and reads the texts of fields as files are read.
public struct ChangeDraft {
  /// The reason why a request can't be carried out.
  public enum Refusal: Error, Hashable, Sendable {
    /// Fields whose texts can't be read, each with the reason.
    case fields([EventField: String])
    /// Anything else, in a sentence without a full stop.
    case words(String)
  }

  private let situation: Situation
  private let plain: EventTable
  private let names: EventNames
  private let namesFiles: Bool
  private let author: String
  private let zone: Zone

  /// - Parameters:
  ///   - situation: what the person sees, in UTC.
  ///   - files: the files that were read, in their order, by their names.
  ///   - namesFiles: true if the log is one for several files, so that each event is named with its file.
  public init(_ situation: Situation, files: [String], namesFiles: Bool, author: String, zone: Zone = .utc) {
    (self.situation, self.author, self.zone, self.namesFiles) = (situation, author, zone, namesFiles)
    plain = situation.unchanged.events
    names = EventNames(situation.unchanged, files: files)
  }

  /// The deed that a request asks for, and the number of the file that it is about; nil where that is not said by the request.
  public func deed(of request: ChangeRequest) throws(Refusal) -> (deed: Change.Deed, file: Int?) {
    switch request {
    case .add(let texts): return (.add(try stated(texts)), nil)
    case .set(let id, let texts): return (.set(try name(of: id), try changes(of: id, texts)), file(of: id))
    case .withdraw(let id): return (.withdraw(try name(of: id)), file(of: id))
    case .comment(let id, let text): return (.comment(try name(of: id), try said(text, "comment")), file(of: id))
    case .tag(let id, let word, true): return (.tag(try name(of: id), try said(word, "tag")), file(of: id))
    case .tag(let id, let word, false):
      guard let tag = situation.changes[event: id]?.tags.first(where: { $0.word == word }) else {
        throw .words("the event has no tag \(quoted(word))")
      }
      return (.revert(tag.change), file(of: id))
    case .same(let one, let other, let isSame):
      guard one != other else { throw .words("these are one record: choose two") }
      guard namesFiles || file(of: one) == file(of: other) else {
        throw .words("these are events of two files: open both with --case FILE.changes")
      }
      let (first, last) = (try name(of: one), try name(of: other))
      return (isSame ? .sameAs(first, last) : .notSameAs(first, last), file(of: one))
    case .decide(let id, let isAccepted):
      guard let state = situation.changes[event: id]?.state, state == .draft || state == .rejected else {
        throw .words("\(quoted(id)) is no draft")
      }
      let name = try name(of: id)
      return (isAccepted ? .accept(name) : .reject(name), file(of: id))
    case .propose(let texts, let sentence): return (.draft(try stated(texts), from: sentence), nil)
    case .split(let id):
      guard let history = situation.changes[event: id], history.state == .draft, let event = history.event,
        case .draft(_, let sentence)? = history.changes.first?.deed
      else { throw .words("\(quoted(id)) is no draft that waits") }
      let texts = EventField.allCases.map { ($0, EventText.text(of: event, $0)) }.filter { !$0.1.isEmpty }
      return (.draft(Dictionary(uniqueKeysWithValues: texts), from: sentence), nil)
    case .revert(let id):
      guard situation.changes.change(id) != nil else { throw .words("there is no change \(quoted(id))") }
      if situation.changes.isReverted(id) { throw .words("the change \(quoted(id)) is reverted already") }
      return (.revert(id), situation.changes.change(id).flatMap { self.event(of: $0) }.flatMap(file))
    }
  }

  /// The deed of a proposed event.
  public func draft(_ texts: [EventField: String]) throws(Refusal) -> Change.Deed { .draft(try stated(texts)) }

  private func said(_ text: String, _ word: String) throws(Refusal) -> String {
    let text = text.trimmed
    if text.isBlank { throw .words("the \(word) is empty") }
    guard text.utf8.count <= ChangeLog.limits.textBytes else {
      throw .words("the \(word) is longer than \(ChangeLog.limits.textBytes) bytes")
    }
    return text
  }

  /// The number of the file that an event is from; nil where one is open, or for an added one.
  private func file(of id: String) -> Int? { plain.row(of: id).flatMap { plain.file(of: $0)?.number } }

  /// The event that a change is about, by its id.
  private func event(of change: Change) -> String? {
    situation.changes.events.first { id in
      situation.changes[event: id]?.changes.contains { $0.id == change.id } ?? false
    }
  }

  private func name(of id: String) throws(Refusal) -> EventName {
    if let history = situation.changes[event: id] { return history.name }
    guard let row = plain.row(of: id) else { throw .words("there is no event with the id \(quoted(id))") }
    guard let name = names.name(of: row, hasFiles: namesFiles) else {
      throw .words(
        "another record says exactly the same, and the file gives neither an id: a change could not tell them apart")
    }
    return name
  }

  /// The event as the person sees it.
  private func event(_ id: String) throws(Refusal) -> Event {
    if let event = situation.changes[event: id]?.event { return event }
    guard let row = situation.events.row(of: id) else { throw .words("there is no event with the id \(quoted(id))") }
    return situation.events[row]
  }

  /// The texts of a new event, as they read again.
  private func stated(_ texts: [EventField: String]) throws(Refusal) -> [EventField: String] {
    let (event, problems) = EventText.event(id: "", texts, on: zone, by: author)
    guard problems.isEmpty else { throw .fields(problems) }
    let fields = with(radius: texts.filter { !$0.value.isBlank }.keys.sorted())
    let stated = fields.map { ($0, EventText.text(of: event, $0)) }.filter { !$0.1.isEmpty }
    return Dictionary(uniqueKeysWithValues: stated)
  }

  /// Some fields, and behind coordinates what these say of their exactness: a square of a grid has a size.
  private func with(radius fields: [EventField]) -> Set<EventField> {
    Set(fields).union(fields.contains(.coordinates) ? [.radius, .precision] : [])
  }

  /// The fields that get other values, each with the one that the person saw. Of a conflict the shown value may be stated again, which
  /// decides it.
  private func changes(of id: String, _ texts: [EventField: String]) throws(Refusal) -> [EventField: FieldChange] {
    let event = try event(id)
    let disputes = (situation.changes[event: id]?.edits ?? []).filter { $0.status == .disputed }
    let differing = texts.filter { field, text in
      text.trimmed != EventText.text(of: event, field).trimmed || disputes.contains { $0.field == field }
    }
    let (edited, problems) = EventText.edited(event, differing, on: zone, by: author)
    guard problems.isEmpty else { throw .fields(problems) }
    var changes: [EventField: FieldChange] = [:]
    for field in with(radius: differing.keys.sorted()) {
      let (from, to) = (EventText.text(of: event, field), EventText.text(of: edited, field))
      let disputed = disputes.filter { $0.field == field }
      guard from != to || !disputed.isEmpty && texts[field] != nil else { continue }
      changes[field] = FieldChange(from: from, to: to, decides: disputed.map(\.change.id))
    }
    if changes.isEmpty { throw .words("nothing is changed: the event says so already") }
    return changes
  }
}
