import SituationModel
import TextCanvas

/// Signs at the map's edge for the marks outside: an arrow, a name where there is room, and how many.
///
///     <^ Moscow 2        ^ Aleppo
///
///     < Beirut                  Mosul 3 +2 >
///
///                     v Amman
struct EdgeMarkers {
  let bundles: [Beyond]
  let viewport: Viewport

  /// Draws them where there is room, and adds what was drawn to the hits.
  func paint(_ sheet: inout MapSheet, _ hits: inout [MapDrawing.Hit]) {
    for bundle in bundles where bundle.count > 0 { paint(bundle, &sheet, &hits) }
  }

  private func paint(_ bundle: Beyond, _ sheet: inout MapSheet, _ hits: inout [MapDrawing.Hit]) {
    for text in texts(bundle) {
      guard let rect = place(displayWidth(of: text), bundle, sheet) else { continue }
      sheet.write(
        text, column: rect.origin.column, row: rect.origin.row, .town, bundle.isSelected ? [.reverse, .bold] : [])
      // A space on both sides keeps names apart from it.
      for column in [rect.origin.column - 1, rect.columns.upperBound] {
        sheet.setUse(.taken, column: column, row: rect.origin.row)
      }
      hits.append(MapDrawing.Hit(marks: [bundle.id], rect: rect, isBeyondEdge: true))
      return
    }
  }

  /// Longest name that a sign has room for: it must not reach into the map's middle.
  private static let longestName = 16

  /// Texts that it may have, the fullest first: `Moscow 2 +6` has two at Moscow, and six elsewhere.
  private func texts(_ bundle: Beyond) -> [String] {
    let longest = min(Self.longestName, max(8, viewport.size.columns / 4))
    // One name must not pass for all: the others are counted behind it.
    let others = bundle.count - bundle.firstNamed
    var named: [String] = []
    if let name = bundle.names.first {
      named = [clipped(Self.short(name, longest), to: longest)]
      if bundle.firstNamed > 1 { named.append(String(bundle.firstNamed)) }
      if others > 0 { named.append("+\(others)") }
    }
    return [named, [String(bundle.count)]].filter { !$0.isEmpty }.map { words in
      (bundle.sector.pointsRight ? words + [bundle.sector.arrow] : [bundle.sector.arrow] + words).joined(separator: " ")
    }
  }

  /// The end of a long name, which says where: `New York` of `UN headquarters, New York`.
  private static func short(_ name: String, _ columns: Int) -> String {
    guard displayWidth(of: name) > columns, let comma = name.lastIndex(of: ",") else { return name }
    let end = String(name[name.index(after: comma)...].drop { $0 == " " })
    return end.isEmpty || displayWidth(of: end) > columns ? name : end
  }

  /// The rectangle at the edge where a text of so many columns fits, nearest to its direction, and off main roads if possible; nil if
  /// there is none near.
  private func place(_ width: Int, _ bundle: Beyond, _ sheet: MapSheet) -> Rect? {
    guard width <= viewport.size.columns else { return nil }
    let cells = bundle.sector.arrow.count > 1 ? cornerCells(width, bundle) : edgeCells(width, bundle)
    // Two columns keep neighbours apart: each has a number that could be taken for the other's.
    let free = cells.filter { cell in
      let left = max(0, cell.column - 2)
      return sheet.isFree(
        column: left, row: cell.row, count: min(viewport.size.columns, cell.column + width + 2) - left)
    }
    let offRoads = free.first { cell in
      (cell.column..<cell.column + width).allSatisfy { sheet.use(column: $0, row: cell.row) != .route }
    }
    return (offRoads ?? free.first).map { Rect(column: $0.column, row: $0.row, columns: width, rows: 1) }
  }

  /// Cells for a slanting arrow, the nearest to its corner first: along the upper or lower edge, then up or down the side.
  private func cornerCells(_ width: Int, _ bundle: Beyond) -> [Position] {
    let size = viewport.size
    let row = bundle.down > 0 ? size.rows - 1 : 0
    let column = bundle.across > 0 ? size.columns - width : 0
    let along = (0...max(0, size.columns / 3)).map { step in
      Position(column: bundle.across > 0 ? column - step : step, row: row)
    }
    let aside = (0...max(0, size.rows / 3)).map { step in
      Position(column: column, row: bundle.down > 0 ? row - step : step)
    }
    return (along + aside).filter {
      $0.column >= 0 && $0.column + width <= size.columns && size.rows > $0.row && $0.row >= 0
    }
  }

  /// Cells for a straight arrow: at its edge, the nearest to where the ray from the middle leaves the view first.
  private func edgeCells(_ width: Int, _ bundle: Beyond) -> [Position] {
    let size = viewport.size
    let (middle, across, down) = (viewport.middle, bundle.across, bundle.down / 2)
    let isSide = abs(across) * middle.row > abs(down) * middle.column
    let wanted =
      isSide
      ? middle.row + middle.column / max(abs(across), 1e-9) * down
      : middle.column + middle.row / max(abs(down), 1e-9) * across
    let last = (isSide ? size.rows : size.columns - width + 1) - 1
    let start = min(max(Int(wanted.isFinite ? wanted : 0), 0), max(0, last))
    var places = [start]
    for step in 1...max(1, last) { places += [start + step, start - step].filter { (0...max(0, last)).contains($0) } }
    return places.map { at in
      Position(
        column: isSide ? (across > 0 ? size.columns - width : 0) : at,
        row: isSide ? at : (down > 0 ? size.rows - 1 : 0))
    }
  }
}
