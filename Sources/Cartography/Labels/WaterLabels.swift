import SituationModel
import TextCanvas

/// Names of rivers, beside them, and of lakes, on them.
struct WaterLabels {
  let baseMap: BaseMap
  let detail: Detail
  let viewport: Viewport

  /// Draws them.
  func paint(_ sheet: inout MapSheet, _ copies: [CellTransform]) {
    for copy in copies {
      if detail.usesRegion {
        paintLakes(.lakes, &sheet, copy)
        paintRivers(.rivers, &sheet, copy)
      }
      guard let world = detail.world, detail.showsLakeShores else { continue }
      paintLakes(world.lakes, &sheet, copy)
      if let rivers = world.rivers { paintRivers(rivers, &sheet, copy) }
    }
  }

  // MARK: Rivers

  private func paintRivers(_ file: BaseMapFile, _ sheet: inout MapSheet, _ copy: CellTransform) {
    let store = baseMap.lines(file)
    var paths: [String: [CellPoint]] = [:]
    var names: [String] = []
    for line in store.lines where copy.sees(line.bounds) {
      let trait = store.traits[line.trait]
      guard !trait.name.isEmpty && viewport.zoom >= FirstZoom.riverName(rank: trait.rank) else { continue }
      if paths[trait.name] == nil { names.append(trait.name) }
      paths[trait.name, default: []] += store.points(of: line, copy).filter(viewport.contains)
    }
    for name in names where !sheet.names.contains(name) { paint(name, along: paths[name] ?? [], &sheet) }
  }

  /// Writes a name above or below the river, where it covers the least, as near to the middle of what is seen as it may.
  private func paint(_ name: String, along points: [CellPoint], _ sheet: inout MapSheet) {
    let width = displayWidth(of: name)
    var best: (spot: LabelPlacer.Spot, cost: Int)?
    for (index, point) in points.enumerated() {
      for down in [-1, 1] {
        let spot = LabelPlacer.Spot(column: Int(point.column) - width / 2, row: Int(point.row) + down)
        guard let covered = LabelPlacer.cost(of: spot, width, on: sheet) else { continue }
        let cost = 8 * covered + 20 * abs(2 * index - points.count) / max(points.count, 1)
        if cost < best?.cost ?? .max { best = (spot, cost) }
      }
    }
    guard let best, best.cost < 8 * 3 + 20 else { return }
    LabelPlacer.write(name, at: best.spot, on: &sheet, .waterName)
  }

  // MARK: Lakes

  private func paintLakes(_ file: BaseMapFile, _ sheet: inout MapSheet, _ copy: CellTransform) {
    let store = baseMap.lines(file)
    for line in store.lines where copy.sees(line.bounds) {
      let name = store.traits[line.trait].name
      let box = copy.box(of: line.bounds)
      let width = displayWidth(of: name)
      guard !name.isEmpty, !sheet.names.contains(name), box.right - box.left >= 4, box.bottom - box.top >= 1.5 else {
        continue
      }
      let middle = (column: (box.left + box.right) / 2, row: (box.top + box.bottom) / 2)
      guard viewport.contains(CellPoint(column: middle.column, row: middle.row)) else { continue }
      if box.right - box.left >= Double(width) * 1.3 {
        let spot = LabelPlacer.Spot(column: Int(middle.column) - width / 2, row: Int(middle.row))
        if LabelPlacer.cost(of: spot, width, on: sheet) != nil {
          LabelPlacer.write(name, at: spot, on: &sheet, .waterName)
          continue
        }
      }
      let columns = Int(max(0, box.left))..<Int(max(1, box.right.rounded(.up)))
      if let spot = LabelPlacer.spot(for: name, beside: columns, row: Int(middle.row), on: sheet) {
        LabelPlacer.write(name, at: spot, on: &sheet, .waterName)
      }
    }
  }
}
