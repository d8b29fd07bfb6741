import SituationModel
import TestKit
import Testing

@Suite("Order of a list")
struct EventOrderTests {
  /// The ids of a table's events in an order.
  private func ids(_ table: EventTable, _ order: EventOrder) -> [String] {
    let matches = table.matches(
      EventQuery(window: TimeWindow(start: Instant(seconds: .min), end: Instant(seconds: .max))))
    return EventArrangement(order, of: table).arranged(matches).map { table[$0.row].id }
  }

  private func graded(_ id: String, _ grades: String...) -> Event {
    Event(id: id, title: id, sources: grades.map { Source(who: "X", grade: AdmiraltyGrade($0)) })
  }

  @Test("The best judged grade counts; F and 6 are not judged, and last in both orders")
  func grades() {
    let table = EventTable([
      graded("none"), graded("F6", "F6"), graded("B6", "B6"), graded("C3", "C3"), graded("A2", "F1", "A2"),
      graded("B2", "D4", "B2"), graded("B1", "B1"),
    ])
    let unknown = ["none", "F6", "B6"]
    #expect(ids(table, EventOrder(column: .grade)) == ["A2", "B1", "B2", "C3"] + unknown)
    #expect(ids(table, EventOrder(column: .grade, isTurned: true)) == ["C3", "B2", "B1", "A2"] + unknown)
    #expect(table.events.map(\.gradeWords) == [nil, "F6", "B6", "C3", "A2+", "B2+", "B1"])
  }

  @Test("Disputed is neither firm nor weak, and stands before what is not stated, in both orders")
  func standings() {
    let all = [nil] + Standing.allCases
    let table = EventTable(all.map { Event(id: $0?.rawValue ?? "none", title: "", standing: $0) })
    let ranked = ["confirmed", "reported", "claimed", "alleged"]
    let order = EventOrder(column: .standing, grouping: .none)
    #expect(ids(table, order) == ranked + ["disputed", "none"])
    let turned = EventOrder(column: .standing, isTurned: true, grouping: .none)
    #expect(ids(table, turned) == ranked.reversed() + ["disputed", "none"])
  }

  @Test("Events of a day are in one group whatever their hour; what is not known to the day is under no day")
  func days() throws {
    let table = EventTable([
      try event("night", "2024-12-13T23Z"), try event("day", "2024-12-13"), try event("span", "2024-12-13/2024-12-14"),
      try event("morning", "2024-12-13T06Z"), try event("about", "2024-12-13~"), try event("never", nil),
    ])
    let arrangement = EventArrangement(EventOrder(), of: table)
    #expect(ids(table, EventOrder()) == ["day", "morning", "night", "about", "span", "never"])
    let groups = Dictionary(grouping: table.events.indices) { arrangement.group(of: $0) }
    let names = groups.mapValues { rows in rows.map { table[$0].id } }
    #expect(names == [0: ["day", "morning", "night"], 1: ["about"], 2: ["span"], 3: ["never"]])
    #expect(ids(table, EventOrder(isTurned: true)).last == "never")
  }

  @Test("numbers in titles are sorted by their value, whatever their digits; leading zeros decide between equals")
  func numbersInTitles() {
    let sorted = [
      "Event", "Event 01", "Event 1", "Event 2", "event 2a", "Event 2b", "Event ٣", "Event 10", "Event ۱۱",
      "Event 00012", "Event 12 of 9", "Event 12 of 10", "Event 99999999999999999999", "Event 100000000000000000000",
      "Event " + String(repeating: "9", count: 254), "Event " + String(repeating: "9", count: 255),
      "Event 1" + String(repeating: "0", count: 300), "Event x",
    ]
    let table = EventTable(sorted.reversed().enumerated().map { Event(id: "\($0)", title: $1) })
    func titles(_ order: EventOrder) -> [String] {
      ids(table, order).compactMap { table.row(of: $0) }.map { table[$0].title }
    }
    #expect(titles(EventOrder(column: .title, grouping: .none)) == sorted)
    #expect(titles(EventOrder(column: .title, isTurned: true, grouping: .none)) == sorted.reversed())
    for (first, second) in zip(sorted, sorted.dropFirst()) {
      #expect(NaturalOrder.precedes(first, second) && !NaturalOrder.precedes(second, first))
    }
  }

  @Test("groups stand in the natural order of their names")
  func numbersInGroups() {
    let places = ["Sector 10", "sector 9", "Sector 2"]
    let table = EventTable(
      places.map { Event(id: $0, title: "", place: Place(name: $0, precision: .exact, shape: nil)) })
    #expect(ids(table, EventOrder(grouping: .place)) == ["Sector 2", "sector 9", "Sector 10"])
  }

  @Test("Every order has each event once, equals as the table has them, unknowns last, groups in one piece")
  func laws() throws {
    var generator = SeededGenerator(seed: 41)
    let words = ["Homs", "homs", "Ḥomṣ", "Homs 2", "Homs 02", "Homs 10", "Aleppo", "", nil]
    let grades = ["A1", "B2", "B6", "F3", nil]
    let events = (0..<120).map { index in
      let word = words.randomElement(using: &generator) ?? nil
      let grade = (grades.randomElement(using: &generator) ?? nil).flatMap(AdmiraltyGrade.init)
      return Event(
        id: "\(index)", title: word ?? "", when: index % 7 == 0 ? nil : randomInterval(using: &generator),
        place: Place(
          name: word, precision: PlacePrecision.allCases.randomElement(using: &generator) ?? .exact, shape: nil),
        standing: Standing.allCases.randomElement(using: &generator), actors: word.map { [$0] } ?? [],
        sources: [Source(who: word ?? "?", grade: grade)])
    }
    let table = EventTable(events)
    for column in EventColumn.allCases {
      for grouping in EventGrouping.allCases {
        for isTurned in [false, true] {
          let order = EventOrder(column: column, isTurned: isTurned, grouping: grouping)
          let sorted = ids(table, order)
          #expect(Set(sorted) == Set(events.map(\.id)) && sorted.count == events.count)
          let arrangement = EventArrangement(order, of: table)
          let groups = sorted.compactMap { table.row(of: $0) }.compactMap(arrangement.group)
          #expect(groups == groups.sorted() && (grouping == .none) == groups.isEmpty)
        }
      }
    }
    let graded = ids(table, EventOrder(column: .grade, isTurned: true, grouping: .none))
    let known = graded.map { id in table.row(of: id).flatMap { table[$0].bestGrade } != nil }
    #expect(known == known.sorted { $0 && !$1 })
  }
}
