import Cartography
import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser

/// The bundled situation with two files beside it.
enum ThreeFiles {
  static func situation() throws -> Situation {
    let folder = Bundled.root + "/Tests/BrowserTests/Files"
    let others = try ["aid.csv", "floods.kml"].map { name in
      // By its name alone, so that messages are as long on every machine.
      let text = try readText(path: "\(folder)/\(name)")
      return (path: name, situation: try readSituation(bytes: Array(text.utf8), file: name))
    }
    return Situation(joining: [(path: "syria.geojson", situation: try Bundled.situation())] + others)
  }
}

@Suite("Files as layers")
struct FileLayerTests {
  private func browsing(_ options: ViewOptions = ViewOptions()) throws -> Browsing {
    try Browsing(try ThreeFiles.situation(), columns: 120, rows: 40, options: options)
  }

  /// The letters of marks on the map whose ink is that of a file, by file; and the others'.
  private func inks(_ state: BrowserState) -> Set<Ink> {
    let rect = state.layout.inside(state.layout.map)
    let grid = state.frame.grid
    return Set(rect.rows.flatMap { row in rect.columns.map { grid[$0, row].style.ink } })
  }

  @Test("a file that is off is on no pane, and on again all is as it was")
  func onAndOff() throws {
    let all = try browsing()
    var browsing = all
    try browsing.press("L down space escape")
    #expect(browsing.find("Flour for Homs") == nil && browsing.find("Lorries reach") == nil)
    #expect(browsing.find("1 of 3 files off") != nil && browsing.find("of 29") != nil)
    #expect(browsing.state.results.matches.count == 25)
    #expect(browsing.state.results.histogram.tallies.allSatisfy { $0.certainByFile[1] == nil })
    try browsing.press("f")
    #expect(browsing.state.panes.facets.whole.passing == 25)
    try browsing.press("escape L space escape")
    #expect(browsing.screen == all.screen)
    try browsing.press("u")
    #expect(browsing.state.results.matches.count == 25)
  }

  @Test("with all files off the list says so; a selected event goes with its file")
  func allOff() throws {
    var browsing = try browsing(ViewOptions(select: "f2"))
    try browsing.press("L space down space down space escape")
    #expect(browsing.find("All files are turned off") != nil)
    #expect(browsing.state.view.selection == nil && browsing.state.results.matches.isEmpty)
  }

  @Test("a filter and a file that is off hold both; clearing the filter leaves the file off")
  func withFilter() throws {
    var browsing = try browsing()
    try browsing.press("L space escape f f")
    try browsing.type("kind:convoy")
    try browsing.press("enter escape")
    #expect(browsing.state.results.matches.count == 3)
    try browsing.press("x")
    #expect(browsing.state.results.matches.count == 7)
  }

  @Test("the filter pane has a section for them, where there are several")
  func facets() throws {
    var browsing = try browsing()
    try browsing.press("f end")
    #expect(browsing.find("files") != nil && browsing.find("[ ] floods.kml") != nil)
    var one = try Browsing(columns: 120, rows: 40)
    try one.press("f end")
    #expect(one.find("files") == nil)
  }

  @Test("colours show the file, and kinds at a key; of one file, kinds alone")
  func colours() throws {
    var browsing = try browsing()
    let files: Set<Ink> = [.firstFile, .secondFile, .thirdFile]
    #expect(inks(browsing.state).isSuperset(of: files))
    #expect(inks(browsing.state).isDisjoint(with: [.convoy, .imagery, .otherKind]))
    try browsing.press("M")
    #expect(browsing.find("colours show the kind") != nil)
    #expect(inks(browsing.state).isDisjoint(with: files) && inks(browsing.state).contains(.convoy))
    try browsing.press("u")
    #expect(inks(browsing.state).isSuperset(of: files))
    var one = try Browsing(options: ViewOptions())
    let before = one.state.frame.grid
    try one.press("M")
    #expect(one.find("one file is open") != nil)
    try one.press("F12 F12")
    #expect(one.state.frame.grid == before)
  }

  @Test("without colours every event of the list, its details and the timeline name the file by a sign")
  func signs() throws {
    var browsing = try browsing(ViewOptions(theme: .monochrome))
    #expect(browsing.find(" 1 ✓p Rebels") != nil && browsing.find(" 3  e A dyke breaks") != nil)
    #expect(browsing.lines.contains { $0.contains("13") && $0.contains("│") && !$0.contains("Dec") })
    try browsing.press("enter")
    var detail = try self.browsing(ViewOptions(select: "f2", theme: .monochrome))
    try detail.press("enter")
    #expect(detail.find("File  3 floods.kml (Floods of the north)") != nil)
  }

  @Test("a view says which files are off and what colours tell, and is shown again by it")
  func views() throws {
    var options = ViewOptions()
    (options.hiddenFiles, options.colours) = (["aid.csv", "nobody"], .kind)
    options.origin.files = ["syria.geojson", "aid.csv", "floods.kml"]
    var browsing = try browsing(options)
    let view = browsing.state.savedView
    #expect(view.hiddenFiles == ["aid.csv"] && view.colours == .kind)
    let command = try #require(browsing.state.command)
    #expect(command == "sitmap syria.geojson aid.csv floods.kml --hide-layer aid.csv --colour kind")
    var notes: [String] = []
    let members = Dictionary(uniqueKeysWithValues: view.members.map { ($0.key, $0.value) })
    #expect(SavedView(members, place: { _ in nil }, notes: &notes) == view && notes.isEmpty)
    let screen = browsing.screen
    try browsing.press("M L down space escape")
    #expect(browsing.state.savedView.hiddenFiles.isEmpty && browsing.state.results.matches.count == 29)
    _ = browsing.state.savedView
    try browsing.press("u u F12 F12")
    #expect(browsing.screen == screen && browsing.state.savedView == view)
    _ = SavedView(["hide-layer": .text("x"), "colour": .text("red")], place: { _ in nil }, notes: &notes)
    #expect(notes.count == 2)
  }

  @Test("the same is said in sentences and in a report")
  func sentences() throws {
    var options = ViewOptions(select: "f2")
    options.hiddenFiles = ["aid.csv"]
    let text = try browsing(options).state.prose.text
    #expect(
      text.contains(
        "Files: 1 syria.geojson (Syria, December 2024), 22 events; 2 aid.csv, 4 events, off; "
          + "3 floods.kml (Floods of the north), 3 events."))
    #expect(text.contains("File: 3 floods.kml (Floods of the north)."))
    #expect(text.contains("here they end in @2, as peskov-plays-down@2."))
    let brief = Brief(try browsing().state).markdown
    #expect(brief.contains("- Files: 1 syria.geojson") && brief.contains("File: 2 aid.csv."))
    #expect(!(try Browsing().state.prose.text.contains("File")))
  }

  @Test("more files than signs of one digit, and more than inks, stay apart in the list")
  func many() throws {
    let parts = try (1...EventFile.most).map { number in
      let event = try Event.sample("e", day: 1 + number % 28, latitude: Double(number))
      return (path: "file-\(number).csv", situation: Situation.sample([event]))
    }
    var browsing = try Browsing(Situation(joining: parts), columns: 100, rows: 50)
    #expect(browsing.state.results.matches.count == 32 && browsing.state.situation.events.row(of: "e@32") != nil)
    #expect(Set((0..<32).map(EventFile.sign)).count == 32)
    try browsing.press("L end")
    #expect(browsing.find("[x] scale") != nil)
    try browsing.press("home")
    #expect(browsing.find(">[x] 1 file-1.csv") != nil)
  }
}
