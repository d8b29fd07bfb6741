/// A situation on its way to the public: its places are widened, and only members on a list are left, before anything is written.
public struct Release: Sendable {
  private let widening: PlaceWidening
  private let members: Set<ReleaseMember>

  /// A release.
  ///
  /// - Parameters:
  ///   - coarsening: the width of its places.
  ///   - members: what is left of each event.
  ///   - map: the provinces and countries to which places are widened.
  public init(_ coarsening: Coarsening, members: Set<ReleaseMember>, map: AreaMap) {
    (widening, self.members) = (PlaceWidening(coarsening: coarsening, map: map), members)
  }

  /// The released situation. Linear in the events, but for their forms.
  public func released(_ whole: Situation) -> Situation {
    let names = names(of: whole.events)
    var known: [Place: Place] = [:]
    func widened(_ place: Place) -> Place {
      if let wide = known[place] { return wide }
      let wide = widening.widened(place)
      known[place] = wide
      return wide
    }
    let events = whole.events.events.enumerated().map { row, event in
      released(event, comments: comments(on: event, whole), id: names.map { $0[row] } ?? event.id, widened) { id in
        guard let row = whole.events.row(of: id) else { return nil }
        return names.map { $0[row] } ?? id
      }
    }
    let hasAbout = members.contains(.about)
    return Situation(
      title: hasAbout ? whole.title : "", summary: hasAbout ? whole.summary : "",
      background: hasAbout ? whole.background : [], attribution: hasAbout ? whole.attribution : "",
      countries: whole.countries, events: EventTable(events))
  }

  /// New ids for the rows of a table; nil where the ids of the file are left.
  private func names(of events: EventTable) -> [String]? {
    members.contains(.ids) ? nil : (0..<events.count).map { "\($0 + 1)" }
  }

  private func released(
    _ event: Event, comments: [String], id: String, _ widened: (Place) -> Place, _ name: (String) -> String?
  ) -> Event {
    func kept<Value>(_ member: ReleaseMember, _ value: Value?) -> Value? { members.contains(member) ? value : nil }
    return Event(
      id: id, title: title(event), kind: kept(.kind, event.kind) ?? .other, kindName: kept(.kind, event.kindName),
      when: kept(.when, event.when), published: kept(.published, event.published),
      place: kept(.place, place(event.place, widened)) ?? .unknown,
      destination: kept(.destination, event.destination).map { place($0, widened) },
      standing: kept(.standing, event.standing), actors: kept(.actors, event.actors) ?? [],
      summary: ([kept(.summary, event.summary) ?? ""] + comments).filter { !$0.isEmpty }.joined(separator: "\n"),
      sources: event.sources.compactMap(source),
      links: (kept(.links, event.links) ?? []).compactMap { link in
        name(link.target).map { Event.Link(link.relation, to: $0) }
      })
  }

  /// The remarks of people on an event, a line each; nothing unless comments are kept.
  private func comments(on event: Event, _ whole: Situation) -> [String] {
    guard members.contains(.comments) else { return [] }
    return (whole.changes[event: event.id]?.comments ?? []).compactMap { change in
      guard case .comment(_, let text) = change.deed else { return nil }
      return "comment by \(change.author): \(text)"
    }
  }

  /// The headline. One that is made of the place and the kind, as of a record without a headline, is made again without the place.
  private func title(_ event: Event) -> String {
    let place = event.place.name ?? event.place.province
    let isMade = place.map { event.title == $0 || event.title == "\(event.kindName), \($0)" } ?? false
    if members.contains(.title), !isMade { return event.title }
    let parts = [
      members.contains(.kind) && !event.kindName.isEmpty ? event.kindName : nil,
      members.contains(.when) ? event.when?.edtf : nil,
    ]
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    return text.isEmpty ? "event" : text
  }

  private func place(_ place: Place, _ widened: (Place) -> Place) -> Place {
    let wide = widened(place)
    return members.contains(.province) ? wide.within(province: place.province) : wide
  }

  private func source(_ source: Source) -> Source? {
    func kept<Value>(_ member: ReleaseMember, _ value: Value?) -> Value? { members.contains(member) ? value : nil }
    let isNamed = members.contains(.sources)
    let figures = kept(.figures, source.figures) ?? []
    guard isNamed || !figures.isEmpty else { return nil }
    return Source(
      who: isNamed ? source.who : "a source", via: kept(.sources, source.via),
      published: kept(.sources, source.published), link: kept(.links, source.link),
      grade: kept(.grades, source.grade), note: kept(.notes, source.note), says: kept(.says, source.says),
      disputes: isNamed && source.disputes, figures: figures, copy: kept(.copies, source.copy))
  }
}
