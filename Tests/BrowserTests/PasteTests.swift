import Browser
import SituationModel
import Testing
import TextCanvas

@Suite("Pasting, and keys that come with Escape")
struct PasteTests {
  private func paste(_ text: String, isCut: Bool = false) -> Message {
    .input(.paste(PastedText(text, isCut: isCut)), nil)
  }

  @Test(
    "pasted text does nothing on the map and in panes, and a line says so",
    arguments: ["", "e", "?", "f", "L", "'", "tab enter"])
  func outsideOfPrompts(keys: String) throws {
    var browsing = try Browsing()
    try browsing.press(keys)
    let (before, effects) = (browsing.lines, browsing.effects)
    try browsing.send(paste("q\rX\ry"))
    #expect(browsing.lines.dropLast(2) == before.dropLast(2))
    #expect(browsing.lines.contains { $0.contains("pasted text does nothing here") })
    #expect(browsing.effects == effects)
  }

  @Test(
    "a prompt takes pasted text on one line, without control characters",
    arguments: [
      ("Homs", "Homs"), ("a\nb", "a b"), ("a\rb", "a b"), ("a\r\nb\r\n\r\nc", "a b  c"), ("a\nb\r\n\n", "a b"),
      ("a\tb", "a b"),
      ("a\u{2028}b", "a b"),
      ("a\u{1B}[Ab", "a[Ab"), ("a\u{3}\u{7F}\u{15}\u{9B}b", "ab"), ("é中", "é中"),
    ])
  func inPrompts(pasted: String, shown: String) throws {
    var browsing = try Browsing()
    try browsing.press("/")
    try browsing.type("x")
    try browsing.send(paste(pasted))
    #expect(browsing.lines.contains { $0.hasPrefix(" /x\(shown)_") }, "\(browsing.lines.suffix(2))")
    try browsing.press("backspace")
    #expect(browsing.lines.contains { $0.hasPrefix(" /x\(shown.dropLast())_") })
  }

  @Test("a paste that is too long for a prompt is cut, which is said until the next key")
  func tooLong() throws {
    var browsing = try Browsing()
    try browsing.press("/")
    try browsing.send(paste(String(repeating: "m", count: 5_000)))
    #expect(browsing.screen.contains("the paste was cut after 200 characters"))
    try browsing.send(paste("m"))
    #expect(browsing.screen.contains("the paste was cut after 0 characters"))
    try browsing.press("backspace")
    #expect(!browsing.screen.contains("the paste was cut"))
  }

  @Test("control characters that a prompt leaves out are told")
  func controls() throws {
    var browsing = try Browsing()
    try browsing.press("/")
    try browsing.send(paste("a\u{1B}[A\u{7F}\r\n"))
    #expect(browsing.screen.contains("without 2 control characters"))
    try browsing.send(paste("b"))
    #expect(!browsing.screen.contains("control character"))
  }

  @Test("a paste whose end never came says so in a prompt")
  func withoutEnd() throws {
    var browsing = try Browsing()
    try browsing.press("g")
    try browsing.send(paste("Homs", isCut: true))
    #expect(browsing.screen.contains("go to: Homs_"))
    #expect(browsing.screen.contains("the paste was cut after 4 characters"))
  }

  @Test("a paste answers no question")
  func questions() throws {
    let event = Event(id: "a", title: "A", sources: [Source(who: "X", link: "https://one.example/")])
    var browsing = try Browsing(.sample([event]), options: ViewOptions(select: "a"))
    try browsing.press("o")
    try #require(browsing.screen.contains("y/n"))
    try browsing.send(paste("y"))
    #expect(browsing.screen.contains("y/n"))
    #expect(browsing.effects.isEmpty)
  }

  @Test("Escape and a key that came as one are both keys, unless Alt with the key is an action's")
  func escapeAndKey() throws {
    var browsing = try Browsing()
    try browsing.press("?")
    try browsing.send(.input(.escapeThenKey(Key(.character("e"))), nil))
    #expect(!browsing.screen.contains("Esc back"))
    #expect(browsing.screen.contains("Esc map"))
    try browsing.press("/")
    try browsing.type("abc")
    try browsing.send(.input(.escapeThenKey(Key(.backspace)), nil))
    #expect(browsing.screen.contains(" /_"), "Alt-Backspace deletes a word")
    try browsing.send(.input(.escapeThenKey(Key(.character("q"))), nil))
    #expect(browsing.effects.isEmpty, "q goes back to the map")
    try browsing.press("q")
    #expect(browsing.effects.last == .quit)

    var options = ViewOptions()
    options.keys.give([KeySequence(Key(.character("e"), .alt))], to: .about)
    var bound = try Browsing(options: options)
    try bound.send(.input(.escapeThenKey(Key(.character("e"))), nil))
    #expect(bound.screen.contains("about: Esc goes back"))
  }

  @Test("keys that only newer terminals tell apart act as they always did")
  func plainKeys() throws {
    var browsing = try Browsing()
    try browsing.press("? C-[")
    #expect(!browsing.screen.contains("Esc back"))
    try browsing.press("/")
    try browsing.type("abc")
    try browsing.press("C-h S-backspace")
    #expect(browsing.screen.contains(" /a_"))
    try browsing.press("S-escape")
    #expect(!browsing.screen.contains(" /a_"))
    try browsing.press("C-i")
    #expect(browsing.screen.contains("\n"))
    let selected = browsing.screen
    var other = try Browsing()
    try other.press("tab")
    #expect(selected == other.screen)
  }

  @Test("a drag that leaves the map or the timeline stays at its edge")
  func drags() throws {
    for (far, edge) in [((-500, 900), (1, 22)), ((5_000, -3), (61, 2))] {
      var (wild, tame) = (try Browsing(), try Browsing())
      for (browsing, end) in [(0, far), (1, edge)] {
        var one = browsing == 0 ? wild : tame
        try one.mouse(.press(clicks: 1), column: 30, row: 10)
        try one.mouse(.drag, column: end.0, row: end.1)
        try one.mouse(.release, column: end.0, row: end.1)
        if browsing == 0 { wild = one } else { tame = one }
      }
      #expect(wild.screen == tame.screen)
    }
    var (above, inside) = (try Browsing(), try Browsing())
    let axis = try #require(above.find("9 Dec"))
    try above.mouse(.press(clicks: 1), column: axis.column, row: axis.row)
    try above.mouse(.drag, column: axis.column + 30, row: 3)
    try inside.mouse(.press(clicks: 1), column: axis.column, row: axis.row)
    try inside.mouse(.drag, column: axis.column + 30, row: axis.row)
    #expect(above.screen == inside.screen)
    #expect(above.screen != (try Browsing()).screen)
  }
}
