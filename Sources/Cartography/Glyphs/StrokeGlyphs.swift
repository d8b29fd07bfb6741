/// The character for each way through a cell, and for each pattern of dots.
///
/// Made once from `GlyphShape.strokes`: for each way and each character the cost is how far the way lies from the stroke
/// on average, how far the stroke lies from the way, and how far their directions are apart; the least cost wins.
struct StrokeGlyphs: Sendable {
  /// For each pair of grid points, entry · points + exit.
  private let chords: [UInt8]
  /// For each pattern of 2×4 dots.
  private let patterns: [UInt8]

  /// The table for `GlyphShape.strokes`, made at its first use.
  static let standard = StrokeGlyphs(GlyphShape.strokes)

  /// The table for some shapes.
  init(_ shapes: [GlyphShape]) {
    let points = (0..<Chord.points).map(Self.gridPoint)
    var chords = [UInt8](repeating: 0x20, count: Chord.points * Chord.points)
    for entry in 0..<Chord.points {
      for exit in entry..<Chord.points {
        let glyph = Self.glyph(from: points[entry], to: points[exit], shapes)
        chords[entry * Chord.points + exit] = glyph
        chords[exit * Chord.points + entry] = glyph
      }
    }
    self.chords = chords
    patterns = (0...255).map { Self.glyph(dots: UInt8($0), shapes) }
  }

  /// The character for a way through a cell.
  func glyph(for chord: Chord) -> UInt8 { chords[Int(chord.entry) * Chord.points + Int(chord.exit)] }
  /// The character for dots; a space for none.
  func glyph(for dots: UInt8) -> UInt8 { patterns[Int(dots)] }

  // MARK: Choosing

  /// Where a point of a chord's grid lies.
  private static func gridPoint(_ index: Int) -> GlyphShape.Point {
    let column = Double(index % Chord.across) / Double(Chord.across - 1)
    let row = Double(index / Chord.across) / Double(Chord.down - 1)
    return GlyphShape.Point(column, 2 * row)
  }

  private static func glyph(from: GlyphShape.Point, to: GlyphShape.Point, _ shapes: [GlyphShape]) -> UInt8 {
    let way = GlyphShape.samples(from: from, to: to)
    return best(shapes) { (shape: GlyphShape, limit: Double) -> Double in
      var (misses, excess) = (0.0, 0.0)
      for point in way { misses += shape.distance(from: point) }
      // What costs more than the best so far already need not be weighed to the end.
      let known = misses / Double(way.count) + shape.slant(from: from, to: to)
      if known > limit { return known }
      for sample in shape.samples { excess += sample.distance(toSegment: from, to) }
      return known + excess / Double(shape.samples.count)
    }
  }

  private static func glyph(dots: UInt8, _ shapes: [GlyphShape]) -> UInt8 {
    let points = (0..<8).filter { dots >> $0 & 1 == 1 }.map(dot)
    guard !points.isEmpty else { return 0x20 }
    return best(shapes) { (shape: GlyphShape, limit: Double) -> Double in
      let misses = points.reduce(0.0) { $0 + shape.distance(from: $1) }
      if misses / Double(points.count) > limit { return .infinity }
      let excess = shape.samples.reduce(0.0) { $0 + $1.distance(toNearestOf: points) }
      return misses / Double(points.count) + excess / Double(shape.samples.count)
    }
  }

  /// Where a cell's dot lies.
  private static func dot(_ bit: Int) -> GlyphShape.Point {
    let column = Double(bit & 1)
    let row = Double(bit >> 1)
    return GlyphShape.Point(0.25 + 0.5 * column, 0.25 + 0.5 * row)
  }

  /// The character of the shape with the least cost; the first among equals. `cost` is told the least cost so far.
  private static func best(_ shapes: [GlyphShape], cost: (GlyphShape, Double) -> Double) -> UInt8 {
    var best: (glyph: UInt8, cost: Double) = (0x20, .infinity)
    for shape in shapes {
      let cost = cost(shape, best.cost)
      if cost < best.cost - 1e-9 { best = (shape.glyph, cost) }
    }
    return best.glyph
  }
}
