import Glibc
import SituationModel
import Testing
import TextCanvas

@testable import Cartography

/// Counts in cells.
@Suite("Density") struct DensityTests {
  @Test("classes have about as many cells each, and cells of one count are never divided")
  func classes() {
    #expect(DensityScale(Array(1...10)).ranges == ["1-2", "3-4", "5-6", "7-8", "9-10"])
    #expect(DensityScale([1, 1, 1, 1, 1, 1, 2, 3, 40]).ranges == ["1", "2", "3", "40"])
    #expect(DensityScale([7, 7, 7]).ranges == ["7"])
    #expect(DensityScale([]).ranges.isEmpty)
    var random = Sequence32(state: 3)
    for _ in 0..<50 {
      let counts = (0..<200).map { _ in Int(exp2(random.next(in: 0...16))) }
      let scale = DensityScale(counts)
      #expect(scale.steps == scale.steps.sorted() && Set(scale.steps).count == scale.steps.count)
      #expect(scale.steps.first == counts.min() && (1...5).contains(scale.steps.count))
      let levels = Dictionary(grouping: counts) { scale.level(of: $0) }.mapValues(\.count)
      #expect(levels.count == scale.steps.count)
      // 200 different counts or nearly so: no class has more than twice its fifth.
      #expect((levels.values.max() ?? 0) <= 80)
    }
  }

  @Test("a dozen pins stay pins; more are counted where they fill the view or touch each other")
  func isNeeded() {
    func pins(_ count: Int, apart columns: Int, perRow: Int) -> [Position] {
      (0..<count).map { Position(column: $0 % perRow * columns, row: $0 / perRow) }
    }
    let small = Size(columns: 20, rows: 8)
    #expect(!Density.isNeeded(for: pins(12, apart: 1, perRow: 12), in: small))
    #expect(Density.isNeeded(for: pins(13, apart: 9, perRow: 2), in: small))
    let large = Size(columns: 200, rows: 60)
    #expect(!Density.isNeeded(for: pins(300, apart: 20, perRow: 10), in: large))
    #expect(Density.isNeeded(for: pins(301, apart: 20, perRow: 10), in: large))
    #expect(Density.isNeeded(for: pins(20, apart: 2, perRow: 5), in: large))
  }

  private static let view = Viewport(
    center: Coordinate(latitude: 0, longitude: 0), zoom: 10, size: Size(columns: 21, rows: 3))

  private func drawn(isColored: Bool) -> CellGrid {
    let cells = (0..<20).map { Density.Cell(column: $0, row: 1, count: $0 + 1) }
    let mark = Mark(
      id: 0, anchor: Self.view.coordinate(at: CellPoint(column: 10.5, row: 1.5)), form: .exact, letter: "C",
      ink: .convoy, count: 20, isSelected: true)
    let scene = MapScene(
      viewport: Self.view, baseMap: BaseMap(), hiddenLayers: [.ground, .scale, .graticule], marks: [mark],
      density: Density(cells), isColored: isColored)
    var grid = CellGrid(size: Self.view.size)
    _ = scene.draw(into: &grid, in: grid.bounds)
    return grid
  }

  @Test("without colour the classes are digits, which give way to a selected pin")
  func digits() {
    let rows = PlainTextWriter().text(of: drawn(isColored: false)).split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(rows[1] == "111122223 C20 445555")
  }

  @Test("with colour the classes are grounds, but for a selected pin, which has the map's own")
  func grounds() {
    let grid = drawn(isColored: true)
    let pin = 10..<13
    for column in 0..<20 {
      let ground = pin.contains(column) ? .plain : DensityScale.grounds[column / 4]
      #expect(grid[column, 1].style.ground == ground, "\(column)")
    }
    #expect(grid[10, 1].glyph == "C" && grid[0, 1].glyph == " ")
    #expect(grid[20, 1].style.ground == .plain)
  }
}
