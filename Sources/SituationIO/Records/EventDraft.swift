import SituationModel

/// An event in the words of a file, whatever its format: the readers fill it in, and `event` makes sense of it.
struct EventDraft {
  var title: String?
  var kind: String?
  var when: String?
  /// When, where the reader has made sense of it.
  var interval: DateInterval?
  var published: String?
  var place = PlaceDraft()
  var destination: PlaceDraft?
  var standing: String?
  var actors: [String] = []
  var summary: String?
  var sources: [SourceDraft] = []
  var links: [LinkDraft] = []

  /// A link in the words of a file.
  struct LinkDraft {
    var relation: String?
    var target: String?
  }

  /// The event that the words mean. A word that means nothing is left out, with a note; the event stays.
  func event(id: String, _ notes: inout RecordNotes) -> Event {
    if title == nil { notes.add("has no title", field: "title") }
    return Event(
      id: id, title: title ?? "(no title)",
      kind: kind.flatMap { EventKind(rawValue: $0.lowercased()) } ?? .other, kindName: kind,
      when: interval ?? notes.date(when, of: "when"), published: notes.date(published, of: "published"),
      place: place.place(&notes),
      destination: destination?.place(&notes),
      standing: notes.standing(standing), actors: actors, summary: summary ?? "",
      sources: sources.compactMap { $0.source(&notes) }, links: links.compactMap { notes.link($0) })
  }
}

extension RecordNotes {
  /// The interval that a text says; nil, with a note, where it says none.
  mutating func date(_ text: String?, of member: String) -> DateInterval? {
    guard let text else { return nil }
    do throws(DateInterval.EDTFError) { return try DateInterval(edtf: text) } catch {
      add("\(quoted(member)) \(error.words): \(quoted(text))", field: member, value: text)
      return nil
    }
  }

  fileprivate mutating func standing(_ word: String?) -> Standing? {
    guard let word else { return nil }
    let standing = Standing(rawValue: word.lowercased())
    if standing == nil { add("\(quoted(word)) is no standing", field: "standing", value: word) }
    return standing
  }

  fileprivate mutating func link(_ draft: EventDraft.LinkDraft) -> Event.Link? {
    guard let word = draft.relation, let target = draft.target else {
      add("a link without \"relation\" or \"target\" is left out", field: "links")
      return nil
    }
    guard let relation = Event.Link.Relation(rawValue: word.lowercased()) else {
      add("\(quoted(word)) is no relation: the link to \(quoted(target)) is left out", field: "relation", value: word)
      return nil
    }
    return Event.Link(relation, to: target)
  }
}

extension DateInterval.EDTFError {
  /// What is wrong, as the end of a sentence that began with the name of the value.
  fileprivate var words: String {
    switch self {
    case .form: "is not written as a date (EDTF)"
    case .noSuchDate: "is a date or time that does not exist"
    case .backwards: "ends before it starts"
    case .unbounded: "has neither a start nor an end"
    }
  }
}
