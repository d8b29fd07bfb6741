import SituationModel
import TextCanvas

/// Signs at the map's edge for the marks outside: an arrow, how many, and their names where there is room.
///
///     <^ 2 Moscow        ^ Aleppo
///
///     < Beirut                     Mosul 3 >
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
        text, column: rect.origin.column, row: rect.origin.row, bundle.ink ?? .emphasis,
        bundle.isSelected ? [.reverse, .bold] : [.bold])
      hits.append(MapDrawing.Hit(marks: [bundle.id], rect: rect, isBeyondEdge: true))
      return
    }
  }

  /// What it may say, the fullest first.
  private func texts(_ bundle: Beyond) -> [String] {
    let count = bundle.count > 1 ? String(bundle.count) : ""
    let longest = max(8, viewport.size.columns / 3)
    let all = bundle.names.joined(separator: ", ")
    // One name must not pass for all: the others are counted behind it.
    let others = bundle.count - bundle.firstNamed
    let more = others > 0 && !bundle.names.isEmpty ? " +\(others)" : ""
    let first = clipped(bundle.names.first ?? "", to: longest - more.count) + more
    let said = bundle.isAllNamed && displayWidth(of: all) <= longest ? [all, first, ""] : [first, ""]
    return said.map { name in
      let words = [bundle.sector.arrow, count, name].filter { !$0.isEmpty }
      return (bundle.sector.pointsRight ? words.reversed() : words).joined(separator: " ")
    }
  }

  /// Where a text of so many columns fits at the edge, nearest to its direction; nil if nowhere near.
  private func place(_ width: Int, _ bundle: Beyond, _ sheet: MapSheet) -> Rect? {
    let size = viewport.size
    guard width <= size.columns else { return nil }
    let (middle, across, down) = (viewport.middle, bundle.across, bundle.down / 2)
    // The ray from the middle leaves the view at the nearer of its two edges.
    let toSide = across == 0 ? .infinity : middle.column / abs(across)
    let toEnd = down == 0 ? .infinity : middle.row / abs(down)
    let reach = min(toSide, toEnd)
    guard reach.isFinite else { return nil }
    let isSide = toSide < toEnd
    let wanted = isSide ? middle.row + reach * down : middle.column + reach * across
    let last = (isSide ? size.rows : size.columns - width + 1) - 1
    // A text is put with its arrow, not its middle, at the wanted place.
    let arrow = !isSide && bundle.sector.pointsRight ? width - 1 : 0
    let start = min(max(Int(wanted) - arrow, 0), last)
    for step in 0...max(last, 0) {
      for at in step == 0 ? [start] : [start + step, start - step] where at >= 0 && at <= last {
        let column = isSide ? (across > 0 ? size.columns - width : 0) : at
        let row = isSide ? at : (down > 0 ? size.rows - 1 : 0)
        let left = max(0, column - 1)
        let right = min(size.columns, column + width + 1)
        if sheet.isFree(column: left, row: row, count: right - left) {
          return Rect(column: column, row: row, columns: width, rows: 1)
        }
      }
    }
    return nil
  }
}
