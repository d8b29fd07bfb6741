import SituationModel

/// An event in the words of a file, whatever its format: the readers fill it in, and `event` makes sense of it.
struct EventDraft {
  /// A title of which nothing is seen is none.
  var title: String? { didSet { if title?.isBlank == true { title = nil } } }
  var kind: String?
  var when: String?
  /// When, where the reader has made sense of it.
  var interval: DateInterval?
  /// The kind and the time of the folder around it, where neither it nor a field of it says another.
  var fallbackKind: String?
  var fallbackWhen: String?
  var published: String?
  var place = PlaceDraft()
  var destination: PlaceDraft?
  var standing: String?
  var actors: [String] = []
  var summary: String?
  /// True if the summary has lines of fields, each with its name: its first line is no title then.
  var hasFieldLines = false
  /// The province, or another unit, that the place lies in: it stands in titles where no place is named.
  var area: String?
  var sources: [SourceDraft] = []
  var links: [LinkDraft] = []

  /// A link in the words of a file.
  struct LinkDraft {
    var relation: String?
    var target: String?
  }

  /// The event that the words mean. A word that means nothing is left out, with a note; the event stays.
  ///
  /// Values that could not be read are lines of the summary, each with the name of its field.
  func event(id: String, _ notes: inout RecordNotes) -> Event {
    let when = interval ?? notes.date(when ?? fallbackWhen, of: "when")
    let published = notes.date(published, of: "published")
    let kind = kind ?? fallbackKind
    let (place, destination) = (place.place(&notes), destination?.place(&notes))
    let standing = notes.standing(standing)
    let (sources, links) = (sources.compactMap { $0.source(&notes) }, links.compactMap { notes.link($0) })
    let kept = notes.takeKept().map { "\($0.name): \($0.text)" }
    let title = title ?? firstLine ?? madeTitle(kind, when)
    if title == nil { notes.remark("has no title", field: "title") }
    let said = kept.isEmpty ? [] : Set((summary ?? "").split(separator: "\n").map(String.init))
    let lines = (summary.map { [$0] } ?? []) + kept.filter { !said.contains($0) }
    return Event(
      id: id, title: title ?? "(no title)",
      kind: kind.flatMap { EventKind(rawValue: $0.lowercased()) } ?? .other, kindName: kind, when: when,
      published: published, place: place, destination: destination, standing: standing, actors: actors,
      summary: lines.joined(separator: "\n"), sources: sources, links: links)
  }

  /// The first line of a text without a title.
  private var firstLine: String? { hasFieldLines ? nil : summary?.unlessBlank.map(TableRow.firstLine)?.unlessBlank }

  /// The title of a record that has none: the kind and the place together ("Armed clash, Idlib"), or the kind with the actors or the
  /// date. A kind alone is none, since it would be that of many records; the name of a place is one.
  private func madeTitle(_ kind: String?, _ when: DateInterval?) -> String? {
    let place = place.name?.unlessBlank ?? area
    guard let kind, !kind.isBlank else { return place }
    let actors = actors.isEmpty ? nil : actors.prefix(2).joined(separator: " and ")
    return (place ?? actors ?? when?.edtf).map { "\(kind), \($0)" }
  }
}

extension RecordNotes {
  /// The interval that a text says; nil, with a note, where it says none.
  mutating func date(_ text: String?, of member: String) -> DateInterval? {
    guard let text else { return nil }
    do throws(DateInterval.EDTFError) { return try DateInterval(edtf: text) } catch {
      unread("\(quoted(member)) \(error.words): \(quoted(text))", field: member, value: text)
      return nil
    }
  }

  fileprivate mutating func standing(_ word: String?) -> Standing? {
    guard let word else { return nil }
    let standing = Standing(rawValue: word.lowercased())
    if standing == nil { unread("\(quoted(word)) is no standing", field: "standing", value: word) }
    return standing
  }

  fileprivate mutating func link(_ draft: EventDraft.LinkDraft) -> Event.Link? {
    guard let word = draft.relation, let target = draft.target else {
      add("a link without \"relation\" or \"target\" is left out", field: "links")
      return nil
    }
    guard let relation = Event.Link.Relation(rawValue: word.lowercased()) else {
      unread(
        "\(quoted(word)) is no relation: the link to \(quoted(target)) is left out", field: "link",
        value: "\(word) \(target)")
      return nil
    }
    return Event.Link(relation, to: target)
  }
}

extension DateInterval.EDTFError {
  /// The fault in words, as the end of a sentence that began with the name of the value.
  fileprivate var words: String {
    switch self {
    case .form: "is not written as a date (EDTF)"
    case .noSuchDate: "is a date or time that does not exist"
    case .backwards: "ends before it starts"
    case .unbounded: "has neither a start nor an end"
    }
  }
}
