import Testing

@testable import Cartography

/// Lines through rasters, and the characters that stand for them.
@Suite struct StrokeTests {
  /// The cells of a raster that a line passes through or whose dots it sets alone.
  private func cells(_ raster: StrokeRaster) -> Set<[Int]> {
    var cells: Set<[Int]> = []
    for row in 0..<raster.rows {
      for column in 0..<raster.columns where raster.chords[row * raster.columns + column].length > 0 {
        cells.insert([column, row])
      }
    }
    return cells
  }

  /// How many groups of touching cells there are, corners counted as touching.
  private func groups(_ cells: Set<[Int]>) -> Int {
    var rest = cells
    var groups = 0
    while let start = rest.popFirst() {
      groups += 1
      var open = [start]
      while let cell = open.popLast() {
        for across in -1...1 {
          for down in -1...1 {
            if let next = rest.remove([cell[0] + across, cell[1] + down]) { open.append(next) }
          }
        }
      }
    }
    return groups
  }

  @Test(arguments: Array(stride(from: 0.0, to: 180, by: 5)), [0.0, 0.13, 0.31, 0.5, 0.77])
  func straightLinesHaveNoHoles(degrees: Double, phase: Double) {
    let size = (columns: 60, rows: 30)
    var tracer = StrokeTracer(
      StrokeRaster(columns: size.columns, rows: size.rows),
      clip: CellBox(left: 0, top: 0, right: Double(size.columns), bottom: Double(size.rows)))
    let angle = degrees * .pi / 180
    let (across, down) = (cosine(angle) * 26, sine(angle) * 13)
    let middle = (column: 30 + phase, row: 15 + phase / 3)
    for step in 0...7 {
      let share = Double(step) / 7 * 2 - 1
      tracer.line(to: CellPoint(column: middle.column + share * across, row: middle.row - share * down))
    }
    tracer.end()
    let cells = cells(tracer.raster)
    #expect(groups(cells) == 1)
    // A line is one cell thick: about one a column, or one a row.
    let longer = max(2 * abs(across), 2 * abs(down))
    #expect(cells.count >= Int(longer) - 2)
    #expect(Double(cells.count) <= longer * 1.3 + 3)
  }

  @Test func windingLinesHaveNoHoles() {
    var random = Sequence32(state: 7)
    for _ in 0..<200 {
      var tracer = StrokeTracer(
        StrokeRaster(columns: 40, rows: 20), clip: CellBox(left: 0, top: 0, right: 40, bottom: 20))
      var point = CellPoint(column: 20, row: 10)
      for _ in 0..<60 {
        tracer.line(to: point)
        point.column = min(max(point.column + random.next(in: -1.5...1.5), 1), 39)
        point.row = min(max(point.row + random.next(in: -0.8...0.8), 1), 19)
      }
      tracer.end()
      #expect(groups(cells(tracer.raster)) == 1)
    }
  }

  // MARK: Continuity

  /// A line of one stroke after the other, in the order of its columns, or of its rows where it is steep.
  private func strokes(degrees: Double, phase: Double) -> [(column: Int, row: Int, shape: GlyphShape)] {
    var tracer = StrokeTracer(
      StrokeRaster(columns: 60, rows: 60), clip: CellBox(left: 0, top: 0, right: 60, bottom: 60))
    let angle = degrees * .pi / 180
    // Degrees as they are seen: a cell is two high.
    let (across, down) = (cosine(angle) * 26, sine(angle) * 13)
    tracer.line(to: CellPoint(column: 30 + phase - across, row: 30 + phase / 3 + down))
    tracer.line(to: CellPoint(column: 30 + phase + across, row: 30 + phase / 3 - down))
    tracer.end()
    let shapes = Dictionary(uniqueKeysWithValues: GlyphShape.strokes.map { ($0.glyph, $0) })
    var strokes: [(column: Int, row: Int, shape: GlyphShape)] = []
    for index in tracer.raster.chords.indices where tracer.raster.chords[index].length > 0 {
      guard let shape = shapes[StrokeGlyphs.standard.glyph(for: tracer.raster.chords[index])] else { continue }
      strokes.append((index % 60, index / 60, shape))
    }
    let isSteep = abs(down) > abs(across)
    return strokes.sorted { isSteep ? $0.row < $1.row : $0.column < $1.column }
  }

