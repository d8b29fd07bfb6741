import SituationModel
import Testing

/// The filter of a text, with the places that a test knows; a failed test where it is none.
func filter(_ text: String) throws -> EventFilter {
  do throws(FilterError) { return try EventFilter(text, place: place) } catch {
    Issue.record("\(text): \(error)")
    throw error
  }
}

/// The places that a filter of a test may name.
func place(_ name: String) -> Coordinate? {
  switch name.lowercased() {
  case "homs": Coordinate(latitude: 34.73, longitude: 36.72)
  case "deir ez-zor": Coordinate(latitude: 35.34, longitude: 40.14)
  default: nil
  }
}

@Suite("Filters")
struct FilterTests {
  /// How one filter answers the convoy below, or another event.
  private struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let answer: Membership
    var testDescription: String { text }

    init(_ text: String, _ answer: Membership) {
      self.text = text
      self.answer = answer
    }
  }

  /// A convoy of some day in the week to 14 December, at a place near Hassia, with two sources.
  private func convoy() throws -> Event {
    Event(
      id: "hassia-1", title: "Troops leave “Hassia”", kind: .convoy, when: try interval("2024-12-08/2024-12-14"),
      place: Place(
        name: "Ḥisyāʾ, south of Homs", precision: .vicinity,
        shape: .points([Coordinate(latitude: 34.41, longitude: 36.75)]), radius: 5_000),
      destination: .init(name: "Hmeimim", precision: .exact, shape: nil), standing: .claimed,
      actors: ["Russian forces", "Besatzung Köln"], summary: "They went by night.",
      sources: [
        Source(who: "SOHR", via: "NBC News", link: "https://example.org", grade: AdmiraltyGrade("B3")),
        Source(who: "A video", grade: AdmiraltyGrade("F6"), note: "Not dated"),
      ],
      links: [Event.Link(.disputes, to: "other")])
  }

  private static let cases: [Case] = [
    // Texts: a part, or the whole, whatever the case and the accents.
    Case("kind:convoy", .certain), Case("KIND:Conv", .certain), Case("kind=conv", .outside),
    Case("actor:russia", .certain), Case("actor=\"russian forces\"", .certain), Case("actor=russian", .outside),
    Case("actor:koln", .certain), Case("place:hisya", .certain), Case("destination:hmeimim", .certain),
    Case("place:hmeimim", .outside), Case("title:'hassia'", .outside), Case("title:\"\\\"hassia\\\"\"", .certain),
    Case("source:nbc", .certain), Case("source:dated", .outside), Case("id=hassia-1", .certain),
    Case("text:night", .certain), Case("night", .certain), Case("\"not dated\"", .certain), Case("day", .outside),
    // Words of a scale.
    Case("standing:claimed", .certain), Case("standing:CONFIRMED", .outside), Case("standing>=claimed", .certain),
    Case("standing>=reported", .outside), Case("standing<reported", .certain), Case("standing>alleged", .certain),
    Case("precision:vicinity", .certain), Case("precision>=locality", .certain), Case("precision>=exact", .outside),
    // Grades: one of the sources is enough.
    Case("grade:B3", .certain), Case("grade=f6", .certain), Case("grade:B2", .outside), Case("grade>=B3", .certain),
    Case("grade>=C4", .certain), Case("grade>=B2", .outside), Case("grade<B2", .certain), Case("grade>B3", .outside),
    Case("grade>B4", .certain), Case("grade<=B3", .certain), Case("not grade>=B2", .certain),
    // What is there.
    Case("has:date has:place has:source has:link has:grade has:actor has:relation", .certain),
    Case("has:published", .outside), Case("relation:disputes", .certain), Case("relation:follows", .outside),
    // Times: the event may have been on any day from the 8th to the 14th.
    Case("after:2024-12-07", .certain), Case("after:2024-12-08", .possible), Case("after:2024-12-13", .possible),
    Case("after:2024-12-14", .outside), Case("from:2024-12-14", .possible), Case("from:2024-12-08", .certain),
    Case("before:2024-12-08", .outside), Case("before:2024-12-09", .possible), Case("before:2024-12-15", .certain),
    Case("to:2024-12-08", .possible), Case("to:2024-12-14", .certain), Case("to:2024-12-07", .outside),
    Case("during:2024-12", .certain), Case("during:2024-12-10", .possible), Case("during:2023", .outside),
    Case("during:../2024-12-14", .certain), Case("during:2024-12-10/..", .possible),
    Case("during:2024-12-08T00:00+02:00/2024-12-14", .certain), Case("during:2024-12-08t01:00z/2024", .possible),
    Case("certainly after:2024-12-08", .outside), Case("certainly after:2024-12-07", .certain),
    Case("not after:2024-12-08", .possible), Case("-after:2024-12-14", .certain),
    // Places: 5 km about a point that is 35.6 km from Homs.
    Case("near:Homs,50km", .certain), Case("near:Homs,31km", .possible), Case("near:homs,30km", .outside),
    Case("near:Homs,24mi", .possible), Case("near:Homs,26mi", .certain), Case("near:34.41,36.75,6000m", .certain),
    Case("near:34.41,36.75,4999m", .possible), Case("near:\"Deir ez-Zor\",50km", .outside),
    Case("near:\"Deir ez-Zor,50km\"", .outside), Case("near:-34,-58,2.5e3km", .outside),
    Case("within:36,34,37,35", .certain), Case("within:36.7,34,36.74,35", .possible),
    Case("within:36,34.5,37,35", .outside),
    Case("within:36,34.45,37,35", .possible), Case("within:170,-90,-170,90", .outside),
    Case("inside:34,36;35,36;35,37;34,37", .certain), Case("inside:34.4,36;35,36;35,37;34.4,37", .possible),
    Case("inside:34.5,36;35,36;35,37;34.5,37", .outside), Case("inside:-34.5,-36;-35,-36;-35,-37", .outside),
    // Joined.
    Case("kind:convoy actor:russia", .certain), Case("kind:convoy AND actor:israel", .outside),
    Case("kind:strike or actor:russia", .certain), Case("kind:strike kind:convoy or actor:russia", .certain),
    Case("kind:strike (kind:convoy or actor:russia)", .outside), Case("not kind:strike", .certain),
    Case("not not kind:strike", .outside), Case("-(kind:strike or kind:convoy)", .outside),
    Case("kind:convoy during:2024-12-10", .possible), Case("kind:strike or during:2024-12-10", .possible),
    Case("during:2024-12-10 or -during:2024-12-10", .possible), Case("certainly(kind:convoy)", .certain),
  ]

  @Test("a filter answers as its words say", arguments: cases)
  private func answer(item: Case) throws {
    let expression = try #require(try filter(item.text).expression)
    #expect(expression.membership(of: try convoy()) == item.answer)
    #expect(try filter(item.text).passes(try convoy()) == (item.answer != .outside))
  }

  @Test("what is not said is not ruled out in time and place, and is not known in standing and grade")
  func unsaid() throws {
    let event = Event(id: "x", title: "", kindName: "Sabotage")
    for text in ["after:2024", "not after:2024", "near:Homs,1m", "-near:Homs,1m", "within:0,0,1,1"] {
      #expect(try filter(text).passes(event), "\(text)")
      #expect(try !filter("certainly \(text)").passes(event), "\(text)")
    }
    for text in ["standing>=alleged", "standing<=confirmed", "grade>=E5", "grade<A1", "has:date"] {
      #expect(try !filter(text).passes(event), "\(text)")
      #expect(try filter("not \(text)").passes(event), "\(text)")
    }
    #expect(try filter("kind:sabotage").passes(event))
    #expect(try filter("kind=other").passes(event))
    #expect(try filter("").passes(event))
    #expect(try filter("  ").isEmpty)
  }

  @Test(
    "F and 6 are neither better nor worse; a sign that is known to fall short does",
    arguments: [
      ("F2", ">=", false), ("F2", "<", false), ("F3", "<", true), ("B6", ">=", false), ("B6", "<", false),
      ("C6", "<", true), ("F6", "<", false), ("F6", ">", false), ("A3", ">=", false), ("A3", "<", true),
      ("A1", ">=", true), ("B2", ">=", true), ("B2", "<", false), ("B2", ">", false), ("B1", ">", true),
    ])
  func unjudged(grade: String, sign: String, passes: Bool) throws {
    let event = Event(id: "x", title: "", sources: [Source(who: "", grade: AdmiraltyGrade(grade))])
    #expect(try filter("grade\(sign)B2").passes(event) == passes)
    #expect(try filter("-grade\(sign)B2").passes(event) == !passes)
  }

  @Test("edges count as inside, and the order of corners does not matter")
  func edges() throws {
    func answer(_ corners: [String], _ points: [(Double, Double)]) throws -> Membership? {
      let ring = points.map { Coordinate(latitude: $0.0, longitude: $0.1) }
      let place = Place(name: nil, precision: .region, shape: .areas([.init(outer: ring)]))
      let text = "inside:\(corners.joined(separator: ";"))"
      return try filter(text).expression?.membership(of: Event(id: "x", title: "", place: place))
    }
    let cell = ["33,13", "33,16", "31,16", "31,13"]
    let same = [(33.0, 13.0), (33, 16), (31, 16), (31, 13), (33, 13)]
    let beside = [(33.0, 16.0), (33, 19), (31, 19), (31, 16), (33, 16)]
    let across = [(16.0, 13.0), (18, 13), (18, 16), (16, 16), (16, 13)]
    for turn in cell.indices {
      for corners in [Array(cell[turn...] + cell[..<turn]), Array((cell[turn...] + cell[..<turn]).reversed())] {
        #expect(try answer(corners, same) == .certain, "\(corners)")
        #expect(try answer(corners, beside) == .possible, "\(corners)")
        #expect(try answer(corners, across) == .outside, "\(corners)")
      }
    }
    // The same meridians south of the equator are elsewhere.
    #expect(
      try answer(["-16,10", "-16,12", "-18,12", "-18,10"], [(18, 10), (18, 12), (16, 12), (16, 10), (18, 10)])
        == .outside)
  }

  @Test("a line and an area are possible where they reach in, and certain where they lie inside whole")
  func shapes() throws {
    func at(_ latitude: Double, _ longitude: Double) -> Coordinate {
      Coordinate(latitude: latitude, longitude: longitude)
    }
    func answer(_ text: String, _ shape: Shape, _ precision: PlacePrecision = .region) throws -> Membership? {
      let place = Place(name: nil, precision: precision, shape: shape)
      return try filter(text).expression?.membership(of: Event(id: "x", title: "", place: place))
    }
    let road = Shape.lines([[at(33.5, 36.3), at(34.7, 36.7)]])
    let square = [at(33, 36), at(33, 37), at(34, 37), at(34, 36), at(33, 36)]
    let area = Shape.areas([.init(outer: square)])
    #expect(try answer("near:34.1,36.6,12km", road) == .possible)
    #expect(try answer("near:34.1,36.6,5km", road) == .outside)
    #expect(try answer("near:34.1,36.6,100km", road) == .certain)
    #expect(try answer("near:33.5,36.5,1km", area) == .possible)
    #expect(try answer("near:33.5,36.5,200km", area) == .certain)
    #expect(try answer("near:33.5,37.5,50km", area) == .possible)
    #expect(try answer("near:33.5,37.5,40km", area) == .outside)
    #expect(try answer("within:36.4,33.4,36.6,33.6", area) == .possible)
    #expect(try answer("within:35,32,38,35", area) == .certain)
    #expect(try answer("within:37.1,33,38,34", area) == .outside)
    #expect(try answer("within:36.4,33.9,36.5,34", road) == .possible)
    #expect(try answer("within:36.2,34.4,36.4,34.7", road) == .outside)
    // A country of which the file has a point alone may reach far; how exact an unknown point is, nobody says.
    #expect(try answer("near:Homs,50km", .points([at(33.5, 36.3)]), .country) == .possible)
    #expect(try answer("near:Homs,50km", .points([at(34.7, 36.7)]), .unknown) == .possible)
    #expect(try answer("near:Homs,50km", .points([at(33.5, 36.3)]), .unknown) == .outside)
    #expect(try answer("inside:33.4,36.4;33.6,36.4;33.6,36.6;33.4,36.6", area) == .possible)
    #expect(try answer("inside:32,35;35,35;35,38;32,38", area) == .certain)
    #expect(try answer("inside:34,36.4;34.2,36.4;34.2,36.6;34,36.6", road) == .possible)
    #expect(try answer("inside:34,36.6;34.2,36.6;34.2,36.8;34,36.8", road) == .outside)
    // Through two corners.
    let diagonal = Shape.lines([[at(10, 10), at(14, 10)]])
    #expect(try answer("inside:11,10;12,9;13,10;12,11", diagonal) == .possible)
    // About a pole.
    #expect(try answer("inside:80,0;80,90;80,180;80,-90", .points([at(89, 45)])) == .certain)
    #expect(try answer("inside:80,0;80,90;80,180;80,-90", .points([at(81, 45)])) == .outside)
    #expect(try answer("inside:80,0;80,90;80,180;80,-90", .points([at(-89, 45)])) == .outside)
    // Over 180 degrees.
    let taveuni = Shape.lines([[at(-16.8, 179.9), at(-16.8, -179.9)]])
    #expect(try answer("within:179,-18,-179,-16", taveuni) == .certain)
    #expect(try answer("inside:-18,179;-16,179;-16,-179;-18,-179", taveuni) == .certain)
    #expect(try answer("within:-179.95,-18,-179,-16", taveuni) == .possible)
    #expect(try answer("near:-16.8,180,5km", taveuni) == .possible)
  }
}
