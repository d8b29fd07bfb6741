import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

@Suite("Anything in any order, over a source that answers when it likes")
struct SourceWandering {
  @Test("the state holds together, and what is answered at last is what a file says", arguments: [1, 2, 3])
  func anything(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let source = SampleSource(events(600, &random))
    var asking = try Asking(source, limit: 40)
    let keys = Action.allCases.filter { $0 != .quit }.flatMap { $0.row.keys.compactMap(KeySequence.init(name:)) }
      .flatMap(\.keys)
    for step in 0..<220 {
      try self.step(&asking, keys, &random)
      let faults = faults(in: asking.state)
      try #require(faults.isEmpty, "seed \(seed), step \(step): \(faults)")
      guard step % 20 == 19 else { continue }
      try asking.send(.action(.redraw))
      try asking.answerAll()
      try #require(asking.state.dataset.remote?.outstanding == [], "seed \(seed), step \(step)")
      try compare(asking.state, source.events, "seed \(seed), step \(step)")
    }
  }

  /// Holds a state whose questions are all answered to what its events say in memory.
  private func compare(_ state: BrowserState, _ events: EventTable, _ place: String) throws {
    let matches = events.matches(in: state.shownWindow, among: events.rows(passing: state.view.filter))
    let certain = matches.count(where: \.isCertain)
    #expect(
      state.results.counts.certain == certain && state.results.counts.possible == matches.count - certain, "\(place)")
    let shown = state.view.timeLook.isCertainOnly ? matches.filter(\.isCertain) : matches
    let placed = shown.filter {
      events[$0.row].place.anchor.map { state.viewport.contains(state.viewport.point(of: $0)) } ?? false
    }
    if state.dataset.countsByCell {
      // At the edges of the view a cell may stand in it by an event that is just outside, or the other way.
      let counted = state.countedSpots.reduce(0) { $0 + $1.count }
      let edge = max(12, placed.count / 8)
      #expect(abs(counted - placed.count) <= edge, "\(place): \(state.viewport.size), \(counted), \(placed.count)")
    } else if let page = state.dataset.remote?.page, page.question.area != nil {
      #expect(
        Set(placed.map { events[$0.row].id }).isSubset(
          of: Set(state.results.matches.map { state.situation.events[$0.row].id })), "\(place)")
    }
  }

  private func step(_ asking: inout Asking, _ keys: [Key], _ random: inout SeededGenerator) throws {
    switch Int.random(in: 0..<24, using: &random) {
    case 0:
      let size = Size(columns: Int.random(in: 1...130, using: &random), rows: Int.random(in: 1...50, using: &random))
      try asking.send(.resized(size))
    case 1...4:
      let actions = [Mouse.Action.press(clicks: 1), .press(clicks: 2), .drag, .release, .wheelUp, .wheelDown, .menu]
      let (columns, rows) = (asking.state.size.columns, asking.state.size.rows)
      try asking.mouse(
        actions.randomElement(using: &random) ?? .release, column: Int.random(in: 0..<columns, using: &random),
        row: Int.random(in: 0..<rows, using: &random))
    case 5: try asking.send(.tick)
    case 6: try asking.type(["ab", "kind:strike", "2024", "Event 1", "(("].randomElement(using: &random) ?? "")
    case 7:
      let failures = [
        SourceFailure.away("gone"), .tooSlow, .refused("no"), .unanswerable("near:x"), .cancelled,
      ]
      asking.source.fail(failures.randomElement(using: &random) ?? .tooSlow)
      try asking.answer()
    case 8...12: for _ in 0..<Int.random(in: 1...4, using: &random) { try asking.answer() }
    case 13: try asking.send(.input(.key(Key(.escape)), nil))
    case 14: try asking.send(.input(.key(Key(.enter)), nil))
    default: if let key = keys.randomElement(using: &random) { try asking.send(.input(.key(key), nil)) }
    }
  }

  /// Events of some years around one sea, some without a date, some with no place.
  private func events(_ count: Int, _ random: inout SeededGenerator) -> [Event] {
    let kinds = EventKind.allCases
    return (0..<count).map { number in
      let day = Instant(seconds: 1_700_000_000 + Int64.random(in: 0..<20_000_000, using: &random))
      let shape = Shape.points([
        Coordinate(
          latitude: Double.random(in: 30...40, using: &random), longitude: Double.random(in: 20...45, using: &random))
      ])
      return Event(
        id: "e\(number)", title: "Event \(number)", kind: kinds[number % kinds.count],
        when: number % 50 == 0 ? nil : DateInterval(unit: number % 3 == 0 ? .day : .second, at: day),
        place: number % 40 == 0 ? .unknown : Place(name: "Place \(number % 90)", precision: .exact, shape: shape),
        links: number % 7 == 0 ? [Event.Link(.follows, to: "e\(number / 2)")] : [])
    }
  }
}
