import SituationModel
import TextCanvas

/// Meridians and parallels at round degrees, as many as a view has room for, with their degrees at its edge.
///
///     35E      36E      37E
///     .         .         .
///     35N . . . . . . . . . .
struct Graticule {
  private let viewport: Viewport
  /// Degrees from one line to the next.
  let step: Double

  /// The steps that there are, in degrees.
  private static let steps: [Double] = [
    30, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.000_5, 0.000_2, 0.000_1,
  ]

  /// The lines of a view, at least so many columns apart that a name fits between two.
  init(_ viewport: Viewport) {
    self.viewport = viewport
    let columnsPerDegree = viewport.columns(of: GeoBounds(south: 0, west: 0, north: 0, east: 1))
    step = Self.steps.last { $0 * columnsPerDegree >= 16 } ?? Self.steps[0]
  }

  /// The lines that can be seen.
  var lines: LineStore {
    let bounds = viewport.bounds
    let meridians = multiples(from: bounds.west, to: bounds.west + min(bounds.width, 360 - step / 2))
    let parallels = multiples(from: bounds.south, to: bounds.north).filter { abs($0) < 90 }
    var lines: [[Coordinate]] = []
    for longitude in meridians {
      // Only four meridians meet at a pole; more would be a blot.
      let end = longitude.truncatingRemainder(dividingBy: 90) == 0 ? 90 : 90 - min(step, 10)
      let (south, north) = (max(bounds.south, -end), min(bounds.north, end))
      if south >= north { continue }
      lines.append(stretch(south, north).map { Coordinate(latitude: $0, longitude: longitude) })
    }
    for latitude in parallels {
      lines.append(stretch(bounds.west, bounds.east).map { Coordinate(latitude: latitude, longitude: $0) })
    }
    return LineStore([Feature(shape: .lines(lines))], isSimplified: false, rims: .none)
  }

  /// Writes the degrees where lines meet the edge, each once: at the top and the left, and where a disc's lines meet only
  /// the other two, there.
  func paintDegrees(_ sheet: inout MapSheet) {
    let (columns, rows) = (viewport.size.columns, viewport.size.rows)
    var written: Set<String> = []
    for row in [0, rows - 1] {
      for column in 0..<columns {
        let (from, to) = (place(column, row, across: -0.5), place(column, row, across: 0.5))
        guard let longitude = multiple(between: from?.longitude, and: to?.longitude) else { continue }
        let text = degrees(longitude, "E", "W")
        if written.contains(text) { continue }
        if write(text, column: column - text.count / 2, row: row, &sheet) { written.insert(text) }
      }
    }
    for column in [0, columns - 1] {
      for row in 0..<rows {
        let (from, to) = (place(column, row, down: -0.5), place(column, row, down: 0.5))
        guard let latitude = multiple(between: from?.latitude, and: to?.latitude) else { continue }
        let text = degrees(latitude, "N", "S")
        // The equator and the meridian of Greenwich are both called 0.
        if written.contains("lat " + text) { continue }
        if write(text, column: min(column, columns - text.count), row: row, &sheet) { written.insert("lat " + text) }
      }
    }
  }

  /// Writes degrees; returns true if there was room.
  private func write(_ text: String, column: Int, row: Int, _ sheet: inout MapSheet) -> Bool {
    guard sheet.isFree(column: column, row: row, count: text.count) else { return false }
    sheet.write(text, column: column, row: row, .graticule)
    return true
  }

  /// The place at a cell's middle, or so many cells beside it; nil outside the world.
  private func place(_ column: Int, _ row: Int, across: Double = 0, down: Double = 0) -> Coordinate? {
    let point = CellPoint(column: Double(column) + 0.5 + across, row: Double(row) + 0.5 + down)
    return viewport.outline.contains(CellPoint(column: Double(column) + 0.5, row: Double(row) + 0.5))
      ? viewport.coordinate(at: point) : nil
  }

  /// The multiple of the step between two degrees that lie close to each other.
  private func multiple(between first: Double?, and second: Double?) -> Double? {
    guard let first, var second else { return nil }
    if second - first > 180 { second -= 360 } else if first - second > 180 { second += 360 }
    let index = (max(first, second) / step).rounded(.down)
    return index * step > min(first, second) && abs(first - second) < step ? index * step : nil
  }

  /// All multiples of the step between two degrees.
  private func multiples(from first: Double, to last: Double) -> [Double] {
    let (first, last) = (Int((first / step).rounded(.up)), Int((last / step).rounded(.down)))
    return first <= last ? (first...last).map { Double($0) * step } : []
  }

  /// The degrees between two, in short pieces, so that pieces out of view can be left out.
  private func stretch(_ first: Double, _ last: Double) -> [Double] {
    let pieces = min(max(Int((last - first) / step * 2), 1), 64)
    return (0...pieces).map { first + (last - first) * Double($0) / Double(pieces) }
  }

  /// Degrees with their side: `35.5N`, `180`.
  private func degrees(_ value: Double, _ positive: String, _ negative: String) -> String {
    let scale = 10_000.0
    var value = (value * scale).rounded() / scale
    if value > 180 { value -= 360 } else if value < -180 { value += 360 }
    let side = value == 0 || abs(value) == 180 ? "" : value > 0 ? positive : negative
    let digits = (abs(value) * scale).rounded() / scale
    return (digits == digits.rounded() ? String(Int(digits)) : String(digits)) + side
  }
}
