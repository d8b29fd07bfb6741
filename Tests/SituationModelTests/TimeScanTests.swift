import TestKit
import Testing

@testable import SituationModel

@Suite("Rows in a window")
struct TimeScanTests {
  @Test("the columns find what each date says, of all rows or of some, at the edges too", arguments: 0..<12)
  func scan(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 90)
    let count = [0, 1, 40, 700, 2_500][seed % 5]
    let events = (0..<count).map { number in
      let start = Instant(seconds: Int64.random(in: 0...400, using: &generator) * 3_600)
      let end = start.advanced(by: Int64.random(in: 1...(number % 50 == 0 ? 400 : 6), using: &generator) * 3_600)
      let (about, unsure) = (number % 9 == 0, number % 11 == 0)
      let when: DateInterval? =
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: nil
        case 1: DateInterval(from: nil, .hour, to: end, .hour)
        case 2: DateInterval(from: start, .hour, to: nil, .hour)
        case 3...5: DateInterval(from: start, .hour, to: end, .hour, isApproximate: about, isUncertain: unsure)
        default: DateInterval(unit: .hour, at: start, isApproximate: about, isUncertain: unsure)
        }
      return Event(id: "\(number)", title: "", when: when)
    }
    let table = EventTable(events)
    for round in 0..<60 {
      let start = Instant(seconds: Int64.random(in: -5...405, using: &generator) * 3_600)
      let window = TimeWindow(
        start: start, end: start.advanced(by: Int64.random(in: 0...60, using: &generator) * 3_600))
      let all = RowSet(all: count)
      let rows = round % 2 == 0 ? all : all.chosen { _ in Bool.random(using: &generator) }
      let expected = rows.compactMap { row -> EventTable.Match? in
        let membership = window.membership(of: table.date(of: row))
        return membership == .outside ? nil : EventTable.Match(row: row, isCertain: membership == .certain)
      }
      #expect(table.matches(in: window, among: rows) == expected)
    }
  }
}
