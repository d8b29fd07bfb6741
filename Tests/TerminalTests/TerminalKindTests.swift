import CNcurses
import Testing
import TextCanvas

@testable import Terminal

@Suite("Kinds of terminals")
struct TerminalKindTests {
  @Test(
    "A terminal that the database does not know is drawn on as its nearest relative",
    arguments: [
      ("foo-256color", "xterm-256color"), ("xterm-kitty", "xterm-256color"), ("xterm-ghostty", "xterm-256color"),
      ("ghostty", "xterm-256color"), ("alacritty", "xterm-256color"), ("alacritty-direct", "xterm-direct"),
      ("foot", "xterm-256color"),
      ("foot-extra", "xterm-256color"), ("wezterm", "xterm-256color"), ("contour", "xterm-256color"),
      ("rio", "xterm-256color"),
      ("tmux-foo", "tmux"), ("tmux-256color-new", "tmux-256color"), ("screen.foot-256color", "screen-256color"),
      ("screen.xterm-new", "screen"), ("rxvt-foo-256color", "rxvt-256color"), ("linux-new", "linux"),
      ("vt320-new", "vt220"),
      ("st", "xterm-256color"), ("st-foo", "xterm-256color"), ("foo-color", "xterm-color"),
      ("XTERM-NEW", "xterm-256color"),
    ])
  func relatives(name: String, nearest: String) {
    // As in a database that has the entries of the last names, and none of those before.
    #expect(TerminalType(name: name).relatives.contains(nearest))
    let common = [
      "xterm-256color", "tmux-256color", "tmux", "screen-256color", "screen", "rxvt-256color", "linux", "vt220",
      "xterm-color",
      "xterm-direct",
    ]
    #expect(TerminalType(name: name).relatives.first(where: common.contains) == nearest)
  }

  @Test(
    "What is no screen, or is like nothing, has no relative",
    arguments: ["", "dumb", "dumb-emacs-ansi", "unknown", "no-such-terminal"])
  func strangers(name: String) { #expect(TerminalType(name: name).relatives.isEmpty) }

  @Test("The terminal database is asked for names, and refuses those that name files")
  func known() {
    #expect(TerminalType(name: "xterm-256color").isKnown)
    #expect(TerminalType(name: "xterm-256color-with-something").nearestKnown?.name == "xterm-256color")
    #expect(!TerminalType(name: "../x/xterm").isKnown)
    #expect(!TerminalType(name: String(repeating: "x", count: 5_000)).isKnown)
  }

  @Test(
    "A locale is UTF-8 by its name, however that is spelt",
    arguments: [
      "UTF-8", "utf8", "UTF8", "utf-8", "en_US.UTF-8", "en_US.utf8", "de_DE.UTF-8@euro", "C.UTF-8", "xx_YY.UTF-8",
      "xx.Utf_8",
    ])
  func utf8(name: String) { #expect(LocaleName(name: name).isUTF8) }

  @Test(
    "Other locales are not",
    arguments: ["C", "POSIX", "en_US", "de_DE@euro", "de_DE.ISO-8859-15@utf8", "ja_JP.eucJP", "UTF-16"])
  func notUTF8(name: String) { #expect(!LocaleName(name: name).isUTF8) }

  @Test("A colour by its red, green and blue is none of the palette's numbers, which go before")
  func directColors() {
    #expect(CellLooks.directNumber(RGB(palette: 16)) == 0)
    #expect(CellLooks.directNumber(RGB(palette: 231)) == 0xFFFFFF)
    #expect(CellLooks.directNumber(RGB(palette: 209)) == 0xFF875F)
    #expect(CellLooks.directNumber(RGB(palette: 17)) == 0x00015F)
    for number in UInt8.min...UInt8.max {
      let direct = CellLooks.directNumber(RGB(palette: number))
      #expect(direct == 0 || (256..<1 << 24).contains(direct))
    }
  }
}
