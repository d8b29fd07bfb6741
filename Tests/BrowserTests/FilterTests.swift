import Browser
import SituationModel
import Testing

@Suite("Filtering by f")
struct FilterTests {
  @Test("a filter is typed, counted as it is typed, taken by Enter, shown again by f, and cleared by x")
  func typed() throws {
    var browsing = try Browsing()
    try browsing.press("f f")
    #expect(browsing.find("e.g. kind:convoy") != nil)
    try browsing.type("kind:imagery or kind:strike")
    #expect(browsing.find("5 events") != nil)
    #expect(browsing.lines[0].contains("  22 events"))
    try browsing.press("enter")
    #expect(browsing.find("5 of 22 events pass") != nil)
    #expect(browsing.lines[0].contains("filtered"))
    #expect(browsing.lines[0].contains("5 of 22 events"))
    try browsing.press("f")
    #expect(browsing.find("filter: kind:imagery or kind:strike_") != nil)
    try browsing.press("C-u enter")
    #expect(browsing.find("every event passes") != nil)
    #expect(!browsing.lines[0].contains("filtered"))
    try browsing.press("f")
    try browsing.type("kind:strike")
    try browsing.press("enter escape x")
    #expect(browsing.lines[0].contains("  22 events"))
  }

  @Test("what is wrong is said with its column, marked, and stays to be mended; Escape leaves all as it was")
  func wrong() throws {
    var browsing = try Browsing()
    try browsing.press("f f")
    try browsing.type("kind:convoy grade>=G2")
    #expect(browsing.find("column 20: \"grade>=\" takes A1 to E5") != nil)
    let place = try #require(browsing.find("G2_"))
    let grid = browsing.state.frame.grid
    #expect(grid[place.column, place.row].style.attributes.contains(.reverse))
    #expect(!grid[place.column - 1, place.row].style.attributes.contains(.reverse))
    try browsing.press("enter")
    #expect(browsing.find("filter: kind:convoy grade>=G2_") != nil)
    try browsing.press("backspace backspace backspace")
    try browsing.type("=B2")
    try browsing.press("enter")
    #expect(browsing.find("0 of 22 events pass") != nil)
    try browsing.press("f C-u")
    try browsing.type("kind:nothing")
    try browsing.press("escape")
    #expect(browsing.lines[0].contains("filtered"))
    #expect(browsing.lines[0].contains("0 of 22 events"))
  }

  @Test("a place is one of the file's, else a town of the map; a selected event that is filtered out is let go")
  func places() throws {
    var browsing = try Browsing(options: ViewOptions(select: "hmeimim-an124"))
    try browsing.press("f f")
    try browsing.type("certainly near:\"Tartus naval facility\",20km")
    #expect(browsing.find("1 event") != nil)
    try browsing.press("C-u")
    try browsing.type("certainly near:Homs,50km")
    try browsing.press("enter")
    #expect(browsing.find("1 of 22 events pass") != nil)
    #expect(browsing.find(">I") == nil)
    try browsing.press("f C-u")
    try browsing.type("near:Asmara,50km")
    #expect(browsing.find("events") != nil)
    #expect(browsing.find("no place") == nil)
    try browsing.press("C-u")
    try browsing.type("near:Atlantis,50km")
    #expect(browsing.find("no place is called \"Atlantis\"") != nil)
  }

  @Test("the histogram obeys the filter")
  func histogram() throws {
    var browsing = try Browsing()
    #expect(browsing.find("IIII") != nil)
    try browsing.press("f f")
    try browsing.type("-kind:imagery")
    try browsing.press("enter")
    #expect(browsing.find("IIII") == nil)
  }
}
