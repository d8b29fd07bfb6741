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
