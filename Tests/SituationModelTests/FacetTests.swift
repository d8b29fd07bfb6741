import SituationModel
import TestKit
import Testing

@Suite("A filter in sections")
struct FacetTests {
  private func sections(_ text: String) throws -> FacetedFilter {
    FacetedFilter(try EventFilter(text) { _ in FilterMaker.spot }.expression)
  }

  @Test(
    "what sections can show is shown there, the rest is kept beside them",
    arguments: [
      ("kind=convoy", "kind=convoy", ""), ("kind=b or kind=a", "(kind=a or kind=b)", ""),
      ("-kind=a kind=b", "kind=b -kind=a", ""), ("convoy homs", "text:convoy text:homs", ""),
      ("(convoy or homs)", "", "text:convoy or text:homs"), ("kind:a kind:b", "kind:a", "kind:b"),
      ("standing:alleged or -has:standing", "(-has:standing or standing:alleged)", ""),
      ("has:actor", "has:actor", ""), ("actor=A or has:actor", "", "actor=A or has:actor"),
      ("kind=a or actor=b", "", "kind=a or actor=b"), ("not (kind=a or kind=b)", "", "not (kind=a or kind=b)"),
      ("certainly near:Homs,5km grade>=B2", "grade>=B2", "certainly near:Homs,5km"),
      ("kind=a -kind=a", "kind=a", "-kind=a"), ("within:35,33,37,36", "within:35,33,37,36", ""),
    ])
  func reading(text: String, shown: String, others: String) throws {
    let filter = try sections(text)
    #expect(filter.others.map(\.text).joined(separator: "; ") == others)
    var own = filter
    while !own.others.isEmpty { own.drop(other: 0) }
    #expect(EventFilter(own.expression).text == shown.trimmingParentheses)
  }

  @Test("written and read again are the same sections, which ask the same of every event")
  func roundTrip() throws {
    var maker = FilterMaker(seed: 8)
    for _ in 0..<1_500 {
      let expression = maker.facetedExpression()
      let filter = FacetedFilter(expression)
      #expect(FacetedFilter(filter.expression) == filter, "\(expression.text)")
      let written = EventFilter(filter.expression)
      #expect(try EventFilter(written.text) { _ in FilterMaker.spot } == written)
      for _ in 0..<4 {
        let event = try maker.event()
        let answer = written.expression?.membership(of: event) ?? .certain
        #expect(answer == expression.membership(of: event), "\(expression.text)")
      }
    }
  }

  @Test("any other filter passes through as well")
  func anyFilter() {
    var maker = FilterMaker(seed: 9)
    for _ in 0..<1_500 {
      let expression = maker.expression(depth: 4)
      let filter = FacetedFilter(expression)
      #expect(FacetedFilter(filter.expression) == filter, "\(expression.text)")
    }
  }

  @Test("a value that is switched twice leaves the same filter, and so does one that is excluded twice")
  func twice() throws {
    var maker = FilterMaker(seed: 10)
    for _ in 0..<300 {
      let filter = FacetedFilter(maker.facetedExpression())
      let table = FacetTable(EventTable([try maker.event(), try maker.event()]))
      for value in Facet.allCases.flatMap(table.entries).map(\.value) {
        var (turned, excluded) = (filter, filter)
        turned.turn(value)
        excluded.exclude(value)
        #expect(turned != filter && excluded != filter)
        if filter.choice(of: value) != .excluded {
          turned.turn(value)
          #expect(turned == filter)
        }
        if filter.choice(of: value) != .wanted {
          excluded.exclude(value)
          #expect(excluded == filter)
        }
      }
    }
  }

