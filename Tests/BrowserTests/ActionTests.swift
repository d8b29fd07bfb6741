import Browser
import Glibc
import Testing
import TextCanvas

@Suite("The table of actions")
struct ActionTests {
  @Test("every key in the table is a key, and asks for one action alone")
  func keysAreKeys() throws {
    var seen: [KeySequence: Action] = [:]
    // What is rarely used is reached by its name alone.
    #expect(Action.allCases.filter(\.row.keys.isEmpty) == [.copyCoordinates, .copyLink, .copyCitation])
    for action in Action.allCases {
      for name in action.row.keys {
        let key = try #require(KeySequence(name: name), "\(name) is no key")
        #expect(!seen.keys.contains { $0.collides(with: key) }, "\(name) asks for \(action.rawValue) and for another")
        seen[key] = action
        #expect(key.name == name)
        #expect(KeyMap()[key] == action)
      }
    }
  }

  @Test("every action but those that only move changes the screen, the state or the world")
  func noActionIsDead() throws {
    // Somewhere amid everything, so that every direction is open.
    var amid = try Browsing()
    try amid.press(". . >")
    try amid.type("/Jableh")
    try amid.press("enter tab + down right")
    let (before, effects) = (amid.screen, amid.effects.count)
    for action in Action.allCases {
      var browsing = amid
      if action == .close { try browsing.press("enter") }
      let opened = action == .close ? browsing.screen : before
      try browsing.send(.action(action))
      #expect(browsing.screen != opened || browsing.effects.count > effects, "\(action.rawValue) does nothing")
    }
  }

  @Test("the manual's page of keys has the table as it is")
  func manualHasTheTable() throws {
    let file = try #require(fopen(Bundled.root + "/Data/manual/keys.md", "r"))
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    let page = String(decoding: bytes[..<count], as: UTF8.self)
    #expect(page.contains(Self.table), "put this into Data/manual/keys.md:\n\(Self.table)")
  }

  /// The actions as a table in Markdown.
  private static var table: String {
    var lines = ["| keys | action | what it does |", "|---|---|---|"]
    for group in Action.Group.allCases {
      for action in Action.allCases where action.row.group == group {
        let keys = action.row.keys.map { key in key == "|" ? "`\\|`" : "`\(key)`" }.joined(separator: " ")
        lines.append("| \(keys) | \(action.rawValue) | \(action.row.words) |")
      }
    }
    return lines.joined(separator: "\n")
  }
}
