import SituationModel
import Testing

@Suite("Several files")
struct JoiningTests {
  /// Two files, of which each has an event `x`, and events without an id of their own.
  private static func pair() throws -> Situation {
    let first = [
      try event("x", "2024-12-02"), try event("#2", "2024-12-04"),
      Event(id: "other", title: "other", links: [.init(.follows, to: "x")]),
    ]
    let second = [
      try event("x", "2024-12-01", .strike), try event("#2", "2024-12-03"), try event("x@2", "2024-12-05"),
      Event(id: "y", title: "y", links: [.init(.follows, to: "x"), .init(.follows, to: "other")]),
    ]
    return Situation(joining: [
      (path: "data/a.geojson", situation: Situation(title: "A", events: EventTable(first))),
      (path: "b.kml", situation: Situation(title: "B", events: EventTable(second))),
    ])
  }

  @Test("One is what it was")
  func alone() throws {
    let one = Situation(title: "A", events: EventTable([try event("x", "2024")]))
    let joined = Situation(joining: [(path: "a", situation: one)])
    #expect(joined.title == "A" && joined.events.files.isEmpty && joined.events[0].file == nil)
    #expect(joined.events.file(of: 0) == nil)
  }

  @Test("Their events stand in one order, and each knows its file")
  func order() throws {
    let events = try JoiningTests.pair().events
    #expect(events.events.map(\.id) == ["x@2@2", "x", "#2@2", "#2", "x@2", "other", "y"])
    #expect(events.events.map { $0.file?.name } == events.events.indices.map { events.file(of: $0)?.name })
    #expect(events.columns.files == [1, 0, 1, 0, 1, 0, 1])
    #expect(events.files.map(\.name) == ["a.geojson", "b.kml"])
    #expect(events.span == (try window("2024-12-01/2024-12-05")))
    #expect(events.kindSign(of: 0).known == .strike)
  }

  @Test("An id that both have finds two events, and links stay within their file")
  func ids() throws {
    let situation = try JoiningTests.pair()
    let events = situation.events
    for row in events.events.indices { #expect(events.row(of: events[row].id) == row) }
    for unknown in ["", "@2", "other@2", "x@3", "#2@2@2"] { #expect(events.row(of: unknown) == nil) }
    #expect(events.rows(linkingTo: "x").map { events[$0].id } == ["other"])
    #expect(events.rows(linkingTo: "x@2@2").map { events[$0].id } == ["y"])
    #expect(events.rows(linkingTo: "other").map { events[$0].id } == ["y"])
    // Ids that the file does not have itself are worth no word.
    #expect(situation.notes == ["b.kml has ids that an earlier file has too: here they end in @2, as x@2"])
    #expect(situation.rejections.isEmpty)
  }

  @Test("On other clocks, and by when things became known, they are still of their files")
  func clocks() throws {
    let situation = try JoiningTests.pair()
    let zone = Zone(name: "later") { _ in 3_600 }
    for events in [situation.on(zone).events, situation.events.by(.known), situation.on(zone).by(.known).events] {
      #expect(events.files == situation.events.files)
      #expect(events.columns.files == situation.events.columns.files)
      #expect(events.events.map(\.file) == situation.events.events.map(\.file))
    }
    #expect(situation.on(zone).notes == situation.notes)
  }

  @Test("The filter knows their names, and a list can go by them")
  func filterAndOrder() throws {
    let events = try JoiningTests.pair().events
    #expect(events.rows(passing: try filter("file:KML")).map { events[$0].id } == ["x@2@2", "#2@2", "x@2", "y"])
    #expect(events.rows(passing: try filter("-file=b.kml")).map { events[$0].id } == ["x", "#2", "other"])
    #expect(EventTable([try event("x", "2024")]).rows(passing: try filter("file:a")).isEmpty)
    let matches = events.matches(EventQuery(window: try window("2020/2030")))
    let byFile = EventArrangement(EventOrder(column: .file, isTurned: true, grouping: .none), of: events)
    #expect(byFile.arranged(matches).map { events[$0.row].file?.number } == [1, 1, 1, 1, 0, 0, 0])
    let groups = EventArrangement(EventOrder(grouping: .file), of: events)
    #expect(events.events.indices.map { groups.group(of: $0) } == [1, 0, 1, 0, 1, 0, 1])
    #expect(EventColumn.source.next(in: events) == .file && EventColumn.source.next(in: EventTable()) == .time)
    #expect(EventGrouping.place.next(in: events) == .file && EventGrouping.place.next(in: EventTable()) == .none)
  }

  @Test("A section of the filter has them, and one that is off does not count")
  func facets() throws {
    let events = try JoiningTests.pair().events
    let table = FacetTable(events)
    #expect(Set(table.entries(of: .file).map(\.name)) == ["a.geojson", "b.kml"])
    #expect(FacetTable(EventTable([try event("x", "2024")])).entries(of: .file).isEmpty)
    let filter = FacetedFilter(try filter("file=b.kml").expression)
    #expect(filter.others.isEmpty && filter.chosen(in: .file).map(\.text) == ["file=b.kml"])
    let counts = FacetCounts(table, under: filter)
    let files = table.entries(of: .file).indices.map { counts.count(of: $0, in: .file).passing }
    #expect(counts.whole.passing == 4 && files.sorted() == [3, 4])
    #expect(FacetCounts(table, under: filter, without: [1]).whole.passing == 0)
  }

  @Test(
    "Names are as long as tells files apart",
    arguments: [
      (["a.csv", "x/b.csv"], ["a.csv", "b.csv"]), (["x/a.csv", "y/a.csv", "b"], ["x/a.csv", "y/a.csv", "b"]),
      (["a.csv", "x/a.csv"], ["a.csv", "x/a.csv"]), (["a", "a", "./a"], ["a", "a (2)", "./a"]),
      (["/", "standard input"], ["/", "standard input"]),
    ])
  func names(paths: [String], names: [String]) {
    let parts = paths.map { (path: $0, situation: Situation(title: $0, events: EventTable())) }
    #expect(Situation(joining: parts).events.files.map(\.name) == names)
  }

  @Test("What is to be known of the whole is put together")
  func whole() {
    func part(_ title: String, view: GeoBounds?) -> Situation {
      Situation(
        title: title, attribution: "from \(title)", view: view, countries: [title], events: EventTable(),
        rejections: [Rejection(file: title, line: 2, reason: "is broken")], notes: ["\(title) is old"])
    }
    let box = GeoBounds(south: 0, west: 0, north: 1, east: 1)
    let other = GeoBounds(south: 4, west: 4, north: 5, east: 5)
    let joined = Situation(joining: [
      (path: "a", situation: part("A", view: box)), (path: "b", situation: part("B", view: other)),
    ])
    #expect(
      joined.title == "2 files: A; B" && joined.attribution == "from A\nfrom B" && joined.countries == ["A", "B"])
    #expect(joined.view == GeoBounds(south: 0, west: 0, north: 5, east: 5))
    #expect(joined.rejections.map(\.file) == ["A", "B"] && joined.notes == ["A is old", "B is old"])
    let events = EventTable([
      Event(
        id: "far", title: "",
        place: Place(name: nil, precision: .exact, shape: .points([Coordinate(latitude: 9, longitude: 9)])))
    ])
    let half = Situation(joining: [
      (path: "a", situation: part("A", view: box)), (path: "b", situation: Situation(title: "B", events: events)),
    ])
    #expect(half.view == GeoBounds(south: 0, west: 0, north: 9, east: 9))
    #expect(Situation(joining: [(path: "b", situation: half), (path: "c", situation: half)]).view == half.view)
  }
}
