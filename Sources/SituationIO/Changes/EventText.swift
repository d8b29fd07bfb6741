import SituationModel

/// The fields of an event as texts that a person can read and type, and back.
///
/// Texts are read by the readers of files. A field that is not among the texts stays as it is, byte for byte.
public enum EventText {
  /// The text of a field; empty where the event says nothing of it. Reading it gives the same again, but for what texts can't say: see
  /// `edited`.
  public static func text(of event: Event, _ field: EventField) -> String {
    let place = event.place
    switch field {
    case .title: return event.title
    case .kind: return event.kindName
    case .date: return event.when?.edtf ?? ""
    case .published: return event.published?.edtf ?? ""
    case .place: return place.name ?? ""
    // What a gazetteer found is not what the record says.
    case .coordinates: return place.origin == .name ? "" : place.shape.map(text) ?? ""
    case .precision: return place.isPrecisionStated ? place.precision.rawValue : ""
    case .radius: return place.radius.map { "\(Int(exactly: $0).map(String.init) ?? String($0)) m" } ?? ""
    case .province: return place.province ?? ""
    case .destination: return event.destination?.name ?? ""
    case .standing: return event.standing?.rawValue ?? ""
    case .actors: return event.actors.joined(separator: "; ")
    case .figures: return FigureText.text(of: event.sources)
    case .summary: return event.summary
    case .sources: return event.sources.map(SourceText.text).joined(separator: "; ")
    case .links: return event.links.map { "\($0.relation.rawValue) \($0.target)" }.joined(separator: "; ")
    }
  }

  /// A point as two numbers, latitude first, that give the same point again; any other shape as well-known text.
  private static func text(of shape: Shape) -> String {
    guard case .points(let points) = shape, points.count == 1 else {
      return String(decoding: EventRecord.wellKnownText(of: shape), as: UTF8.self)
    }
    return "\(points[0].latitude), \(points[0].longitude)"
  }

  /// An event with other texts of some fields.
  ///
  /// - Parameters:
  ///   - texts: the new texts; an empty one takes the value away.
  ///   - zone: the clocks of a time of day that names no zone.
  ///   - author: the person who states figures that no source gives.
  /// - Returns: the event with all texts that could be read, and for each of the others the reason, a sentence without a full stop.
  public static func edited(
    _ event: Event, _ texts: [EventField: String], on zone: Zone = .utc, by author: String = ""
  ) -> (event: Event, problems: [EventField: String]) {
    var problems: [EventField: String] = [:]
    let edited = event.edited { fields in
      // Figures belong to sources, which therefore come first.
      let order = texts.sorted { ($0.key == .figures ? 1 : 0, $0.key) < ($1.key == .figures ? 1 : 0, $1.key) }
      for (field, text) in order where !isOfPlace(field) {
        do throws(FieldProblem) { try set(field, text, in: &fields, on: zone, by: author) } catch {
          problems[field] = error.words
        }
      }
      let ofPlace = texts.filter { isOfPlace($0.key) }
      if !ofPlace.isEmpty { fields.place = PlaceText.edited(fields.place, ofPlace, &problems) }
    }
    return (edited, problems)
  }

  /// A new event from the texts of its fields; those that are not stated are empty.
  public static func event(
    id: String, _ texts: [EventField: String], on zone: Zone = .utc, by author: String = ""
  ) -> (event: Event, problems: [EventField: String]) {
    var (event, problems) = edited(
      Event(id: id, title: "(no title)"), texts.filter { !$0.value.isEmpty }, on: zone, by: author)
    if texts[.title].map(\.isBlank) ?? true { problems[.title] = "say in a few words what happened" }
    if problems[.title] != nil { event = event.edited { $0.title = "(no title)" } }
    return (event, problems)
  }

  /// The one form of all texts of a field that mean the same, as two ways to write a date do; the text itself where it can't be read.
  public static func canonical(_ text: String, _ field: EventField) -> String {
    switch field {
    // Any text is one, and means itself.
    case .title, .kind, .place, .province, .destination, .summary: return text
    case .date, .published, .coordinates, .precision, .radius, .standing, .actors, .figures, .sources, .links: break
    }
    if text.isEmpty { return text }
    let (event, problems) = edited(Event(id: "", title: "(no title)"), [field: text])
    return problems.isEmpty ? self.text(of: event, field) : text
  }

  private static func isOfPlace(_ field: EventField) -> Bool {
    switch field {
    case .place, .coordinates, .precision, .radius, .province: true
    case .title, .kind, .date, .published, .destination, .standing, .actors, .figures, .summary, .sources, .links: false
    }
  }

  private static func set(
    _ field: EventField, _ text: String, in fields: inout Event.Fields, on zone: Zone, by author: String
  ) throws(FieldProblem) {
    let text = text.trimmed
    guard text.utf8.count <= ChangeLog.limits.textBytes else {
      throw FieldProblem("is longer than \(ChangeLog.limits.textBytes) bytes")
    }
    switch field {
    case .title:
      if text.isBlank { throw FieldProblem("say in a few words what happened") }
      fields.title = text
    case .kind:
      fields.kindName = text.isEmpty ? EventKind.other.rawValue : text
      fields.kind = EventKind(rawValue: text.lowercased()) ?? .other
    case .date: fields.when = try DateText.read(text, on: zone)
    case .published: fields.published = try DateText.read(text, on: zone)
    case .destination:
      // The form of the place that was named before is none of the new one.
      if text != fields.destination?.name ?? "" {
        fields.destination = text.isEmpty ? nil : Place(name: text, precision: .unplaced, shape: nil)
      }
    case .standing:
      guard text.isEmpty || Standing(rawValue: text.lowercased()) != nil else {
        throw FieldProblem("is one of \(Standing.allCases.map(\.rawValue).joined(separator: ", ")), or empty")
      }
      fields.standing = Standing(rawValue: text.lowercased())
    case .actors: fields.actors = TableRow.parts(text)
    case .figures: fields.sources = try FigureText.edited(fields.sources, text, by: author)
    case .summary: fields.summary = text
    case .sources: fields.sources = try SourceText.edited(fields.sources, text)
    case .links: fields.links = try links(text)
    case .place, .coordinates, .precision, .radius, .province: break
    }
  }

  private static func links(_ text: String) throws(FieldProblem) -> [Event.Link] {
    var links: [Event.Link] = []
    for draft in TableRow.links(text) {
      let relation = draft.relation.flatMap { Event.Link.Relation(rawValue: $0.lowercased()) }
      guard let relation, let target = draft.target else {
        let words = Event.Link.Relation.allCases.map(\.rawValue).joined(separator: ", ")
        throw FieldProblem("a link is one of \(words), and the id of an event, such as disputes ev-12")
      }
      links.append(Event.Link(relation, to: target))
    }
    return links
  }
}

extension Place {
  /// True if the record says how exactly the place is known.
  fileprivate var isPrecisionStated: Bool {
    switch precision {
    case .exact, .vicinity, .locality, .region, .country: origin == .given
    case .unplaced, .unknown: false
    }
  }
}

/// The reason why the text of a field can't be read, in a sentence without a full stop that stands beside the field.
struct FieldProblem: Error {
  let words: String
  init(_ words: String) { self.words = words }
}
