import TestKit
import Testing

@testable import SituationModel

@Suite("Any filter")
struct FilterPropertyTests {
  @Test("printed and read again is the same filter")
  func roundTrip() throws {
    var maker = FilterMaker(seed: 4)
    for _ in 0..<3_000 {
      let expression = maker.expression(depth: 4)
      let text = expression.text
      let read = try EventFilter(text) { $0.isEmpty ? nil : FilterMaker.spot }
      #expect(read.expression == expression, "\(text)")
      if read.expression != expression { break }
      #expect(read.text == text)
    }
  }

  @Test("random bytes of the language are read or refused at a column that is there")
  func noise() {
    var maker = FilterMaker(seed: 5)
    let pieces = [
      "kind", ":", "a", " ", "(", ")", "\"", "\\", "-", "not ", "or ", "and", ">=", "grade", "B2", ",", "near:", "5km",
    ]
    for _ in 0..<5_000 {
      let text = (0..<maker.below(12)).map { _ in maker.pick(pieces) }.joined()
      do throws(FilterError) {
        let filter = try EventFilter(text, place: place)
        let again = try EventFilter(filter.text, place: place)
        #expect(again == filter, "\(text)")
      } catch {
        #expect((1...text.count + 1).contains(error.column), "\(text): \(error)")
      }
    }
  }

