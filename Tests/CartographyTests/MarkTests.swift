import SituationModel
import Testing
import TextCanvas

@testable import Cartography

/// What marks look like, on a map without anything else.
@Suite struct MarkTests {
  private static let view = Viewport(
    center: Coordinate(latitude: 0, longitude: 0), zoom: 10, size: Size(columns: 21, rows: 5))

  private static func mark(
    _ form: Mark.Form, column: Int = 10, row: Int = 2, letter: Character = "C", suffix: Character? = nil,
    count: Int = 1, isMixed: Bool = false, label: String? = nil, isSelected: Bool = false, id: Int = 0
  ) -> Mark {
    let place = view.coordinate(at: CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5))
    return Mark(
      id: id, anchor: place, form: form, letter: letter, suffix: suffix, ink: .convoy, count: count,
      isMixed: isMixed, label: label, isSelected: isSelected)
  }

  private func drawn(
    _ marks: [Mark], _ view: Viewport = view, density: Density? = nil, beyond: [Beyond] = [], tray: Tray? = nil,
    reaches: [Reach] = [], tracks: [Track] = []
  ) -> (rows: [String], hits: [MapDrawing.Hit]) {
    let scene = MapScene(
      viewport: view, baseMap: BaseMap(), hiddenLayers: [.ground, .scale, .graticule], marks: marks, density: density,
      beyond: beyond, tray: tray, reaches: reaches, tracks: tracks)
    var grid = CellGrid(size: view.size)
    let drawing = scene.draw(into: &grid, in: grid.bounds)
    let text = PlainTextWriter().text(of: grid)
    return (text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init), drawing.hits)
  }

  @Test(arguments: [
    (mark(.exact), "          C"),
    (mark(.exact, suffix: "!"), "          C!"),
    (mark(.exact, count: 4), "          C4"),
    (mark(.exact, suffix: "?", count: 12), "          C12?"),
    (mark(.exact, count: 6, isMixed: true), "          *6"),
    (mark(.near), "         (c)"),
    (mark(.near, suffix: "!"), "         (c!)"),
    (mark(.near, suffix: "%"), "         (c%)"),
    (mark(.near, count: 2), "         (c2)"),
    (mark(.near, count: 3, isMixed: true), "         (*3)"),
    (mark(.within, label: "M5"), "         [c] M5"),
    (mark(.within, letter: "S", label: "Syria"), "         [s] Syria"),
    (mark(.exact, column: 20, suffix: "!"), "                    C"),
    (mark(.near, column: 0), "c)"),
    (mark(.near, column: 20), "                   (c"),
    (mark(.exact, column: 20, count: 3), "                   3C"),
  ])
  func aMarkSaysHowExactItIs(mark: Mark, row: String) {
    #expect(drawn([mark]).rows[2] == row)
  }

  @Test func ringsGiveWayToAnchorsAndNeverTheReverse() {
    let marks = [
      Self.mark(.near, column: 9, id: 1), Self.mark(.near, column: 10, letter: "S", id: 2),
      Self.mark(.exact, column: 11, letter: "I", id: 3),
    ]
    #expect(drawn(marks).rows[2] == "        (csI")
  }

  @Test func aCountWithoutRoomStandsForItsLetter() {
    let marks = [
      Self.mark(.exact, column: 9, id: 1), Self.mark(.exact, column: 10, count: 4, id: 2),
      Self.mark(.exact, column: 11, count: 30, id: 3), Self.mark(.exact, column: 12, id: 4),
    ]
    #expect(drawn(marks).rows[2] == "         C4+C")
  }

  @Test func marksInOneCellAreCounted() {
    let marks = [Self.mark(.exact, id: 7), Self.mark(.near, letter: "S", count: 2, id: 8)]
    let (rows, hits) = drawn(marks)
    #expect(rows[2] == "          *3")
    #expect(hits.map(\.marks) == [[7, 8]])
    #expect(hits.first?.rect == Rect(column: 10, row: 2, columns: 2, rows: 1))
  }

  @Test func theSelectedMarkIsReversed() {
    var grid = CellGrid(size: Self.view.size)
    let scene = MapScene(
      viewport: Self.view, baseMap: BaseMap(), marks: [Self.mark(.near, isSelected: true)])
    _ = scene.draw(into: &grid, in: grid.bounds)
    for column in 9...11 { #expect(grid[column, 2].style.attributes.contains(.reverse)) }
    #expect(!grid[12, 2].style.attributes.contains(.reverse))
  }

  /// A sign for events so many cells to the right and down of the middle.
  private static func beyond(_ places: [(column: Int, row: Int)], names: [String]) throws -> Beyond {
    let first = try #require(places.first)
    var beyond = Beyond(id: 5, sector: Sector(across: Double(first.column), down: 2 * Double(first.row)))
    for place in places { beyond.add(across: Double(place.column), down: 2 * Double(place.row)) }
    beyond.names = names
    beyond.firstNamed = 1
    beyond.isAllNamed = true
    return beyond
  }

  @Test(arguments: [
    (0, -11, 0, "^ There"), (0, 12, 4, "v There"), (50, 0, 2, "There >"), (-50, 0, 2, "< There"),
    (50, -26, 0, "There ^>"), (-50, 25, 4, "<v There"),
  ])
  func eventsOutsideShowTheirDirection(column: Int, row: Int, atRow: Int, text: String) throws {
    let (rows, hits) = drawn([], beyond: [try Self.beyond([(column, row)], names: ["There"])])
    #expect(rows[atRow].contains(text))
    let hit = try #require(hits.first)
    #expect(hit.isBeyondEdge && hit.marks == [5])
    #expect(hit.rect.size.columns == text.count)
  }

  @Test func eventsInOneDirectionAreCountedTogether() throws {
    let wide = Viewport(center: Self.view.center, zoom: 10, size: Size(columns: 41, rows: 5))
    let places = [(50, 0), (60, 0), (60, 0)]
    let short = try Self.beyond(places, names: ["Here", "There"])
    #expect(drawn([], wide, beyond: [short]).rows[2].hasSuffix("Here, There 3 >"))
    let long = try Self.beyond(places, names: ["A long name of a place", "Another one"])
    #expect(drawn([], wide, beyond: [long]).rows[2].hasSuffix(" +2 3 >"))
  }

  @Test func whatHasNoPlaceIsInTheTray() throws {
    let wide = Viewport(center: Self.view.center, zoom: 10, size: Size(columns: 41, rows: 5))
    let (rows, hits) = drawn([], wide, tray: Tray(id: 9, count: 3))
    #expect(rows[3] == "[3 not placed]")
    #expect(hits.first?.marks == [9])
    #expect(drawn([], tray: Tray(id: 9, count: 3)).rows[3] == "[-3]")
  }

  private static func place(_ column: Double, _ row: Double) -> Coordinate {
    view.coordinate(at: CellPoint(column: column, row: row))
  }

  @Test func aLineIsDrawn() {
    let reach = Reach(.line([[Self.place(4, 2.5), Self.place(16, 2.5)]]), ink: .convoy)
    #expect(drawn([Self.mark(.within)], reaches: [reach]).rows[2] == "    -----[c]----")
  }

  @Test func aSelectedAreaIsOutlinedAndAnotherHatched() {
    let corners = [(3.5, 0.5), (17.5, 0.5), (17.5, 4.5), (3.5, 4.5), (3.5, 0.5)]
    let areas = [Shape.Area(outer: corners.map { Self.place($0.0, $0.1) })]
    let rows = drawn([], reaches: [Reach(.region(areas), ink: .strike, isSelected: true)]).rows
    #expect(rows[0].filter { $0 == "#" }.count >= 6)
    #expect(rows.count { $0.hasPrefix("   #") } >= 2)
    #expect(!rows.contains { $0.hasPrefix("    #  ") })
    let others = drawn([], reaches: [Reach(.region(areas), ink: .strike)]).rows.joined()
    #expect(!others.contains("#") && others.contains("/"))
    let country = drawn([], reaches: [Reach(.country(areas), ink: .strike)]).rows.joined()
    #expect(country.count { $0 == "/" } < others.count { $0 == "/" })
  }

  @Test func twoRegionsAreHatchedInTwoDirections() {
    func box(_ left: Double, _ right: Double) -> Reach {
      let corners = [(left, 0.1), (right, 0.1), (right, 4.9), (left, 4.9), (left, 0.1)]
      return Reach(.region([Shape.Area(outer: corners.map { Self.place($0.0, $0.1) })]), ink: .strike)
    }
    let rows = drawn([], reaches: [box(0.1, 10.9), box(11.1, 20.9)]).rows.map { $0.padding(to: 21) }
    #expect(rows.joined().contains("/") && rows.joined().contains("\\"))
    #expect(!rows.contains { $0.prefix(11).contains("\\") || $0.suffix(10).contains("/") })
  }

  /// A ring is as far from its middle as its radius says, in metres on the ground.
  @Test(arguments: [2.0, 4, 7]) func aRingIsDrawnAtItsTrueRadius(rowsAway: Double) throws {
    let view = Viewport(center: Self.view.center, zoom: 10, size: Size(columns: 41, rows: 21))
    let radius = rowsAway * 2 * view.metersPerColumn
    let reach = Reach(.circles([view.center], radius: radius), ink: .strike, isSelected: true)
    let rows = drawn([], view, reaches: [reach]).rows
    let drawnRows = rows.indices.filter { rows[$0].contains { $0 != " " } }
    let (top, bottom) = (try #require(drawnRows.first), try #require(drawnRows.last))
    #expect(abs(Double(bottom - top) - 2 * rowsAway) <= 1)
    let widest =
      rows.map { row in
        let inked = row.indices.filter { row[$0] != " " }
        guard let first = inked.first, let last = inked.last else { return 0 }
        return row.distance(from: first, to: last)
      }.max() ?? 0
    #expect(abs(Double(widest) - 4 * rowsAway) <= 1)
  }

  @Test func aTrackPointsToItsEnd() {
    let wide = Viewport(center: Self.view.center, zoom: 10, size: Size(columns: 41, rows: 5))
    func place(_ column: Double, _ row: Double) -> Coordinate {
      wide.coordinate(at: CellPoint(column: column, row: row))
    }
    let track = Track(from: place(2.5, 2.5), to: place(20.5, 2.5), label: "bound for There", ink: .convoy)
    let row = drawn([], wide, tracks: [track]).rows[2]
    #expect(row.hasSuffix("> bound for There"))
    #expect(row.count { $0 == "-" } >= 7)
    let up = drawn([], wide, tracks: [Track(from: place(20.5, 4.5), to: place(20.5, -40), ink: .convoy)]).rows
    #expect(up[0].contains("^") && !up[1].contains("^"))
    let none = drawn([], wide, tracks: [Track(from: place(20.2, 2.5), to: place(20.8, 2.5), ink: .convoy)]).rows
    #expect(!none.joined().contains(">"))
  }
}

/// Counts in cells.
@Suite struct DensityTests {
  @Test func theScaleTellsCountsApart() {
    #expect(DensityScale(most: 50).ranges == ["1", "2-3", "4-9", "10-29", "30-99", "100+"])
    #expect(DensityScale(most: 5_000).steps.last == 1_000)
    #expect(DensityScale(most: 5_000_000).steps.last == 100_000)
    for scale in [DensityScale(most: 1), DensityScale(most: 2_000), DensityScale(most: .max)] {
      for (glyph, step) in zip(DensityScale.glyphs, scale.steps) { #expect(scale.glyph(of: step) == glyph) }
      #expect(scale.glyph(of: .max) == "@")
    }
  }

  @Test func fewPinsStayPins() {
    let small = Size(columns: 20, rows: 8)
    #expect(!Density.isNeeded(pins: 12, in: small) && Density.isNeeded(pins: 13, in: small))
    let large = Size(columns: 200, rows: 60)
    #expect(!Density.isNeeded(pins: 300, in: large) && Density.isNeeded(pins: 301, in: large))
  }

  @Test func countsGiveWayToASelectedPin() {
    let view = Viewport(center: Coordinate(latitude: 0, longitude: 0), zoom: 10, size: Size(columns: 21, rows: 3))
    let cells = (0..<21).map { Density.Cell(column: $0, row: 1, count: $0 + 1, ink: .strike) }
    let mark = Mark(
      id: 0, anchor: view.coordinate(at: CellPoint(column: 10.5, row: 1.5)), form: .exact, letter: "C", ink: .convoy,
      count: 20, isSelected: true)
    let scene = MapScene(
      viewport: view, baseMap: BaseMap(), hiddenLayers: [.ground, .scale, .graticule], marks: [mark],
      density: Density(cells))
    var grid = CellGrid(size: view.size)
    _ = scene.draw(into: &grid, in: grid.bounds)
    let rows = PlainTextWriter().text(of: grid).split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[1] == ".::++++++*C**********")
  }
}

extension String {
  fileprivate func padding(to columns: Int) -> String { self + String(repeating: " ", count: max(0, columns - count)) }
}