  @Test("a count is what passes with this value alone in its section")
  func counts() throws {
    var maker = FilterMaker(seed: 11)
    for _ in 0..<120 {
      let events = EventTable(try (0..<25).map { _ in try maker.event() })
      let table = FacetTable(events)
      let filter = FacetedFilter(maker.facetedExpression())
      let typed = maker.facetedValue()
      let counts = FacetCounts(table, under: filter, and: [typed])
      #expect(counts.whole == Self.count(filter, events), "\(filter.expression?.text ?? "")")
      for facet in Facet.allCases {
        for (index, entry) in table.entries(of: facet).enumerated() {
          #expect(counts.count(of: index, in: facet) == Self.alone(entry.value, in: filter, events), "\(entry.name)")
          #expect(table.index(of: entry.value, in: facet) == index)
        }
      }
      #expect(counts.count(of: typed) == Self.alone(typed, in: filter, events), "\(typed.text)")
    }
  }

  /// By asking every event.
  private static func alone(_ value: FacetValue, in filter: FacetedFilter, _ events: EventTable) -> FacetCounts.Count {
    var filter = filter
    if let facet = value.facet { filter.clear(facet) }
    // What else is said of this section stands among the others, which are left as they are.
    let others = filter.expression
    let own = FacetedFilter(nil).with(value)
    return count([others, own.expression].compactMap { $0 }, events)
  }

  private static func count(_ filter: FacetedFilter, _ events: EventTable) -> FacetCounts.Count {
    count([filter.expression].compactMap { $0 }, events)
  }

  private static func count(_ parts: [FilterExpression], _ events: EventTable) -> FacetCounts.Count {
    var count = FacetCounts.Count()
    for event in events.events {
      let answer = FilterExpression.all(parts)?.membership(of: event) ?? .certain
      if answer != .outside { count.passing += 1 }
      if answer == .certain { count.certain += 1 }
    }
    return count
  }

  @Test("ways to write a name are one value; what is not stated is one too; a name of which nothing counts is none")
  func values() throws {
    let first = Event(id: "1", title: "", kindName: "Raid", actors: ["ḤOMṢ council", "\u{301}"])
    let second = Event(id: "2", title: "", kind: .strike, kindName: "raid", actors: ["Homs Council"])
    let table = FacetTable(EventTable([first, second, Event(id: "3", title: "", kind: .strike)]))
    #expect(table.entries(of: .actor).map(\.name) == ["ḤOMṢ council", "not stated"])
    #expect(table.entries(of: .kind).map(\.name) == ["Raid", "strike"])
    let counts = FacetCounts(table, under: FacetedFilter(nil))
    #expect(counts.count(of: 0, in: .actor).passing == 2)
    // The program's own name for the kind finds it as well.
    #expect(counts.count(of: 1, in: .kind).passing == 2)
    #expect(table.entries(of: .standing).map(\.name) == ["not stated"])
  }

  @Test("values are ranked by their names, numbers in them by value")
  func ranks() throws {
    let names = ["Unit 10", "unit 9", "Zeta", "Unit 2", "alpha"]
    let table = FacetTable(EventTable(names.map { Event(id: $0, title: "", actors: [$0]) }))
    let ranked = zip(table.entries(of: .actor), table.ranks(of: .actor)).sorted { $0.1 < $1.1 }.map(\.0.name)
    #expect(ranked == ["alpha", "Unit 2", "unit 9", "Unit 10", "Zeta"])
  }

  @Test("what could not be typed is too long")
  func tooLong() throws {
    var filter = FacetedFilter(nil)
    for number in 0..<300 {
      let needle = try #require(Needle("x\(number)"))
      filter.turn(.term(.text(.actor, .equals, needle)))
      #expect(EventFilter(filter.expression).canBeTyped == (number < 256))
    }
  }
}

extension FacetedFilter {
  fileprivate func with(_ value: FacetValue) -> FacetedFilter {
    var filter = self
    filter.turn(value)
    return filter
  }
}

extension String {
  /// Without the parentheses that a group alone does not need.
  fileprivate var trimmingParentheses: String {
    first == "(" && last == ")" ? String(dropFirst().dropLast()) : self
  }
}
