import SituationIO
import SituationModel
import Testing
import TextCanvas

@testable import Browser

/// The timeline: its buckets, its axis, and what the mouse does on it.
extension TimeTests {
  @Test("a click on any cell of a bar goes to that bar's bucket", arguments: [7, 61, 98, 99, 300])
  func everyCell(columns: Int) throws {
    let start = try #require(CivilDate(year: 2024, month: 1, day: 1))
    let span = TimeWindow(start: Instant(start), end: Instant(start.advanced(byDays: 61)))
    let scale = TimeScale(buckets: TimeBuckets(covering: span, finest: .day, limit: columns), columns: columns)
    for bucket in 0..<scale.buckets.count {
      for column in scale.columns(of: bucket) {
        #expect(scale.bucket(at: (Double(column) + 0.5) / Double(columns)) == bucket)
      }
      #expect(!scale.columns(of: bucket).isEmpty)
    }
  }

  @Test("smaller and larger buckets keep the middle of the window in sight, down to hours and up to what fits")
  func units() throws {
    let situation = try Self.years()
    var browsing = try Browsing(situation, options: ViewOptions(from: try DateInterval(edtf: "2021-07-02"), to: nil))
    try browsing.press("< < < <")
    var seen: [String] = []
    for key in ["b", "b", "b", "b", "b", "b", "B", "B", "B", "B", "B", "B", "B"] {
      let window = browsing.state.view.window
      let middle = browsing.state.axisMiddle
      try browsing.press(key)
      let span = browsing.state.results.histogram.buckets.span
      #expect(browsing.state.view.window == window)
      #expect(span.start <= middle && middle < span.end, "\(key)")
      seen.append(browsing.state.results.histogram.buckets.unit.name)
    }
    #expect(
      seen == [
        "week", "day", "6 hours", "hour", "month", "week", "month", "year", "month", "year", "month", "year", "month",
      ])
  }

  @Test("the axis lies around the middle of the window, and stays where it is while the mouse drags on it")
  func heldAxis() throws {
    var browsing = try Browsing(try Self.years(), columns: 80, rows: 24)
    try browsing.press("b b ]")
    let axis = browsing.state.results.histogram.buckets.span
    let row = browsing.lines.count - 4
    try browsing.mouse(.press(clicks: 1), column: 60, row: row)
    #expect(browsing.state.results.histogram.buckets.span == axis)
    try browsing.mouse(.drag, column: 70, row: row)
    #expect(browsing.state.results.histogram.buckets.span == axis)
    #expect(browsing.state.view.window.seconds == 11 * 86_400)
    try browsing.mouse(.release, column: 70, row: row)
    #expect(browsing.state.results.histogram.buckets.span.start > axis.start)
  }

  @Test("the window is never off the axis, whatever moves it", arguments: ["b", "b b", "b b b", "b b J", "J"])
  func onAxis(setting: String) throws {
    var browsing = try Browsing(try Self.years(), columns: 80, rows: 24)
    try browsing.press(setting)
    for key in [
      ".", ".", "]", "]", ">", "]", "]", "]", "end", ",", "home", "[", "[", "}", ")", "{", "(", "<", ".", "a",
    ] {
      try browsing.press(key)
      let (axis, window) = (browsing.state.results.histogram.buckets.span, browsing.state.view.window)
      #expect(window.end > axis.start && window.start < axis.end, "after \(key)")
      if window.seconds <= axis.seconds {
        #expect(browsing.state.isWhole || window.start >= axis.start && window.end <= axis.end, "after \(key)")
      }
    }
  }

  @Test("gaps and bursts are those of the stated rule, there and back")
  func stretches() throws {
    var browsing = try Browsing(try Self.years())
    try browsing.press("b b")
    #expect(browsing.state.results.histogram.buckets.unit == .day)
    var gaps: [String] = []
    for _ in 0..<9 {
      try browsing.press(")")
      if gaps.last != words(browsing) { gaps.append(words(browsing)) }
    }
    #expect(
      gaps == [
        "5-19 Mar 2019 UTC", "21-31 Mar 2019 UTC", "1 May 2019 - 30 Jun 2021 UTC", "7 Jul 2021 - 7 Dec 2024 UTC",
        "9-12 Dec 2024 UTC",
      ])
    try browsing.press("(")
    #expect(words(browsing) == "7 Jul 2021 - 7 Dec 2024 UTC")
    try browsing.press("a }")
    #expect(words(browsing) == "3 Mar 2019 UTC")
    try browsing.press("} }")
    #expect(words(browsing) == "13 Dec 2024 UTC")
    try browsing.press("{ {")
    #expect(words(browsing) == "3 Mar 2019 UTC")
  }

  @Test("K counts the kinds one after the other, then all of them again")
  func kinds() throws {
    var browsing = try Browsing()
    let all = browsing.state.results.histogram.tallies.reduce(0) { $0 + $1.total }
    let kinds = Set(browsing.state.situation.events.events.map(\.kind)).count
    var sum = 0.0
    for _ in 0..<kinds {
      try browsing.press("K")
      #expect(browsing.state.view.timeLook.kind != nil)
      sum += browsing.state.results.histogram.tallies.reduce(0) { $0 + $1.total }
    }
    #expect(abs(sum - all) < 1e-6)
    try browsing.press("K")
    #expect(browsing.state.view.timeLook.kind == nil)
  }

  private static func years() throws -> Situation {
    let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }
    return try readSituation(path: "\(folder)/Files/years.geojson")
  }

  @Test("a click on the timeline goes there, and a drag sets the window")
  func mouse() throws {
    var browsing = try Browsing()
    let label = try #require(
      browsing.lines.lastIndex { $0.contains("12 Dec") }.map { row in
        Position(column: browsing.lines[row].split(separator: "13 Dec")[0].count, row: row)
      })
    try browsing.mouse(.press(clicks: 1), column: label.column + 1, row: label.row - 1)
    #expect(words(browsing) == "13 Dec 2024 UTC")
    let eleventh = browsing.lines[label.row].split(separator: "11 Dec")[0].count + 1
    try browsing.mouse(.drag, column: eleventh, row: label.row - 1)
    #expect(words(browsing) == "11-13 Dec 2024 UTC")
    try browsing.mouse(.release, column: eleventh, row: label.row - 1)
    try browsing.mouse(.drag, column: 3, row: label.row - 1)
    #expect(words(browsing) == "11-13 Dec 2024 UTC", "after the release nothing is dragged")
  }

  @Test("bars of certain events have the letters of their kinds, and none is lost")
  func bars() throws {
    var tally = TimeBuckets.Tally()
    tally.certain = [EventKind.strike.code: 100, EventKind.convoy.code: 1]
    tally.possible = 0.2
    let cells = TimelineView.cells(of: tally, highest: 101.2, area: 12, isLit: true)
    #expect(String(cells.map(\.glyph)) == "CSSSSSSSSSS:")
    #expect(TimelineView.cells(of: TimeBuckets.Tally(), highest: 5, area: 12, isLit: true).isEmpty)
  }
}
