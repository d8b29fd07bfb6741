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
    let rows = mask.runs
    guard let meanRow = rows.meanRow else { return nil }
    // A row as near to the mean one, and with as much room for a name, as may be.
    var best: (row: Int, run: Range<Int>, worth: Int)?
    for run in rows {
      let worth = run.columns.count - 6 * abs(run.row - meanRow)
      if worth > best?.worth ?? .min { best = (run.row, run.columns, worth) }
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

extension [AreaMask.Run] {
  /// The mean row of all their cells; nil where there is none.
  fileprivate var meanRow: Int? {
    var (cells, sum) = (0, 0)
    for run in self { (cells, sum) = (cells + run.columns.count, sum + run.row * run.columns.count) }
    return cells > 0 ? sum / cells : nil
  }
}
