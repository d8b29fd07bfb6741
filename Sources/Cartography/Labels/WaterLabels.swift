import SituationModel
import TextCanvas

/// Names of rivers, beside them, and of lakes, on them.
struct WaterLabels {
  let baseMap: BaseMap
  let detail: Detail
  let viewport: Viewport
  let language: NameLanguage

  /// Draws them.
  func paint(_ sheet: inout MapSheet, _ board: inout LabelBoard) {
    let copies = CellTransform.copies(in: board.surroundings)
    if detail.usesRegion {
      for copy in copies { paintLakes(.lakes, &sheet, &board, copy) }
      paintRivers(.rivers, &sheet, &board, copies)
    }
    guard let world = detail.world, detail.showsLakeShores else { return }
    for copy in copies { paintLakes(world.lakes, &sheet, &board, copy) }
    if let rivers = world.rivers { paintRivers(rivers, &sheet, &board, copies) }
  }

  // MARK: Rivers

  /// A part of the world, counted in blocks of cells: a river is named once in each.
  private struct Block: Hashable {
    let column: Int
    let row: Int
    static let size = Size(columns: 48, rows: 14)

    /// The turn in which the block is handled. No two blocks that touch have the same turn, so the order among neighbours depends on a
    /// few steps and not on where the view begins.
    var turn: Int { (column & 1) + 2 * (row & 1) }
  }

  /// A part of a river in a block: its cells.
  private struct Reach {
    let name: String
    let block: Block
    var cells: [Position] = []
  }

  private func paintRivers(
    _ file: BaseMapFile, _ sheet: inout MapSheet, _ board: inout LabelBoard, _ copies: [CellTransform]
  ) {
    for reach in reaches(baseMap.lines(file), board, copies) { paint(reach, &sheet, &board) }
  }

  /// The rivers in sight, cut by blocks.
  private func reaches(_ store: LineStore, _ board: LabelBoard, _ copies: [CellTransform]) -> [Reach] {
    let corner = GroundTexture(viewport).worldCell(column: 0, row: 0)
    let offset = Position(column: -board.columns.lowerBound, row: -board.rows.lowerBound)
    var indices: [String: [Block: Int]] = [:]
    var reaches: [Reach] = []
    for copy in copies {
      for line in store.lines where copy.sees(line.bounds) {
        let trait = store.traits[line.trait]
        guard !trait.name.isEmpty && viewport.zoom >= FirstZoom.riverName(rank: trait.rank) else { continue }
        let name = trait.name(in: language)
        for point in store.steps(of: line, copy) {
          let cell = Position(
            column: Int(point.column.rounded(.down)) - offset.column, row: Int(point.row.rounded(.down)) - offset.row)
          guard board.contains(column: cell.column, row: cell.row) else { continue }
          let block = Block(
            column: Self.floor(cell.column + corner.column, Block.size.columns),
            row: Self.floor(cell.row + corner.row, Block.size.rows))
          let index = indices[name]?[block] ?? reaches.count
          if index == reaches.count {
            reaches.append(Reach(name: name, block: block))
            indices[name, default: [:]][block] = index
          }
          if reaches[index].cells.last != cell { reaches[index].cells.append(cell) }
        }
      }
    }
    let order = reaches.indices.sorted { (reaches[$0].block.turn, $0) < (reaches[$1].block.turn, $1) }
    return order.map { reaches[$0] }
  }

  /// Writes a name above or below a reach, where it covers the least, as near to the middle of its block as it may.
  private func paint(_ reach: Reach, _ sheet: inout MapSheet, _ board: inout LabelBoard) {
    let width = displayWidth(of: reach.name)
    let corner = GroundTexture(viewport).worldCell(column: 0, row: 0)
    let middle = Position(
      column: reach.block.column * Block.size.columns + Block.size.columns / 2 - corner.column,
      row: reach.block.row * Block.size.rows + Block.size.rows / 2 - corner.row)
    var best: (spot: LabelPlacer.Spot, cost: Int)?
    for cell in reach.cells {
      let distance = abs(cell.column - middle.column) / 2 + abs(cell.row - middle.row)
      for down in [-1, 1] {
        let spot = LabelPlacer.Spot(column: cell.column - width / 2, row: cell.row + down)
        guard let covered = LabelPlacer.cost(of: spot, width, on: board) else { continue }
        let cost = 8 * covered + distance
        if cost < best?.cost ?? .max { best = (spot, cost) }
      }
    }
    guard let best, best.cost < 8 * 3 + 20 else { return }
    let apart = Size(columns: 40, rows: 9)
    if board.hasName(reach.name, within: apart, ofColumn: best.spot.column, row: best.spot.row) { return }
    board.write(reach.name, at: best.spot, on: &sheet, .waterName)
  }

  /// A quotient rounded down, of negative numbers too.
  private static func floor(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : -((divisor - 1 - number) / divisor)
  }

  // MARK: Lakes

  private func paintLakes(
    _ file: BaseMapFile, _ sheet: inout MapSheet, _ board: inout LabelBoard, _ copy: CellTransform
  ) {
    let store = baseMap.lines(file)
    for line in store.lines where copy.sees(line.bounds) {
      let name = store.traits[line.trait].name(in: language)
      let box = copy.box(of: line.bounds)
      let width = displayWidth(of: name)
      guard !name.isEmpty, box.right - box.left >= 4, box.bottom - box.top >= 1.5 else { continue }
      let middle = CellPoint(
        column: (box.left + box.right) / 2 + Double(board.columns.lowerBound),
        row: (box.top + box.bottom) / 2 + Double(board.rows.lowerBound))
      guard board.contains(middle), !board.names.contains(name) else { continue }
      let (column, row) = (Int(middle.column.rounded(.down)), Int(middle.row.rounded(.down)))
      if box.right - box.left >= Double(width) * 1.3 {
        let spot = LabelPlacer.Spot(column: column - width / 2, row: row)
        if LabelPlacer.cost(of: spot, width, on: board) != nil {
          board.write(name, at: spot, on: &sheet, .waterName)
          continue
        }
      }
      let half = Int((box.right - box.left) / 2)
      if let spot = LabelPlacer.spot(for: name, beside: column - half..<column + half + 1, row: row, on: board) {
        board.write(name, at: spot, on: &sheet, .waterName)
      }
    }
  }
}

extension LineStore {
  /// Points along a line, no more than a few columns apart, of the chunks that may be seen.
  fileprivate func steps(of line: Line, _ transform: CellTransform) -> [CellPoint] {
    var points: [CellPoint] = []
    for chunk in chunks[line.chunks] where transform.sees(chunk.bounds) {
      let tolerance = transform.tolerance(in: chunk.bounds)
      var last: CellPoint?
      for vertex in vertices[chunk.vertices] where vertex.weight >= tolerance {
        let next = transform.point(of: vertex)
        if let last {
          let length = max(abs(next.column - last.column), 2 * abs(next.row - last.row))
          // What is longer than any view lies outside of it for the most part.
          for step in 1..<max(1, min(Int(length / 3), 200)) {
            let share = Double(step) / (length / 3)
            points.append(
              CellPoint(
                column: last.column + share * (next.column - last.column),
                row: last.row + share * (next.row - last.row)))
          }
        }
        points.append(next)
        last = next
      }
    }
    return points
  }
}
