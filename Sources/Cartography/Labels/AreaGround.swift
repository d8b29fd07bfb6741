import SituationModel
import TextCanvas

/// The cells of a view, and of what lies around it, that a country or a province covers.
struct AreaGround {
  /// True if all of the area lies in the view.
  let isWhollyInView: Bool
  private let viewport: Viewport
  private let covers: (Coordinate) -> Bool
  /// The area's cells in the view; nil where nobody needs them: all of the area is there, or its name's own point serves.
  private let mask: AreaMask?
  private static let lattice = Size(columns: 12, rows: 4)

  /// The ground of the rings that are chosen. Linear in their edges in view where the view has but a part of them.
  ///
  /// - Parameters:
  ///   - bounds: the rectangle around the area; nil where it is not known.
  ///   - isPlaced: true if it is known where in the area its name belongs.
  init(
    _ store: LineStore, _ bounds: GeoBounds?, _ board: LabelBoard, isPlaced: Bool,
    where isChosen: @escaping (Trait) -> Bool
  ) {
    viewport = board.viewport
    covers = { store.contains($0, where: isChosen) }
    isWhollyInView = bounds.map(viewport.bounds.contains) ?? false
    mask =
      isPlaced || isWhollyInView
      ? nil : store.filled(viewport, CellTransform.copies(in: viewport), where: isChosen).mask
  }

  /// The middle of the area's cells in the view, in the row near their mean that has the most room. Nil where the view has
  /// none.
  ///
  /// Rounded to a lattice that is fixed to the world, so that a name does not move with each step of a pan.
  var visibleMiddle: CellPoint? {
    guard let mask else { return nil }
    let rows = (0..<mask.rows).map { row in runs(of: mask, row: row) }
    var (cells, rowSum) = (0, 0)
    for (row, runs) in rows.enumerated() {
      let count = runs.reduce(0) { $0 + $1.count }
      (cells, rowSum) = (cells + count, rowSum + row * count)
    }
    guard cells > 0 else { return nil }
    let meanRow = rowSum / cells
    // A row as near to the mean one, and with as much room for a name, as may be.
    var best: (row: Int, run: Range<Int>, worth: Int)?
    for (row, runs) in rows.enumerated() {
      for run in runs {
        let worth = run.count - 6 * abs(row - meanRow)
        if worth > best?.worth ?? .min { best = (row, run, worth) }
      }
    }
    guard let best else { return nil }
    let corner = GroundTexture(viewport).worldCell(column: 0, row: 0)
    func rounded(_ place: Int, _ corner: Int, to step: Int) -> Int {
      Int((Double(place + corner) / Double(step)).rounded()) * step - corner
    }
    let column = rounded((best.run.lowerBound + best.run.upperBound) / 2, corner.column, to: Self.lattice.columns)
    let row = rounded(best.row, corner.row, to: Self.lattice.rows)
    return CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5)
  }

  private func runs(of mask: AreaMask, row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in 0..<mask.columns where mask[column, row] {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }

  /// True if a text of so many columns at a spot lies in the area: all of its cells where those are known, else its ends
  /// and its middle.
  func holds(_ spot: LabelPlacer.Spot, _ width: Int) -> Bool {
    if let mask {
      let cells = spot.column..<spot.column + width
      let seen = cells.clamped(to: 0..<mask.columns)
      return seen.count == width && seen.allSatisfy { mask[$0, spot.row] }
    }
    return [0.5, 0.05, 0.95].allSatisfy { share in
      covers(
        viewport.coordinate(
          at: CellPoint(column: Double(spot.column) + share * Double(width), row: Double(spot.row) + 0.5)))
    }
  }
}
