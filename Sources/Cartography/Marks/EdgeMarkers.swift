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

  /// What it may say, the fullest first: `Moscow 2 +6` has two at Moscow, and six elsewhere.
  private func texts(_ bundle: Beyond) -> [String] {
    let longest = min(Self.longestName, max(8, viewport.size.columns / 4))
    // One name must not pass for all: the others are counted behind it.
    let others = bundle.count - bundle.firstNamed
    var named: [String] = []
    if let name = bundle.names.first {
      named = [clipped(name, to: longest)]
      if bundle.firstNamed > 1 { named.append(String(bundle.firstNamed)) }
      if others > 0 { named.append("+\(others)") }
    }
    return [named, [String(bundle.count)]].filter { !$0.isEmpty }.map { words in
      (bundle.sector.pointsRight ? words + [bundle.sector.arrow] : [bundle.sector.arrow] + words).joined(separator: " ")
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
    let isSlanting = bundle.sector.arrow.count > 1
    let isSide = !isSlanting && toSide < toEnd
    // A slanting arrow belongs to a corner, so that no other one comes between.
    let corner = across > 0 ? Double(size.columns) : 0
    let wanted = isSlanting ? corner : isSide ? middle.row + reach * down : middle.column + reach * across
    let last = (isSide ? size.rows : size.columns - width + 1) - 1
    // A text is put with its arrow, not its middle, at the wanted place.
    let arrow = !isSide && bundle.sector.pointsRight ? width - 1 : 0
    let start = min(max(Int(wanted) - arrow, 0), last)
    for step in 0...max(last, 0) {
      for at in step == 0 ? [start] : [start + step, start - step] where at >= 0 && at <= last {
        let column = isSide ? (across > 0 ? size.columns - width : 0) : at
        let row = isSide ? at : (down > 0 ? size.rows - 1 : 0)
        // Two columns keep neighbours apart: each has a number that could be taken for the other's.
        let left = max(0, column - 2)
        let right = min(size.columns, column + width + 2)
        if sheet.isFree(column: left, row: row, count: right - left) {
          return Rect(column: column, row: row, columns: width, rows: 1)
        }
      }
    }
    return nil
  }
}
