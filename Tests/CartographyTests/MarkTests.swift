import SituationModel
import Testing
import TextCanvas

@testable import Cartography

/// What marks look like, on a map without anything else.
@Suite struct MarkTests {
  private static let view = Viewport(
    center: Coordinate(latitude: 0, longitude: 0), zoom: 10, size: Size(columns: 21, rows: 5))

  private static func mark(
    _ footprint: Mark.Footprint, column: Int = 10, row: Int = 2, letter: Character = "C", suffix: Character? = nil,
    count: Int = 1, isMixed: Bool = false, label: String? = nil, isSelected: Bool = false, id: Int = 0
  ) -> Mark {
    let place = view.coordinate(at: CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5))
    return Mark(
      id: id, anchor: place, footprint: footprint, letter: letter, suffix: suffix, ink: .convoy, count: count,
      isMixed: isMixed, label: label, isSelected: isSelected)
  }

  private func drawn(_ marks: [Mark], _ view: Viewport = view) -> (rows: [String], hits: [MapDrawing.Hit]) {
    let scene = MapScene(viewport: view, baseMap: BaseMap(), hiddenLayers: [.ground, .scale, .graticule], marks: marks)
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
    (mark(.vicinity(radius: nil)), "         (c)"),
    (mark(.vicinity(radius: 500), suffix: "!"), "         (c!)"),
    (mark(.locality, suffix: "%"), "         (c%)"),
    (mark(.locality, count: 2), "         (c2)"),
    (mark(.locality, count: 3, isMixed: true), "         (*3)"),
    (mark(.line(.lines([])), label: "M5"), "         [c] M5"),
    (mark(.area(nil), letter: "S", label: "Syria"), "         [s] Syria"),
    (mark(.exact, column: 20, suffix: "!"), "                    C"),
    (mark(.locality, column: 0), "c)"),
    (mark(.locality, column: 20), "                   (c"),
    (mark(.exact, column: 20, count: 3), "                   3C"),
  ])
  func aMarkSaysHowExactItIs(mark: Mark, row: String) {
    #expect(drawn([mark]).rows[2] == row)
  }

  @Test func ringsGiveWayToAnchorsAndNeverTheReverse() {
    let marks = [
      Self.mark(.locality, column: 9, id: 1), Self.mark(.locality, column: 10, letter: "S", id: 2),
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
    let marks = [Self.mark(.exact, id: 7), Self.mark(.locality, letter: "S", count: 2, id: 8)]
    let (rows, hits) = drawn(marks)
    #expect(rows[2] == "          *3")
    #expect(hits.map(\.marks) == [[7, 8]])
    #expect(hits.first?.rect == Rect(column: 10, row: 2, columns: 2, rows: 1))
  }

  @Test func theSelectedMarkIsReversed() {
    var grid = CellGrid(size: Self.view.size)
    let scene = MapScene(
      viewport: Self.view, baseMap: BaseMap(), marks: [Self.mark(.locality, isSelected: true)])
    _ = scene.draw(into: &grid, in: grid.bounds)
    for column in 9...11 { #expect(grid[column, 2].style.attributes.contains(.reverse)) }
    #expect(!grid[12, 2].style.attributes.contains(.reverse))
  }

  @Test(arguments: [
    (10, -9, 0, "^ There"), (10, 14, 4, "v There"), (60, 2, 2, "There >"), (-40, 2, 2, "< There"),
    (60, -24, 0, "There ^>"), (-40, 27, 4, "<v There"),
  ])
  func marksOutsideShowTheirDirection(column: Int, row: Int, atRow: Int, text: String) throws {
    let (rows, hits) = drawn([Self.mark(.exact, column: column, row: row, label: "There", id: 5)])
    #expect(rows[atRow].contains(text))
    let hit = try #require(hits.first)
    #expect(hit.isBeyondEdge && hit.marks == [5])
    #expect(hit.rect.size.columns == text.count)
  }

  @Test func marksInOneDirectionAreCountedTogether() {
    let marks = [
      Self.mark(.exact, column: 60, label: "Here", id: 1),
      Self.mark(.exact, column: 70, count: 2, label: "There", id: 2),
    ]
    let wide = Viewport(center: Self.view.center, zoom: 10, size: Size(columns: 41, rows: 5))
    let (rows, hits) = drawn(marks, wide)
    #expect(rows[2].hasSuffix("Here, There 3 >"))
    #expect(hits.map(\.marks) == [[1, 2]])
  }

  @Test func aSelectedLineIsDrawn() {
    let places = [4, 16].map { Self.view.coordinate(at: CellPoint(column: Double($0), row: 2.5)) }
    let mark = Self.mark(.line(.lines([places])), isSelected: true)
    #expect(drawn([mark]).rows[2] == "    -----[c]----")
  }

  @Test func aSelectedAreaIsOutlined() {
    let corners = [(3.5, 0.5), (17.5, 0.5), (17.5, 4.5), (3.5, 4.5), (3.5, 0.5)]
    let ring = corners.map { Self.view.coordinate(at: CellPoint(column: $0.0, row: $0.1)) }
    let rows = drawn([Self.mark(.area(.areas([Shape.Area(outer: ring)])), isSelected: true)]).rows
    #expect(rows[0].filter { $0 == "#" }.count >= 6)
    #expect(rows.count { $0.hasPrefix("   #") } >= 2)
    #expect(!rows.contains { $0.hasPrefix("    #  ") })
  }
}
