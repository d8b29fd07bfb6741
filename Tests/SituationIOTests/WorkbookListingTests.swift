import SituationModel
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
}
