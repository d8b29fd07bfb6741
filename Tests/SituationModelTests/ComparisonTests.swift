import SituationModel
import TestKit
import Testing

@Suite("Comparing versions")
struct ComparisonTests {
  @Test("a version compared with itself has no change, in any order")
  func same() throws {
    let events = try sample(40, seed: 3)
    let comparison = Comparison(from: EventTable(events), to: EventTable(events.reversed()))
    #expect(comparison.changes.isEmpty && comparison.unchanged.count == events.count)
  }

  @Test("what is new one way is withdrawn the other way, and the rest is altered both ways", arguments: 1...20)
  func turned(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let old = try sample(30, seed: seed)
    let new = try old.filter { _ in .random(in: 0..<4, using: &generator) > 0 }.map { event in
      Bool.random(using: &generator) ? event : try edited(event, using: &generator)
    }
    let there = Comparison(from: EventTable(old), to: EventTable(new))
    let back = Comparison(from: EventTable(new), to: EventTable(old))
    #expect(there.count(of: .new) == back.count(of: .withdrawn))
    #expect(there.count(of: .withdrawn) == back.count(of: .new))
    for sort in [EventChange.Sort.moved, .redated, .regraded, .reworded] {
      #expect(there.count(of: sort) == back.count(of: sort))
    }
    #expect(there.unchanged.count + there.changes.count - there.count(of: .withdrawn) == new.count)
    #expect(there.changes.allSatisfy { !$0.sorts.isEmpty })
  }

  @Test("the sorts of a change are those of what was edited")
  func sorts() throws {
    let place = Place(
      name: "Homs", precision: .locality, shape: .points([Coordinate(latitude: 34.73, longitude: 36.72)]))
    let base = Event(id: "a", title: "A", when: try interval("2024-12-10"), place: place, standing: .claimed)
    func change(_ edit: Event) -> EventChange? {
      Comparison(from: EventTable([base]), to: EventTable([edit])).changes.first
    }
    func edited(_ place: Place, _ when: String = "2024-12-10", _ standing: Standing? = .claimed) throws -> Event {
      Event(id: "a", title: "A", when: try interval(when), place: place, standing: standing)
    }
    #expect(change(try edited(place)) == nil)
    #expect(change(try edited(place, "2024-12"))?.sorts == [.redated])
    #expect(change(try edited(place, "2024-12-10", .confirmed))?.sorts == [.regraded])
    let vaguer = Place(name: "Homs", precision: .vicinity, shape: place.shape)
    #expect(change(try edited(vaguer))?.sorts == [.moved])
    let south = Place(
      name: "Homs", precision: .locality, shape: .points([Coordinate(latitude: 34.23, longitude: 36.72)]))
    let moved = change(try edited(south, "2024-12-11"))
    #expect(moved?.sorts == [.moved, .redated])
    #expect(moved?.alterations.first?.distance == "55 km S")
  }

  @Test("events without an id of their own are found again by what they say")
  func withoutIDs() throws {
    let old = [try event("#1", "2024-12-10"), Event(id: "#2", title: "B"), Event(id: "#3", title: "C", summary: "x")]
    // One was put before them, one has another date, one another summary.
    let new = [
      Event(id: "#1", title: "New"), Event(id: "#2", title: "#1", when: try interval("2024-12-11")),
      Event(id: "#3", title: "B"), Event(id: "#4", title: "C", summary: "y"),
    ]
    let comparison = Comparison(from: EventTable(old), to: EventTable(new))
    #expect(comparison.unchanged.map(\.title) == ["B"])
    let changes = Dictionary(uniqueKeysWithValues: comparison.changes.map { ($0.event.title, $0.sorts) })
    #expect(changes == ["New": [.new], "#1": [.redated], "C": [.reworded]])
  }

  @Test("events that can't be told apart are not paired by guess")
  func twins() throws {
    let old = [Event(id: "#1", title: "Patrol", summary: "a"), Event(id: "#2", title: "Patrol", summary: "b")]
    let new = [Event(id: "#1", title: "Patrol", summary: "c"), Event(id: "#2", title: "Patrol", summary: "d")]
    let comparison = Comparison(from: EventTable(old), to: EventTable(new))
    #expect(comparison.count(of: .new) == 2 && comparison.count(of: .withdrawn) == 2)
  }

  @Test("a table of a comparison has every event once, with ids of their own")
  func table() throws {
    let old = [try event("a", "2024-12-10"), try event("b", "2024-12-11")]
    let new = [try event("b", "2024-12-12"), try event("c", "2024-12-12")]
    let table = EventTable(Comparison(from: EventTable(old), to: EventTable(new)))
    #expect(table.isComparison && table.events.map(\.id) == ["a", "b", "c"])
    #expect(table.events.indices.map { table.change(of: $0)?.sorts } == [[.withdrawn], [.redated], [.new]])
    #expect(!EventTable(old).isComparison)
  }

  /// Events of which two in three have an id of the file.
  private func sample(_ count: Int, seed: UInt64) throws -> [Event] {
    var generator = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let point = Coordinate(
        latitude: .random(in: -60...60, using: &generator), longitude: .random(in: -170...170, using: &generator))
      return Event(
        id: number % 3 == 0 ? "#\(number)" : "e\(number)", title: "Event \(number)", kind: .strike,
        when: randomInterval(using: &generator),
        place: Place(name: "Place \(number)", precision: .exact, shape: .points([point])), standing: .reported,
        sources: [Source(who: "A", grade: AdmiraltyGrade("B2"))])
    }
  }

  /// The event with something else about it; its title stays, so that it is found again.
  private func edited(_ event: Event, using generator: inout SeededGenerator) throws -> Event {
    let what = Int.random(in: 0..<4, using: &generator)
    let place = Place(name: "Elsewhere", precision: .region, shape: event.place.shape)
    return Event(
      id: event.id, title: event.title, kind: event.kind,
      when: what == 0 ? try interval("1999") : event.when, place: what == 1 ? place : event.place,
      standing: what == 2 ? .alleged : event.standing, summary: what == 3 ? "More" : "",
      sources: event.sources)
  }
}
