/// The form of a character, as strokes in a cell that is 1 wide and 2 high: the way a typeface for terminals draws it.
///
///     (0, 0) +-------+ (1, 0)
///            |       |
///            |       |
///     (0, 2) +-------+ (1, 2)
struct GlyphShape: Sendable {
  /// A point in a cell.
  struct Point: Hashable, Sendable {
    let x: Double
    let y: Double

    init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }

    func distance(to other: Point) -> Double {
      ((x - other.x) * (x - other.x) + (y - other.y) * (y - other.y)).squareRoot()
    }

    /// The distance to the nearest of some points; infinite without any.
    func distance(toNearestOf points: [Point]) -> Double {
      points.reduce(.infinity) { min($0, distance(to: $1)) }
    }

    /// The distance to the nearest point of a segment.
    func distance(toSegment from: Point, _ to: Point) -> Double {
      let (width, height) = (to.x - from.x, to.y - from.y)
      let square = width * width + height * height
      let share = square == 0 ? 0 : ((x - from.x) * width + (y - from.y) * height) / square
      let near = min(max(share, 0), 1)
      return distance(to: Point(from.x + near * width, from.y + near * height))
    }
  }

  let glyph: UInt8
  /// The corners of its stroke.
  let corners: [Point]
  /// Points along the stroke, a fifth of a width apart or less.
  let samples: [Point]

  init(_ glyph: Character, _ corners: Point...) {
    self.glyph = glyph.asciiValue ?? 0x20
    self.corners = corners
    samples = zip(corners, corners.dropFirst()).flatMap { GlyphShape.samples(from: $0, to: $1) }
  }

  /// Points along a segment.
  static func samples(from: Point, to: Point) -> [Point] {
    let steps = max(1, Int((from.distance(to: to) * 5).rounded(.up)))
    return (0...steps).map { step in
      let share = Double(step) / Double(steps)
      return Point(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
    }
  }

  /// The distance from a point to the stroke.
  func distance(from point: Point) -> Double {
    var nearest = Double.infinity
    for index in 1..<corners.count {
      nearest = min(nearest, point.distance(toSegment: corners[index - 1], corners[index]))
    }
    return nearest
  }

  /// How badly the stroke's direction suits a segment: 0 for the same, more for strokes across it and for bent ones.
  func slant(from: Point, to: Point) -> Double {
    guard let first = corners.first, let last = corners.last else { return 0 }
    let (x, y) = (last.x - first.x, last.y - first.y)
    let (width, height) = (to.x - from.x, to.y - from.y)
    let lengths = ((x * x + y * y) * (width * width + height * height)).squareRoot()
    let across = lengths == 0 ? 0 : abs(x * height - y * width) / lengths
    // A mere tick has little direction to speak of.
    let weight = first.distance(to: last) < 0.6 ? 0.1 : 0.3
    return weight * across + (corners.count > 2 ? 0.2 : 0)
  }

  /// The characters that a shore may be drawn with. Letters and digits are left to marks and names.
  static let strokes: [GlyphShape] = [
    GlyphShape("|", Point(0.5, 0), Point(0.5, 2)),
    GlyphShape("/", Point(0.95, 0.1), Point(0.05, 1.9)),
    GlyphShape("\\", Point(0.05, 0.1), Point(0.95, 1.9)),
    GlyphShape("-", Point(0.1, 1.05), Point(0.9, 1.05)),
    GlyphShape("_", Point(0, 1.95), Point(1, 1.95)),
    GlyphShape(".", Point(0.4, 1.6), Point(0.6, 1.6)),
    GlyphShape(",", Point(0.6, 1.55), Point(0.4, 1.95)),
    GlyphShape("'", Point(0.55, 0.15), Point(0.45, 0.6)),
    GlyphShape("`", Point(0.4, 0.15), Point(0.6, 0.6)),
    GlyphShape("(", Point(0.75, 0.1), Point(0.35, 0.6), Point(0.35, 1.4), Point(0.75, 1.9)),
    GlyphShape(")", Point(0.25, 0.1), Point(0.65, 0.6), Point(0.65, 1.4), Point(0.25, 1.9)),
  ]
}
