import SituationModel
import TestKit
import Testing

@testable import SituationIO

@Suite("Lists as workbooks")
struct WorkbookListingTests {
  @Test("a list that is written as a workbook has its events in its own order")
  func order() throws {
    let events = try [("b", "2024-12-09"), ("a", "2024-12-08"), ("c", "2024-12-10")].map { id, date in
      Event(id: id, title: "Event \(id)", when: try DateInterval(edtf: date))
    }
    let entries = events.map { Listing.Entry($0, isCertain: true) }
    let bytes = Listing(entries, safe: { $0 }, markdown: { $0 }).workbook
    let read = try readSituation(bytes: bytes, file: "f")
    #expect(read.events.events.map(\.id) == ["a", "b", "c"] && read.rejections.isEmpty)
    var workbook = try #require(Workbook(Bytes(bytes), file: "f", limits: Limits()))
    let rows = try #require(try workbook.sheets(nil, progress: nil).first?.rows)
    #expect(Spreadsheets.texts(rows).dropFirst().map { $0[0] } == ["b", "a", "c"])
  }

  @Test("events that one sheet has no room for stand in further sheets, and come back", arguments: [false, true])
  func sheets(hasTags: Bool) throws {
    var maker = EventMaker(seed: 3)
    let table = EventTable(maker.events(50))
    var conversion = Conversion(Situation(title: "", events: table), to: .xlsx, hasTags: hasTags)
    conversion.sheetLimit = WorkbookWriter.Limit(rows: 21 + (hasTags ? 1 : 0), bytes: 1 << 30)
    var bytes: [UInt8] = []
    _ = conversion.write { bytes += $0 }
    let read = try readSituation(bytes: bytes, file: "f")
    #expect(Set(read.events.events) == Set(table.events) && read.events.count == 50)
    var workbook = try #require(Workbook(Bytes(bytes), file: "f", limits: Limits()))
    let sheets = try workbook.sheets(nil, progress: nil)
    #expect(sheets.map(\.name) == ["events", "events 2", "events 3"])
    #expect(
      sheets.compactMap(\.rows).map { Spreadsheets.texts($0).count } == [20, 20, 10].map { $0 + (hasTags ? 2 : 1) })
  }

  @Test("a sheet ends before its text is too large for the archive")
  func sizes() throws {
    let events = (0..<6_000).map { Event(id: "e\($0)", title: String(repeating: "x", count: 100)) }
    let table = EventTable(events)
    var conversion = Conversion(Situation(title: "", events: table), to: .xlsx)
    conversion.sheetLimit = WorkbookWriter.Limit(rows: 1_048_576, bytes: 1_000_000)
    var bytes: [UInt8] = []
    _ = conversion.write { bytes += $0 }
    let read = try readSituation(bytes: bytes, file: "f")
    #expect(read.events.count == events.count)
    var workbook = try #require(Workbook(Bytes(bytes), file: "f", limits: Limits()))
    #expect(try workbook.sheets(nil, progress: nil).count > 1 || processors() > 2)
  }

  @Test("what lies beyond 4 GB of an archive has its place in fields of ZIP64")
  func largeArchives() {
    var zip = ZipWriter(at: 5 << 30)
    let length = zip.begin("a").count + zip.add([1, 2, 3]).count + zip.end().count
    let end = zip.finish()
    func number(_ place: Int, _ width: Int) -> Int {
      (0..<width).reduce(0) { $0 | Int(end[place + $1]) << (8 * $1) }
    }
    #expect(number(0, 4) == 0x0201_4B50 && number(42, 4) == 0xFFFF_FFFF && number(30, 2) == 12)
    #expect(number(47, 2) == 1 && number(51, 8) == 5 << 30)
    #expect(number(59, 4) == 0x0606_4B50 && number(59 + 40, 8) == 59 && number(59 + 48, 8) == (5 << 30) + length)
    #expect(number(115, 4) == 0x0706_4B50 && number(123, 8) == (5 << 30) + length + 59)
    #expect(number(135, 4) == 0x0605_4B50 && number(151, 4) == 0xFFFF_FFFF && end.count == 157)
  }
}
