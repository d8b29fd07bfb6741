import Glibc
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
    _ marks: [Mark], _ view: Viewport = view, density: Density? = nil, beyond: [Beyond] = [], chips: [Chip] = [],
    reaches: [Reach] = [], tracks: [Track] = []
  ) -> (rows: [String], hits: [MapDrawing.Hit]) {
    let scene = MapScene(
      viewport: view, baseMap: BaseMap(), hiddenLayers: [.ground, .scale, .graticule], marks: marks, density: density,
      beyond: beyond, chips: chips, reaches: reaches, tracks: tracks)
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

  @Test("marks that would write into each other are one sign, which counts them and claims no more than the vaguest")
  func joinedMarks() {
    let marks = [
      Self.mark(.near, column: 9, id: 1), Self.mark(.near, column: 10, letter: "S", id: 2),
      Self.mark(.exact, column: 11, letter: "I", id: 3),
    ]
    #expect(drawn(marks).rows[2] == "        (*3)")
  }

  @Test("a joined sign stands at its fullest mark and leads to all; letters beside each other are not joined")
  func joinedCounts() {
    let marks = [
      Self.mark(.exact, column: 9, id: 1), Self.mark(.exact, column: 10, count: 4, id: 2),
      Self.mark(.exact, column: 11, count: 30, id: 3), Self.mark(.exact, column: 12, id: 4),
    ]
    let (rows, hits) = drawn(marks)
    #expect(rows[2] == "         C C35")
    #expect(hits.last { $0.rect.contains(Position(column: 11, row: 2)) }?.marks.sorted() == [2, 3, 4])
    #expect(hits.last { $0.rect.contains(Position(column: 9, row: 2)) }?.marks == [1])
  }

  @Test("the selected mark keeps its place when others are joined to it")
  func joinedSelection() {
    var marks = [Self.mark(.exact, column: 9, count: 40, id: 1), Self.mark(.near, column: 11, id: 2)]
    marks[1].isSelected = true
    #expect(drawn(marks).rows[2] == "          (c41)")
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
    #expect(drawn([], wide, beyond: [short]).rows[2].hasSuffix("Here +2 >"))
    var all = try Self.beyond(places, names: ["Here"])
    all.firstNamed = 3
    #expect(drawn([], wide, beyond: [all]).rows[2].hasSuffix("Here 3 >"))
    let long = try Self.beyond(places, names: ["A long name of a place", "Another one"])
    #expect(drawn([], wide, beyond: [long]).rows[2].hasSuffix("A long na~ +2 >"))
  }

  @Test("events without a point are counted at the map's foot, each count a chip that can be hit")
  func chips() throws {
    let wide = Viewport(center: Self.view.center, zoom: 10, size: Size(columns: 41, rows: 5))
    let chips = [Chip(id: 8, words: "all of Syria", count: 2), Chip(id: 9, words: "no place", count: 3)]
    let (rows, hits) = drawn([], wide, chips: chips)
    #expect(rows[4] == " all of Syria 2  no place 3")
    #expect(hits.map(\.marks) == [[8], [9]])
    #expect(hits.map(\.rect.size.columns) == ["all of Syria 2".count, "no place 3".count])
    // What has no room in one row goes to the next; where no row has any, the number is left.
    let narrow = drawn([], chips: chips).rows
    #expect(narrow[4] == " all of Syria 2" && narrow[3] == " no place 3")
    let tiny = Viewport(center: Self.view.center, zoom: 10, size: Size(columns: 8, rows: 5))
    #expect(drawn([], tiny, chips: [chips[1]]).rows[4] == " [-3]")
  }

  private static func place(_ column: Double, _ row: Double) -> Coordinate {
    view.coordinate(at: CellPoint(column: column, row: row))
  }

  @Test func aLineIsDrawn() {
    let reach = Reach(.line([[Self.place(4, 2.5), Self.place(16, 2.5)]]), ink: .convoy)
    #expect(drawn([Self.mark(.within)], reaches: [reach]).rows[2] == "    :::::[c]::::")
  }

  @Test("an area is hatched inside an outline, the selected one most; a country is hatched alone")
  func areas() {
    let corners = [(3.5, 0.5), (17.5, 0.5), (17.5, 4.5), (3.5, 4.5), (3.5, 0.5)]
    let areas = [Shape.Area(outer: corners.map { Self.place($0.0, $0.1) })]
    let rows = drawn([], reaches: [Reach(.region(areas), ink: .strike, isSelected: true)]).rows
    let others = drawn([], reaches: [Reach(.region(areas), ink: .strike)]).rows
    for outlined in [rows, others] {
      #expect(outlined[0] == "   :::::::::::::::" && outlined[4] == outlined[0])
      #expect(outlined[1...3].allSatisfy { $0.hasPrefix("   :") && $0.count == 18 })
    }
    func count(_ rows: [String]) -> Int { rows.joined().count { $0 == ":" } }
    let country = drawn([], reaches: [Reach(.country(areas), ink: .strike)]).rows
    #expect(count(rows) > count(others) && count(others) > count(country) && count(country) > 0)
  }

  @Test("an area that has the whole view is not hatched", arguments: [true, false])
  func areaAroundTheView(isSelected: Bool) {
    let corners = [(-30.0, -30.0), (60, -30), (60, 60), (-30, 60), (-30, -30)]
    let areas = [Shape.Area(outer: corners.map { Self.place($0.0, $0.1) })]
    let rows = drawn([], reaches: [Reach(.region(areas), ink: .strike, isSelected: isSelected)]).rows
    #expect(rows.joined().isEmpty)
  }

  @Test("neighbouring regions are hatched in two directions, in signs that no line of the map has")
  func twoRegions() {
    func box(_ left: Double, _ right: Double) -> Reach {
      let corners = [(left, 0.1), (right, 0.1), (right, 4.9), (left, 4.9), (left, 0.1)]
      return Reach(.region([Shape.Area(outer: corners.map { Self.place($0.0, $0.1) })]), ink: .strike)
    }
    let rows = drawn([], reaches: [box(0.1, 10.9), box(11.1, 20.9)]).rows.map { $0.padding(to: 21) }
    #expect(Set(rows.joined()) == [":", " "])
    let inside = rows[1...3].map { row in (row.dropFirst().prefix(9), row.dropFirst(12).prefix(8)) }
    #expect(inside.contains { $0.0.contains(":") } && inside.contains { $0.1.contains(":") })
    let signs = Hatch(spacing: 6, isFalling: false, everyRow: 2)
    let falling = Hatch(spacing: 6, isFalling: true, everyRow: 2)
    #expect(signs.glyph(column: 4, row: 2, .ascii) == ":" && falling.glyph(column: 4, row: 2, .ascii) == nil)
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

  @Test("a track from an area to an area is drawn between their edges")
  func trackBetweenAreas() {
    let wide = Viewport(center: Self.view.center, zoom: 10, size: Size(columns: 41, rows: 5))
    func box(_ left: Double, _ right: Double) -> [Shape.Area] {
      let corners = [(left, 0.1), (right, 0.1), (right, 4.9), (left, 4.9), (left, 0.1)]
      return [Shape.Area(outer: corners.map { wide.coordinate(at: CellPoint(column: $0.0, row: $0.1)) })]
    }
    func place(_ column: Double) -> Coordinate { wide.coordinate(at: CellPoint(column: column, row: 2.5)) }
    let row = drawn(
      [], wide, tracks: [Track(from: place(5), in: box(1, 10), to: place(35), in: box(30, 39), ink: .convoy)]
    ).rows[2]
    #expect(row.prefix(10).allSatisfy { $0 == " " } && row.count <= 30)
    #expect(row.contains(">") && row.count { $0 == "-" } >= 6)
    let inside = Track(from: place(5), in: box(1, 39), to: place(35), in: box(30, 39), ink: .convoy)
    #expect(drawn([], wide, tracks: [inside]).rows[2].isEmpty)
  }
}

/// Counts in cells.
@Suite("Density") struct DensityTests {
  @Test("classes have about as many cells each, and cells of one count are never divided")
  func classes() {
    #expect(DensityScale(Array(1...10)).ranges == ["1-2", "3-4", "5-6", "7-8", "9-10"])
    #expect(DensityScale([1, 1, 1, 1, 1, 1, 2, 3, 40]).ranges == ["1", "2", "3", "40"])
    #expect(DensityScale([7, 7, 7]).ranges == ["7"])
    #expect(DensityScale([]).ranges.isEmpty)
    var random = Sequence32(state: 3)
    for _ in 0..<50 {
      let counts = (0..<200).map { _ in Int(exp2(random.next(in: 0...16))) }
      let scale = DensityScale(counts)
      #expect(scale.steps == scale.steps.sorted() && Set(scale.steps).count == scale.steps.count)
      #expect(scale.steps.first == counts.min() && (1...5).contains(scale.steps.count))
      let levels = Dictionary(grouping: counts) { scale.level(of: $0) }.mapValues(\.count)
      #expect(levels.count == scale.steps.count)
      // 200 different counts or nearly so: no class has more than twice its fifth.
      #expect((levels.values.max() ?? 0) <= 80)
    }
  }

  @Test("a dozen pins stay pins; more are counted where they fill the view or touch each other")
  func isNeeded() {
    func pins(_ count: Int, apart columns: Int, perRow: Int) -> [Position] {
      (0..<count).map { Position(column: $0 % perRow * columns, row: $0 / perRow) }
    }
    let small = Size(columns: 20, rows: 8)
    #expect(!Density.isNeeded(for: pins(12, apart: 1, perRow: 12), in: small))
    #expect(Density.isNeeded(for: pins(13, apart: 9, perRow: 2), in: small))
    let large = Size(columns: 200, rows: 60)
    #expect(!Density.isNeeded(for: pins(300, apart: 20, perRow: 10), in: large))
    #expect(Density.isNeeded(for: pins(301, apart: 20, perRow: 10), in: large))
    #expect(Density.isNeeded(for: pins(20, apart: 2, perRow: 5), in: large))
  }

  private static let view = Viewport(
    center: Coordinate(latitude: 0, longitude: 0), zoom: 10, size: Size(columns: 21, rows: 3))

  private func drawn(isColored: Bool) -> CellGrid {
    let cells = (0..<20).map { Density.Cell(column: $0, row: 1, count: $0 + 1) }
    let mark = Mark(
      id: 0, anchor: Self.view.coordinate(at: CellPoint(column: 10.5, row: 1.5)), form: .exact, letter: "C",
      ink: .convoy, count: 20, isSelected: true)
    let scene = MapScene(
      viewport: Self.view, baseMap: BaseMap(), hiddenLayers: [.ground, .scale, .graticule], marks: [mark],
      density: Density(cells), isColored: isColored)
    var grid = CellGrid(size: Self.view.size)
    _ = scene.draw(into: &grid, in: grid.bounds)
    return grid
  }

  @Test("without colour the classes are digits, which give way to a selected pin")
  func digits() {
    let rows = PlainTextWriter().text(of: drawn(isColored: false)).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[1] == "111122223 C20 445555")
  }

  @Test("with colour the classes are grounds, but for a selected pin, which has the map's own")
  func grounds() {
    let grid = drawn(isColored: true)
    let pin = 10..<13
    for column in 0..<20 {
      let ground = pin.contains(column) ? .plain : DensityScale.grounds[column / 4]
      #expect(grid[column, 1].style.ground == ground, "\(column)")
    }
    #expect(grid[10, 1].glyph == "C" && grid[0, 1].glyph == " ")
    #expect(grid[20, 1].style.ground == .plain)
  }
}

extension String {
  fileprivate func padding(to columns: Int) -> String { self + String(repeating: " ", count: max(0, columns - count)) }
}
