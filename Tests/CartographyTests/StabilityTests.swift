import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Cartography

/// Names stay where they are in the world while the map is panned.
@Suite struct StabilityTests {
  /// Where a name stands, in cells of the world.
  private struct Stand: Hashable {
    let text: String
    let column: Int
    let row: Int
  }

  /// Views in the region, around it and all over the world, at the scales at which people pan.
  private static let views: [Viewport] = {
    var random = SeededGenerator(seed: 4)
    let sizes = [(48, 18), (62, 24), (76, 26), (96, 34), (130, 50)]
    return (0..<30).map { index in
      let (columns, rows) = sizes[index % sizes.count]
      if index % 3 == 2 {
        return Atlas.view(
          .random(in: -40...62, using: &random), .random(in: -180...180, using: &random),
          zoom: .random(in: 2.5...6, using: &random), columns, rows)
      }
      return Atlas.view(
        .random(in: 31.5...37.5, using: &random), .random(in: 34.5...42, using: &random),
        zoom: .random(in: 5...10, using: &random), columns, rows)
    }
  }()

  @Test func namesStayWhereTheyAreWhileTheMapIsPanned() {
    var (kept, all, lost) = (0, 0, 0)
    var (keptCountries, countries) = (0, 0)
    for view in Self.views {
      let before = stands(view)
      for (columns, rows) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
        let moved = view.panned(columns: columns, rows: rows)
        let after = stands(moved)
        let old = inside(inside(before, view), moved)
        let new = inside(inside(after, view), moved)
        for (text, places) in Dictionary(grouping: old, by: \.text) {
          let others = new.filter { $0.text == text }
          // A country is named in the middle of what is seen of it, which moves a little with each step.
          if text.count > 1, text == text.uppercased() {
            countries += 1
            if !Set(others).isDisjoint(with: places) { keptCountries += 1 }
            continue
          }
          if others.isEmpty {
            lost += 1
            continue
          }
          all += 1
          if !Set(others).isDisjoint(with: places) { kept += 1 }
        }
      }
    }
    #expect(all > 500)
    #expect(Double(kept) / Double(all) >= 0.99, "\(kept) of \(all)")
    // What stands beside a mark at the edge may give way to it.
    #expect(Double(lost) / Double(all) <= 0.01, "\(lost) of \(all)")
    #expect(countries > 50)
    #expect(Double(keptCountries) / Double(countries) >= 0.85, "\(keptCountries) of \(countries)")
  }

  @Test func noNameGoesAndComesBackOnTheWay() {
    for view in [Atlas.syria, Atlas.view(47, 15, zoom: 4, 96, 34), Atlas.view(33.5, 36.2, zoom: 7, 62, 24)] {
      let steps = (0...12).map { view.panned(columns: $0, rows: $0 / 4) }
      let drawings = steps.map(stands)
      for (index, stand) in drawings.indices.flatMap({ index in drawings[index].map { (index, $0) } }) {
        guard index + 2 < steps.count, drawings[index + 2].contains(stand) else { continue }
        #expect(drawings[index + 1].contains(stand), "\(stand.text)")
      }
    }
  }

  /// Lines and grounds are the same characters, moved; but for a few near what the view cuts off.
  @Test(arguments: GlyphSet.allCases)
  func linesAndGroundsStayWhereTheyAreWhileTheMapIsPanned(glyphs: GlyphSet) {
    var (same, all) = (0, 0)
    for view in Self.views {
      let before = bare(view, glyphs)
      for (columns, rows) in [(1, 0), (0, 1), (3, -2)] {
        let moved = view.panned(columns: columns, rows: rows)
        let after = bare(moved, glyphs)
        let (from, to) = (GroundTexture(view), GroundTexture(moved))
        let (old, new) = (from.worldCell(column: 0, row: 0), to.worldCell(column: 0, row: 0))
        let (across, down) = (new.column - old.column, new.row - old.row)
        for row in 3..<view.size.rows - 3 {
          for column in 4..<view.size.columns - 4 where before[column, row].glyph != " " {
            all += 1
            if before[column, row] == after[column - across, row - down] { same += 1 }
          }
        }
      }
    }
    #expect(all > 5_000)
    #expect(Double(same) / Double(all) > 0.999, "\(same) of \(all)")
  }

  /// A map without names and marks.
  private func bare(_ view: Viewport, _ glyphs: GlyphSet) -> CellGrid {
    let hidden = Set(MapLayer.allCases).subtracting([.ground, .lakes, .rivers, .roads, .borders, .provinces])
    var grid = CellGrid(size: view.size)
    let scene = MapScene(
      viewport: view, baseMap: Atlas.map, glyphs: glyphs, home: ["SYR"], hiddenLayers: hidden)
    _ = scene.draw(into: &grid, in: grid.bounds)
    return grid
  }

  /// Of some names those that are whole in a view, with the sign of their town.
  private func inside(_ stands: Set<Stand>, _ other: Viewport) -> Set<Stand> {
    let texture = GroundTexture(other)
    let corner = texture.worldCell(column: 0, row: 0)
    return stands.filter { stand in
      let (column, row) = (stand.column - corner.column, stand.row - corner.row)
      return column >= 3 && row >= 1 && row < other.size.rows - 1
        && column + displayWidth(of: stand.text) <= other.size.columns - 3
    }
  }

  /// The names of a view; without the scale and the signs for marks far away, which are fixed to its edge.
  private func stands(_ view: Viewport) -> Set<Stand> {
    let scene = MapScene(
      viewport: view, baseMap: Atlas.map, home: ["SYR"], hiddenLayers: [.scale], marks: Array(Atlas.marks.dropLast(2)))
    let texture = GroundTexture(view)
    let labels = scene.sheet(size: view.size).sheet.labels.filter { !$0.text.hasPrefix("[") }
    return Set(
      labels.map { label in
        let cell = texture.worldCell(column: label.rect.origin.column, row: label.rect.origin.row)
        return Stand(text: label.text, column: cell.column, row: cell.row)
      })
  }
}
