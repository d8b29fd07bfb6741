import SituationModel
import Testing

@testable import Browser

@Suite("A filter or a search over very many events")
struct ScanTests {
  /// 250,000 events, of which each thousandth has a text that no other has; from 1,000 on they count as many.
  private func browsing() throws -> Browsing {
    let events = (0..<250_000).map { number in
      Event(
        id: "e\(number)", title: number % 1_000 == 7 ? "needle \(number)" : "straw \(number)", kind: .convoy,
        place: Place(name: nil, precision: .unplaced, shape: nil))
    }
    var browsing = try Browsing(.sample(events), columns: 100, rows: 30)
    browsing.countAsMany(from: 1_000)
    return browsing
  }

  @Test("a filter of texts is applied in parts that say how far it is, and then is what it would have been at once")
  func filter() throws {
    var browsing = try browsing()
    try browsing.press("f f")
    try browsing.type("title:needle")
    try browsing.press("enter")
    #expect(browsing.screen.contains("filtering 250,000 events: 0 %; Esc stops"))
    #expect(browsing.state.view.filter.isEmpty)
    for _ in 0..<13 { try browsing.send(.tick) }
    #expect(browsing.screen.contains("filtering 250,000 events: 42 %"))
    for _ in 0..<18 { try browsing.send(.tick) }
    #expect(browsing.state.view.filter.text == "title:needle")
    #expect(browsing.screen.contains("250 of 250000 events pass"))
    #expect(browsing.state.tickInterval == nil)
    try browsing.press("u")
    #expect(browsing.state.view.filter.isEmpty)
  }

  @Test("Escape gives it up, and all is as before")
  func givenUp() throws {
    var browsing = try browsing()
    try browsing.press("f f")
    try browsing.type("title:needle")
    try browsing.press("enter")
    try browsing.send(.tick)
    try browsing.press("escape")
    #expect(browsing.screen.contains("stopped: the filter is as before"))
    #expect(browsing.state.tickInterval == nil && browsing.state.view.filter.isEmpty)
    #expect(browsing.state.results.passing.count == 250_000)
  }

  @Test("a filter that the columns answer is applied at once")
  func columned() throws {
    var browsing = try browsing()
    try browsing.press("f f")
    try browsing.type("kind:strike")
    try browsing.press("enter")
    #expect(browsing.state.view.filter.text == "kind:strike")
    #expect(browsing.state.tools.scan == nil)
  }

  @Test("a search goes on in parts to its first match, and n is answered at once after that")
  func search() throws {
    var browsing = try browsing()
    try browsing.press("/")
    try browsing.type("needle 249007")
    try browsing.press("enter")
    #expect(browsing.screen.contains("searching 250,000 events: 0 %"))
    while browsing.state.tools.scan != nil { try browsing.send(.tick) }
    #expect(browsing.state.view.selection?.row == 249_007)
    #expect(browsing.screen.contains("match 1 of 1"))
    try browsing.press("n")
    #expect(browsing.state.tools.scan == nil)
  }
}
