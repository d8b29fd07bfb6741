import TestKit
import Testing

@testable import SituationModel

@Suite("Reports that may be of one event")
struct LinkingTests {
  private func report(
    _ id: String, _ title: String, _ date: String? = "2024-12-13", at latitude: Double? = 34.7,
    _ precision: PlacePrecision = .locality, deaths: Double? = nil, from outlet: String = "Outlet", via: String? = nil,
    link: String? = nil, summary: String = "", kind: String = "strike"
  ) throws -> Event {
    let shape = latitude.map { Shape.points([Coordinate(latitude: $0, longitude: 36.7)]) }
    let figures = [deaths.flatMap { Figure("deaths", best: $0) }].compactMap { $0 }
    return Event(
      id: id, title: title, kind: EventKind(rawValue: kind) ?? .other, kindName: kind,
      when: try date.map { try DateInterval(edtf: $0) },
      place: Place(name: "Homs", precision: precision, shape: shape), summary: summary,
      sources: [Source(who: outlet, via: via, link: link, figures: figures)])
  }

  private func pairs(_ events: [Event]) -> [[String]] {
    let table = EventTable(events)
    return Linking(table).candidates().pairs.map { [table[$0.first].id, table[$0.second].id].sorted() }
  }

  @Test("blocks bring each pair that times and places allow, and no pair twice", arguments: 0..<4)
  func blocks(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var maker = EventMaker(seed: seed)
    let odd = maker.events(120)
    let near = (0..<200).map { number in
      let day = Int64.random(in: 0..<30, using: &generator) * 86_400
      let length: Int64 = [3_600, 86_400, 5 * 86_400, 40 * 86_400, 900 * 86_400].randomElement(using: &generator) ?? 1
      let spot = Coordinate(
        latitude: Double.random(in: -0.5...0.5, using: &generator),
        longitude: Double.random(in: 178...180, using: &generator))
      let precision = PlacePrecision.allCases.randomElement(using: &generator) ?? .exact
      return Event(
        id: "n\(number)", title: "x",
        when: DateInterval(from: Instant(seconds: day), .second, to: Instant(seconds: day + length), .second),
        place: Place(name: nil, precision: precision, shape: .points([spot])))
    }
    let records = (odd + near).map { LinkRecord($0, kind: 0) }
    var seen: [[Int]: Int] = [:]
    for part in 0..<3 {
      _ = LinkBlocks(records).forEachPair(part: part, of: 3) { seen[[min($0, $1), max($0, $1)], default: 0] += 1 }
    }
    #expect(seen.values.allSatisfy { $0 == 1 })
    for first in records.indices {
      for second in records.indices.dropFirst(first + 1) where records[first].canBeSame(as: records[second]) {
        #expect(seen[[first, second]] == 1, "\(first) \(second)")
      }
    }
  }

  @Test("what times or places rule out is never proposed, however alike the words are")
  func ruledOut() throws {
    let text = "Seven people were killed when a missile hit the old grain silo beside the railway"
    let first = try report("a", text, summary: text)
    #expect(pairs([first, try report("b", text, "2024-12-14", summary: text)]).isEmpty)
    #expect(pairs([first, try report("b", text, at: 35.7, summary: text)]).isEmpty)
    #expect(pairs([first, try report("b", text, "2024-12", summary: text)]) == [["a", "b"]])
    #expect(pairs([first, try report("b", text, "2024-12-14~", summary: text)]) == [["a", "b"]])
    #expect(pairs([first, try report("b", text, at: nil, summary: text)]) == [["a", "b"]])
    #expect(pairs([first, try report("b", text, nil, at: 35.7, .country, summary: text)]) == [["a", "b"]])
  }

  @Test("reports of other things on the same day and in the same town are listed behind those that are alike")
  func order() throws {
    let events = [
      try report("a", "Missile hits the grain silo", deaths: 7),
      try report("b", "Grain silo in Homs struck by a missile", deaths: 7),
      try report("c", "Protest for cheaper fuel", deaths: 0, kind: "protest"),
      try report("d", "Two men detained", kind: "arrest"),
    ]
    #expect(pairs(events).first == ["a", "b"])
  }

