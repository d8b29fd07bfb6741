import SituationModel
import TestKit
import Testing

@Suite("Events that are released")
struct ReleaseTests {
  private static func box(_ south: Double, _ west: Double, _ side: Double) -> Shape {
    let corners = [(0.0, 0.0), (0, side), (side, side), (side, 0), (0, 0)]
    return .areas([
      Shape.Area(outer: corners.map { Coordinate(latitude: south + $0.0, longitude: west + $0.1) })
    ])
  }

  private static let map = AreaMap(
    provinces: [.init(name: "North", shape: box(1, 0, 1)), .init(name: "South", shape: box(0, 0, 1))],
    countries: [.init(name: "Land", shape: box(0, 0, 2))])

  private struct Towns: PlaceLookup {
    let isEmpty = false
    func places(named name: String) -> [KnownPlace] {
      let kinds: [String: [KnownPlace.Kind]] = [
        "ariha": [.town], "north": [.province], "land": [.country, .town], "big town": [.town],
      ]
      return (kinds[name.lowercased()] ?? []).map {
        KnownPlace(name: name, kind: $0, country: "LA", position: Coordinate(latitude: 0, longitude: 0))
      }
    }
    func country(of text: String) -> String? { text == "LAN" ? "LA" : nil }
    func name(ofCountry code: String) -> String { code }
  }

  private func event(_ title: String = "A convoy", at latitude: Double = 1.5, _ precision: PlacePrecision = .exact)
    -> Event
  {
    Event(
      id: "secret-7", title: title, kindName: "Convoy", when: nil,
      place: Place(
        name: "Hill 12, Talbiseh", precision: precision,
        shape: .points([Coordinate(latitude: latitude, longitude: 0.5)]), radius: 40, province: "Nord"),
      actors: ["Group"], summary: "lat_orig: 1.50001",
      sources: [
        Source(
          who: "Paper", link: "https://example.org/1", grade: AdmiraltyGrade("B2"), note: "n", says: "s",
          figures: [Figure("dead", best: 3)].compactMap { $0 },
          copy: LocalCopy(path: "a.html", digest: nil, dataFile: "f"))
      ], links: [Event.Link(.follows, to: "secret-7")])
  }

