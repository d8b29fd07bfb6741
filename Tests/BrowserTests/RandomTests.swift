import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Anything in any order")
struct RandomTests {
  @Test("keys, clicks and resizes leave a state that holds together", arguments: [1, 2, 3])
  func anything(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var browsing = try Browsing()
    let keys: [Key] = Action.allCases.filter { $0 != .quit }.flatMap { $0.row.keys.compactMap(Key.init(name:)) }
    for step in 0..<400 {
      switch Int.random(in: 0..<20, using: &random) {
      case 0:
        let size = Size(columns: Int.random(in: 1...130, using: &random), rows: Int.random(in: 1...50, using: &random))
        try browsing.send(.resized(size))
      case 1...5:
        let action = try #require(
          [Mouse.Action.press(clicks: 1), .press(clicks: 2), .drag, .release, .wheelUp, .wheelDown]
            .randomElement(using: &random))
        let column = Int.random(in: 0..<browsing.state.size.columns, using: &random)
        let row = Int.random(in: 0..<browsing.state.size.rows, using: &random)
        try browsing.mouse(action, column: column, row: row)
      case 6: try browsing.send(.tick)
      case 7: try browsing.type("ab")
      default:
        let key = try #require(keys.randomElement(using: &random))
        try browsing.send(.input(.key(key), nil))
      }
      check(browsing.state, "seed \(seed), step \(step)")
    }
  }

  private func check(_ state: BrowserState, _ step: String) {
    let frame = state.frame
    #expect(frame.grid.size == state.size, "\(step)")
    #expect(state.viewport.center.latitude.isFinite && state.viewport.center.longitude.isFinite, "\(step)")
    #expect(abs(state.viewport.center.latitude) <= 90 && abs(state.viewport.center.longitude) <= 180, "\(step)")
    #expect(state.time.window.end > state.time.window.start, "\(step)")
    if let selection = state.selection {
      #expect(selection.stack.contains(selection.row), "\(step)")
      #expect(state.situation.events.events.indices.contains(selection.row), "\(step)")
    }
    #expect(state.listTop >= 0 && state.listTop <= state.items.count, "\(step)")
  }
}
