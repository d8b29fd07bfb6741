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
  /// The marks in one direction.
  private struct Bundle {
    let sector: Sector
    var marks: [Mark] = []
    /// The sum of their directions, in cell widths.
    var across = 0.0
    var down = 0.0
  }

  /// The eight directions, clockwise.
  enum Sector: Int, CaseIterable {
    case north, northeast, east, southeast, south, southwest, west, northwest

    var arrow: String {
      switch self {
      case .north: "^"
      case .northeast: "^>"
      case .east: ">"
      case .southeast: "v>"
      case .south: "v"
      case .southwest: "<v"
      case .west: "<"
      case .northwest: "<^"
      }
    }

    /// Whether its arrow points to the right, and so stands behind its words.
    var pointsRight: Bool {
      switch self {
      case .northeast, .east, .southeast: true
      case .north, .south, .southwest, .west, .northwest: false
      }
    }

    /// The sector of a direction: across to the right and down, in the same unit.
    init(across: Double, down: Double) {
      // tan(22.5°): where a straight direction ends and a slanting one begins.
      let straight = 0.414_213_562
      if abs(across) <= straight * abs(down) {
        self = down < 0 ? .north : .south
      } else if abs(down) <= straight * abs(across) {
        self = across > 0 ? .east : .west
      } else {
        self = across > 0 ? (down < 0 ? .northeast : .southeast) : (down < 0 ? .northwest : .southwest)
      }
    }
  }

  private var bundles: [Bundle]
  private let viewport: Viewport

  /// Sorts the marks outside a view by direction.
  init(_ marks: [Mark], _ viewport: Viewport) {
    self.viewport = viewport
    bundles = Sector.allCases.map { Bundle(sector: $0) }
    for mark in marks {
      let point = viewport.point(of: mark.anchor)
      if viewport.contains(point) { continue }
      let across = point.column - viewport.middle.column
      let down = (point.row - viewport.middle.row) * 2
      let length = max((across * across + down * down).squareRoot(), 1e-9)
      let sector = Sector(across: across, down: down)
      bundles[sector.rawValue].marks.append(mark)
      bundles[sector.rawValue].across += across / length
      bundles[sector.rawValue].down += down / length
    }
  }

  /// Draws them where there is room, and adds what was drawn to the hits.
  func paint(_ sheet: inout MapSheet, _ hits: inout [MapDrawing.Hit]) {
    for bundle in bundles where !bundle.marks.isEmpty { paint(bundle, &sheet, &hits) }
  }

  private func paint(_ bundle: Bundle, _ sheet: inout MapSheet, _ hits: inout [MapDrawing.Hit]) {
    let isSelected = bundle.marks.contains(where: \.isSelected)
    let inks = Set(bundle.marks.map(\.ink))
    let ink = inks.count == 1 ? bundle.marks[0].ink : .emphasis
    for text in texts(bundle) {
      guard let rect = place(displayWidth(of: text), bundle, sheet) else { continue }
      sheet.write(
        text, column: rect.origin.column, row: rect.origin.row, ink, isSelected ? [.reverse, .bold] : [.bold])
      hits.append(MapDrawing.Hit(marks: bundle.marks.map(\.id), rect: rect, isBeyondEdge: true))
      return
    }
  }

  /// What it may say, the fullest first.
  private func texts(_ bundle: Bundle) -> [String] {
    let total = bundle.marks.reduce(0) { $0 + max(1, $1.count) }
    let count = total > 1 ? String(total) : ""
    var names: [String] = []
    for name in bundle.marks.lazy.compactMap(\.label) where !names.contains(name) {
      names.append(name)
      // More would not fit anyway.
      if names.count > 9 { break }
    }
    let longest = max(8, viewport.size.columns / 3)
    let all = names.joined(separator: ", ")
    // One name must not pass for all: the others are counted behind it.
    let others = total - (bundle.marks.first { $0.label == names.first }?.count ?? 1)
    let more = others > 0 && !names.isEmpty ? " +\(others)" : ""
    let first = clipped(names.first ?? "", to: longest - more.count) + more
    let isAllNamed = bundle.marks.allSatisfy { $0.label != nil } && displayWidth(of: all) <= longest
    let said = isAllNamed ? [all, first, ""] : [first, ""]
    return said.map { name in
      let words = [bundle.sector.arrow, count, name].filter { !$0.isEmpty }
      return (bundle.sector.pointsRight ? words.reversed() : words).joined(separator: " ")
    }
  }

  /// Where a text of so many columns fits at the edge, nearest to its direction; nil if nowhere near.
  private func place(_ width: Int, _ bundle: Bundle, _ sheet: MapSheet) -> Rect? {
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
