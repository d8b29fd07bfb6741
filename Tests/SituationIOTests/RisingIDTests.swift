import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Ids that rise")
struct RisingIDTests {
  private func table(_ ids: [String], parts: Int) throws -> Situation {
    let rows = ids.enumerated().map { number, id in "\(id),2024-0\(number % 9 + 1)-12,35.5,36.25,Event \(number)" }
    let text = "id,date,lat,lon,title\n" + rows.joined(separator: "\n") + "\n"
    let read = try Table.situation(Bytes(text.utf8), file: "t", map: ColumnMap(), limits: Limits(), parts: parts)
    return try #require(read?.situation)
  }

  @Test("whether ids rise, rise up to some row, or do not, each is found, in any number of parts", arguments: 0..<30)
  func found(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed) + 41)
    let count = Int.random(in: 1...400, using: &generator)
    var ids = (0..<count).map { "e\($0 * 3 + 5)" }
    switch seed % 3 {
    case 0: break
    case 1: ids.swapAt(Int.random(in: 0..<count, using: &generator), Int.random(in: 0..<count, using: &generator))
    default: ids.shuffle(using: &generator)
    }
    let events = try table(ids, parts: seed % 5 + 1).events
    for (number, id) in ids.enumerated() {
      #expect(events.row(of: id).map { events[$0].title } == "Event \(number)")
    }
    for id in ["", "e", "e4", "e6", "e99999", "f5", "#1", "E5"] { #expect(events.row(of: id) == nil) }
  }

  @Test("an id that comes again where ids rose is told, and its record gets another", arguments: 1...4)
  func repeated(parts: Int) throws {
    let ids = (100..<300).map { "x\($0)" } + ["x150"] + (300..<400).map { "x\($0)" }
    let situation = try table(ids, parts: parts)
    #expect(situation.rejections.count == 1 && situation.rejections[0].field == "id")
    #expect(situation.events.row(of: "x150").map { situation.events[$0].title } == "Event 50")
    #expect(situation.events.count == 301 && Set(situation.events.events.map(\.id)).count == 301)
  }

  @Test("records without ids of their own among them are found by their places")
  func missing() throws {
    let situation = try table(["a1", "a2", "", "a4", "", "a6"], parts: 2)
    for id in ["a1", "a2", "#3", "a4", "#5", "a6"] { #expect(situation.events.row(of: id) != nil, "\(id)") }
  }

  @Test("hashes of which two are the same are told from those that all differ", arguments: 0..<40)
  func distinct(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) + 7)
    // Few upper bits, so that many share the bit that they are looked for by.
    let low = UInt64.random(in: 1...4_000, using: &generator)
    var hashes = (0..<Int.random(in: 0...200, using: &generator)).map { _ in
      UInt64.random(in: 0...low, using: &generator) << UInt64.random(in: 0...55, using: &generator)
    }
    if seed.isMultiple(of: 2) { hashes = Array(Set(hashes)).shuffled(using: &generator) + [0, 0] }
    let told = hashes.filter { $0 != 0 }
    #expect(HashedIDs.areDistinct(hashes) == (Set(told).count == told.count))
  }
}
