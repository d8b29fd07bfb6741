import SituationModel

/// Which members of an event's `properties`, as `Data/README.md` has them, are to be written.
struct EventMembers: OptionSet {
  let rawValue: UInt16

  static let title = EventMembers(rawValue: 1)
  static let kind = EventMembers(rawValue: 1 << 1)
  static let when = EventMembers(rawValue: 1 << 2)
  static let published = EventMembers(rawValue: 1 << 3)
  static let placeName = EventMembers(rawValue: 1 << 4)
  /// How exactly the place is known, with the radius.
  static let precision = EventMembers(rawValue: 1 << 5)
  static let destination = EventMembers(rawValue: 1 << 6)
  static let standing = EventMembers(rawValue: 1 << 7)
  static let actors = EventMembers(rawValue: 1 << 8)
  static let summary = EventMembers(rawValue: 1 << 9)
  static let sources = EventMembers(rawValue: 1 << 10)
  static let links = EventMembers(rawValue: 1 << 11)
  /// The id, for formats that can't have every one; a feature has it beside the properties.
  static let id = EventMembers(rawValue: 1 << 12)
  /// The way in which the place was found, alone.
  static let origin = EventMembers(rawValue: 1 << 13)
  /// The province, alone.
  static let province = EventMembers(rawValue: 1 << 14)
  /// All of the properties.
  static let all = EventMembers(rawValue: (1 << 12) - 1)

  /// The members of an event of which the columns of a table can't say all, whatever their texts: a destination with a form, a province or a
  /// radius, and actors of whom one is named twice.
  static func beyondColumns(of event: Event) -> EventMembers {
    var members: EventMembers = []
    if let destination = event.destination,
      destination.shape != nil || destination.name == nil || destination.radius != nil || destination.province != nil
    {
      members.insert(.destination)
    }
    if event.place.province != nil { members.insert(.province) }
    if Set(event.actors).count != event.actors.count { members.insert(.actors) }
    return members
  }
}

extension OutputBytes {
  /// Appends the name of a member. Nothing that a member may have ends as an object begins: so the first is told.
  private mutating func append(name: String) {
    if bytes.last != UInt8(ascii: "{") { append(",") }
    append(json: name)
    append(":")
  }

  private mutating func append(_ name: String, _ text: String?) {
    guard let text else { return }
    append(name: name)
    append(json: text)
  }

  private mutating func append(_ name: String, _ number: Double?) {
    guard let number else { return }
    append(name: name)
    append(number)
  }

  /// Appends a GeoJSON feature of the profile, on one line.
  ///
  /// - Parameter history: the changes that people made to the event. Each field that they changed is said beside the properties, with the
  ///   value that the file had.
  mutating func append(feature event: Event, changedBy history: EventHistory? = nil) {
    append("{\"type\":\"Feature\",\"id\":")
    append(json: event.id)
    append(",\"geometry\":")
    append(geoJSON: event.place.shape)
    append(",\"properties\":")
    append(members: .all, of: event)
    if let history, history.isChanged { append(provenance: history) }
    append("}")
  }

  private mutating func append(provenance history: EventHistory) {
    append(name: EventReader.provenance)
    var edits: [(field: String, from: String?, change: Change)] = []
    if history.state == .added, let added = history.changes.first { edits.append(("event", nil, added)) }
    for edit in history.edits where edit.status == .shown {
      edits.append((edit.field.rawValue, history.original(of: edit.field) ?? edit.from, edit.change))
    }
    append(list: edits, "[", "]") { bytes, edit in
      bytes.append("{")
      bytes.append("field", edit.field)
      bytes.append("from", edit.from)
      bytes.append("by", edit.change.author)
      bytes.append("at", DateInterval(unit: .second, at: edit.change.time).edtf)
      bytes.append("reason", edit.change.reason.isEmpty ? nil : edit.change.reason)
      bytes.append("change", edit.change.id)
      bytes.append("}")
    }
  }

  /// Appends an object with some of an event's members; those that say nothing are left out.
  mutating func append(members: EventMembers, of event: Event) {
    append("{")
    if members.contains(.id) { append("id", event.id) }
    if members.contains(.title) { append("title", event.title) }
    if members.contains(.kind) { append("kind", event.kindName) }
    if members.contains(.when) { append("when", event.when?.edtf) }
    if members.contains(.published) { append("published", event.published?.edtf) }
    let name = members.contains(.placeName) ? event.place.name : nil
    let hasPrecision = members.contains(.precision) && (event.place.precision != .unknown || event.place.radius != nil)
    let hasOrigin = event.place.origin != .given && !members.isDisjoint(with: [.precision, .origin])
    let province = members.isDisjoint(with: [.precision, .province]) ? nil : event.place.province
    if name != nil || hasPrecision || hasOrigin || province != nil {
      append(name: "place")
      append(
        place: event.place, name: name, province: province, hasPrecision: hasPrecision, hasOrigin: hasOrigin)
    }
    if members.contains(.destination), let destination = event.destination {
      append(name: "destination")
      append(
        place: destination, name: destination.name, province: destination.province, hasPrecision: true, hasShape: true)
    }
    if members.contains(.standing) { append("standing", event.standing?.rawValue) }
    if members.contains(.actors), !event.actors.isEmpty {
      append(name: "actors")
      append(list: event.actors, "[", "]") { $0.append(json: $1) }
    }
    if members.contains(.summary), !event.summary.isEmpty { append("summary", event.summary) }
    if members.contains(.sources), !event.sources.isEmpty {
      append(name: "sources")
      append(sources: event.sources)
    }
    if members.contains(.links), !event.links.isEmpty {
      append(name: "links")
      append(list: event.links, "[", "]") { bytes, link in
        bytes.append("{")
        bytes.append("relation", link.relation.rawValue)
        bytes.append("target", link.target)
        bytes.append("}")
      }
    }
    append("}")
  }

  private mutating func append(
    place: Place, name: String?, province: String?, hasPrecision: Bool, hasOrigin: Bool = false, hasShape: Bool = false
  ) {
    append("{")
    append("name", name)
    append("province", province)
    if hasPrecision, place.precision != .unknown { append("precision", place.precision.rawValue) }
    if hasOrigin { append("placed", place.origin.rawValue) }
    if hasPrecision { append("radius_m", place.radius) }
    if hasShape, let shape = place.shape {
      append(name: "geometry")
      append(geoJSON: shape)
    }
    append("}")
  }

  /// Appends the list of an event's sources.
  mutating func append(sources: [Source]) {
    append(list: sources, "[", "]") { bytes, source in
      bytes.append("{")
      bytes.append("who", source.who)
      bytes.append("via", source.via)
      bytes.append("published", source.published?.edtf)
      bytes.append("link", source.link)
      bytes.append("grade", source.grade?.text)
      bytes.append("note", source.note)
      bytes.append("says", source.says)
      if source.disputes {
        bytes.append(name: "disputes")
        bytes.append("true")
      }
      if !source.figures.isEmpty {
        bytes.append(name: "figures")
        bytes.append(figures: source.figures)
      }
      bytes.append("copy", source.copy?.path)
      bytes.append("sha256", source.copy?.digest)
      bytes.append("}")
    }
  }

  private mutating func append(figures: [Figure]) {
    append("{")
    for figure in figures {
      append(name: figure.what)
      append("{")
      append("low", figure.low)
      append("best", figure.best)
      append("high", figure.high)
      append("}")
    }
    append("}")
  }
}
