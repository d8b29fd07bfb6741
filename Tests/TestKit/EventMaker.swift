import SituationModel

/// Makes events that look random, with all that an event can have and texts that formats have trouble with.
public struct EventMaker {
  private var generator: SeededGenerator

  /// A maker of the same events for the same seed.
  public init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// So many events with ids of their own.
  public mutating func events(_ count: Int) -> [Event] {
    let odd = ["a b", "1", "-", "NA", "#7", "<x>", "é", "=1", " edge ", "a\"b", "two\nlines", "x;y"]
    let ids = (0..<count).map { $0 < odd.count ? odd[$0] : "event-\($0)" }
    return ids.map { id in
      let place = maybe { $0.place() } ?? .unknown
      return Event(
        id: id, title: text(), kind: .other, kindName: nil, when: maybe { $0.date() }, published: maybe { $0.date() },
        place: place, destination: maybe { $0.place() }, standing: maybe { $0.pick(Standing.allCases) },
        actors: list { $0.text() }, summary: maybe { $0.text() } ?? "", sources: list { $0.source() },
        links: list { Event.Link($0.pick(Event.Link.Relation.allCases), to: $0.pick(ids)) }
      ).of(kind: pick(["convoy", "strike", "Air raid", "NULL", "a;b", "=2", "other"]))
    }
  }

  private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }
  private mutating func maybe<Value>(_ make: (inout EventMaker) -> Value?) -> Value? {
    below(3) == 0 ? nil : make(&self)
  }
  private mutating func list<Value>(_ make: (inout EventMaker) -> Value?) -> [Value] {
    (0..<max(0, below(5) - 1)).compactMap { _ in make(&self) }
  }

  private mutating func text() -> String {
    pick([
      "Homs", "a, b", "a; b", "say \"so\"", "two\nlines", "three\r\nline\rends", "tab\there", "\ttab", "end\t",
      " edge ",
      "-", "NA", "null", "?", "=1+1", "+1", "@x", "-1", "'quoted'", "'=1", "''-x", "\u{FF1D}1", "\nfirst",
      "<b>bold</b>", "a < b",
      "a & b &amp; c", "]]>", "{\"a\":1}", "حمص", "e\u{301}", "\"\u{301}", "''\u{301};\u{301}<\u{301}",
      "\u{FFFF}\u{301}", "👩‍🚀", "\u{1}\u{7F}\u{85}", "\u{0}", "\u{FFFE}",
      "\u{202E}x",
      "\u{FEFF}x", "2024-12-08", "34.5", "x\\n", "a|b", String(repeating: "long ", count: 40) + "x",
    ])
  }

  private mutating func date() -> DateInterval? {
    let texts = [
      "2024", "2024-12", "2024-12-13", "2024-12-13T14Z", "2024-12-13T14:30Z", "2024-12-13T00:00:00Z",
      "2024-12-13T14:30:05Z", "1527-05-06", "-0044-03-15", "0000", "9999-12-31", "1970-01-01T00:00Z",
    ]
    let mark = pick(["", "", "", "~", "?", "%"])
    let first = pick(texts) + mark
    switch below(4) {
    case 0: return try? DateInterval(edtf: "\(first)/\(pick(texts) + mark)")
    case 1: return try? DateInterval(edtf: pick(["../\(first)", "\(first)/.."]))
    default: return try? DateInterval(edtf: first)
    }
  }

  private mutating func degrees(_ most: Double) -> Double {
    pick([-0.5, most, -most, 1e-7, 0.1, -0.30000000000000004, Double.random(in: -most...most, using: &generator)])
  }

  private mutating func position() -> Coordinate { Coordinate(latitude: degrees(90), longitude: degrees(180)) }

  private mutating func positions(_ count: Int) -> [Coordinate] { (0..<count).map { _ in position() } }

  private mutating func ring() -> [Coordinate] {
    let points = positions(3 + below(3))
    return points + points.prefix(1)
  }

  private mutating func shape() -> Shape {
    switch below(6) {
    case 0: .points(positions(2 + below(2)))
    case 1: .lines((0...below(2)).map { _ in positions(2 + below(3)) })
    case 2: .areas((0...below(2)).map { _ in Shape.Area(outer: ring(), holes: (0..<below(2)).map { _ in ring() }) })
    default: .points(positions(1))
    }
  }

  private mutating func place() -> Place {
    let shape = maybe { $0.shape() }
    let precision = pick(PlacePrecision.allCases.filter { $0 != .unplaced })
    return Place(
      name: maybe { $0.text() }, precision: precision, shape: shape,
      radius: below(4) == 0 ? pick([0.5, 250, 1e6, 1234.5678]) : nil)
  }

  private mutating func source() -> Source {
    let number = { (maker: inout EventMaker) in maker.maybe { Double($0.below(5)) } }
    let figures = ["killed", "a;b", "wounded"].prefix(below(4)).compactMap { what in
      Figure(what, low: number(&self), best: maybe { $0.pick([5, 6.5]) }, high: maybe { $0.pick([7, 1e9]) })
    }
    let digest = String(repeating: "0a", count: 32)
    return Source(
      who: text(), via: maybe { $0.text() }, published: maybe { $0.date() }, link: maybe { $0.text() },
      grade: AdmiraltyGrade(pick(["A1", "F6", ""])), note: maybe { $0.text() }, says: maybe { $0.text() },
      disputes: below(4) == 0, figures: figures,
      copy: below(4) == 0 ? LocalCopy(path: "copies/a.html", digest: pick([digest, nil]), dataFile: "f") : nil)
  }
}

extension Event {
  /// The same of another kind, by the file's own word.
  fileprivate func of(kind word: String) -> Event {
    Event(
      id: id, title: title, kind: EventKind(rawValue: word.lowercased()) ?? .other, kindName: word, when: when,
      published: published, place: place, destination: destination, standing: standing, actors: actors,
      summary: summary,
      sources: sources, links: links)
  }
}