  @Test("what is certain holds whenever the event was, what is outside never does; a term alone says just that")
  func worlds() throws {
    var maker = FilterMaker(seed: 6)
    for _ in 0..<2_000 {
      let event = try maker.datedEvent()
      let days = try #require(event.when.map(FilterMaker.days))
      let expression = maker.datedExpression(depth: 3)
      let holds = days.map { Naive(event: event, day: $0).holds(expression) }
      switch expression.membership(of: event) {
      case .certain: #expect(holds.allSatisfy { $0 }, "\(expression.text)")
      case .outside: #expect(!holds.contains(true), "\(expression.text)")
      case .possible: if case .term = expression { #expect(Set(holds).count == 2, "\(expression.text)") }
      }
    }
  }

  @Test("a table's columns leave the rows that pass by what each event says, points and names too")
  func columns() throws {
    var maker = FilterMaker(seed: 8)
    for round in 0..<40 {
      let table = EventTable(try (0..<120).map { _ in try maker.placedEvent() })
      for _ in 0..<30 {
        let filter = EventFilter(maker.expression(depth: round % 4))
        let expected = (0..<table.count).filter { filter.passes(table[$0]) }
        #expect(Array(table.rows(passing: filter)) == expected, "\(filter.text)")
        let some = RowSet(all: table.count).chosen { $0 % 3 == 1 }
        #expect(Array(table.rows(passing: filter, among: some)) == expected.filter { $0 % 3 == 1 })
        let first = table.first(9, passing: filter, among: some)
        #expect(Array(first.rows) == expected.filter { $0 % 3 == 1 } && first.areAll)
        let part = table.first(9, passing: filter, among: some, looking: 20)
        #expect(Array(part.rows) == expected.filter { $0 % 3 == 1 && $0 < 60 } && !part.areAll && part.looked == 20)
      }
    }
  }

  @Test("a search that may read few events stops, and says how many rows it has looked at")
  func readingFew() throws {
    let events = (0..<20_000).map { Event(id: "\($0)", title: "event \($0)") }
    let table = EventTable(EventRecords(events), from: FarEvents(events: events))
    let filter = EventFilter(.term(.text(.title, .contains, try #require(Needle("zzz")))))
    let found = table.first(9, passing: filter, among: RowSet(all: table.count), reading: 2_000)
    #expect(found.rows.isEmpty && !found.areAll && (2_000..<12_000).contains(found.looked))
    #expect(table.first(9, passing: filter, among: RowSet(all: table.count)).areAll)
  }

  @Test("certainly is inside, and with its contrary it leaves only what is open")
  func certainly() throws {
    var maker = FilterMaker(seed: 7)
    for _ in 0..<2_000 {
      let (event, expression) = (try maker.datedEvent(), maker.datedExpression(depth: 3))
      let answers = [expression, .certainly(expression), .not(expression), .certainly(.not(expression))]
        .map { $0.membership(of: event) }
      #expect(answers[1] == (answers[0] == .certain ? .certain : .outside))
      #expect((answers[0] == .possible) == (answers[2] == .possible))
      #expect((answers[1] == .outside && answers[3] == .outside) == (answers[0] == .possible))
    }
  }

  @Test(
    "a needle is found whatever the case and the accents",
    arguments: [
      ("HOMS", "in Ḥomṣ", true), ("ḥomṣ", "HOMS", true), ("é", "cafe\u{301}", true), ("cafe", "CAFÉ", true),
      ("łódź", "Lodz", true), ("strasse", "Straße", true), ("أحمد", "احمد", true), ("حمص", "حِمْص", true),
      ("assad's", "Assad’s government", true), ("Київ", "КИЇВ", true), ("istanbul", "İSTANBUL", true),
      ("مدينه", "المَدينة", true), ("مدينة", "مدينه", true), ("کربلا", "كربلا", true), ("على", "علی", true),
      ("مسئول", "مسي\u{654}ول", true), ("مؤمن", "مو\u{654}من", true), ("ہوا", "هوا", true), ("حمص", "حمس", false),
      ("hom", "ho m", false), ("日本", "東日本", true), ("日", "月", false), ("abc", "ab", false), ("aab", "aaab", true),
    ])
  func needles(needle: String, text: String, isFound: Bool) throws {
    #expect(try #require(Needle(needle)).isFound(in: text) == isFound)
  }

  @Test("a folded text stays as it is when it is folded again")
  func foldedAgain() {
    for value in UInt32(0)..<0x2100 {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let folded = FoldedText.bytes(of: String(Character(scalar)))
      #expect(FoldedText.bytes(of: String(decoding: folded, as: UTF8.self)) == folded, "\(String(value, radix: 16))")
    }
  }

  @Test("blank texts are those of which nothing is seen")
  func blank() {
    for text in [
      "", " ", "\t\n", "\u{A0}\u{3000}", "\u{200B}\u{200D}\u{FEFF}", "\u{2060}\u{AD}", "\u{3164}", "\u{2800}",
    ] {
      #expect(text.isBlank)
    }
    for text in ["a", " .", "\u{301}", "\u{0}", "\u{200D}ا"] { #expect(!text.isBlank) }
    #expect(" \u{A0}a b\u{3000}\n".withoutBlankEnds == "a b")
  }

  @Test("a whole text is the same from end to end; nothing is no needle")
  func whole() throws {
    #expect(try #require(Needle("Ḥomṣ")).isWhole(of: "HOMS"))
    #expect(try !#require(Needle("Homs")).isWhole(of: "Homs "))
    #expect(Needle("") == nil)
    #expect(Needle("\u{301}") == nil)
  }
}

/// A filter asked of an event of which the day is known.
private struct Naive {
  let event: Event
  let day: Instant

  func holds(_ expression: FilterExpression) -> Bool {
    switch expression {
    case .term(let term): holds(term)
    case .not(let other): !holds(other)
    case .certainly(let other): holds(other)
    case .and(let first, let last): holds(first) && holds(last)
    case .or(let first, let last): holds(first) || holds(last)
    }
  }

  private func holds(_ term: FilterTerm) -> Bool {
    guard case .time(let rule) = term, let start = rule.date.start, let end = rule.date.end else {
      guard case .text(_, _, let needle) = term else { return false }
      return event.kindName.contains(needle.text)
    }
    return switch rule.relation {
    case .after: day >= end
    case .before: day < start
    case .from: day >= start
    case .to: day < end
    case .during: day >= start && day < end
    }
  }
}

/// Events that count as left in a file.
private struct FarEvents: EventStore {
  let events: [Event]
  let linked: [Int] = []
  func event(at record: Int) -> Event { events[record] }
  func record(of id: String) -> Int? { Int(id) }
}
