import ArgumentParser
import Cartography
import SituationModel
import TestKit
import Testing
import TextCanvas

@testable import Browser
@testable import sitmap

/// A browser with the real command line and the real files, but without a terminal.
private struct CommandedBrowser {
  private(set) var state: BrowserState
  private let opening: Opening
  private var map = BaseMap()

  /// What the program opens for its arguments.
  init(_ arguments: [String], size: Size) throws {
    let command = try #require(try Sitmap.parseAsRoot(arguments) as? Browse)
    opening = try Opening(files: command.files, overlays: command.view.map.overlay)
    state = try opening.state(size: size, isUnicode: true, options: command.view.options(for: opening))
  }

  mutating func press(_ name: String) throws {
    let key = try #require(Key(name: name), "no key is called \(name)")
    for effect in state.update(.input(.key(key), nil)) {
      if case .load(let tier) = effect {
        for loaded in state.loadedTiers.union([tier]).subtracting(map.tiers) {
          try opening.atlas.load(loaded, into: &map)
        }
        _ = state.update(.loaded(map))
      }
    }
  }

  mutating func type(_ text: String) throws {
    for character in text { try press(character == " " ? "space" : String(character)) }
  }

  /// Moves by less than a tenth of a cell, to where a command line leads that says no more digits than that.
  mutating func snap(to other: CommandedBrowser) {
    if !state.view.camera.isFitToAll { state.move(to: other.state.viewport) }
    state.view.measuredFrom = other.state.view.measuredFrom
    state.prepareFrame()
  }

  /// The screen but for the key line, with all panes closed.
  var screen: String {
    PlainTextWriter().text(of: state.frame.grid).split(separator: "\n").dropLast().joined(separator: "\n")
  }
}

/// A command line's words, as a POSIX shell splits them.
private func words(of line: String) -> [String] {
  var words: [String] = []
  var word: String?
  var isQuoted = false
  var rest = line[...]
  while let next = rest.popFirst() {
    switch next {
    case "'":
      isQuoted.toggle()
      word = word ?? ""
    case "\\" where !isQuoted: word = (word ?? "") + (rest.popFirst().map(String.init) ?? "")
    case " " where !isQuoted:
      if let done = word { words.append(done) }
      word = nil
    default: word = (word ?? "") + String(next)
    }
  }
  return words + (word.map { [$0] } ?? [])
}

@Suite("The command line of a view")
struct ViewCommandTests {
  private static let moves = [
    "left", "right", "S-up", "S-down", "+", "+", "-", "0", "z", "d", "D", "F", "c", "p", "W", "C", "tab", "S-tab", "v",
    "n",
    "s", "S", "G", ",", ".", "<", ">", "[", "]", "home", "end", "w", "a", "E", "T", "H", "b", "B", "K", "J", "(", ")",
    "{", "}",
    "u", "C-r",
  ]

