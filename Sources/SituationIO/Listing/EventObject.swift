import SituationModel

/// An event as a JSON object: the same facts as the detail pane. What is not known is left out.
struct EventObject {
  /// The object, on one line.
  let json: String

  /// - Parameter isCertain: True if it is certainly in the window; nil where there is none.
  init(_ event: Event, isCertain: Bool? = nil, group: String? = nil) {
    var members: [(key: String, value: PropertyValue)] = []
    func add(_ name: String, _ value: PropertyValue?) {
      if let value { members.append((name, value)) }
    }
    add("id", .text(event.id))
    add("title", .text(event.title))
    add("kind", .text(event.kindName))
    add("when", event.when.map { .text($0.edtf) })
    add("when_words", event.when.map { .text($0.words) })
    add("published", event.published.map { .text($0.edtf) })
    add("certainly_in_window", isCertain.map(PropertyValue.flag))
    add("file", (event.file?.name).map(PropertyValue.text))
    add("group", group.map(PropertyValue.text))
    add("place", EventObject.value(of: event.place))
    add("destination", event.destination.map(EventObject.value))
    add("standing", event.standing.map { .text($0.rawValue) })
    add("grade", event.bestGrade.map { .text($0.text) })
    if !event.actors.isEmpty { add("actors", .list(event.actors.map(PropertyValue.text))) }
    if !event.summary.isEmpty { add("summary", .text(event.summary)) }
    add("sources", .list(event.sources.map(EventObject.value)))
    if !event.links.isEmpty {
      let links = event.links.map { link in
        PropertyValue.object(["relation": .text(link.relation.rawValue), "target": .text(link.target)])
      }
      add("links", .list(links))
    }
    if !event.reports.isEmpty {
      let origins = Origins(event)
      add("reports", .list(event.reports.map { .text($0.id) }))
      add("outlets", .number(Double(origins.outlets)))
      add("origins", .number(Double(origins.groups.count)))
    }
    json = PropertyValue.json(members)
  }

  /// A place; coordinates only where it is a spot or several, since an area or a line has none.
  private static func value(of place: Place) -> PropertyValue {
    var members: [String: PropertyValue] = ["precision": .text(place.precision.rawValue)]
    members["name"] = place.name.map(PropertyValue.text)
    if place.origin == .name { members["placed"] = .text(place.origin.rawValue) }
    members["province"] = place.province.map(PropertyValue.text)
    members["radius_m"] = place.radius.map(PropertyValue.number)
    guard case .points(let points) = place.shape, let point = points.first else { return .object(members) }
    if points.count == 1 {
      members["latitude"] = .number(point.latitude)
      members["longitude"] = .number(point.longitude)
    } else {
      members["points"] = .list(
        points.map { .object(["latitude": .number($0.latitude), "longitude": .number($0.longitude)]) })
    }
    return .object(members)
  }

  private static func value(of figure: Figure) -> PropertyValue {
    var members: [String: PropertyValue] = [:]
    members["low"] = figure.low.map(PropertyValue.number)
    members["best"] = figure.best.map(PropertyValue.number)
    members["high"] = figure.high.map(PropertyValue.number)
    return .object(members)
  }

  private static func value(of source: Source) -> PropertyValue {
    var members: [String: PropertyValue] = ["who": .text(source.who)]
    members["via"] = source.via.map(PropertyValue.text)
    members["published"] = source.published.map { .text($0.edtf) }
    members["link"] = source.link.map(PropertyValue.text)
    members["grade"] = source.grade.map { .text($0.text) }
    members["note"] = source.note.map(PropertyValue.text)
    members["says"] = source.says.map(PropertyValue.text)
    if source.disputes { members["disputes"] = .flag(true) }
    if !source.figures.isEmpty {
      let figures = source.figures.map { ($0.what, value(of: $0)) }
      members["figures"] = .object(Dictionary(figures, uniquingKeysWith: { $1 }))
    }
    members["copy"] = (source.copy?.path).map(PropertyValue.text)
    members["sha256"] = (source.copy?.digest).map(PropertyValue.text)
    return .object(members)
  }
}