  /// How far it is from the end of one stroke to the nearest point of the next, in cell widths.
  private func gap(
    _ first: (column: Int, row: Int, shape: GlyphShape), _ second: (column: Int, row: Int, shape: GlyphShape)
  ) -> Double {
    func moved(_ point: GlyphShape.Point) -> GlyphShape.Point {
      GlyphShape.Point(
        point.x + Double(first.column - second.column), point.y + 2 * Double(first.row - second.row))
    }
    let samples = first.shape.samples
    return min(
      second.shape.distance(from: moved(samples.start)), second.shape.distance(from: moved(samples.end)))
  }

  @Test(arguments: Array(stride(from: 0.0, to: 180, by: 5)), [0.0, 0.13, 0.31, 0.5, 0.77])
  func strokesOfAStraightLineNearlyTouch(degrees: Double, phase: Double) {
    let strokes = strokes(degrees: degrees, phase: phase)
    let gaps = zip(strokes, strokes.dropFirst()).map { gap($0, $1) }
    // No character of ASCII slants by 45° as seen: there the line is of ticks, a little more than a column apart.
    let isDiagonal = abs(abs(degrees - 90) - 45) <= 10
    #expect(gaps.reduce(0, +) / Double(gaps.count) < (isDiagonal ? 1.2 : 0.8))
    #expect((gaps.max() ?? 0) < 1.2)
  }

  /// The middles of the strokes lie on the line, to within what the characters allow, and none goes back.
  @Test(arguments: Array(stride(from: 0.0, to: 180, by: 5)), [0.0, 0.13, 0.31, 0.5, 0.77])
  func strokesOfAStraightLineDoNotJitter(degrees: Double, phase: Double) {
    let angle = degrees * .pi / 180
    let strokes = strokes(degrees: degrees, phase: phase)
    var last: Double?
    for stroke in strokes {
      let across = Double(stroke.column) + stroke.shape.samples.middle.x - 30 - phase
      let down = 2 * (Double(stroke.row) - 30 - phase / 3) + stroke.shape.samples.middle.y
      #expect(abs(across * sine(angle) + down * cosine(angle)) < 0.5)
      let along = across * cosine(angle) - down * sine(angle)
      if let last { #expect(abs(along - last) > 0.2) }
      last = along
    }
  }

  @Test(arguments: [
    (0.0, "-_\"."), (90.0, "|"), (60.0, "/|'.,"), (120.0, "\\|`.,"), (15.0, "_.-'\","), (165.0, "_.-`\","),
  ])
  func aStraightLineIsDrawnWithTheStrokesOfItsSlope(degrees: Double, allowed: String) {
    for phase in [0.0, 0.13, 0.31, 0.5, 0.77] {
      let used = Set(strokes(degrees: degrees, phase: phase).map(\.shape.glyph))
      #expect(used.isSubset(of: Set(allowed.utf8)), "\(String(decoding: used, as: UTF8.self))")
    }
  }

  private func sine(_ angle: Double) -> Double {
    // Taylor's series: enough for a test, and no library.
    var (term, sum) = (angle, angle)
    for index in 1..<14 {
      term *= -angle * angle / Double(2 * index * (2 * index + 1))
      sum += term
    }
    return sum
  }

  private func cosine(_ angle: Double) -> Double { sine(angle + .pi / 2) }
}

/// Numbers that look random and are the same in each run: Numerical Recipes' 32-bit generator.
struct Sequence32 {
  var state: UInt32

  mutating func next(in range: ClosedRange<Double>) -> Double {
    state = state &* 1_664_525 &+ 1_013_904_223
    return range.lowerBound + Double(state >> 8) / 16_777_215 * (range.upperBound - range.lowerBound)
  }
}
