import Testing
import TextCanvas

@testable import Browser

@Suite("Layout")
struct LayoutTests {
  private static let sizes = [1, 2, 5, 10, 19, 24, 30, 39, 40, 60, 79, 80, 100, 120, 200, 400]

  @Test("every pane lies on the screen, whatever its size", arguments: sizes)
  func panesLieOnTheScreen(columns: Int) {
    for rows in 1...70 {
      for isAsked in [false, true] {
        let size = Size(columns: columns, rows: rows)
        let layout = Layout(size: size, pane: .all, sideAsked: isAsked, below: .detail)
        let screen = Rect(column: 0, row: 0, columns: columns, rows: rows)
        for pane in [layout.title, layout.map, layout.side, layout.preview, layout.timeline, layout.keys] {
          #expect(pane.isEmpty || pane.intersection(screen) == pane, "\(size): \(pane)")
        }
        let main = isAsked && layout.map.isEmpty ? layout.side : layout.map
        #expect(!layout.inside(main).isEmpty, "\(size) has neither map nor list")
      }
    }
  }

  @Test("panes give way in the stated order")
  func panesGiveWay() {
    func panes(_ columns: Int, _ rows: Int) -> String {
      let layout = Layout(
        size: Size(columns: columns, rows: rows), pane: .all, sideAsked: false, below: .detail)
      let all: [(String, Rect)] = [
        ("title", layout.title), ("map", layout.map), ("side", layout.side), ("preview", layout.preview),
        ("time", layout.timeline), ("keys", layout.keys),
      ]
      let names = all.filter { !$0.1.isEmpty }.map(\.0)
      return (names + (layout.isFramed ? ["frames"] : [])).joined(separator: " ")
    }
    #expect(panes(120, 40) == "title map side preview time keys frames")
    #expect(panes(80, 24) == "title map side time keys frames")
    #expect(panes(79, 24) == "title map time keys frames")
    #expect(panes(39, 24) == "title map time keys")
    #expect(panes(79, 19) == "title map time keys")
    #expect(panes(79, 11) == "title map keys")
    #expect(panes(79, 9) == "title map")
    #expect(panes(79, 5) == "map")
    #expect(panes(1, 1) == "map")
  }

  @Test("frames that touch share a side")
  func framesShareSides() {
    let layout = Layout(size: Size(columns: 100, rows: 30), pane: .all, sideAsked: false, below: .detail)
    #expect(layout.map.columns.upperBound - 1 == layout.side.columns.lowerBound)
    #expect(layout.map.rows.upperBound - 1 == layout.timeline.rows.lowerBound)
  }
}
