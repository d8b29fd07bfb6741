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
    return (0..<60).map { index in
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
    var hops: [String] = []
    for view in Self.views {
      let before = stands(view)
      for (columns, rows) in [(1, 0), (-1, 0), (0, 1), (0, -1)] {
        let moved = view.panned(columns: columns, rows: rows)
        let after = stands(moved)
        let (old, new) = (inside(before, view, moved), inside(after, moved, view))
        for (text, places) in Dictionary(grouping: old, by: \.text) {
          let others = new.filter { $0.text == text }
          if others.isEmpty {
            lost += 1
            hops.append("-\(text) z\(Int(view.zoom))")
            continue
          }
          all += 1
          if !Set(others).isDisjoint(with: places) { kept += 1 } else { hops.append("\(text) z\(Int(view.zoom))") }
        }
      }
    }
    print("STABILITY kept \(kept) of \(all), lost \(lost)", hops.prefix(60))
    #expect(Double(kept) / Double(all) >= 0.99, "\(kept) of \(all): \(hops)")
  }

  /// Of some names those that are whole in another view as well.
  private func inside(_ stands: Set<Stand>, _ view: Viewport, _ other: Viewport) -> Set<Stand> {
    let texture = GroundTexture(other)
    let corner = texture.worldCell(column: 0, row: 0)
    return stands.filter { stand in
      let (column, row) = (stand.column - corner.column, stand.row - corner.row)
      return column >= 0 && row >= 0 && row < other.size.rows
        && column + displayWidth(of: stand.text) <= other.size.columns
    }
  }

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
