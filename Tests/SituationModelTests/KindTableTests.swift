import TestKit
import Testing

@testable import SituationModel

@Suite("Kinds")
struct KindTableTests {
  private func table(_ kinds: [(word: String, count: Int)]) -> EventTable {
    EventTable(
      kinds.flatMap { kind in
        (0..<kind.count).map { number in
          Event(
            id: "\(kind.word)-\(number)", title: "E", kind: EventKind(rawValue: kind.word.lowercased()) ?? .other,
            kindName: kind.word)
        }
      })
  }

  @Test("codes that servers hold are those of version 4 of their tables")
  func codes() {
    #expect(
      EventKind.allCases.map { "\($0.rawValue) \($0.code)" } == [
        "convoy 0", "strike 1", "imagery 2", "incursion 3", "statement 4", "diplomatic 5", "political 6", "other 7",
      ])
    #expect(
      PlacePrecision.allCases.map { "\($0.rawValue) \($0.code)" } == [
        "exact 0", "vicinity 1", "locality 2", "region 3", "country 4", "unplaced 5", "unknown 6",
      ])
    #expect(
      Standing.allCases.map { "\($0.rawValue) \($0.code)" } == [
        "confirmed 1", "reported 2", "claimed 3", "alleged 4", "disputed 5",
      ])
    #expect(
      FilterTerm.Part.allCases.map { "\($0.rawValue) \($0.code)" } == [
        "date 0", "place 1", "destination 2", "standing 3", "actor 4", "summary 5", "source 6", "link 7",
        "published 8", "grade 9", "relation 10",
      ])
    #expect(
      Event.Link.Relation.allCases.map { "\($0.rawValue) \($0.code)" } == [
        "follows 0", "precedes 1", "supports 2", "disputes 3", "corroborates 4", "related 5", "part-of 6",
      ])
    #expect(
      TimePrecision.allCases.map { "\($0.name) \($0.rawValue)" } == [
        "second 0", "minute 1", "hour 2", "day 3", "month 4", "year 5",
      ])
    let grades = ["A1", "A6", "B1", "C3", "F6"].compactMap { AdmiraltyGrade($0)?.code }
    #expect(grades == [0, 5, 6, 14, 35])
    #expect(EventKind.allCases.allSatisfy { EventKind(code: Int($0.code)) == $0 })
    #expect(EventKind(code: 8) == nil && EventKind(code: -1) == nil)
    #expect(PlacePrecision.allCases.allSatisfy { PlacePrecision(code: Int($0.code)) == $0 })
    #expect(PlacePrecision(code: 99) == .unknown && PlacePrecision(code: -1) == .unknown)
  }

  @Test("any words get letters and colours of their own, whatever else is on the map", arguments: 0..<200)
  func letters(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 1)
    let parts = [
      "Riot", "protest", "übergriff", "Взрыв", "انفجار", "v", "O", "E", "", " ", "1", "Bombing/explosion", "空襲",
    ]
    let words = (0..<Int.random(in: 0...20, using: &generator)).map { number -> String in
      let word = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        parts[Int.random(in: 0..<parts.count, using: &generator)]
      }.joined(separator: " ")
      return seed % 3 == 0 ? word : "\(word) \(number)"
    }
    let known = EventKind.allCases.filter { _ in Bool.random(using: &generator) }.map(\.rawValue)
    let kinds = table((words + known).map { ($0, Int.random(in: 1...4, using: &generator)) }).kinds
    let letters = kinds.signs.map(\.letter)
    #expect(Set(letters).count == letters.count)
    #expect(letters.allSatisfy { ("A"..."Z").contains($0) && $0 != "O" && $0 != "V" })
    #expect(kinds.signs.allSatisfy { ($0.letter == "E") == ($0.known == .other) })
    #expect(kinds.signs.allSatisfy { $0.known == nil || $0.letter == $0.known?.letter })
    #expect(Set(kinds.signs.map(\.slot)).count == kinds.signs.count)
    if kinds.signs.count <= 9 { #expect(Set(kinds.signs.map(\.color)).count == kinds.signs.count) }
  }

  @Test("the eight most frequent words have signs, and the rest is other events")
  func frequency() {
    let events = table((1...20).map { ("kind \($0)", $0) } + [("strike", 1), ("Kind 7", 9)])
    let own = events.kinds.signs.filter { $0.known == nil }
    #expect(own.map { $0.word.lowercased() } == [20, 19, 18, 17, 16, 7, 15, 14].map { "kind \($0)" })
    #expect(events.kinds.signs.map(\.known) == [.strike] + own.map { _ in nil } + [.other])
    #expect(events.kinds.rest.first == "kind 13" && events.kinds.rest.count == 12)
    for row in 0..<events.count {
      let sign = events.kindSign(of: row)
      let word = events[row].kindName.lowercased()
      let owner = events.kinds.signs.first { $0.word.lowercased() == word }
      #expect(sign == owner ?? KindTable.Sign(.other))
    }
  }

  @Test("letters are the first of the word, of its codebook, or another of its letters")
  func mnemonic() {
    let kinds = table([
      ("Protests", 9), ("Riots", 8), ("Violence against civilians", 7), ("Explosions/Remote violence", 6),
      ("pillage", 5),
      ("Offensive", 4),
    ]).kinds
    #expect(kinds.signs.map(\.letter) == ["P", "R", "C", "X", "I", "F"])
    let bundled = table([("political", 1), ("Protests", 2)]).kinds
    #expect(bundled.signs.map(\.letter) == ["P", "R"])
  }

  @Test("filters on kinds say the same of columns and of events, with more kinds than a byte holds")
  func filters() throws {
    let events = table((0..<300).map { ("Kind number \($0)", $0 % 5 + 1) } + [("convoy", 2), ("OTHER", 2)])
    #expect(!events.kinds.isComplete && events.kinds.words.count == 247)
    for text in [
      "kind:\"kind number 7\"", "kind=\"KIND NUMBER 7\"", "kind=\"kind number 250\"", "kind:other", "-kind:2", "kind:c",
    ] {
      let filter = try EventFilter(text) { _ in nil }
      let rows = Array(events.rows(passing: filter))
      #expect(rows == (0..<events.count).filter { filter.passes(events[$0]) }, "\(text)")
    }
  }

  @Test("several files have one table of kinds, the most frequent over all")
  func joined() throws {
    let (first, second) = (table([("Alpha", 3), ("Beta", 1), ("strike", 1)]), table([("beta", 5), ("Gamma", 2)]))
    let both = Situation(joining: [
      (path: "a.csv", situation: Situation(title: "A", events: first)),
      (path: "b.csv", situation: Situation(title: "B", events: second)),
    ]).events
    #expect(both.kinds.words == ["beta", "Alpha", "Gamma"])
    #expect((0..<both.count).allSatisfy { both.kindSign(of: $0).word.lowercased() == both[$0].kindName.lowercased() })
    #expect(both.rows(ofKind: "BETA", among: RowSet(all: both.count)).count == 6)
  }

  @Test("a part of a source's events has no letters by what happens to be there")
  func part() {
    let events = EventTable([Event(id: "1", title: "E", kindName: "Riots")], hasOwnKinds: false)
    #expect(events.kindSign(of: 0).known == .other && events.kinds.words.isEmpty)
  }
}
