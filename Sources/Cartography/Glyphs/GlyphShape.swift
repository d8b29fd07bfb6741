/// The shape of a character as strokes in a cell that is 1 wide and 2 high, as a typeface for terminals draws it.
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
  /// Both ends of the stroke, and the point half-way.
  let samples: (start: Point, middle: Point, end: Point)

  init(_ glyph: Character, _ corners: Point...) {
    self.glyph = glyph.asciiValue ?? 0x20
    self.corners = corners
    let (before, after) = (corners[(corners.count - 1) / 2], corners[corners.count / 2])
    let middle = Point((before.x + after.x) / 2, (before.y + after.y) / 2)
    samples = (corners[0], middle, corners[corners.count - 1])
  }

  /// The distance from a point to the stroke.
  func distance(from point: Point) -> Double {
    var nearest = Double.infinity
    for index in 1..<corners.count {
      nearest = min(nearest, point.distance(toSegment: corners[index - 1], corners[index]))
    }
    return nearest
  }

  /// A measure of how badly the stroke's direction fits a segment: 0 for the same direction, more for crossing and for bent strokes.
  func slant(from: Point, to: Point) -> Double {
    let (first, _, last) = samples
    let (x, y) = (last.x - first.x, last.y - first.y)
    let (width, height) = (to.x - from.x, to.y - from.y)
    let lengths = ((x * x + y * y) * (width * width + height * height)).squareRoot()
    let across = lengths == 0 ? 0 : abs(x * height - y * width) / lengths
    // A mere tick has little direction to speak of.
    let weight = first.distance(to: last) < 0.47 ? 0.25 : 0.4
    return weight * across + bend
  }

  /// The penalty of a bent stroke, so that a straight one is preferred if both fit.
  var bend: Double { corners.count > 2 ? 0.2 : 0 }

  /// The characters that a shore may be drawn with. Letters and digits are reserved for marks and names.
  static let strokes: [GlyphShape] = [
    GlyphShape("|", Point(0.5, 0), Point(0.5, 2)),
    GlyphShape("/", Point(0.93, 0.1), Point(0.07, 1.9)),
    GlyphShape("\\", Point(0.07, 0.1), Point(0.93, 1.9)),
    GlyphShape("-", Point(0.15, 1.1), Point(0.85, 1.1)),
    GlyphShape("_", Point(0, 1.9), Point(1, 1.9)),
    GlyphShape(".", Point(0.4, 1.5), Point(0.6, 1.5)),
    GlyphShape(",", Point(0.6, 1.45), Point(0.4, 1.85)),
    GlyphShape("'", Point(0.6, 0.35), Point(0.4, 0.65)),
    GlyphShape("`", Point(0.4, 0.35), Point(0.6, 0.65)),
    GlyphShape("\"", Point(0.25, 0.5), Point(0.75, 0.5)),
    GlyphShape("(", Point(0.75, 0.1), Point(0.35, 0.6), Point(0.35, 1.4), Point(0.75, 1.9)),
    GlyphShape(")", Point(0.25, 0.1), Point(0.65, 0.6), Point(0.65, 1.4), Point(0.25, 1.9)),
  ]
}