  @Test("opens the same view and the same screen again", arguments: 1...12)
  func opensAgain(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let size = Size(columns: 110, rows: 34)
    var browser = try CommandedBrowser([], size: size)
    for _ in 0..<30 {
      switch Int.random(in: 0..<12, using: &random) {
      case 0: try browser.type("/it's")
      case 1: try browser.type("/Homs")
      case 2: try browser.type(":clear")
      case 3:
        try browser.press("L")
        for _ in 0..<Int.random(in: 0..<9, using: &random) { try browser.press("down") }
        try browser.press("space")
        try browser.press("escape")
        continue
      default:
        try browser.press(try #require(Self.moves.randomElement(using: &random)))
        continue
      }
      try browser.press("enter")
    }
    try browser.press("C-l")
    let command = try #require(browser.state.command)
    var again = try CommandedBrowser(Array(words(of: command).dropFirst()), size: size)
    let (here, there) = (browser.state.viewport, again.state.viewport)
    let point = here.point(of: there.center)
    #expect(abs(point.column - here.middle.column) < 0.1 && abs(point.row - here.middle.row) < 0.1, "\(command)")
    #expect(abs(here.zoom - there.zoom) < 0.001)
    browser.snap(to: again)
    #expect(again.state.savedView == browser.state.savedView, "\(command)")
    // How far a list was scrolled is no part of a view: to turn it twice scrolls it anew.
    for _ in 0..<2 {
      try browser.press("S")
      try again.press("S")
    }
    #expect(again.screen == browser.screen, "\(command)")
    #expect(again.state.command == command)
  }

  @Test("the command of a view says its point of view of contested borders, and opens it again")
  func worldview() throws {
    let size = Size(columns: 110, rows: 34)
    let browser = try CommandedBrowser(["--worldview", "in", "--at", "34,77", "--zoom", "5"], size: size)
    let command = try #require(browser.state.command)
    #expect(command.contains("--worldview in"))
    let again = try CommandedBrowser(Array(words(of: command).dropFirst()), size: size)
    #expect(again.state.savedView.worldview == .india)
    #expect(throws: (any Error).self) { try Sitmap.parseAsRoot(["--worldview", "atlantis"]) }
  }

  @Test(
    "places have as many digits as the map can show",
    arguments: [
      ("34.732491827,36.713728194", "6", 3), ("34.732491827,36.713728194", "12", 5),
      ("34.732491827,-36.713728194", "0", 1),
    ])
  func digits(at: String, zoom: String, decimals: Int) throws {
    let browser = try CommandedBrowser(["--at=\(at)", "--zoom", zoom], size: Size(columns: 110, rows: 34))
    let command = try #require(browser.state.command)
    let place = try #require(words(of: command).first { $0.hasPrefix("34.") })
    let numbers = place.split(separator: ",").map { $0.split(separator: ".").last?.count ?? 0 }
    #expect(numbers.max() == decimals, "\(command)")
  }

  @Test("files below the working folder are named from there")
  func relativePaths() throws {
    var options = ViewOptions()
    options.origin.workingFolder = "/home/me"
    options.origin.files = [
      "/home/me/a/b.csv", "/home/me/c.csv", "/home/me/list", "/home/mea/d.csv", "/home/me/-e.csv", "f.csv",
    ]
    options.origin.overlayFiles = ["/home/me/o.geojson"]
    let state = BrowserState(
      situation: Situation(title: "None", events: EventTable()), baseMap: BaseMap(), size: Size(columns: 80, rows: 24),
      options: options)
    let expected = "sitmap a/b.csv c.csv ./list /home/mea/d.csv ./-e.csv f.csv --overlay=o.geojson"
    #expect(state.command == expected)
  }

  @Test("files and texts are quoted for a shell, and are no options or commands")
  func quoting() throws {
    var options = ViewOptions(search: "it's \"so\" $HOME", pane: .map)
    options.origin.files = ["list", "-x.geojson", "my file.geojson", "/a/b.geojson"]
    options.origin.overlayFiles = ["-y"]
    let state = BrowserState(
      situation: Situation(title: "None", events: EventTable()), baseMap: BaseMap(), size: Size(columns: 80, rows: 24),
      options: options)
    let command = try #require(state.command)
    #expect(
      command == "sitmap ./list ./-x.geojson 'my file.geojson' /a/b.geojson --overlay=-y "
        + "--search 'it'\\''s \"so\" $HOME' --pane map")
    #expect(words(of: command).contains("it's \"so\" $HOME"))
  }

  @Test(
    "no control character gets into the clipboard", arguments: ["a\u{3}b", "a\nb", "a\u{9B}b", "a\u{202E}b", "plain"])
  func copying(search: String) throws {
    var state = BrowserState(
      situation: Situation(title: "None", events: EventTable()), baseMap: BaseMap(), size: Size(columns: 80, rows: 24),
      options: ViewOptions(search: search))
    let effects = state.update(.action(.copyCommand))
    #expect(effects.contains { if case .copy = $0 { true } else { false } } == (search == "plain"))
  }

  @Test("an apostrophe that a mark combines with ends no quotes")
  func quotingOfMarks() throws {
    let state = BrowserState(
      situation: Situation(title: "None", events: EventTable()), baseMap: BaseMap(), size: Size(columns: 80, rows: 24),
      options: ViewOptions(search: "a'\u{301}; rm x; '\u{301}"))
    let command = try #require(state.command)
    let expected = "'a'\\''\u{301}; rm x; '\\''\u{301}'"
    #expect(command.unicodeScalars.elementsEqual("sitmap --search \(expected)".unicodeScalars), "\(command)")
  }
}
