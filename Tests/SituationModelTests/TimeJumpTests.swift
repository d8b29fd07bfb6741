import SituationModel
import TestKit
import Testing

@Suite("Jumps in time")
struct TimeJumpTests {
  @Test(
    "a typed text takes the window of 8 to 14 December there",
    arguments: [
      ("2024-12-13", "2024-12-13/2024-12-13"), ("2024-11/2025-01", "2024-11-01/2025-01-31"),
      ("2023", "2023-01-01/2023-12-31"),
      ("../2024-12-10", "2024-01-01/2024-12-10"), ("2024-12-10/..", "2024-12-10/2025-06-30"),
      ("+3d", "2024-12-11/2024-12-17"), ("-1w", "2024-12-01/2024-12-07"), ("+1m", "2025-01-08/2025-01-14"),
      ("-1y", "2023-12-08/2023-12-14"), ("TODAY", "2026-05-04/2026-05-04"), (" +3d ", "2024-12-11/2024-12-17"),
      ("yesterday", "2026-05-03/2026-05-03"), ("tomorrow", "2026-05-05/2026-05-05"),
    ])
  func windows(text: String, expected: String) throws {
    let today = try #require(CivilDate(year: 2026, month: 5, day: 4))
    let jump = try TimeJump(text)
    let result = jump.window(
      from: try window("2024-12-08/2024-12-14"), span: try window("2024-01-01/2025-06-30"), today: today)
    #expect(result == (try window(expected)))
  }

  @Test(
    "a date as people type it and as the screen prints it; what is left out is of the window of 8 to 14 December 2024",
    arguments: [
      ("13 Dec", "2024-12-13"), ("Dec 13", "2024-12-13"), ("13 december", "2024-12-13"), ("13th of Dec.", "2024-12-13"),
      ("Dec 2024", "2024-12"), ("december", "2024-12"), ("Dec, 2023", "2023-12"), ("2024", "2024"),
      ("13th", "2024-12-13"),
      ("Fri 13 Dec 2024", "2024-12-13"), ("Friday", "2024-12-13"), ("Fri 13", "2024-12-13"), ("25 Dec", "2024-12-25"),
      ("13.12.2024", "2024-12-13"), ("8.11.2024", "2024-11-08"), ("13.12.", "2024-12-13"), ("13/12/2024", "2024-12-13"),
      ("12/13/2024", "2024-12-13"), ("2024/12/13", "2024-12-13"), ("2024-12-8", "2024-12-08"),
      ("20241213", "2024-12-13"),
      ("12/2024", "2024-12"), ("13-Dec-2024", "2024-12-13"), ("13Dec", "2024-12-13"), ("Dec-13", "2024-12-13"),
      ("Nov/2024", "2024-11"), ("2024-Nov", "2024-11"), ("١٣ Dec", "2024-12-13"),
      ("13 Dec 2024 UTC", "2024-12-13"), ("13 Dec 14:30", "2024-12-13T14:30"),
      ("13 Dec 2024 14:30 UTC", "2024-12-13T14:30"),
      ("2024-12-13 14:30", "2024-12-13T14:30"), ("14:30 13 Dec", "2024-12-13T14:30"), ("13 Dec 14h", "2024-12-13T14"),
      ("13 Dec 2:30pm", "2024-12-13T14:30"), ("13 Dec 12 am", nil), ("13 Dec 12:05 am", "2024-12-13T00:05"),
      ("13 Dec 2024 14:30:05", "2024-12-13T14:30:05"), ("Wed 14:30z", "2024-12-11T14:30"),
      ("7-14 Dec 2024", "2024-12-07/2024-12-14"), ("7-14 Dec 2024 UTC", "2024-12-07/2024-12-14"),
      ("known 7-14 Dec 2024 UTC", "2024-12-07/2024-12-14"), ("7 Nov-3 Dec 2024", "2024-11-07/2024-12-03"),
      ("7 Dec 2024 - 3 Jan 2025", "2024-12-07/2025-01-03"), ("7 Dec 2024 – 3 Jan 2025", "2024-12-07/2025-01-03"),
      ("9 Dec to 11 Dec", "2024-12-09/2024-12-11"), ("between 9 and 11 Dec", "2024-12-09/2024-12-11"),
      ("Nov-Dec 2024", "2024-11/2024-12"), ("2019-2024", "2019/2024"), ("2019 - 2024", "2019/2024"),
      ("13 Dec 2024 14:30 - 13 Dec 2024 16:00", "2024-12-13T14:30/2024-12-13T16:00"),
      ("13 Dec 14:30-16:00", "2024-12-13T14:30/2024-12-13T16:00"), ("up to 13 Dec 2024 UTC", "../2024-12-13"),
      ("until Nov", "../2024-11"), ("from 13 Dec 2024", "2024-12-13/.."), ("about 2019", "2019"),
      ("about 13 Dec 2024 (uncertain)", "2024-12-13"), ("13 Dec -44", "-0044-12-13"), ("Dec 0025", "0025-12"),
    ] as [(String, String?)])
  func dates(text: String, expected: String?) throws {
    let here = try window("2024-12-08/2024-12-14")
    guard let expected else {
      #expect(throws: TimeJump.Problem.self) { try TimeJump(text, in: here) }
      return
    }
    let interval = try DateInterval(edtf: expected)
    guard case .to(let typed) = try TimeJump(text, in: here) else {
      Issue.record("\(text) is no date")
      return
    }
    #expect(typed.start == interval.start && typed.end == interval.end && typed.precision == interval.precision)
  }

