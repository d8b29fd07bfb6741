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
      default: (starts, ends) = (starts + [start], ends + [start + length])
      }
    }
    let expected = starts.indices.sorted { (starts[$0], ends[$0], $0) < (starts[$1], ends[$1], $1) }
    let records = zip(starts, ends).map { start, end in
      EventRecords.Record(
        start: start, end: end, latitude: 0, longitude: 0, place: -1, date: DateTraits(nil), kind: 0, precision: 0,
        standing: 0, flags: [])
    }
    let rows = TimeOrder(records).rows?.map(Int.init) ?? Array(starts.indices)
    #expect(rows == expected)
  }
}
