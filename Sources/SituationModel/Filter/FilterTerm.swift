/// One condition of a filter.
public enum FilterTerm: Hashable, Sendable {
  /// A text of the event has another in it, or is the same.
  case text(TextField, TextRule, Needle)
  /// A rule for the event's standing.
  case standing(RankRule<Standing>)
  /// How exactly its place is known.
  case precision(RankRule<PlacePrecision>)
  /// It has a place on the map, which came there in this way.
  case placed(PlaceOrigin)
  /// A source of it has such a grade.
  case grade(GradeRule)
  /// The file says this of it.
  case has(Part)
  /// It is linked to another in this way.
  case relation(Event.Link.Relation)
  /// How many it counts of something: `deaths>=5`.
  case figure(FigureRule)
  /// The changes that people made to it: `changed:yes`, `tag:check`.
  case change(ChangeRule)
  /// When it was.
  case time(TimeRule)
  /// Where it was, by distance.
  case near(NearRule)
  /// Where it was, by a rectangle.
  case within(GeoBox)
  /// Where it was, by corners.
  case inside(GeoPolygon)

  /// A text to look at.
  public enum TextField: String, CaseIterable, Hashable, Sendable {
    case kind, actor, place, province, destination, title, source, id
    /// The name of the file, where several are open.
    case file
    /// All that a search looks at.
    case text
  }

  /// How two texts are compared; never by case or accents.
  public enum TextRule: String, CaseIterable, Hashable, Sendable {
    case contains = ":"
    case equals = "="
  }

  /// Something that a file may leave out.
  public enum Part: String, CaseIterable, Hashable, Sendable {
    case date, place, destination, standing, actor, summary, source, link, published, grade, relation

    /// Code of the part in the tables of servers. None may ever change.
    public var code: Int {
      switch self {
      case .date: 0
      case .place: 1
      case .destination: 2
      case .standing: 3
      case .actor: 4
      case .summary: 5
      case .source: 6
      case .link: 7
      case .published: 8
      case .grade: 9
      case .relation: 10
      }
    }
  }

  /// The membership of an event, with the changes that people made to it, in the set that the term describes.
  public func membership(of event: Event, changes: EventHistory? = nil) -> Membership {
    switch self {
    case .text(let field, let rule, let needle): Membership(event.texts(field, meet: { rule.holds(needle, $0) }))
    case .standing(let rule): Membership(rule.holds(event.standing))
    case .precision(let rule): Membership(rule.holds(event.place.precision))
    case .placed(let origin): Membership(event.place.precision != .unplaced && event.place.origin == origin)
    case .grade(let rule): Membership(event.sources.contains { $0.grade.map(rule.holds) ?? false })
    case .has(let part): Membership(event.has(part))
    case .relation(let relation): Membership(event.links.contains { $0.relation == relation })
    case .figure(let rule): rule.membership(of: event.number(rule.name))
    case .change(let rule): rule.membership(of: changes)
    case .time(let rule): rule.membership(of: event.when)
    case .near(let rule): event.place.membership(within: rule.distance.meters, of: rule.center.coordinate)
    case .within(let box): event.place.membership(in: box)
    case .inside(let polygon): polygon.membership(of: event.place)
    }
  }
}

extension FilterTerm.TextRule {
  func holds(_ needle: Needle, _ text: String) -> Bool {
    switch self {
    case .contains: needle.isFound(in: text)
    case .equals: needle.isWhole(of: text)
    }
  }
}

extension Membership {
  /// A membership from a fact of the record itself, which leaves nothing open.
  init(_ holds: Bool) { self = holds ? .certain : .outside }
}

extension Event {
  /// True if any text of a field meets a condition.
  fileprivate func texts(_ field: FilterTerm.TextField, meet condition: (String) -> Bool) -> Bool {
    switch field {
    case .kind: condition(kindName) || condition(kind.rawValue)
    case .actor: actors.contains(where: condition)
    case .place: place.name.map(condition) ?? false
    case .province: place.province.map(condition) ?? false
    case .destination: destination?.name.map(condition) ?? false
    case .title: condition(title)
    case .source: sources.contains { condition($0.who) || $0.via.map(condition) ?? false }
    case .id: condition(id)
    case .file: file.map { condition($0.name) } ?? false
    case .text: searched(condition)
    }
  }

  /// True if any text that a search looks at meets a condition.
  private func searched(_ condition: (String) -> Bool) -> Bool {
    condition(title) || condition(summary) || place.name.map(condition) ?? false
      || destination?.name.map(condition) ?? false || actors.contains(where: condition)
      || sources.contains { source in
        condition(source.who) || source.via.map(condition) ?? false || source.note.map(condition) ?? false
          || source.says.map(condition) ?? false
      }
  }

  /// True if a text stands in the title, summary, places, actors or sources.
  public func mentions(_ needle: Needle) -> Bool { searched(needle.isFound) }

  /// True if the file states this part of the event.
  public func has(_ part: FilterTerm.Part) -> Bool {
    switch part {
    case .date: when != nil
    case .place: place.anchor != nil
    case .destination: destination != nil
    case .standing: standing != nil
    case .actor: !actors.isEmpty
    case .summary: !summary.isEmpty
    case .source: !sources.isEmpty
    case .link: sources.contains { $0.link != nil }
    case .published: sources.contains { $0.published != nil }
    case .grade: sources.contains { $0.grade != nil }
    case .relation: !links.isEmpty
    }
  }
}
