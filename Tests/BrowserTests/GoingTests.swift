import Browser
import Cartography
import SituationModel
import Testing

@Suite("Going to places")
struct GoingTests {
  @Test(
    "Every spelling of a name goes to the same place",
    arguments: ["Hassia", "hisyah", "حسياء", "HASYA", "Al-Hassia", "Hasia"])
  func spellings(name: String) throws {
    var browsing = try Browsing()
    try go(&browsing, to: name)
    #expect(browsing.lastRow.contains("Hassia, Homs, Syria"), "\(browsing.lastRow)")
  }

  @Test(
    "Names of the world, of countries and of governorates are known",
    arguments: [
      ("tokyo", "Tokyo, Japan"), ("Brazil", "Brazil"), ("البرازيل", "Brazil"), ("Damascus", "Damascus, Syria"),
      ("Rif Dimashq", "Rif Dimashq governorate, Syria"), ("United States", "United States of America"),
    ])
  func names(name: String, words: String) throws {
    var browsing = try Browsing()
    try go(&browsing, to: name)
    #expect(browsing.lastRow.hasPrefix(" \(words)"), "\(browsing.lastRow)")
  }

  @Test("Tab chooses among places of a name, and the message says that there are others")
  func ambiguous() throws {
    var browsing = try Browsing()
    try go(&browsing, to: "Tripoli")
    #expect(browsing.lastRow.contains("; also Tripoli"), "\(browsing.lastRow)")
    let first = browsing.screen
    try browsing.press("g")
    try browsing.type("Tripoli")
    try browsing.press("tab tab enter")
    #expect(browsing.screen != first)
    #expect(browsing.lastRow.contains("Tripoli"))
    #expect(!browsing.lastRow.contains("also"))
  }

  @Test(
    "What is unknown says so, and the map stays",
    arguments: [
      ("Xanadu land", "no place is called"), ("91, 0", "a latitude is at most 90"), ("12 34 56", "type a place's name"),
      ("36SYM6722", "no such square"),
    ])
  func unknown(text: String, words: String) throws {
    var browsing = try Browsing()
    let map = browsing.lines.dropLast(2)
    try go(&browsing, to: text)
    #expect(browsing.lastRow.contains(words), "\(browsing.lastRow)")
    #expect(browsing.lines.dropLast(2) == map)
  }

  @Test("A square is gone to by its middle, and it is said")
  func square() throws {
    var browsing = try Browsing()
    try go(&browsing, to: "36SYE6721")
    #expect(browsing.lastRow.contains("36S YE 67 21: the middle of this square of 1 km"))
    try go(&browsing, to: "")
    #expect(browsing.lastRow.contains("Arrows"))
  }

  @Test("The names of the file's own places count")
  func eventPlaces() throws {
    let situation = Situation.sample([try .sample("one", latitude: 1, longitude: 2)])
    var browsing = try Browsing(situation)
    try go(&browsing, to: "place one")
    #expect(browsing.lastRow.contains("Place one"))
  }

  private func go(_ browsing: inout Browsing, to text: String) throws {
    try browsing.press("g")
    try browsing.type(text)
    try browsing.press("enter")
  }
}

extension Browsing {
  /// What the last row says.
  fileprivate var lastRow: String { lines.last { !$0.isEmpty } ?? "" }
}
