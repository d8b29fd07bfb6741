/// The character for each way through a cell, and for each pattern of dots.
///
/// Made once from `GlyphShape.strokes`: for each way and each character the cost is how far the way lies from the stroke
/// on average, how far the stroke lies from the way, and how far their directions are apart; the least cost wins. Only
/// half of the table is chosen so: the other half is its mirror image.
struct StrokeGlyphs: Sendable {
  /// The character for each pair of grid points, at entry · points + exit.
  private let chords: [UInt8]
  /// The character for each pattern of 2×4 dots.
  private let patterns: [UInt8]

  /// The table for `GlyphShape.strokes`, made at its first use.
  static let standard = StrokeGlyphs(GlyphShape.strokes)

  /// The table for some shapes. Some tenths of a millisecond.
  init(_ shapes: [GlyphShape]) {
    let candidates = shapes.map(Candidate.init)
    let points = (0..<Chord.points).map { Grid.point($0) }
    var chords = [UInt8](repeating: 0x20, count: Chord.points * Chord.points)
    for entry in 0..<Chord.points {
      for exit in entry..<Chord.points {
        let (from, to) = (points[entry], points[exit])
        guard Self.isChosen(from, to) else { continue }
        let glyph = Self.glyph(entry, exit, from, to, candidates)
        let (left, right) = (Grid.mirrored(entry), Grid.mirrored(exit))
        chords[left * Chord.points + right] = Self.mirrored(glyph)
        chords[right * Chord.points + left] = Self.mirrored(glyph)
        chords[entry * Chord.points + exit] = glyph
        chords[exit * Chord.points + entry] = glyph
      }
    }
    self.chords = chords
    var patterns = [UInt8](repeating: 0x20, count: 256)
    let symmetric = candidates.filter { Self.mirrored($0.shape.glyph) == $0.shape.glyph }
    for dots in 1...255 {
      let mirror = (dots & 0b0101_0101) << 1 | (dots & 0b1010_1010) >> 1
      if dots > mirror { continue }
      let glyph = Self.glyph(dots: dots, dots == mirror ? symmetric : candidates)
      patterns[mirror] = Self.mirrored(glyph)
      patterns[dots] = glyph
    }
    self.patterns = patterns
  }

  /// The character for a way through a cell.
  func glyph(for chord: Chord) -> UInt8 { chords[Int(chord.entry) * Chord.points + Int(chord.exit)] }
  /// The character for dots; a space for none.
  func glyph(for dots: UInt8) -> UInt8 { patterns[Int(dots)] }

  /// The character for a mirrored way, left and right exchanged. What descends to the right ends in a point, what comes
  /// from the left below begins with a comma.
  static func mirrored(_ glyph: UInt8) -> UInt8 {
    switch glyph {
    case UInt8(ascii: "/"): UInt8(ascii: "\\")
    case UInt8(ascii: "\\"): UInt8(ascii: "/")
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: ")"): UInt8(ascii: "(")
    case UInt8(ascii: "'"): UInt8(ascii: "`")
    case UInt8(ascii: "`"): UInt8(ascii: "'")
    case UInt8(ascii: ","): UInt8(ascii: ".")
    default: glyph
    }
  }

  // MARK: Choosing

  /// True for the one of a chord and its mirror image for which a character is chosen: the one that climbs to the
  /// right, or that lies on the left if it is upright or level.
  private static func isChosen(_ from: GlyphShape.Point, _ to: GlyphShape.Point) -> Bool {
    let climb = (to.x - from.x) * (to.y - from.y)
    return climb == 0 ? from.x + to.x <= 1 : climb < 0
  }

  private static func glyph(
    _ entry: Int, _ exit: Int, _ from: GlyphShape.Point, _ to: GlyphShape.Point, _ candidates: [Candidate]
  ) -> UInt8 {
    let (first, middle, last) = (Grid.half(entry, entry), Grid.half(entry, exit), Grid.half(exit, exit))
    return best(candidates) { candidate, limit in
      let misses = candidate.distances[first] + 2 * candidate.distances[middle] + candidate.distances[last]
      // What costs more than the best so far already need not be weighed to the end.
      let known = misses / 4 + candidate.shape.slant(from: from, to: to)
      if known > limit { return known }
      let (start, middle, end) = candidate.shape.samples
      // Ends that jut out are seen most.
      let excess = 1.5 * (start.distance(toSegment: from, to) + end.distance(toSegment: from, to))
      return known + (excess + 2 * middle.distance(toSegment: from, to)) / 4
    }
  }

  private static func glyph(dots: Int, _ candidates: [Candidate]) -> UInt8 {
    let set = (0..<8).filter { dots >> $0 & 1 == 1 }
    return best(candidates) { candidate, limit in
      let misses = set.reduce(0) { $0 + candidate.distances[Grid.dot($1)] } / Double(set.count) + candidate.shape.bend
      if misses > limit { return misses }
      let excess = candidate.reaches.reduce(0) { sum, reach in sum + set.reduce(.infinity) { min($0, reach[$1]) } }
      return misses + excess / 3
    }
  }

  /// The character with the least cost; the first among equals. `cost` is told the least cost so far.
  private static func best(_ candidates: [Candidate], cost: (Candidate, Double) -> Double) -> UInt8 {
    var best: (glyph: UInt8, cost: Double) = (0x20, .infinity)
    for candidate in candidates {
      let cost = cost(candidate, best.cost)
      if cost < best.cost - 1e-9 { best = (candidate.shape.glyph, cost) }
    }
    return best.glyph
  }

  /// A shape, measured from all places that matter.
  private struct Candidate {
    let shape: GlyphShape
    /// The distances of the shape from each point of the grid of half steps.
    let distances: [Double]
    /// The distances of its ends and its middle from each dot.
    let reaches: [[Double]]

    init(_ shape: GlyphShape) {
      self.shape = shape
      distances = (0..<Grid.halves).map { shape.distance(from: Grid.halfPoint($0)) }
      let (start, middle, end) = shape.samples
      reaches = [start, middle, end].map { sample in
        (0..<8).map { sample.distance(to: Grid.halfPoint(Grid.dot($0))) }
      }
    }
  }

  /// The points of a chord's grid, and those half-way between them.
  private enum Grid {
    /// Half steps across a cell.
    private static let width = 2 * Chord.across - 1
    static let halves = width * (2 * Chord.down - 1)

    static func point(_ index: Int) -> GlyphShape.Point {
      GlyphShape.Point(
        Double(index % Chord.across) / Double(Chord.across - 1),
        2 * Double(index / Chord.across) / Double(Chord.down - 1))
    }

    static func mirrored(_ index: Int) -> Int { index + Chord.across - 1 - 2 * (index % Chord.across) }

    /// The point half-way between two of the grid.
    static func half(_ first: Int, _ second: Int) -> Int {
      let rows = first / Chord.across + second / Chord.across
      return rows * width + first % Chord.across + second % Chord.across
    }

    static func halfPoint(_ index: Int) -> GlyphShape.Point {
      GlyphShape.Point(Double(index % width) / Double(width - 1), Double(index / width) / Double(Chord.down - 1))
    }

    /// The point of a cell's dot: at quarters of the cell's width, and of each half of its height.
    static func dot(_ bit: Int) -> Int {
      let (quarterAcross, quarterDown) = (1 + 2 * (bit & 1), 1 + 2 * (bit >> 1))
      return half(quarterDown * Chord.across + quarterAcross, quarterDown * Chord.across + quarterAcross)
    }
  }
}
