/// One report of something that happened or was said.
public struct Event: Hashable, Sendable {
  /// How one event stands to another.
  public struct Link: Hashable, Sendable {
    /// What the link says, read from the event that has it.
    public enum Relation: String, CaseIterable, Hashable, Sendable {
      case follows, precedes, supports, disputes, corroborates, related
      case partOf = "part-of"
    }

    /// What the link says.
    public let relation: Relation
    /// The id of the other event.
    public let target: String

    /// A link.
    public init(_ relation: Relation, to target: String) {
      self.relation = relation
      self.target = target
    }
  }

  /// Its name in the file; unique within a situation.
  public let id: String
  /// What happened, in a few words.
  public let title: String
  /// Its kind.
  public let kind: EventKind
  /// The file's own word for the kind.
  public let kindName: String
  /// When; nil where no date is given.
  public internal(set) var when: DateInterval?
  /// When the report of it became known; nil where the file does not say.
  public internal(set) var published: DateInterval?
  /// Where.
  public let place: Place
  /// Where it was bound for, where someone said so.
  public let destination: Place?
  /// How firmly it stands; nil where the file does not say.
  public let standing: Standing?
  /// Who took part.
  public let actors: [String]
  /// What happened, in some sentences.
  public let summary: String
  /// Who says so.
  public internal(set) var sources: [Source]
  /// How it stands to other events.
  public let links: [Link]

  /// An event.
  public init(
    id: String, title: String, kind: EventKind = .other, kindName: String? = nil, when: DateInterval? = nil,
    published: DateInterval? = nil, place: Place = .unknown, destination: Place? = nil, standing: Standing? = nil,
    actors: [String] = [],
    summary: String = "", sources: [Source] = [], links: [Link] = []
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.kindName = kindName ?? kind.rawValue
    self.when = when
    self.published = published
    self.place = place
    self.destination = destination
    self.standing = standing
    self.actors = actors
    self.summary = summary
    self.sources = sources
    self.links = links
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
    Event(
      id: name(id), title: title, kind: kind, kindName: kindName, when: when, published: published, place: place,
      destination: destination,
      standing: standing, actors: actors, summary: summary, sources: sources,
      links: links.map { Link($0.relation, to: name($0.target)) })
  }
}
