import SituationModel
import Testing

@Suite("A filter in parts")
struct FilterScanTests {
  private let table = EventTable(
    (0..<500).map { number in
      Event(
        id: "e\(number)", title: number % 3 == 0 ? "third" : "other", kind: number % 2 == 0 ? .convoy : .strike,
        place: Place(name: nil, precision: .unplaced, shape: nil))
    })

  @Test("whatever the parts, it finds what the filter finds at once", arguments: [1, 7, 100, 499, 500, 1_000])
  func parts(size: Int) throws {
    for text in ["title:third", "kind:convoy title:third", "-title:third", "title:nothing"] {
      let filter = try EventFilter(text) { _ in nil }
      var scan = FilterScan(filter, of: table)
      while !scan.isDone { scan.advance(by: size) }
      #expect(Array(scan.passing) == Array(table.rows(passing: filter)))
      #expect(scan.percent == 100 && scan.hasLookedAtAll)
    }
  }

  @Test("it ends when more than the limit are found")
  func limit() throws {
    let filter = try EventFilter("title:third") { _ in nil }
    var scan = FilterScan(filter, of: table, limit: 10)
    while !scan.isDone { scan.advance(by: 30) }
    #expect(scan.passing.count == 20 && !scan.hasLookedAtAll)
  }

  @Test("it is long where events have to be read, and short where the columns answer or there are few")
  func length() throws {
    let texts = try EventFilter("title:third") { _ in nil }
    let kinds = try EventFilter("kind:convoy") { _ in nil }
    #expect(FilterScan.isLong(texts, of: table, longFrom: 500))
    #expect(!FilterScan.isLong(texts, of: table, longFrom: 501))
    #expect(!FilterScan.isLong(kinds, of: table, longFrom: 1))
    #expect(!FilterScan.isLong(EventFilter(), of: table, longFrom: 1))
  }
}
