import SituationModel
import Testing
import TextCanvas

@testable import Cartography

/// What marks look like, on a map without anything else.
@Suite struct MarkTests {
  static let view = Viewport(
    center: Coordinate(latitude: 0, longitude: 0), zoom: 10, size: Size(columns: 21, rows: 5))

  static func mark(
    _ form: Mark.Form, column: Int = 10, row: Int = 2, letter: Character = "C", suffix: Character? = nil,
    count: Int = 1, isMixed: Bool = false, label: String? = nil, isSelected: Bool = false, id: Int = 0
  ) -> Mark {
    let place = view.coordinate(at: CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5))
    return Mark(
      id: id, anchor: place, form: form, letter: letter, suffix: suffix, ink: .convoy, count: count,
      isMixed: isMixed, label: label, isSelected: isSelected)
  }

  func drawn(
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
}
