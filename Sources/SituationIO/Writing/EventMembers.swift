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
  /// All of the properties.
  static let all = EventMembers(rawValue: (1 << 12) - 1)
}

/// An object of JSON that is written.
private struct ObjectWriter {
  private(set) var output: OutputBytes
  private var isEmpty = true

  init(_ output: consuming OutputBytes) {
    self.output = output
    self.output.append("{")
  }

  mutating func add(_ name: String, _ text: String?) {
    guard let text else { return }
    add(name) { $0.append(json: text) }
  }

  mutating func add(_ name: String, _ number: Double?) {
    guard let number else { return }
    add(name) { $0.append(number) }
  }

  mutating func add(_ name: String, _ write: (inout OutputBytes) -> Void) {
    if !isEmpty { output.append(",") }
    isEmpty = false
    output.append(json: name)
    output.append(":")
    write(&output)
  }

  consuming func finished() -> OutputBytes {
    output.append("}")
    return output
  }
}

extension OutputBytes {
  /// Appends an object that a function fills.
  private mutating func appendObject(_ fill: (inout ObjectWriter) -> Void) {
    // The bytes are handed over and back, so that they are never copied.
    var object = ObjectWriter(self.taken())
    fill(&object)
    self = object.finished()
  }

  private mutating func taken() -> OutputBytes {
    var other = OutputBytes()
    swap(&self, &other)
    return other
  }

  /// Appends a GeoJSON feature of the profile, on one line.
  mutating func append(feature event: Event) {
    append("{\"type\":\"Feature\",\"id\":")
    append(json: event.id)
    append(",\"geometry\":")
    append(geoJSON: event.place.shape)
    append(",\"properties\":")
    append(members: .all, of: event)
    append("}")
  }

  /// Appends an object with some of an event's members; those that say nothing are left out.
  mutating func append(members: EventMembers, of event: Event) {
    appendObject { object in
      if members.contains(.id) { object.add("id", event.id) }
      if members.contains(.title) { object.add("title", event.title) }
      if members.contains(.kind) { object.add("kind", event.kindName) }
      if members.contains(.when) { object.add("when", event.when?.edtf) }
      if members.contains(.published) { object.add("published", event.published?.edtf) }
      let name = members.contains(.placeName) ? event.place.name : nil
      let hasPrecision =
        members.contains(.precision) && (event.place.precision != .unknown || event.place.radius != nil)
      if name != nil || hasPrecision {
        object.add("place") { $0.append(place: event.place, name: name, hasPrecision: hasPrecision) }
      }
      if members.contains(.destination), let destination = event.destination {
        object.add("destination") {
          $0.append(place: destination, name: destination.name, hasPrecision: true, hasShape: true)
        }
      }
      if members.contains(.standing) { object.add("standing", event.standing?.rawValue) }
      if members.contains(.actors), !event.actors.isEmpty {
        object.add("actors") { $0.append(list: event.actors, "[", "]") { $0.append(json: $1) } }
      }
      if members.contains(.summary), !event.summary.isEmpty { object.add("summary", event.summary) }
      if members.contains(.sources), !event.sources.isEmpty {
        object.add("sources") { $0.append(sources: event.sources) }
      }
      if members.contains(.links), !event.links.isEmpty {
        object.add("links") { bytes in
          bytes.append(list: event.links, "[", "]") { bytes, link in
            bytes.appendObject { object in
              object.add("relation", link.relation.rawValue)
              object.add("target", link.target)
            }
          }
        }
      }
    }
  }

  private mutating func append(place: Place, name: String?, hasPrecision: Bool, hasShape: Bool = false) {
    appendObject { object in
      object.add("name", name)
      if hasPrecision, place.precision != .unknown { object.add("precision", place.precision.rawValue) }
      if hasPrecision { object.add("radius_m", place.radius) }
      if hasShape, let shape = place.shape { object.add("geometry") { $0.append(geoJSON: shape) } }
    }
  }

  /// Appends the list of an event's sources.
  mutating func append(sources: [Source]) {
    append(list: sources, "[", "]") { bytes, source in
      bytes.appendObject { object in
        object.add("who", source.who)
        object.add("via", source.via)
        object.add("published", source.published?.edtf)
        object.add("link", source.link)
        object.add("grade", source.grade?.text)
        object.add("note", source.note)
        object.add("says", source.says)
        if source.disputes { object.add("disputes") { $0.append("true") } }
        if !source.figures.isEmpty { object.add("figures") { $0.append(figures: source.figures) } }
        object.add("copy", source.copy?.path)
        object.add("sha256", source.copy?.digest)
      }
    }
  }

  private mutating func append(figures: [Figure]) {
    appendObject { object in
      for figure in figures {
        object.add(figure.what) { bytes in
          bytes.appendObject { object in
            object.add("low", figure.low)
            object.add("best", figure.best)
            object.add("high", figure.high)
          }
        }
      }
    }
  }
}
