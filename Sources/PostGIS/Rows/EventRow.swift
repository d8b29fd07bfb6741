#if PostgreSQL
  import SituationIO
  import SituationModel

  /// An event as a row of `sitmap.events`, in the text format of PostgreSQL's `COPY`.
  struct EventRow {
    /// The names of the columns. Queries use all but the last; the last has the whole event, to be shown.
    static let columns = [
      "shard", "id", "file", "start_s", "end_s", "has_date", "doubtful", "is_long", "finest", "kind", "precision",
      "standing",
      "lon", "lat", "west", "south", "east", "north", "reach", "is_point", "is_points", "members", "relations",
      "grades",
      "f_id", "f_kind", "f_title", "f_actor", "f_place", "f_destination", "f_source", "f_file", "f_more", "mark",
      "geometry", "record",
    ].joined(separator: ", ")

    /// The number of parts into which ids are sorted, so that several servers can share the events.
    static let shards = 16

    /// The row with its end of line.
    private(set) var bytes: [UInt8] = []

    /// A reach in metres that covers the globe.
    private static let globe = 20_100_000.0

    init(_ event: Event, file: String, fileName: String) {
      bytes.reserveCapacity(1_024)
      let id = KeptText.id(event.id)
      number(Int(EventRow.shard(of: id)))
      text(id)
      text(KeptText.bytes(file))
      time(event.when)
      number(Int(event.kind.code))
      number(Int(event.place.precision.code))
      number(Int(event.standing?.code ?? 0))
      place(event.place)
      members(event)
      words(event, fileName: fileName)
      mark(event.place.anchor, id: id)
      if let shape = event.place.shape, event.place.anchor != nil {
        text(Array("SRID=4326;".utf8) + EventRecord.wellKnownText(of: shape))
      } else {
        null()
      }
      text(EventRecord.bytes(of: event))
      bytes[bytes.count - 1] = UInt8(ascii: "\n")
    }

    /// The part that an id belongs to.
    static func shard(of id: [UInt8]) -> UInt64 {
      // FNV-1a (IETF draft-eastlake-fnv): even enough, and the same everywhere.
      let hash = id.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
      return (hash ^ hash >> 32) % UInt64(shards)
    }

    // MARK: Groups of columns

    private mutating func time(_ when: DateInterval?) {
      let start = when.map { $0.start?.seconds ?? .min } ?? .max
      let end = when.map { $0.end?.seconds ?? .max } ?? .max
      number(Int(start))
      number(Int(end))
      flag(when != nil)
      flag(when.map { $0.isApproximate || $0.isUncertain } ?? false)
      flag(when == nil || start == .min || end == .max || TimeCondition.isLong(start, end))
      if let when { number(Int(min(when.startPrecision, when.endPrecision).rawValue)) } else { null() }
    }

    private mutating func place(_ place: Place) {
      let bounds = place.anchor == nil ? nil : place.shape?.bounds
      for degrees in [
        place.anchor?.longitude, place.anchor?.latitude, bounds?.west, bounds?.south, bounds?.east, bounds?.north,
      ] {
        number(degrees)
      }
      number(place.shape.map { $0.isWithinOuterRings ? place.reach : EventRow.globe } ?? 0)
      if case .points(let points) = place.shape {
        flag(points.count == 1 && place.radius == nil)
        flag(true)
      } else {
        flag(false)
        flag(false)
      }
    }

    private mutating func members(_ event: Event) {
      let origin = event.place.origin == .name ? EventBits.isPlacedByName : 0
      number(FilterTerm.Part.allCases.filter(event.has).reduce(0) { $0 | 1 << $1.code } | origin)
      number(event.links.reduce(0) { $0 | 1 << $1.relation.code })
      number(event.sources.compactMap(\.grade).reduce(0) { $0 | 1 << $1.code })
    }

    /// The folded texts, each field's with separators around each text.
    private mutating func words(_ event: Event, fileName: String) {
      folded([event.id])
      folded([event.kindName, event.kind.rawValue])
      folded([event.title])
      folded(event.actors)
      folded([event.place.name])
      folded([event.destination?.name])
      folded(event.sources.flatMap { [$0.who, $0.via] })
      folded([fileName])
      folded([event.summary] + event.sources.flatMap { [$0.note, $0.says] })
    }

    private mutating func mark(_ anchor: Coordinate?, id: [UInt8]) {
      guard let anchor else { return null() }
      text(id + [1] + Array("\(anchor.longitude) \(anchor.latitude)".utf8))
    }

    // MARK: Values, each with a tab behind it

    private mutating func number(_ value: Int) { end(String(value).utf8) }
    private mutating func number(_ value: Double?) {
      guard let value else { return null() }
      end(value.description.utf8)
    }
    private mutating func flag(_ value: Bool) { end((value ? "t" : "f").utf8) }
    private mutating func null() { end("\\N".utf8) }
    private mutating func folded(_ texts: [String?]) { text(KeptText.folded(texts.compactMap { $0 })) }

    private mutating func text(_ value: [UInt8]) {
      var rest = value[...]
      while let place = rest.firstIndex(where: EventRow.isMarked) {
        bytes += rest[..<place]
        switch rest[place] {
        case 0x09: bytes += "\\t".utf8
        case 0x0A: bytes += "\\n".utf8
        case 0x0D: bytes += "\\r".utf8
        default: bytes += "\\\\".utf8
        }
        rest = rest[(place + 1)...]
      }
      bytes += rest
      bytes.append(0x09)
    }

    /// True if `COPY` would not read a byte as itself.
    private static func isMarked(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\\") || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private mutating func end(_ value: some Sequence<UInt8>) {
      bytes += value
      bytes.append(0x09)
    }
  }

  extension Shape {
    /// True if each hole lies within the bounds of its area's outer ring. Otherwise the bounds of the area would not cover it.
    fileprivate var isWithinOuterRings: Bool {
      guard case .areas(let areas) = self else { return true }
      return areas.allSatisfy { area in
        let bounds = GeoBounds(along: area.outer)
        return area.holes.allSatisfy { hole in
          bounds.flatMap { bounds in GeoBounds(along: hole).map(bounds.contains) } ?? true
        }
      }
    }
  }

  /// The bits that the columns use in place of words.
  enum EventBits {
    /// The bit of `members` for a place that was found by its name, far above the bits of `FilterTerm.Part`. Events that were
    /// loaded before the bit existed lack it, and count as placed by their files.
    static let isPlacedByName = 1 << 24

    /// The bits of the grades that meet a rule.
    static func grades(meeting rule: GradeRule) -> Int64 {
      let all = AdmiraltyGrade.Reliability.allCases.flatMap { letter in
        (1...6).compactMap { AdmiraltyGrade(letter.rawValue + String($0)) }
      }
      return all.filter(rule.holds).reduce(0) { $0 | 1 << Int64($1.code) }
    }
  }
#endif
