import Browser
import Cartography
import SituationModel
import Testing
import TextCanvas

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
    "Names of the world, of countries and of provinces are known",
    arguments: [
      ("tokyo", "Tokyo, Japan"), ("Brazil", "Brazil"), ("البرازيل", "Brazil"), ("Damascus", "Damascus, Syria"),
      ("Rif Dimashq", "Rif Dimashq province, Syria"), ("United States", "United States of America"),
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
      ("36SYM6722", "no such square"), ("geo:34.7", "no coordinates that can be read"),
      ("https://maps.app.goo.gl/x", "a short link has no coordinates"), ("Aleppo, Atlantis", "no country or province"),
      ("Aleppo, Lebanon", "there is Aleppo, Syria"), ("Palmyra, Idlib, Syria", "is not in Idlib, Syria"),
    ])
  func unknown(text: String, words: String) throws {
    var browsing = try Browsing()
    let map = browsing.lines.dropLast(2)
    try go(&browsing, to: text)
    #expect(browsing.lastRow.contains(words), "\(browsing.lastRow)")
    #expect(browsing.lines.dropLast(2) == map)
  }

  @Test(
    "A name with its province and country goes to the place in them",
    arguments: [
      ("Aleppo, Syria", "Aleppo, Syria"), ("Homs, Homs, Syria", "Homs, Syria"), ("حمص، سوريا", "Homs, Syria"),
      ("Tripoli, Lebanon", "Tripoli"), ("tripoli,libya", "Tripoli, Libya"),
      ("Idlib province, Syria", "Idlib province, Syria"),
      ("Tripoli, Leb", "Tripoli"),
    ])
  func areas(text: String, words: String) throws {
    var browsing = try Browsing()
    try go(&browsing, to: text)
    #expect(browsing.lastRow.hasPrefix(" \(words)"), "\(browsing.lastRow)")
    if text.contains("Leb") { #expect(browsing.lastRow.contains("Lebanon"), "\(browsing.lastRow)") }
  }

  @Test("A pasted link is gone to, and what has no place stays in the prompt to be corrected")
  func links() throws {
    var browsing = try Browsing()
    try browsing.press("g")
    let link = "https://www.google.com/maps/place/Homs/@34.7,36.7,9z/data=!3m1!8m2!3d34.7324!4d36.7137?entry=ttu"
    try browsing.send(.input(.paste(PastedText(link + String(repeating: "&x=y", count: 100), isCut: false)), nil))
    try browsing.press("enter")
    #expect(browsing.lastRow.contains("34.7324 N 36.7137 E"), "\(browsing.lastRow)")
    try go(&browsing, to: "geo:34.7,36.7x")
    #expect(browsing.lastRow.contains("go to: geo:34.7,36.7x_"))
    try browsing.press("backspace enter")
    #expect(browsing.lastRow.hasPrefix(" 34.7 N 36.7 E"), "\(browsing.lastRow)")
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
