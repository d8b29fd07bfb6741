import SituationModel
import Testing
import TextCanvas

@testable import Cartography

/// Reaches of places, and tracks.
extension MarkTests {
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

extension String {
  fileprivate func padding(to columns: Int) -> String { self + String(repeating: " ", count: max(0, columns - count)) }
}
