import Browser
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import sitmap

@Suite("Settings")
struct SettingsTests {
  private func settings(_ text: String) -> Settings { Settings(text, path: "config.toml") }

  @Test("what is printed of settings is a file of the same settings, without a problem")
  func roundTrip() throws {
    let first = settings(
      """
      start = "anew"
      timezone = "+03:00"
      [view]
      glyphs = "braille"
      at = "Homs"
      zoom = 7.5
      cumulative = true
      hide = ["roads", "rivers"]
      from = 2024-12-08
      [keys]
      quit = ["@", "C-q"]
      zoom-in = "+"
      loop = []
      desk-add = ["I n", "; a"]
      """)
    #expect(first.problems == [])
    let second = settings(first.text)
    #expect(second.problems == [])
    #expect(second.text == first.text)
    #expect(second.keys == first.keys)
    #expect(second.text.contains("from = \"2024-12-08\""))
    #expect((first.start, first.timezone?.name) == (.anew, "+03:00"))
    #expect(settings(settings("").text).keys == KeyMap())
  }

  @Test(
    "each mistake is told with its line, and what is right holds",
    arguments: [
      ("colour = 3", 1, "\"colour\" is unknown"),
      ("\n\nstart = \"now\"", 3, "\"start\" is not one of last, anew"),
      ("timezone = \"Mars/Olympus\"", 1, "\"timezone\" is not a time zone"),
      ("[view]\n\nzoom = 99", 3, "\"zoom\" is not a zoom"),
      ("[view]\nat = [\n1,\n2]", 4, "\"at\" is not a place"),
      ("view = 1", 1, "\"view\" is not a table"),
      ("[keys]\nzap = \"y\"", 2, "no action is called zap"),
      ("[keys]\nquit = 5", 2, "quit wants a key"),
      ("[keys]\nquit = \"nokey\"", 2, "quit wants a key"),
      ("[keys]\nquit = \"C-i\"", 2, "C-i is the same as tab"),
      ("[keys]\nquit = \"C-c\"", 2, "C-c is the terminal's own"),
      ("[keys]\nquit = \"S-q\"", 2, "S-q is never sent"),
      ("[keys]\nmeasure = \"x\"\n\nclear = [\"x\", \"X\"]", 4, "x is the key of measure already, in line 2"),
      ("[keys]\n\nmeasure = \"x\"", 3, "clear has no key any more: measure has taken its last one"),
      ("[keys]\nquit = \"I C-c\"", 2, "I C-c is the terminal's own"),
      ("[keys]\nquit = \"; q\"\nmeasure = \";\"", 3, "; is the key of quit already, in line 2"),
      ("[keys]\nmeasure = \"I\"", 2, "desk-add has no key any more: measure has taken its last one"),
      ("a = 1\nb = = 2", 2, "the file is ignored"),
      ("a = \"\u{0}\"", 1, "a NUL byte"),
    ])
  func problems(text: String, line: Int, words: String) throws {
    let settings = settings(text)
    let problem = try #require(settings.problems.first)
    #expect(problem.hasPrefix("config.toml:\(line): "))
    #expect(problem.contains(words))
  }

  @Test("the mouse and the delay of Escape are set, within their limits")
  func terminal() throws {
    let set = settings("mouse = false\nescape-delay = 250")
    #expect(set.problems.isEmpty && !set.usesMouse && set.escapeDelay == 250)
    #expect(set.text.contains("\nmouse = false\n") && set.text.contains("\nescape-delay = 250\n"))
    #expect(settings("").usesMouse && settings("").escapeDelay == nil)
    #expect(settings(settings("").text).problems.isEmpty)
    for (text, words) in [
      ("mouse = \"no\"", "\"mouse\" is neither true nor false"), ("escape-delay = -1", "from 0 to 10000"),
      ("escape-delay = 10001", "from 0 to 10000"), ("escape-delay = 1.5", "from 0 to 10000"),
      ("escape-delay = \"50\"", "from 0 to 10000"), ("escape-delay = inf", "from 0 to 10000"),
    ] {
      let problems = settings(text).problems
      #expect(problems.count == 1)
      #expect(problems.first?.contains(words) == true, "\(text)")
    }
  }

  @Test("a key that is given to an action is taken from the one that had it; the help says so")
  func keys() throws {
    let keys = settings("[keys]\nclear = \"x\"\nmeasure = [\"X\", \"d\"]\nwrite = \"C-w\"").keys
    #expect(keys[Key(.character("X"))] == .measure)
    #expect(keys[Key(.character("w"), .control)] == .write)
    #expect(keys.allShown(.measure) == "X, d")
    #expect(keys.shown(.write) == "Ctrl-w")
    var options = ViewOptions()
    options.keys = settings("[keys]\nquit = \"Z\"\nhelp = \"#\"\nloop = []").keys
    var state = BrowserState(
      situation: Situation(title: "None", events: EventTable()), baseMap: .init(), size: Size(columns: 100, rows: 150),
      options: options)
    #expect(state.update(.input(.key(Key(.character("q"))), nil)).contains(.quit) == false)
    #expect(state.update(.input(.key(Key(.character("Z"))), nil)).contains(.quit))
    _ = state.update(.input(.key(Key(.character("#"))), nil))
    let screen = PlainTextWriter().text(of: state.frame.grid)
    #expect(screen.contains("Z               close what is open"))
    #expect(screen.contains(":loop "))
  }

  @Test("no text ends the program", arguments: 0..<8)
  func anyText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let parts = [
      "[", "]", "'", "\"", "a", ".", "=", "\n", " ", "#", "{", "}", ",", "1", "-", "_", "\\", "\t", "é", "2024-12-08",
      "T",
      "inf", "0x", "\"\"\"", "'''", "\u{7F}", "\u{2028}", "[keys]\n", "[view]\n", "quit = \"Z\"\n", "\r\n", "\u{FEFF}",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 1...14, using: &random)
      let text = (0..<count).map { _ in parts.randomElement(using: &random) ?? "" }.joined()
      #expect(settings(text).problems.allSatisfy { $0.hasPrefix("config.toml:") })
    }
  }

  @Test("a file of many settings that is broken in each costs no more than a moment")
  func hostile() {
    func text(_ lines: Int) -> String { "[keys]\n" + (0..<lines).map { "a\($0) = \"x\"\n" }.joined() }
    #expect(settings(text(300)).problems.count == 300)
    #expect(settings(text(5_000)).problems == ["config.toml:1001: more than 1000 lines; the file is ignored"])
    #expect(settings(String(repeating: "[", count: 200_000)).problems.count == 1)
    #expect(settings("a = " + String(repeating: "[", count: 100_000)).problems.count == 1)
  }
}
