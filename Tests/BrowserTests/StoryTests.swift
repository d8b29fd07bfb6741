import SituationIO
import SituationModel
import Testing
import TextCanvas

@testable import Browser

@Suite("Stories")
struct StoryTests {
  private static let folder = Bundled.root + "/Tests/BrowserTests/Files"

  private func browsing(columns: Int = 100, rows: Int = 30) throws -> Browsing {
    var options = ViewOptions()
    options.story = try Bundled.story()
    return try Browsing(columns: columns, rows: rows, options: options)
  }

  @Test("the bundled story is read whole, and each step rests on events")
  func bundled() throws {
    let path = Bundled.root + "/Data/situations/syria-2024-12.story.json"
    let (story, rejections) = try Bundled.story(path: path)
    #expect(rejections.isEmpty, "\(rejections)")
    #expect((6...10).contains(story.steps.count))
    for step in story.steps { #expect(!step.rows.isEmpty && !step.title.isEmpty) }
    // Every event of the file is told somewhere.
    #expect(Set(story.steps.flatMap(\.rows)).count == (try Bundled.situation()).events.count)
  }

  @Test("what a step of the bundled story rests on is shown with it")
  func shownEvents() throws {
    var browsing = try browsing()
    try browsing.press("R")
    for step in try Bundled.story().steps {
      let shown = Set(browsing.state.results.matches.map(\.row))
      #expect(shown.isSuperset(of: step.rows), "\(step.title)")
      try browsing.press("page-down")
    }
  }

  @Test("a file is taken with all that can be read of it")
  func good() throws {
    let (story, rejections) = try Bundled.story(path: Self.folder + "/good.story.json")
    #expect(rejections.isEmpty && story.title == "A story" && story.steps.count == 2)
    #expect(story.steps[0].view.zoom == 9 && story.steps[0].view.at?.longitude == 35.9)
    #expect(story.steps[1].view == SavedView())
  }

  @Test("what is wrong with it is told with its line")
  func broken() throws {
    let (story, rejections) = try Bundled.story(path: Self.folder + "/broken.story.json")
    #expect(story.steps.map(\.text) == ["Rests on nobody.", "Has no view."])
    let said = rejections.map { "\($0.line): \($0.reason)" }
    for words in [
      "3: the step has no \"text\"", "4: the record is a text, not an object", "5: no event has the id \"nobody\"",
      "5: no event has the id \"?\"", "5: \"zoom\" is not a zoom", "5: \"where\": column", "5: \"colour\" is not known",
      "5: no event has the id \"somebody\", which the view selects", "7: \"view\" is no object",
    ] {
      #expect(said.contains { $0.hasPrefix(words) }, "\(words) is not in \(said)")
    }
    #expect(rejections.count == 9)
  }

  @Test(
    "a file of another profile, or that breaks off, is no story",
    arguments: [
      ("", "a:1: is empty"), ("[]", "a:1: the file is a list, not an object"),
      (#"{"steps":[]}"#, "a:1: the file has no \"profile\""),
      (#"{"profile":"sitmap-story-2","steps":[]}"#, #"a:1: the profile is "sitmap-story-2", not "sitmap-story-1""#),
      (#"{"profile":"sitmap-story-1"}"#, "a:1: the file has no \"steps\""),
      ("{\"profile\":\"sitmap-story-1\",\n\"steps\":[{", "a:2: the file breaks off before its end"),
    ])
  func refused(text: String, message: String) {
    let error = #expect(throws: ReadError.self) {
      try RecordFile(bytes: Bytes(Array(text.utf8)), file: "a", profile: Story.profile, list: Story.list)
    }
    #expect(error?.message == message)
  }

  @Test("R tells it, page keys step, and one undo goes back to the view before it")
  func telling() throws {
    var browsing = try browsing()
    let before = browsing.state.savedView
    try browsing.press("R")
    #expect(browsing.screen.contains("1 of 9") && browsing.screen.contains("PgUp/PgDn step"))
    try browsing.press("page-up")
    #expect(browsing.screen.contains("this is the first step"))
    for _ in 0..<8 { try browsing.press("page-down") }
    #expect(browsing.screen.contains("9 of 9"))
    try browsing.press("page-down")
    #expect(browsing.screen.contains("this is the last step"))
    try browsing.press("R")
    #expect(browsing.screen.contains("the story has ended"))
    try browsing.press("u")
    #expect(browsing.state.savedView == before)
  }

  @Test("the events that a step rests on are chosen and opened, and Esc comes back to the step")
  func links() throws {
    var browsing = try browsing()
    try browsing.press("R page-down e right enter")
    #expect(browsing.screen.contains("An-124s with raised nose cones") && browsing.screen.contains("Maxar"))
    try browsing.press("escape")
    #expect(browsing.screen.contains("2 of 9"))
    try browsing.press("escape")
    #expect(browsing.screen.contains("the story has ended"))
  }

  @Test("it plays to its end, a pause for each step by the length of its text")
  func playing() throws {
    var browsing = try browsing()
    #expect(browsing.state.tickInterval == nil)
    try browsing.press("R space")
    let first = try #require(browsing.state.tickInterval)
    #expect((5_000...40_000).contains(first))
    for _ in 0..<8 { try browsing.send(.tick) }
    #expect(browsing.state.tickInterval == nil)
    #expect(browsing.screen.contains("9 of 9"))
    try browsing.press("space")
    #expect(browsing.screen.contains("1 of 9") && browsing.state.tickInterval == first)
    try browsing.press("page-down")
    #expect(browsing.state.tickInterval == nil)
  }

  @Test("a file without a story says so")
  func none() throws {
    var browsing = try Browsing()
    try browsing.press("R")
    #expect(browsing.screen.contains("this file has no story"))
  }
}