  @Test("the reasons say in words what speaks for one event, and what against it")
  func reasons() throws {
    let events = [
      try report("a", "Missile hits the grain silo", deaths: 7),
      try report("b", "Grain silo struck by missile", deaths: 7, kind: "bombing"),
    ]
    let reasons = Linking(EventTable(events)).reasons(0, 1)
    #expect(
      reasons.filter(\.isFor).map(\.words) == [
        "same day", "same spot, known to 10 km, places of one name", "3 of 4 title words", "both deaths 7",
      ])
    #expect(reasons.filter { !$0.isFor }.map(\.words) == ["strike and bombing"])
    let other = [try report("a", "x", deaths: 7), try report("b", "y", deaths: 9)]
    #expect(Linking(EventTable(other)).reasons(0, 1).filter { !$0.isFor }.map(\.words) == ["deaths 7 and 9"])
  }

  @Test("pairs that somebody has decided on are not proposed again")
  func decided() throws {
    let events = [try report("a", "Missile hits the grain silo"), try report("b", "Missile hits the grain silo")]
    let linking = Linking(EventTable(events))
    #expect(linking.candidates().pairs.count == 1)
    #expect(linking.candidates { _, _ in true }.pairs.isEmpty)
  }

  @Test("two spellings of a name have one key, and two numbers have not")
  func keys() {
    for (one, other) in [
      ("Jableh", "Jabla"), ("Qamishli", "Kamishly"), ("strikes", "strike"), ("Saraqib", "Saraqeb"), ("Raqqa", "Rakka"),
    ] {
      #expect(WordKeys(one).words == WordKeys(other).words, "\(one) \(other)")
    }
    for (one, other) in [("17", "18"), ("Homs", "Hama"), ("Aleppo", "Latakia"), ("حمص", "حماة")] {
      #expect(WordKeys(one).words != WordKeys(other).words, "\(one) \(other)")
    }
    #expect(WordKeys("in the of al-").words.isEmpty)
  }

  // MARK: Joining

  @Test("groups do not depend on the order of decisions, and circles do no harm", arguments: 0..<5)
  func groups(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pairs = [("c", "d"), ("b", "c"), ("a", "b"), ("d", "a"), ("x", "y"), ("y", "y")].shuffled(using: &generator)
    let groups = JoinGroups(pairs)
    #expect(groups.groups == [["a", "b", "c", "d"], ["x", "y"]])
    #expect(groups.leader(of: "d") == "a" && groups.leader(of: "z") == "z")
  }

  @Test("a joined event has the sources of all reports, and figures as ranges over them")
  func joined() throws {
    let reports = [
      try report("a", "Missile hits the silo", "2024-12", deaths: 7, from: "One"),
      try report("b", "Silo struck", "2024-12-13", at: 34.71, .exact, deaths: 9, from: "Two", summary: "Nine died."),
    ]
    let joined = Event(joining: reports)
    #expect(joined.id == "a" && joined.title == "Missile hits the silo" && joined.reports == reports)
    #expect(joined.when?.edtf == "2024-12-13" && joined.place.precision == .exact)
    #expect(joined.sources.map(\.who) == ["One", "Two"])
    #expect(joined.sources.map(\.says) == ["2024-12; Homs", "Silo struck; Nine died."])
    let deaths = try #require(joined.figure(.deaths))
    #expect(deaths.low == 7 && deaths.high == 9 && deaths.best == nil)
    // A report that is joined already brings its own reports.
    let more = Event(joining: [joined, try report("c", "x", deaths: 20)])
    #expect(more.reports.map(\.id) == ["a", "b", "c"] && more.sources.count == 3)
  }

  @Test("dates that exclude each other become the span of all")
  func span() throws {
    let joined = Event(joining: [try report("a", "x", "2024-12-13"), try report("b", "x", "2024-12-15")])
    #expect(joined.when?.edtf == "2024-12-13/2024-12-15")
  }

  // MARK: Origins

  private let text = "A missile hit the grain silo at noon and seven workers died in the fire that followed"

  @Test("a text that is taken over has one origin, and a report of its own has another")
  func reprints() throws {
    let reports = [
      try report("a", "Silo hit", from: "One", summary: text),
      try report("b", "BREAKING: Silo hit", from: "Two", summary: text),
      try report(
        "c", "Grain store burns", from: "Three", summary: "Seven people lost their lives after an explosion, medics say"
      ),
    ]
    let origins = Origins(Event(joining: reports))
    #expect(origins.words == "3 outlets, 2 origins" && origins.groups == [[0, 1], [2]])
    #expect(origins.ties.map(\.reason.words) == ["17 of 17 words in one run"])
  }

  @Test("other numbers in the same words are another report")
  func numbers() throws {
    let reports = [
      try report("a", "Silo hit", from: "One", summary: text + " after 3 hours"),
      try report("b", "Silo hit", from: "Two", summary: text + " after 5 hours"),
    ]
    #expect(Origins(Event(joining: reports)).groups.count == 2)
  }

  @Test("one link, one outlet and an agency that is named make one origin")
  func ties() throws {
    func count(_ first: Event, _ second: Event) -> Int { Origins(Event(joining: [first, second])).groups.count }
    #expect(
      try count(
        report("a", "x", from: "One", link: "https://www.example.org/a/1"),
        report("b", "y", from: "Two", link: "http://example.org/a/1/?utm_source=z")) == 1)
    #expect(
      try count(
        report("a", "x", from: "One", link: "https://example.org/"),
        report("b", "y", from: "Two", link: "https://example.org/")) == 2)
    #expect(try count(report("a", "x", from: "One"), report("b", "y", from: "ONE")) == 1)
    let short = "Silo in Homs hit by a missile"
    #expect(try count(report("a", short, from: "One"), report("b", short + ", says One", from: "Two", via: "One")) == 1)
    #expect(try count(report("a", short, from: "One"), report("b", short + ", says One", from: "Two")) == 2)
  }

  @Test("a filter finds events by their origins")
  func filter() throws {
    let table = EventTable([
      Event(joining: [
        try report("a", "Silo hit", from: "One", summary: text),
        try report("b", "Silo hit", from: "Two", summary: text),
      ]),
      try report("c", "Protest", from: "One"),
      Event(joining: [
        try report("d", "Raid", from: "One"), try report("e", "Arrests at dawn", from: "Two"),
      ]),
    ])
    func ids(_ text: String) throws -> [String] {
      let filter = try EventFilter(text) { _ in nil }
      return table.rows(passing: filter).map { table[$0].id }
    }
    #expect(try ids("origins>=2") == ["d"])
    #expect(try ids("outlets>=2") == ["a", "d"])
    #expect(try ids("origins=1") == ["a", "c"])
  }
}
