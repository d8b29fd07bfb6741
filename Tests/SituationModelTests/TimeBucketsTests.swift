import SituationModel
import TestKit
import Testing

@Suite("Histogram over time")
struct TimeBucketsTests {
  @Test("Buckets cover the stretch without gaps, and no bucket in vain")
  func cover() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let start = Instant(seconds: Int64.random(in: -70_000_000_000...10_000_000_000, using: &generator))
      let length = Int64(1) << Int64.random(in: 0...36, using: &generator)
      let span = TimeWindow(start: start, end: start.advanced(by: length))
      let finest = BucketUnit.allCases[Int.random(in: 0..<BucketUnit.allCases.count, using: &generator)]
      let limit = Int.random(in: 1...200, using: &generator)
      let buckets = TimeBuckets(covering: span, finest: finest, limit: limit)
      #expect(buckets.unit >= finest)
      #expect(zip(buckets.bounds, buckets.bounds.dropFirst()).allSatisfy { $0 < $1 })
      #expect(buckets.bounds.allSatisfy { buckets.unit.start(of: $0) == $0 })
      #expect(buckets.bounds[0] <= span.start && buckets.bounds[1] > span.start)
      #expect(buckets.bounds[buckets.count] >= span.end && buckets.bounds[buckets.count - 1] < span.end)
      #expect(buckets.count <= max(limit, 2) || buckets.unit == .century)
    }
  }

  @Test("Each moment is in the bucket that holds it, or the nearest")
  func index() throws {
    let buckets = TimeBuckets(covering: try window("2024-12-08/2024-12-14"), finest: .day, limit: 50)
    #expect(buckets.count == 7)
    #expect(buckets.index(of: try instant("2024-12-08")) == 0)
    #expect(buckets.index(of: try instant("2024-12-13T23:59:59")) == 5)
    #expect(buckets.index(of: try instant("2024-12-14")) == 6)
    #expect(buckets.index(of: try instant("1999")) == 0)
    #expect(buckets.index(of: try instant("2999")) == 6)
  }

  @Test("The bars add up to the dated events that pass")
  func sum() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<40 {
      let events = (0..<60).map { number in
        let kind = EventKind.allCases[number % EventKind.allCases.count]
        let when = number % 10 == 9 ? nil : randomInterval(using: &generator)
        return Event(id: "\(number)", title: "", kind: kind, when: when)
      }
      let table = EventTable(events)
      let span = try #require(table.span)
      let buckets = TimeBuckets(covering: span, finest: .day, limit: Int.random(in: 1...120, using: &generator))
      for filter in [EventFilter(), try filter("kind:strike or kind:convoy")] {
        let passing = events.filter { $0.when != nil && filter.passes($0) }.count
        let total = buckets.tallies(of: table, rows: table.rows(passing: filter)).reduce(0) { $0 + $1.total }
        #expect(abs(total - Double(passing)) < 1e-6)
      }
    }
  }

  @Test("A part of the axis has no more than the whole, and the parts together have all of it")
  func parts() throws {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<40 {
      let events = (0..<40).map { number in
        let when = randomInterval(using: &generator)
        return Event(id: "\(number)", title: "", when: when)
      }
      let table = EventTable(events)
      let span = try #require(table.span)
      let all = TimeBuckets(covering: span, finest: .day, limit: 60)
      let left = all.slice(around: all.bounds[0], count: all.count / 2)
      let right = all.slice(around: all.bounds[all.count], count: all.count - left.count)
      #expect(left.bounds + right.bounds.dropFirst() == all.bounds)
      let rows = table.events.indices
      let sums = [left, right].map { part in
        part.tallies(of: table, rows: rows, stretch: all.span).reduce(0) { $0 + $1.total }
      }
      #expect(abs(sums[0] + sums[1] - 40) < 1e-6)
      #expect(sums[0] >= 0 && sums[1] >= 0)
    }
  }

  @Test("Folding keeps the span and every bucket that has something, and folds each long empty run into one")
  func folding() throws {
    var generator = SeededGenerator(seed: 10)
    let buckets = TimeBuckets(covering: try window("2024-01-01/2024-12-31"), finest: .day, limit: 400)
    for _ in 0..<100 {
      let share = Int.random(in: 1...10, using: &generator)
      let isEmpty = (0..<buckets.count).map { _ in Int.random(in: 0..<10, using: &generator) < share }
      let folded = buckets.folding(isEmpty, from: 3)
      #expect(folded.span == buckets.span)
      #expect(Set(folded.bounds).isSubset(of: buckets.bounds))
      for index in 0..<folded.count {
        let inside =
          buckets.index(of: folded.bounds[index])..<buckets.index(of: folded.bounds[index + 1].advanced(by: -1)) + 1
        #expect(folded.folds.contains(index) == (inside.count >= 3 && isEmpty[inside].allSatisfy { $0 }))
        #expect(inside.count == 1 || folded.folds.contains(index))
      }
    }
  }

  @Test("A chosen unit around a moment holds it, and stays within the stretch", arguments: BucketUnit.allCases)
  func around(unit: BucketUnit) throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<200 {
      let start = Instant(seconds: Int64.random(in: -60_000_000_000...4_000_000_000, using: &generator))
      let length = Int64(unit.seconds * Double.random(in: 0.1...300, using: &generator))
      let span = TimeWindow(start: start, end: start.advanced(by: max(1, length)))
      let middle = start.advanced(by: Int64.random(in: 0..<span.seconds, using: &generator))
      let count = Int.random(in: 1...80, using: &generator)
      let buckets = TimeBuckets(around: middle, within: span, by: unit, count: count)
      let whole = unit.whole(span)
      #expect(buckets.count == min(count, unit.count(from: whole.start, to: whole.end)))
      #expect(buckets.span.start <= middle && middle < buckets.span.end)
      #expect(buckets.span.start >= whole.start && buckets.span.end <= whole.end)
      #expect(unit.advance(whole.start, by: unit.count(from: whole.start, to: whole.end)) == whole.end)
    }
  }

  @Test("What lies outside the buckets is in none of them")
  func outside() throws {
    let table = EventTable([
      try event("before", "2024-11-30"), try event("after", "2025-01-01"), try event("in", "2024-12-10"),
    ])
    let buckets = TimeBuckets(covering: try window("2024-12-08/2024-12-14"), finest: .day, limit: 50)
    #expect(buckets.tallies(of: table, rows: [0, 1, 2]).map(\.total) == [0, 0, 1, 0, 0, 0, 0])
  }

  @Test("An exact day is a bar, a week is a smear")
  func smear() throws {
    let table = EventTable([
      try event("day", "2024-12-10", .strike), try event("week", "2024-12-08/2024-12-14", .convoy),
      try event("about", "2024-12-11~", .convoy),
    ])
    let buckets = TimeBuckets(covering: try window("2024-12-08/2024-12-14"), finest: .day, limit: 50)
    let tallies = buckets.tallies(of: table, rows: [0, 1, 2])
    #expect(tallies.map(\.overlapping) == [1, 1, 1, 2, 1, 1, 1])
    #expect(tallies[2].certain == [EventKind.strike.code: 1])
    #expect(tallies[3].certain.isEmpty)
  }

  @Test(
    "Units begin where people begin them",
    arguments: [
      (.minute, "2024-12-13T14:35"), (.hour, "2024-12-13T14"), (.sixHours, "2024-12-13T12"), (.day, "2024-12-13"),
      (.week, "2024-12-09"), (.month, "2024-12"), (.year, "2024"), (.decade, "2020"), (.century, "2000"),
    ] as [(BucketUnit, String)])
  func starts(unit: BucketUnit, start: String) throws {
    #expect(unit.start(of: try instant("2024-12-13T14:35:27")) == (try instant(start)))
  }
}