  @Test("every window is gone to again by the words of the title")
  func titles() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let scale: Int64 = [1, 60, 3_600, 86_400, 86_400 * 60].randomElement(using: &generator) ?? 1
      let start = Int64.random(in: -40_000...40_000, using: &generator) * scale
      let shown = TimeWindow(
        start: Instant(seconds: start),
        end: Instant(seconds: start + scale * Int64.random(in: 1...50, using: &generator)))
      let isWhole = shown.start.secondOfDay == 0 && shown.end.secondOfDay == 0
      let precision: TimePrecision =
        isWhole ? .day : shown.start.seconds % 60 == 0 && shown.end.seconds % 60 == 0 ? .minute : .second
      let words = try #require(DateInterval(from: shown.start, precision, to: shown.end, precision)).words
      let here = try window("2024-12-08/2024-12-14")
      let today = try #require(CivilDate(year: 2026))
      #expect(try TimeJump(words, in: here).window(from: here, span: here, today: today) == shown, "\(words)")
    }
  }

  @Test(
    "what could be several dates, or is none, is told with what is missing",
    arguments: [
      ("13/12", "13/12 is ambiguous: type 13 Dec"), ("11/12", "11/12 may be 11 Dec or 12 Nov: type 11 Dec"),
      ("11/12/2024", "11/12/2024 may be 11 Dec or 12 Nov: type 11 Dec"), ("7-14", "7-14 is ambiguous: name the month"),
      ("13.12", "13.12 is ambiguous: type 13 Dec"), ("13", "a number alone may be a day or an hour: 13 Dec, 13:00"),
      ("14:30", "add the day, such as Sat 14 Dec 2024 14:30: the window has several"),
      ("13.12.24", "a year has four digits: 13 Dec 2024"), ("Sat 13 Dec 2024", "13 Dec 2024 is a Fri"),
      ("30 Feb 2024", "there is no such date or time"), ("25:00", "there is no such date or time"),
      ("14 Dec - 7 Dec", "it ends before it starts"),
      ("13 2024", "type 13 Dec 2024, 7-14 Dec, 2024-12-13, 14:30, +3d or today"),
    ])
  func told(text: String, words: String) throws {
    let here = try window("2024-12-08/2024-12-14")
    #expect { try TimeJump(text, in: here) } throws: { ($0 as? TimeJump.Problem)?.description == words }
  }

  @Test("what is left out is taken from the window only if that has one")
  func fromWindow() throws {
    func date(_ text: String, in edtf: String) throws -> DateInterval? {
      guard case .to(let interval) = try TimeJump(text, in: try window(edtf)) else { return nil }
      return interval
    }
    #expect(try date("14:30", in: "2024-12-13") == (try DateInterval(edtf: "2024-12-13T14:30")))
    #expect(try date("3 Jan", in: "2024-12-08/2025-01-14") == (try DateInterval(edtf: "2025-01-03")))
    #expect(try date("29 Feb", in: "2023/2025") == (try DateInterval(edtf: "2024-02-29")))
    #expect { try date("3 Jan", in: "2023/2024") } throws: {
      ($0 as? TimeJump.Problem)?.description == "add the year, such as Wed 3 Jan 2024: the window has several"
    }
    #expect { try TimeJump("3 Jan") } throws: { ($0 as? TimeJump.Problem)?.description == "add the year" }
  }

  @Test("+3 is so many units of the timeline", arguments: BucketUnit.allCases)
  func units(unit: BucketUnit) throws {
    let here = try window("2024-12-01/2024-12-31")
    let today = try #require(CivilDate(year: 2026))
    let there = try TimeJump("+3", unit: unit).window(from: here, span: here, today: today)
    #expect(there.start == unit.advance(here.start, by: 3) || unit.start(of: here.start) != here.start)
    let back = try TimeJump("-3", unit: unit).window(from: there, span: here, today: today)
    #expect(back.start == here.start && there != here)
  }

  @Test("a time in UTC is moved to the clocks of the zone; a time without a word is of the zone")
  func zones() throws {
    let zone = Zone(name: "Asia/Damascus") { _ in 3 * 3_600 }
    for (text, expected) in [
      ("13 Dec 2024 14:30", "2024-12-13T14:30"), ("13 Dec 2024 14:30 UTC", "2024-12-13T17:30"),
      ("13 Dec 2024 14:30Z", "2024-12-13T17:30"), ("13 Dec 2024 14:30 asia/damascus", "2024-12-13T14:30"),
      ("13 Dec 2024 UTC", "2024-12-13"),
    ] {
      #expect(try TimeJump(text, on: zone) == .to(try DateInterval(edtf: expected)), "\(text)")
    }
  }

  @Test("a day that a month does not have becomes its last")
  func shortMonth() throws {
    let jump = try TimeJump("+1m")
    let today = try #require(CivilDate(year: 2026, month: 1, day: 1))
    let moved = jump.window(from: try window("2024-01-31T10:00/2024-03-01"), span: try window("2024"), today: today)
    #expect(moved.start == (try instant("2024-02-29T10:00")))
  }

  @Test(
    "anything else is told what is taken",
    arguments: [
      "", "soon", "+d", "+3x", "3d", "+0d", "+9999999d", "++3d", "2024-13", "2024-12-14/2024-12-08", "../..", "+", "-",
      "at",
      "2024 2024", "13 13 Dec", "Dec Dec", "utc", "from", "until", "-", "1-2-3-4", "Dec 14:30", "99999999999999999999",
      "+99999999999999999999", "14:30:", ":30", "14:3", "13 Dec 14:30 15:30", "Fri Dec", "13 Dec to", "13 Dec 13pm",
    ])
  func problems(text: String) {
    #expect(throws: TimeJump.Problem.self) { try TimeJump(text) }
  }
}
