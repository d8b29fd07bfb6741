/// One report of something that happened or was said.
public struct Event: Hashable, Sendable {
  /// How one event stands to another.
  public struct Link: Hashable, Sendable {
    /// The meaning of the link, read from the event that has it.
    public enum Relation: String, CaseIterable, Hashable, Sendable {
      case follows, precedes, supports, disputes, corroborates, related
      case partOf = "part-of"

      /// Code of the relation in the tables of servers. None may ever change.
      public var code: Int {
        switch self {
        case .follows: 0
        case .precedes: 1
        case .supports: 2
        case .disputes: 3
        case .corroborates: 4
        case .related: 5
        case .partOf: 6
        }
      }
    }

    /// The meaning of the link.
    public let relation: Relation
    /// The id of the other event.
    public let target: String

    /// A link.
    public init(_ relation: Relation, to target: String) {
      self.relation = relation
      self.target = target
    }
  }

  /// The event's id in the file; unique within a situation.
  public var id: String { record.fields.id }
  /// The headline of the event, in a few words.
  public var title: String { record.fields.title }
  /// The kind of event.
  public var kind: EventKind { record.fields.kind }
  /// The file's own word for the kind.
  public var kindName: String { record.fields.kindName }
  /// When; nil where no date is given.
  public var when: DateInterval? { record.fields.when }
  /// When the report of it became known; nil where the file does not say.
  public var published: DateInterval? { record.fields.published }
  /// Where.
  public var place: Place { record.fields.place }
  /// Where it was bound for, where someone said so.
  public var destination: Place? { record.fields.destination }
  /// How firmly it stands; nil where the file does not say.
  public var standing: Standing? { record.fields.standing }
  /// Who took part.
  public var actors: [String] { record.fields.actors }
  /// A description of the event, in some sentences.
  public var summary: String { record.fields.summary }
  /// Who says so.
  public var sources: [Source] { record.fields.sources }
  /// How it stands to other events.
  public var links: [Link] { record.fields.links }
  /// The reports that a person said are of one event, as they were; empty for an event of one report.
  public var reports: [Event] { record.fields.reports }
  /// The file that it is from, where several are open.
  public private(set) var file: EventFile?

  /// All that is said of an event.
  public struct Fields: Hashable, Sendable {
    /// The id of the event, which an edit does not change.
    public fileprivate(set) var id: String
    /// The headline of the event.
    public var title: String
    /// The kind of event.
    public var kind: EventKind
    /// The file's own word for the kind.
    public var kindName: String
    /// The time at which it happened; nil where no date is given.
    public var when: DateInterval?
    /// The time at which the report of it became known.
    public var published: DateInterval?
    /// The place.
    public var place: Place
    /// The place for which it was bound.
    public var destination: Place?
    /// The standing; nil where the file does not say.
    public var standing: Standing?
    /// The names of those who took part.
    public var actors: [String]
    /// A description, in some sentences.
    public var summary: String
    /// The sources.
    public var sources: [Source]
    /// The links to other events.
    public var links: [Link]
    /// The reports that a person said are of one event.
    public internal(set) var reports: [Event] = []
  }

  /// The contents of an event. Events are copied often, and then only the reference to these is.
  private final class Record: Sendable {
    let fields: Fields
    init(_ fields: Fields) { self.fields = fields }
  }

  private let record: Record

  /// An event.
  public init(
    id: String, title: String, kind: EventKind = .other, kindName: String? = nil, when: DateInterval? = nil,
    published: DateInterval? = nil, place: Place = .unknown, destination: Place? = nil, standing: Standing? = nil,
    actors: [String] = [],
    summary: String = "", sources: [Source] = [], links: [Link] = []
  ) {
    record = Record(
      Fields(
        id: id, title: title, kind: kind, kindName: kindName ?? kind.rawValue, when: when, published: published,
        place: place, destination: destination, standing: standing, actors: actors, summary: summary, sources: sources,
        links: links))
  }

  /// When it happened, or when it became known: as the file says, or else when the first of its sources was published.
  public func date(by clock: EventClock) -> DateInterval? {
    switch clock {
    case .happened: when
    case .known: published ?? sources.compactMap(\.published).min { ($0.end ?? .latest) < ($1.end ?? .latest) }
    }
  }

  /// The same event with other ids, its own and those that its links name.
  public func renamed(_ name: (String) -> String) -> Event {
    edited { fields in
      fields.id = name(id)
      fields.links = links.map { Link($0.relation, to: name($0.target)) }
    }
  }

  /// The same event as one of a file of several.
  func from(_ file: EventFile) -> Event {
    var event = self
    event.file = file
    return event
  }

  /// The same event at another place.
  func placed(_ place: Place) -> Event { edited { $0.place = place.within(province: self.place.province) } }

  /// The same event with other dates: its own, and those of its sources.
  func dated(_ date: (DateInterval) -> DateInterval) -> Event {
    edited { fields in
      fields.when = when.map(date)
      fields.published = published.map(date)
      fields.sources = sources.map { source in
        var source = source
        source.published = source.published.map(date)
        return source
      }
      fields.reports = reports.map { $0.dated(date) }
    }
  }

  /// The same event, of which some fields say something else. The others stay as they are.
  public func edited<Failure: Error>(_ edit: (inout Fields) throws(Failure) -> Void) throws(Failure) -> Event {
    var fields = record.fields
    try edit(&fields)
    return Event(Record(fields), file)
  }

  private init(_ record: Record, _ file: EventFile?) { (self.record, self.file) = (record, file) }

  /// True if two events have the same id and contents, whatever file they are from.
  public static func == (left: Event, right: Event) -> Bool {
    left.record === right.record || left.record.fields == right.record.fields
  }

  /// Hashes all that is said.
  public func hash(into hasher: inout Hasher) { record.fields.hash(into: &hasher) }
}
