import SituationIO
import SituationModel
import TestKit
import Testing

@testable import sitmap

@Suite("Totals and comparisons as they are written")
struct TotalsCommandTests {
  private static let file = """
    id,title,date,lat,lon,admin1,location,event_kind,killed
    a,One,2024-12-08,34.7,36.7,Homs,Homs,strike,4
    b,Two,2024-12-08,34.7,36.7,Homs,Homs,strike,10-15
    c,Three,2024-12-09,35.1,36.7,Hama,"Hama, | old town",raid,
    d,Four,2024-12-07/2024-12-08,35.1,36.7,,Hama,raid,2

    """

  private static func listing(_ by: [Dimension]) throws -> TotalsListing {
    let situation = try readSituation(bytes: Array(file.utf8), file: "t.csv")
    let events = situation.events
    let parts = PartitionTable(events, by: by)
    let matches = events.sureMatches(EventScope())
    let content: TotalsListing.Content
    if by.count == 2, let cross = CrossTable(matches, of: parts, rows: by[0], columns: by[1]) {
      content = .cross(cross)
    } else {
      content = .totals(Totals(matches, of: parts, by: by, window: events.span))
    }
    return TotalsListing(
      content, head: TotalsCommand.head(situation, EventScope()), most: 10, form: TextForm())
  }

  @Test("text has a column for each count, and tells ranges, what is missing and what lies across")
  func text() throws {
    let text = try Self.listing([.province, .day]).text
    #expect(text.contains("deaths: at least 16, at most 21; best 6 in the 2 events that give one; 1 event without"))
    let days = try Self.listing([.day]).text
    #expect(days.contains("DAY         events  maybe"))
    #expect(days.contains("across: 1 event, 2 deaths, surely counted in the whole and maybe in each of several"))
  }

  @Test("CSV and JSON have the same rows; names with commas and bars stay whole")
  func tables() throws {
    let listing = try Self.listing([.place])
    #expect(
      listing.csv.contains("place,\"Hama, | old town\",yes,1,0,,deaths,,,,0,1,,\"place=\"\"Hama, | old town\"\"\"\r\n"))
    #expect(listing.json.contains("\"name\":\"Hama, | old town\""))
    #expect(listing.markdown.contains("Hama, \\| old town"))
    #expect(listing.csv.split(separator: "\r\n").count == 5)
  }

  @Test("a workbook has a sheet that is read, with the names of the columns")
  func workbook() throws {
    let listing = try Self.listing([.province])
    // Totals are no events: the reader says which columns it found.
    let error = #expect(throws: ReadError.self) { try readSituation(bytes: listing.workbook, file: "t.xlsx") }
    #expect(error?.message.contains("columns: \"by\", \"name\", \"stated\", \"sure\", \"maybe\"") == true)
  }

  @Test("--by takes one dimension or two different ones")
  func dimensions() throws {
    #expect(try TotalsCommand.dimensions("province,month") == [.province, .month])
    for text in ["", "towns", "place,place", "place,kind,month", "place,"] {
      #expect(throws: (any Error).self) { try TotalsCommand.dimensions(text) }
    }
  }
}
