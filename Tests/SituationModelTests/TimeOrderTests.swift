import TestKit
import Testing

@testable import SituationModel

@Suite("Order of time")
struct TimeOrderTests {
  @Test("rows are in the order of starts, then ends, then the file, whatever the times are", arguments: 0..<24)
  func order(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 7)
    let unit: Int64 = [86_400, 3_600, 60, 1][seed % 4]
    // From a few equal times to spans that no key of 32 bits holds.
    let width: Int64 = [3, 400, 40_000_000, 4_000_000_000_000][seed / 4 % 4]
    let count = Int.random(in: 0...300, using: &generator)
    var (starts, ends) = ([Int64](), [Int64]())
    for _ in 0..<count {
      let start = Int64.random(in: -width...width, using: &generator) * unit
      let length = seed % 3 == 0 ? unit : Int64.random(in: 1...5, using: &generator) * unit
      switch Int.random(in: 0..<12, using: &generator) {
      case 0: (starts, ends) = (starts + [.max], ends + [.max])
      case 1: (starts, ends) = (starts + [.min], ends + [start])
      case 2: (starts, ends) = (starts + [start], ends + [.max])
      case 3: (starts, ends) = (starts + [start], ends + [start + 5_000_000_000])
      default: (starts, ends) = (starts + [start], ends + [start + length])
      }
    }
    let expected = starts.indices.sorted { (starts[$0], ends[$0], $0) < (starts[$1], ends[$1], $1) }
    var records = EventRecords()
    for (start, end) in zip(starts, ends) {
      let when = DateInterval(
        from: start == .min ? nil : Instant(seconds: start), .second, to: end == .max ? nil : Instant(seconds: end),
        .second)
      records.append(
        when: start == .max ? nil : when, kind: 0, precision: 0, standing: 0, point: nil, name: -1, flags: [])
    }
    #expect(starts.indices.map { records.end(of: $0) } == ends)
    let rows = TimeOrder(records).rows?.map(Int.init) ?? Array(starts.indices)
    #expect(rows == expected)
  }
}
