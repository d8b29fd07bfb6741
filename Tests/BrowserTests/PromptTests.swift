import Testing
import TextCanvas

@testable import Browser

@Suite("Prompts")
struct PromptTests {
  @Test(
    "a line is edited as in a shell",
    arguments: [
      ("C-a x", "xone two"), ("home delete", "ne two"), ("C-w x", "one x"), ("C-u", ""), ("left left C-k", "one t"),
      ("A-b A-b C-k", ""), ("C-a A-f x", "onex two"), ("left backspace", "one to"), ("C-a A-d", " two"),
      ("C-a C-e x", "one twox"), ("A-backspace", "one "), ("left C-d", "one tw"), ("C-b C-f x", "one twox"),
    ])
  func editing(keys: String, expected: String) throws {
    var browsing = try Browsing()
    try browsing.type("/one two")
    try browsing.press(keys)
    #expect(browsing.state.dialogue.prompt?.text == expected)
  }

  @Test("the cursor is seen where it stands, and what is typed comes there")
  func cursor() throws {
    var browsing = try Browsing()
    try browsing.type("/abd")
    try browsing.press("left")
    let place = try #require(browsing.find("/abd"))
    let cell = browsing.state.frame.grid[place.column + 3, place.row]
    #expect(cell.style.attributes.contains(.reverse))
    try browsing.type("c")
    #expect(browsing.screen.contains("/abcd"))
  }

  @Test("Up brings the lines typed before, Down the newer ones and at last the new one; each is kept once")
  func history() throws {
    var browsing = try Browsing()
    for text in ["homs", "hama", "homs"] {
      try browsing.type("/\(text)")
      try browsing.press("enter")
    }
    #expect(browsing.keptLines.lines == ["search": ["hama", "homs"]])
    try browsing.type("/new")
    try browsing.press("up")
    #expect(browsing.state.dialogue.prompt?.text == "homs")
    try browsing.press("up up")
    #expect(browsing.state.dialogue.prompt?.text == "hama")
    try browsing.press("down down")
    #expect(browsing.state.dialogue.prompt?.text == "new")
    try browsing.press("escape t up")
    #expect(browsing.state.dialogue.prompt?.text == "", "times have lines of their own")
  }

  @Test("lines of earlier sessions are there from the beginning")
  func earlierSessions() throws {
    var options = ViewOptions()
    options.history = PromptHistory(["search": ["tartus"]])
    var browsing = try Browsing(options: options)
    try browsing.press("/ up enter")
    #expect(browsing.state.view.search == "tartus")
  }

  @Test("Ctrl-C leaves a prompt and answers no to a question")
  func cancelling() throws {
    var browsing = try Browsing()
    #expect(!browsing.state.hasSomethingToCancel)
    try browsing.type("/abc")
    #expect(browsing.state.hasSomethingToCancel)
    try browsing.press("C-c")
    #expect(browsing.state.dialogue.prompt == nil && browsing.effects.isEmpty)
  }

  @Test(
    "a command is found by a part of its name or by its letters, and the prompt shows the key of each",
    arguments: [("lege", Action.legend), ("whol", .wholeSpan), ("jumpag", .jumpAgain), ("cmltv", .cumulative)])
  func commands(typed: String, expected: Action) throws {
    #expect(Action.completions(of: typed).first == expected)
    var browsing = try Browsing()
    try browsing.type(":\(typed)")
    let key = browsing.state.environment.keys.shown(expected)
    #expect(browsing.screen.contains("\(expected.rawValue) (\(key))"))
  }

  @Test("what has the text only in its description or in its letters is shown and not taken; export and save are X")
  func describedCommands() throws {
    #expect(Action.completions(of: "clipboard").first == .copyCommand)
    var browsing = try Browsing()
    try browsing.type(":exp")
    try browsing.press("enter")
    #expect(browsing.screen.contains("no action is called \"exp\""))
    try browsing.type(":export")
    try browsing.press("enter")
    #expect(browsing.screen.contains("write to:"))
  }

  @Test("gg goes nowhere, and says where Home goes")
  func doubledG() throws {
    var browsing = try Browsing()
    let viewport = browsing.state.viewport
    try browsing.press("g g enter")
    #expect(browsing.state.viewport == viewport && browsing.screen.contains("Home goes to the beginning"))
  }

  @Test("a command that may mean several things names them, and none is taken")
  func severalCommands() throws {
    var browsing = try Browsing()
    try browsing.type(":zoom")
    try browsing.press("enter")
    #expect(browsing.screen.contains("\"zoom\" may be zoom-in, zoom-out"))
  }

  @Test("an empty search searches again, and its own key clears it")
  func searchingAgain() throws {
    var browsing = try Browsing()
    try browsing.type("/hmeimim")
    try browsing.press("enter")
    let first = browsing.state.view.selection?.row
    try browsing.press("/ enter")
    #expect(browsing.state.view.search == "hmeimim" && browsing.state.view.selection?.row != first)
    try browsing.press("backspace")
    #expect(browsing.state.view.search.isEmpty && browsing.screen.contains("search cleared"))
  }

  @Test("a search that finds nothing here says how many it would find elsewhere")
  func foundElsewhere() throws {
    var browsing = try Browsing()
    try browsing.press("home E")
    try browsing.type("/hmeimim")
    try browsing.press("enter")
    #expect(browsing.screen.contains("outside of the window or the filter"))
  }
}
