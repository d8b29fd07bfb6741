import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("Events: list, detail, search")
struct EventTests {
  @Test("Enter opens the selected event, Esc closes it")
  func detail() throws {
    var browsing = try Browsing(options: ViewOptions(select: "hmeimim-an124"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("Fri 13 Dec 2024"))
    #expect(browsing.screen.contains("exact: this spot"))
    #expect(browsing.screen.contains("35.4011 N 35.9487 E"))
    #expect(browsing.screen.contains("confirmed"))
    try browsing.press("escape")
    #expect(!browsing.screen.contains("exact: this spot"))
    #expect(browsing.state.panes.focus == .map)
  }

  @Test("a pin that stands for several opens as a list, and each of them as a detail")
  func stack() throws {
    let events = try (1...3).map { try Event.sample("e\($0)", day: $0, latitude: 35) }
    var browsing = try Browsing(.sample(events))
    let pin = try #require(browsing.find("S3"))
    try browsing.mouse(.press(clicks: 2), column: pin.column, row: pin.row)
    #expect(browsing.screen.contains("3 events at this place"))
    try browsing.press("down enter")
    #expect(browsing.state.panes.pages.last == .detail(row: 1, top: 0, link: 0))
    try browsing.press("escape")
    #expect(browsing.screen.contains("3 events at this place"))
    try browsing.press("escape")
    #expect(browsing.state.panes.pages.isEmpty)
  }

  @Test("the list of a pin goes when an event of another pin is selected")
  func staleStack() throws {
    let here = try (1...2).map { try Event.sample("h\($0)", day: $0, latitude: 35) }
    let there = try (3...4).map { try Event.sample("t\($0)", day: $0, latitude: 37, longitude: 38) }
    var browsing = try Browsing(.sample(here + there), options: ViewOptions(select: "h1"))
    let pin = try #require(browsing.find("S2"))
    try browsing.mouse(.press(clicks: 2), column: pin.column, row: pin.row)
    #expect(browsing.screen.contains("2 events at this place"))
    let first = try #require(browsing.state.view.selection?.row)
    browsing = try {
      var other = browsing; try other.type(first < 2 ? "/t3" : "/h1"); try other.press("enter"); return other
    }()
    #expect(!browsing.screen.contains("2 events at this place"))
  }

  @Test("the list is sorted by the next column and turned round; its keys follow, Tab stays in time")
  func order() throws {
    let events = try [("c", 1), ("a", 2), ("b", 3)].map { try Event.sample($0.0, day: $0.1, latitude: 35, title: $0.0) }
    var browsing = try Browsing(.sample(events))
    func listed() -> [Int] { browsing.state.results.items.compactMap(\.eventRow) }
    try browsing.press("s")
    #expect(listed() == [1, 2, 0])
    #expect(browsing.screen.contains("the list is sorted by title, in one"))
    try browsing.press("S e")
    #expect(listed() == [0, 2, 1] && browsing.state.view.selection?.row == 0)
    try browsing.press("down")
    #expect(browsing.state.view.selection?.row == 2)
    try browsing.press("tab")
    #expect(browsing.state.view.selection?.row == 0)
    try browsing.press("s s s s s s s s")
    #expect(browsing.state.view.order == EventOrder())
  }

  @Test("X writes a workbook where the name ends in .xlsx, and nothing where that is all of the name")
  func exportWorkbook() throws {
    #expect(ExportFormat(path: "a/B.XLSX") == .workbook && ExportFormat(path: "a.csv") == .listing(.csv))
    for path in [".xlsx", "a/.xlsx", "xlsx", "a.xlsx/b", ""] { #expect(ExportFormat(path: path) == nil, "\(path)") }
    var browsing = try Browsing(.sample([try .sample("a")]))
    try browsing.type("Xlist.xlsx")
    #expect(browsing.screen.contains("1 event as XLSX"))
    try browsing.press("enter")
    guard case .write(let export) = browsing.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(export.format == .workbook)
  }

  @Test("X takes a name that says a format, and asks before it replaces a file")
  func export() throws {
    var browsing = try Browsing(.sample([try .sample("a"), try .sample("b", day: 11)]))
    try browsing.type("Xlist")
    try browsing.press("enter")
    #expect(browsing.state.dialogue.prompt?.text == "list" && browsing.effects.isEmpty)
    try browsing.type(".json")
    try browsing.press("enter")
    guard case .write(let export) = browsing.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(export.path == "list.json" && export.format == .listing(.json) && export.events.map(\.row) == [0, 1])
    #expect(export.events.map(\.group) == ["Tue 10 Dec 2024", "Wed 11 Dec 2024"] && !export.replaces)
    try browsing.send(.exists(export))
    #expect(browsing.screen.contains("list.json is there already: overwrite it? y/n"))
    try browsing.press("down a")
    #expect(browsing.effects.count == 1 && browsing.state.dialogue.question != nil)
    try browsing.press("y")
    var replacing = export
    replacing.replaces = true
    #expect(browsing.effects.last == .write(replacing) && browsing.state.dialogue.question == nil)
  }

  @Test("o opens the chosen link after a yes, and only addresses of the web")
  func webLinks() throws {
    let links = ["https://one.example/", "file:///etc/passwd", "http://two.example/"]
    let event = Event(id: "a", title: "A", sources: links.map { Source(who: "X", link: $0) })
    var browsing = try Browsing(.sample([event]), options: ViewOptions(select: "a"))
    try browsing.press("o")
    #expect(browsing.screen.contains("2 links: Enter opens the event, Left and Right choose one"))
    try browsing.press("enter right o")
    #expect(browsing.screen.contains("open http://two.example/ in the web browser? y/n"))
    try browsing.press("escape enter y")
    #expect(browsing.effects == [.open(try #require(WebLink("http://two.example/")))])
  }

  @Test("V asks for a look at the copies of the selected event, and the detail says what was found")
  func copies() throws {
    let copy = LocalCopy(path: "a.html", digest: nil, dataFile: "x")
    let event = Event(id: "a", title: "A", sources: [Source(who: "X", copy: copy)])
    var browsing = try Browsing(.sample([event]), options: ViewOptions(select: "a"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("copy a.html: not checked"))
    try browsing.press("V")
    #expect(browsing.effects == [.check([copy])])
    try browsing.send(.checked([copy: .changed]))
    #expect(browsing.screen.contains("copy a.html: changed"))
    #expect(browsing.screen.contains("0 of 1 copies as recorded; a.html changed"))
  }

  @Test("what became of an effect is told to its end, over as many lines as it needs, until the next key")
  func notices() throws {
    var browsing = try Browsing(columns: 60, rows: 20)
    let address = "https://example.org/" + String(repeating: "a", count: 100) + "end"
    try browsing.send(.said("the address is \(address)"))
    #expect(browsing.lines.suffix(3).map { $0.trimmed }.joined().hasSuffix("aend"))
    try browsing.press("left")
    #expect(browsing.state.dialogue.notice == nil && !browsing.screen.contains("aend"))
  }

  @Test("an event that another disputes says by whom, and each leads to the other")
  func disputed() throws {
    let events = [
      Event(id: "a", title: "A", standing: .confirmed),
      Event(id: "b", title: "B", sources: [Source(who: "Ministry")], links: [Event.Link(.disputes, to: "a")]),
    ]
    var browsing = try Browsing(.sample(events), options: ViewOptions(select: "a"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("% disputed by Ministry"))
    #expect(browsing.screen.contains("is disputed by: B"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("disputes: A"))
  }

  @Test("an event of several points has a mark at each")
  func severalPoints() throws {
    let points = [Coordinate(latitude: 35, longitude: 36), Coordinate(latitude: 36, longitude: 38)]
    let event = Event(
      id: "a", title: "A", kind: .strike, place: Place(name: nil, precision: .exact, shape: .points(points)))
    let marks = EventMarks(try Browsing(.sample([event])).state)
    #expect(marks.marks.map(\.anchor) == points)
    #expect(marks.marks.map { marks.rows(of: [$0.id]) } == [[0], [0]])
  }

  @Test("a pin claims no more than the least exact of its events, and keeps the sign of the one that is doubted")
  func honestPin() throws {
    let point = Shape.points([Coordinate(latitude: 35, longitude: 36)])
    let events = [
      Event(
        id: "a", title: "A", kind: .strike, place: Place(name: nil, precision: .exact, shape: point),
        standing: .confirmed),
      Event(
        id: "b", title: "B", kind: .strike, place: Place(name: nil, precision: .vicinity, shape: point),
        standing: .alleged),
    ]
    let browsing = try Browsing(.sample(events))
    #expect(browsing.screen.contains("(s2?)"))
  }

  @Test("linked events can be followed, and Esc goes the way back")
  func links() throws {
    let first = Event(
      id: "a", title: "First", links: [Event.Link(.precedes, to: "b"), Event.Link(.related, to: "gone")])
    let second = Event(id: "b", title: "Second")
    var browsing = try Browsing(.sample([first, second]), options: ViewOptions(select: "a"))
    try browsing.press("enter")
    #expect(browsing.screen.contains("came before: Second"))
    #expect(browsing.screen.contains("goes with: gone (not in this"))
    try browsing.press("enter")
    #expect(browsing.state.panes.pages.count == 2)
    #expect(browsing.screen.contains("came after: First"), "the other event knows of the link too")
    try browsing.press("escape")
    #expect(browsing.screen.contains("came before: Second"))
  }

  @Test("a long detail scrolls to its end and no further")
  func scrolling() throws {
    let summary = (1...60).map { "Sentence number \($0) stands here." }.joined(separator: " ")
    let event = Event(id: "a", title: "Long", summary: summary)
    var browsing = try Browsing(.sample([event]), columns: 80, rows: 24, options: ViewOptions(select: "a"))
    try browsing.press("enter")
    #expect(!browsing.screen.contains("number 60"))
    for _ in 0..<40 { try browsing.press("page-down") }
    #expect(browsing.screen.contains("No source is given"))
    let end = browsing.screen
    try browsing.press("down")
    #expect(browsing.screen == end)
    for _ in 0..<40 { try browsing.press("page-up") }
    #expect(browsing.screen.contains("Long"))
  }

  @Test("the list follows the selection, and the selection the list")
  func list() throws {
    var browsing = try Browsing()
    try browsing.press("e")
    #expect(browsing.state.panes.focus == .side)
    let first = browsing.state.view.selection?.row
    try browsing.press("down down")
    #expect(browsing.state.view.selection?.row == browsing.state.results.matches[2].row)
    #expect(browsing.state.view.selection?.row != first)
    let title = browsing.state.situation.events[browsing.state.results.matches[2].row].title
    #expect(browsing.lines.contains { $0.contains("│>") && $0.contains(title.prefix(12)) })
    try browsing.press("e")
    #expect(browsing.state.panes.focus == .map)
  }

  @Test("the list scrolls with the wheel and is clicked where it then stands")
  func wheelOverList() throws {
    let events = try (1...31).map { try Event.sample("e\($0)", day: $0) }
    var browsing = try Browsing(.sample(events), columns: 80, rows: 24)
    for _ in 0..<5 { try browsing.mouse(.wheelDown, column: 60, row: 6) }
    let ninth = try #require(browsing.find("Event e9"))
    try browsing.mouse(.press(clicks: 1), column: ninth.column, row: ninth.row)
    #expect(browsing.state.view.selection?.row == 8)
    #expect(browsing.find("Event e9") == ninth, "the list stays where it is")
  }

  @Test("on a narrow screen the list covers the map, and Esc uncovers it")
  func narrow() throws {
    var browsing = try Browsing(columns: 60, rows: 24)
    #expect(!browsing.screen.contains(" events "))
    try browsing.press("e")
    #expect(browsing.screen.contains(" events "))
    try browsing.press("escape")
    #expect(browsing.screen.contains(" map "))
  }

  @Test("search goes to the first match, n and N go on, and around")
  func search() throws {
    var browsing = try Browsing()
    try browsing.type("/hmeimim")
    #expect(browsing.screen.contains("/hmeimim_"))
    try browsing.press("enter")
    let found = browsing.state.results.matches.map(\.row).filter(browsing.state.isFound)
    #expect(found.count > 3)
    #expect(browsing.state.view.selection?.row == found[0])
    try browsing.press("n")
    #expect(browsing.state.view.selection?.row == found[1])
    try browsing.press("N N")
    #expect(browsing.state.view.selection?.row == found.last)
    #expect(browsing.state.results.matches.count == browsing.state.situation.events.count, "a search hides nothing")
    try browsing.press("x")
    #expect(browsing.state.view.search.isEmpty)
  }

  @Test("a text that many events mention leads from one to the next and back, around both ends, without a count of all")
  func manyFinds() throws {
    // Every second one mentions it, and these are more than are counted.
    let events = (0..<48_000).map { number in
      Event(
        id: "\(number)", title: number % 2 == 1 ? "A bridge" : "A road",
        when: DateInterval(unit: .second, at: Instant(seconds: 1_700_000_000 + Int64(number) * 60)))
    }
    var browsing = try Browsing(.sample(events), columns: 120)
    func here() -> Int? { browsing.state.view.selection?.row }
    try browsing.type("/bridge")
    #expect(browsing.screen.contains("more than 10000 events"))
    try browsing.press("enter")
    #expect(here() == 1 && browsing.screen.contains("a match, of more than 10000 for \"bridge\""))
    try browsing.press("n n")
    #expect(here() == 5)
    try browsing.press("N N")
    #expect(here() == 1 && !browsing.screen.contains("from the other end"))
    try browsing.press("N")
    #expect(here() == 47_999 && browsing.screen.contains("from the other end"))
    try browsing.press("N")
    #expect(here() == 47_997)
    try browsing.press("n n")
    #expect(here() == 1 && browsing.screen.contains("from the other end"))
  }

  @Test("blanks at the ends of a search do not count, and a search of blanks alone is none")
  func blankEnds() throws {
    var browsing = try Browsing()
    try browsing.type("/ hmeimim  ")
    #expect(!browsing.screen.contains("0 events"))
    try browsing.press("enter")
    #expect(browsing.state.view.search == "hmeimim" && browsing.state.view.selection != nil)
    try browsing.type("/  ")
    try browsing.press("enter")
    #expect(browsing.state.view.search.isEmpty && !browsing.screen.contains("mentions"))
  }

  @Test("a search that finds nothing says so")
  func searchWithoutMatch() throws {
    var browsing = try Browsing()
    try browsing.type("/zebra")
    try browsing.press("enter")
    #expect(browsing.screen.contains("no event that is shown mentions \"zebra\""))
  }

  @Test("the prompt is edited: backspace, Ctrl-U, Escape")
  func prompt() throws {
    var browsing = try Browsing()
    try browsing.type("/abc")
    try browsing.press("backspace")
    #expect(browsing.screen.contains("/ab_"))
    try browsing.press("C-u")
    #expect(browsing.screen.contains("/_"))
    try browsing.press("backspace")
    #expect(browsing.state.dialogue.prompt == nil)
    try browsing.type("/q")
    try browsing.press("escape")
    #expect(browsing.state.dialogue.prompt == nil)
    #expect(browsing.effects.isEmpty, "the q was typed, not obeyed")
  }

  @Test("an action is taken by its name, completed by Tab")
  func command() throws {
    var browsing = try Browsing()
    let zoom = browsing.state.viewport.zoom
    try browsing.type(":zoom-i")
    try browsing.press("tab")
    #expect(browsing.screen.contains(":zoom-in_"))
    try browsing.press("enter")
    #expect(browsing.state.viewport.zoom > zoom)
    try browsing.type(":nonsense")
    try browsing.press("enter")
    #expect(browsing.screen.contains("no action is called \"nonsense\""))
    try browsing.type(":quit")
    try browsing.press("enter")
    #expect(browsing.effects == [.quit])
  }

  @Test("rejected records are listed under one key, and counted in the title")
  func rejected() throws {
    let rejections = [
      Rejection(file: "a.geojson", line: 7, reason: "no geometry"),
      Rejection(file: "a.geojson", line: 9, reason: "bad\u{1B}[2Jdate", isWhole: false),
    ]
    var browsing = try Browsing(.sample([try Event.sample("a", latitude: 35)], rejections: rejections))
    #expect(browsing.lines[0].contains("1 rejected  1 repaired"))
    try browsing.press("!")
    #expect(browsing.screen.contains("a.geojson:7: no geometry"))
    #expect(browsing.screen.contains("bad^[[2Jdate"), "text from a file never acts on the terminal")
    try browsing.press("escape")
    #expect(!browsing.screen.contains("no geometry"))
  }

  @Test("control characters are shown as marks and counted")
  func unsafeText() throws {
    let event = try Event.sample("a", latitude: 35, title: "Evil \u{1B}]0;title\u{7} \u{202E}text")
    let browsing = try Browsing(.sample([event]))
    #expect(browsing.screen.contains("Evil ^[]0;title^G"))
    #expect(!browsing.screen.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(browsing.lines[0].contains("3 unsafe"))
  }

  @Test("what nothing can be selected or opened is said, not ignored")
  func nothingToOpen() throws {
    var browsing = try Browsing(.sample([]))
    try browsing.press("enter")
    #expect(browsing.screen.contains("no event is selected"))
    try browsing.press("tab")
    #expect(browsing.screen.contains("no event is shown"))
    #expect(browsing.screen.contains("There is no event in this file."))
  }

  @Test("v walks the events of a pin and comes round, and Enter lists them")
  func walkingAPin() throws {
    let events = try ["a", "b", "c"].enumerated().map { try Event.sample($1, day: 9 + $0, latitude: 35) }
    var browsing = try Browsing(.sample(events))
    try browsing.press("tab v")
    #expect(browsing.state.view.selection?.row == 1)
    #expect(browsing.screen.contains("2 of 3, at this pin: Event b"))
    try browsing.press("v v")
    #expect(browsing.state.view.selection?.row == 0)
    try browsing.press("enter")
    #expect(browsing.screen.contains("3 events at this place"))
  }

  @Test("events without a place are counted at the map's foot, and a click and Enter list them")
  func noPlace() throws {
    let events = try [Event.sample("a", latitude: 35), .sample("b"), .sample("c"), .sample("d")]
    var browsing = try Browsing(.sample(events))
    let sign = try #require(browsing.find("no place 3"))
    try browsing.mouse(.press(clicks: 1), column: sign.column + 2, row: sign.row)
    try browsing.mouse(.release, column: sign.column + 2, row: sign.row)
    #expect(browsing.state.view.selection?.stack == [1, 2, 3])
    try browsing.press("enter")
    #expect(browsing.screen.contains("3 events without a place"))
  }

  /// An event of a whole country, with its area, or with a point that stands for it.
  private static func national(_ id: String, _ country: String, day: Int, hasArea: Bool, east: Double = 0) throws
    -> Event
  {
    let date = try #require(CivilDate(year: 2024, month: 12, day: day))
    let corners = [(32.5, 36.0), (32.5, 42), (37, 42), (37, 36), (32.5, 36)].map {
      Coordinate(latitude: $0.0, longitude: $0.1 + east)
    }
    let shape: Shape =
      hasArea
      ? .areas([Shape.Area(outer: corners)]) : .points([Coordinate(latitude: 35, longitude: 38 + east)])
    return Event(
      id: id, title: "Event \(id)", kind: .strike, when: DateInterval(unit: .day, at: Instant(date)),
      place: Place(name: country, precision: .country, shape: shape))
  }

  @Test(
    "events of a whole country have no pin: a count at the map's foot has them, by mouse and by key",
    arguments: [true, false])
  func wholeCountries(hasArea: Bool) throws {
    let events = try [
      Self.national("a", "Syria", day: 1, hasArea: hasArea), Self.national("b", "Syria", day: 2, hasArea: hasArea),
      Self.national("far", "Far", day: 3, hasArea: hasArea, east: 60), .sample("none", day: 4),
      .sample("pin", day: 5, latitude: 35, longitude: 38),
    ]
    let options = ViewOptions(at: Coordinate(latitude: 35, longitude: 38), zoom: 5)
    var browsing = try Browsing(.sample(events), options: options)
    let chip = try #require(browsing.find("all of Syria 2"))
    #expect(browsing.find("no place 1") != nil && browsing.find("all of Far") == nil)
    #expect(browsing.find("Far >") != nil || browsing.find("Far ^>") != nil, "a country off the map has a direction")
    #expect(
      browsing.state.frame.grid
        != (try Browsing(.sample(Array(events.dropFirst(2))), options: options)).state.frame.grid)
    try browsing.mouse(.press(clicks: 1), column: chip.column, row: chip.row)
    try browsing.mouse(.release, column: chip.column, row: chip.row)
    #expect(browsing.state.view.selection?.stack == [0, 1])
    try browsing.press("escape U")
    #expect(browsing.screen.contains("2 events of a whole country"))
    try browsing.press("U")
    #expect(browsing.state.view.selection?.row == 3)
    try browsing.press("U v")
    #expect(browsing.state.view.selection?.row == 1)
  }

  @Test("many countries share a count, and U lists them too")
  func manyCountries() throws {
    let events = try ["A", "B", "C", "D", "E"].enumerated().flatMap { index, name in
      try (0...index).map { try Self.national("\(name)\($0)", name, day: 1 + $0, hasArea: true) }
    }
    var browsing = try Browsing(.sample(events), columns: 120)
    for chip in ["all of E 5", "all of D 4", "3 other countries 6"] { #expect(browsing.find(chip) != nil, "\(chip)") }
    try browsing.press("U U U")
    #expect(browsing.state.view.selection?.stack.count == 6)
  }

  @Test("where every event shown has a point, U says so")
  func everyPoint() throws {
    var browsing = try Browsing(.sample([try Event.sample("a", latitude: 35)]))
    try browsing.press("U")
    #expect(browsing.screen.contains("all events shown have a point"))
  }

  @Test("a drag that begins on a pin pans and selects nothing")
  func dragFromAPin() throws {
    var browsing = try Browsing(.sample([try Event.sample("a", latitude: 35)]), options: ViewOptions(pane: .map))
    let middle = browsing.state.viewport.center
    let pin = try #require(browsing.find("S"))
    try browsing.mouse(.press(clicks: 1), column: pin.column, row: pin.row)
    try browsing.mouse(.drag, column: pin.column + 3, row: pin.row)
    try browsing.mouse(.release, column: pin.column + 3, row: pin.row)
    #expect(browsing.state.view.selection == nil && browsing.state.viewport.center != middle)
  }

  @Test("a click on a counted cell selects its first event, and the selected cell keeps its letter")
  func countedCells() throws {
    let events = try (0..<900).map { number in
      try Event.sample("\(number)", latitude: 34 + Double(number / 30) / 10, longitude: 36 + Double(number % 30) / 10)
    }
    var browsing = try Browsing(.sample(events), columns: 100, rows: 32)
    #expect(EventMarks(browsing.state).density != nil)
    let cell = try #require(EventMarks(browsing.state).density?.cells.first { $0.count > 1 })
    let pane = browsing.state.layout.inside(browsing.state.layout.map).origin
    try browsing.mouse(.press(clicks: 1), column: pane.column + cell.column, row: pane.row + cell.row)
    try browsing.mouse(.release, column: pane.column + cell.column, row: pane.row + cell.row)
    #expect(browsing.state.view.selection?.stack.count == cell.count)
    #expect(browsing.state.frame.grid[pane.column + cell.column, pane.row + cell.row].glyph == "S")
  }

  @Test("no line is drawn from or to an event without a place, or one that is not shown")
  func honestTracks() throws {
    func event(_ id: String, _ latitude: Double?, _ links: [Event.Link], to: Double? = nil) -> Event {
      func place(_ latitude: Double?) -> Place {
        Place(
          name: id, precision: .exact,
          shape: latitude.map { .points([Coordinate(latitude: $0, longitude: 36)]) })
      }
      return Event(
        id: id, title: id, kind: .convoy, place: place(latitude), destination: to.map { place($0) }, links: links)
    }
    let events = [
      event("a", 34, []), event("b", 35, [.init(.follows, to: "a"), .init(.precedes, to: "c")], to: 36),
      event("c", nil, [.init(.follows, to: "b")]),
    ]
    var state = try Browsing(.sample(events), options: ViewOptions(select: "b")).state
    #expect(state.shownTracks.map { [$0.start.latitude, $0.end.latitude] } == [[35, 36], [34, 35]])
    state.view.filter = try EventFilter("title:b") { _ in nil }
    state.bringUpToDate()
    #expect(state.shownTracks.map(\.end.latitude) == [36])
  }
}

extension String {
  /// Without the spaces around it.
  fileprivate var trimmed: String { split(separator: " ").joined(separator: " ") }
}
