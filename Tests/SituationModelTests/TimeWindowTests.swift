import SituationModel
import TestKit
import Testing

@Suite("Windows of time")
struct TimeWindowTests {
  @Test(
    "How dates lie to the week from 8 to 14 December",
    arguments: [
      ("2024-12-08", .certain), ("2024-12-14", .certain), ("2024-12-13T23:59:59", .certain),
      ("2024-12-08/2024-12-14", .certain), ("2024-12-07", .outside), ("2024-12-15", .outside),
      ("2024-12-07T23:59:59", .outside), ("2024-12-15T00", .outside), ("2024-12-07/2024-12-08", .possible),
      ("2024-12-14/2024-12-15", .possible), ("2024-12", .possible), ("2024", .possible), ("2024-11", .outside),
      ("../2024-12-07", .outside), ("../2024-12-08", .possible), ("../2025", .possible), ("2024-12-15/..", .outside),
      ("2024-12-14/..", .possible), ("1999/..", .possible), ("2024-12-13~", .possible), ("2024-12-13?", .possible),
      ("2024-12-20~", .outside), ("2024-12-08T01:00+02:00", .outside), ("2024-12-08T02:00+02:00", .certain),
      ("2024-12-14T22:59-01:00", .certain), ("2024-12-14T23:00-01:00", .outside),
      ("2024-12-08T01:00+02:00/2024-12-14", .possible), ("2024-12-08/2024-12-14~", .possible),
      ("2024-12-08%", .possible),
    ] as [(String, Membership)])
  func membership(edtf: String, expected: Membership) throws {
    #expect(try window("2024-12-08/2024-12-14").membership(of: interval(edtf)) == expected)
  }

  @Test("What has no date is possible in every window")
  func undated() throws {
    #expect(try window("2024").membership(of: nil) == .possible)
  }

  @Test("Certain is inside, possible overlaps, and outside does not, for any date and window")
  func agreement() throws {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<20_000 {
      let date = randomInterval(using: &generator)
      let start = Instant(seconds: Int64.random(in: -70_000_000_000...10_000_000_000, using: &generator))
      let window = TimeWindow(
        start: start, end: start.advanced(by: Int64.random(in: 1...9_000_000_000, using: &generator)))
      let first = date.start?.seconds ?? .min
      let last = date.end?.seconds ?? .max
      let overlaps = first < window.end.seconds && last > window.start.seconds
      let isInside = first >= window.start.seconds && last <= window.end.seconds
      switch window.membership(of: date) {
      case .certain: #expect(overlaps && isInside && !date.isApproximate && !date.isUncertain)
      case .possible: #expect(overlaps && (!isInside || date.isApproximate || date.isUncertain))
      case .outside: #expect(!overlaps)
      }
    }
  }

  @Test("A window is never empty")
  func neverEmpty() throws {
    let moment = try instant("2024")
    #expect(TimeWindow(start: moment, end: moment).seconds == 1)
    #expect(TimeWindow(start: moment, end: moment.advanced(by: -60)).seconds == 1)
    #expect(try window("2024-12-08").shifted(by: 86_400) == window("2024-12-09"))
  }

  @Test("Of two windows, what is certain in one is certain in both together, and what may be in both may be in each")
  func unionAndIntersection() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<20_000 {
      let date = randomInterval(using: &generator)
      let moments = (0..<4).map { _ in Int64.random(in: -70_000_000_000...10_000_000_000, using: &generator) }.sorted()
      let (first, second) = (
        TimeWindow(start: Instant(seconds: moments[0]), end: Instant(seconds: moments[2])),
        TimeWindow(start: Instant(seconds: moments[1]), end: Instant(seconds: moments[3]))
      )
      let union = TimeWindow(start: first.start, end: second.end)
      let both = TimeWindow(start: second.start, end: first.end)
      let answers = [first, second].map { $0.membership(of: date) }
      if answers.contains(.certain) { #expect(union.membership(of: date) == .certain) }
      // An open or wide date may be in either without being certain; outside both is outside their union.
      #expect((union.membership(of: date) == .outside) == (answers == [.outside, .outside]))
      if both.membership(of: date) == .certain { #expect(answers == [.certain, .certain]) }
      if answers == [.certain, .certain] { #expect(both.membership(of: date) == .certain) }
      if both.membership(of: date) != .outside { #expect(!answers.contains(.outside)) }
    }
  }
}