  private func released(
    _ event: Event, _ width: String, _ members: Set<ReleaseMember> = ReleaseMember.usual
  ) throws -> Event {
    let whole = Situation(title: "T", summary: "S", background: ["B"], attribution: "A", events: EventTable([event]))
    let release = Release(try #require(Coarsening(width)), members: members, map: ReleaseTests.map)
    let situation = release.released(whole)
    #expect(situation.title == (members.contains(.about) ? "T" : ""))
    return try #require(situation.events.events.first)
  }

  @Test("only members on the list are written")
  func members() throws {
    let usual = try released(event(), "10km")
    #expect(usual.id == "1" && usual.summary.isEmpty && usual.links.isEmpty && usual.title == "A convoy")
    let source = try #require(usual.sources.first)
    #expect(source.link == nil && source.copy == nil && source.says == "s" && source.figures.count == 1)
    #expect(usual.place.province == nil)
    let all = try released(event(), "10km", Set(ReleaseMember.allCases))
    #expect(all.id == "secret-7" && all.links.map(\.target) == ["secret-7"] && all.sources[0].link != nil)
    #expect(all.place.province == "Nord" && all.summary == "lat_orig: 1.50001")
    let none = try released(event(), "10km", [])
    #expect(none == Event(id: "1", title: "event"))
    // Links without ids lead to the numbers of the events.
    #expect(try released(event(), "10km", [.links]).links.map(\.target) == ["1"])
  }

  @Test("places become provinces, and where the map has none, countries or cells")
  func areas() throws {
    let north = try released(event(at: 1.5), "province").place
    #expect(north.name == "North" && north.precision == .region && north.province == "North" && north.radius == nil)
    #expect(north.shape == ReleaseTests.box(1, 0, 1))
    let country = try released(event(at: 1.5), "country").place
    #expect(country.name == "Land" && country.precision == .country && country.province == nil)
    #expect(try released(event(at: 1.5, .country), "province").place.name == "Land")
    #expect(try released(event(at: 1.5, .country), "10km").place.name == "Land")
    #expect(try released(event(at: 9), "country").place.name == "within a cell of 200 km")
    let again = try released(Event(id: "1", title: "x", place: north), "province").place
    #expect(again == north)
    let both = Place(name: nil, precision: .region, shape: ReleaseTests.box(0.5, 0.2, 0.8))
    #expect(try released(Event(id: "1", title: "x", place: both), "province").place.name == "North, South")
  }

  @Test("a title that was made of the place is made again without it")
  func titles() throws {
    #expect(try released(event("Convoy, Hill 12, Talbiseh"), "10km").title == "Convoy")
    #expect(try released(event("Hill 12, Talbiseh"), "10km").title == "Convoy")
  }

  private func words(_ title: String, _ width: String = "10km", allowed: [String] = []) throws -> [String] {
    let whole = Situation(title: "", events: EventTable([event(title)]))
    let coarsening = try #require(Coarsening(width))
    let release = Release(coarsening, members: ReleaseMember.usual, map: ReleaseTests.map)
    let check = ReleaseCheck(coarsening, lookup: Towns(), allowed: allowed)
    return check.leaks(in: release.released(whole), of: whole).map(\.words.words)
  }

  @Test(
    "words that say where something was are found",
    arguments: [
      "34.7312, 36.7121", "34.7312 36.7121", "(34.7312,36.7121)", "-34.73, 36.71", "34.7312N 36.7121E",
      "35\u{B0}24'04\"N 35\u{B0}56'55\"E", "N35 24.067 E035 56.917", "342443N 0364531E", "34:24:43N 36:45:31E",
      "\u{663}\u{664}.\u{667}\u{663}, \u{663}\u{666}.\u{667}\u{661}", "36SYE6781122446", "36S YE 67811 22446",
      "37S 270424 3820352", "sy7ksr", "8G6PGG22+22", "GG22+22", "geo:34.7,36.7", "https://maps.app.goo.gl/abc",
      "https://www.openstreetmap.org/#map=12/34.7/36.7", "https://www.google.com/maps/@34.7,36.7,12z",
      "https://x.org/?lat=34.73&lon=36.71", "///filled.count.soap", "lat: 34.73", "latitude=34.7312",
      "0101000000E5D022DBF93E4240A01A2FDD24564140", "Talbiseh", "talbiseh's Talbiseh", "Ariha", "Big Town",
      "Hill 12",
    ])
  func found(_ words: String) throws {
    for text in [words, "Seen \(words) today", "seen at \(words).", "\(words), and more"] {
      #expect(try !self.words(text).isEmpty, "\(text)")
    }
  }

  @Test(
    "words that say no place are left",
    arguments: [
      "Killed 3, 5 wounded", "at 14:30, 15:45 on 2024-12-08", "BTR-80, T-72 and BM-21", "12DEC2024", "5.5 percent",
      "2024-12-08 2024-12-09", "3 north of 4 E", "36SYE", "35N 36E", "land of Land", "LAN", "north of here", "North",
      "https://example.org/a/1", "1,200 men", "Covid19", "+1 555 0100", "v1.2.3",
    ])
  func left(_ text: String) throws { #expect(try words(text) == []) }

  @Test("words that a person allows are passed over where they stand as they were allowed, and nowhere else")
  func allowed() throws {
    #expect(try words("Ariha Times says", allowed: ["Ariha Times"]).isEmpty)
    #expect(try words("Ariha Times says Ariha", allowed: ["Ariha Times"]) == ["Ariha"])
  }

  @Test("names of provinces may be said in a release by province, and not in one by country")
  func provinces() throws {
    #expect(try words("Calm in North", "province").isEmpty)
    #expect(try words("Calm in North", "country") == ["North"])
  }
}
