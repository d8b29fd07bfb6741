import SituationModel
import Testing
import TextCanvas

@testable import Cartography

/// Main roads: whole, two cells wide, and beside the shore where they run along it.
@Suite("Routes")
struct RouteTests {
  /// Views from the whole country to a town.
  private static let views: [Viewport] = {
    let places = [(35.0, 38.2), (35.2, 36.0), (33.5, 36.3), (36.2, 37.2), (36.6, 40.5), (34.7, 36.7)]
    return places.flatMap { place in
      [3.6, 4.4, 5.2, 6, 6.8, 7.6, 8.4, 9.2, 10, 11].map { zoom in
        Atlas.view(place.0, place.1, zoom: zoom, 100, 34)
      }
    }
  }()

  /// The map's lines alone, without pins and names.
  private func lines(_ view: Viewport, _ glyphs: GlyphSet = .ascii, hidden: Set<MapLayer> = []) -> MapSheet {
    let others: Set<MapLayer> = [.graticule, .places, .names, .marks, .scale]
    return MapScene(
      viewport: view, baseMap: Atlas.map, glyphs: glyphs, home: ["SYR"], hiddenLayers: others.union(hidden)
    ).sheet(size: view.size).sheet
  }

  private func cells(_ sheet: MapSheet, _ ink: Ink) -> Set<Position> {
    var cells: Set<Position> = []
    for row in 0..<sheet.size.rows {
      for column in 0..<sheet.size.columns where sheet.grid[column, row].style.ink == ink {
        if sheet.grid[column, row].glyph != " " { cells.insert(Position(column: column, row: row)) }
      }
    }
    return cells.filter { cell in !sheet.labels.contains { $0.rect.contains(cell) } }
  }

  /// A route's places in a view, some to a cell.
  private func paths(_ view: Viewport, _ number: String) -> [[CellPoint]] {
    let store = Atlas.map.lines(.roads)
    return store.lines.filter { store.traits[$0.trait].number == number }.map { line in
      let vertices = store.vertices[
        (store.chunks[line.chunks].first?.vertices.lowerBound ?? 0)..<(store.chunks[line.chunks].last?.vertices
          .upperBound ?? 0)]
      let points = vertices.map { view.point(of: $0.place) }
      return zip(points, points.dropFirst()).flatMap { from, to in
        let steps = max(1, Int(max(abs(to.column - from.column), abs(to.row - from.row)) * 4))
        return (0...steps).map { step in
          let share = Double(step) / Double(steps)
          return CellPoint(
            column: from.column + share * (to.column - from.column), row: from.row + share * (to.row - from.row))
        }
      }
    }
  }

  @Test(
    "M1, M4 and M5 are drawn over all of their length, at every zoom from the country to the town", arguments: views)
  func whole(view: Viewport) {
    for glyphs in GlyphSet.allCases {
      let routes = cells(lines(view, glyphs), .route)
      for number in ["M1", "M4", "M5"] {
        for point in paths(view, number).joined() where view.contains(point) {
          let (column, row) = (Int(point.column), Int(point.row))
          // Rounded to a cell, or moved off the shore.
          let isDrawn = (-1...1).contains { down in
            (-4...4).contains { routes.contains(Position(column: column + $0, row: row + down)) }
          }
          #expect(isDrawn, "\(number) at \(column), \(row) in \(glyphs)")
        }
      }
    }
  }

  @Test(
    "routes are one stroke: what does not come in from the view's edge is all of a piece", arguments: views)
  func unbroken(view: Viewport) {
    let sheet = lines(view)
    var left = cells(sheet, .route)
    var (inner, pieces) = (0, 0)
    while let first = left.first {
      var piece: Set<Position> = []
      var next = [first]
      while let cell = next.popLast() {
        guard left.remove(cell) != nil else { continue }
        piece.insert(cell)
        for down in -1...1 {
          for across in -1...1 {
            let other = Position(column: cell.column + across, row: cell.row + down)
            if left.contains(other) { next.append(other) }
          }
        }
      }
      pieces += 1
      let isAtEdge = piece.contains { cell in
        cell.column <= 1 || cell.row <= 1 || cell.column >= view.size.columns - 2 || cell.row >= view.size.rows - 2
      }
      if !isAtEdge { inner += 1 }
    }
    // M1, M4 and M5 meet each other.
    #expect(inner == 0 || inner == 1 && pieces == 1, "\(inner) of \(pieces)")
  }

  @Test("strokes up, down and aslant are two cells wide")
  func width() {
    for view in Self.views {
      let sheet = lines(view)
      for cell in cells(sheet, .route) {
        let glyph = sheet.grid[cell.column, cell.row].glyph
        guard glyph != "=", cell.column > 0, cell.column < view.size.columns - 1 else { continue }
        let neighbours = [cell.column - 1, cell.column + 1].map { sheet.grid[$0, cell.row].style.ink }
        #expect(neighbours.contains(.route), "\(glyph) at \(cell) of \(view.center), \(view.zoom)")
      }
    }
  }

  @Test(
    "where a route runs along the shore both are seen: no more than three cells of shore in a row are covered",
    arguments: views)
  func alongTheShore(view: Viewport) {
    for glyphs in [GlyphSet.ascii, .braille] {
      let bare = cells(lines(view, glyphs, hidden: [.roads]), .shore)
      let covered = bare.intersection(cells(lines(view, glyphs), .route))
      var longest = 0
      var left = covered
      while let first = left.first {
        var (run, next) = (0, [first])
        while let cell = next.popLast() {
          guard left.remove(cell) != nil else { continue }
          run += 1
          for down in -1...1 {
            for across in -1...1 { next.append(Position(column: cell.column + across, row: cell.row + down)) }
          }
        }
        longest = max(longest, run)
      }
      #expect(longest <= 3, "\(longest) in \(glyphs) at \(view.center), \(view.zoom)")
    }
  }

  @Test("numbers stand beside their road and cut no stroke", arguments: views)
  func shields(view: Viewport) {
    let sheet = lines(view)
    let bare = cells(lines(view, hidden: [.names]), .route)
    for label in sheet.labels where label.text.hasPrefix("[") {
      for column in label.rect.columns {
        #expect(!bare.contains(Position(column: column, row: label.rect.origin.row)), "\(label.text)")
      }
    }
  }
}
