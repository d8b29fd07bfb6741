import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Playing and dragging over a source")
struct SourceMovementTests {
  private func source() throws -> SampleSource {
    SampleSource(
      try (0..<120).map { number in
        try Event.sample(
          "e\(number)", day: 1 + number % 12, latitude: 33 + Double(number % 7), longitude: 35 + Double(number % 5))
      })
  }

  @Test("a step of the play waits for the answers to the one before")
  func play() throws {
    var asking = try Asking(source(), limit: 5)
    try asking.answerAll()
    try asking.press("space")
    #expect(asking.state.tools.play.isOn && asking.state.tickInterval == nil)
    try asking.answerAll()
    #expect(asking.state.tickInterval != nil)
    try asking.send(.tick)
    #expect(asking.state.tickInterval == nil && !asking.waiting.isEmpty)
    let window = asking.state.view.window
    try asking.answerAll()
    #expect(asking.state.results.counts.certain == 10 && asking.state.view.window == window)
  }

  @Test("a map that is dragged goes on moving when an answer comes")
  func drag() throws {
    var asking = try Asking(source(), limit: 5)
    try asking.answerAll()
    try asking.mouse(.press(clicks: 1), column: 5, row: 12)
    try asking.mouse(.drag, column: 9, row: 12)
    let center = asking.state.viewport.center
    try asking.answerAll()
    try asking.mouse(.drag, column: 14, row: 13)
    #expect(asking.state.viewport.center != center)
  }

  @Test("at any size it is said that answers are waited for", arguments: [(60, 20), (40, 12), (24, 8), (100, 30)])
  func sizes(columns: Int, rows: Int) throws {
    var asking = try Asking(source(), columns: columns, rows: rows, limit: 5)
    #expect(asking.screen.contains("loading"))
    try asking.answerAll()
    try asking.press("+")
    #expect(asking.screen.contains("loading"))
    #expect(faults(in: asking.state).isEmpty)
  }
}
