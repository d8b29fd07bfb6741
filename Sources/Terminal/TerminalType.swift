import CNcurses
import Glibc

/// The name of a kind of terminal, and the names of the kinds that are most like it.
///
/// A machine that is logged into often lacks the entry of a new terminal in its terminal database. Nearly all of them do what xterm
/// does, and the others say by their names what they are like.
struct TerminalType: Hashable {
  /// The name, as `TERM` has it.
  let name: String

  /// The names to try where the terminal database does not know this one, the nearest first; none where nothing is like it.
  var relatives: [String] {
    let name = name.lowercased()
    guard !Self.nameless.contains(where: name.hasPrefix) else { return [] }
    let hasDirect = name.hasSuffix("-direct") || name.hasSuffix("-truecolor") || name.hasSuffix("-24bit")
    let has256 = hasDirect || name.contains("256")
    let family = Self.families.first { pair in pair.beginnings.contains(where: "\(name)-".hasPrefix) }
    let knownFamily = family?.entry ?? (has256 || name.contains("color") || name.contains("xterm") ? "xterm" : nil)
    guard let entry = knownFamily else { return [] }
    let isModern = entry == "xterm" && family != nil
    var names: [String] = []
    if hasDirect { names += ["\(entry)-direct", "xterm-direct"] }
    if has256 || isModern { names += ["\(entry)-256color", entry == "tmux" ? "screen-256color" : "xterm-256color"] }
    names += ["\(entry)-color", entry, entry == "tmux" ? "screen" : "xterm"]
    return names.filter { $0 != self.name }
  }

  /// Names of things that are no screens.
  private static let nameless = ["dumb", "unknown", "network", "dialup", "emacs", "lpr", "printer"]

  /// The beginnings of names, and the entry that such terminals are like.
  private static let families: [(beginnings: [String], entry: String)] = [
    (["tmux", "zellij"], "tmux"),
    (["screen"], "screen"),
    (["rxvt", "urxvt", "eterm", "mrxvt"], "rxvt"),
    (["linux", "fbterm", "kmscon"], "linux"),
    (["vt1"], "vt100"),
    (["vt2", "vt3", "vt4", "vt5"], "vt220"),
    (["putty"], "putty"),
    (
      [
        "xterm", "kitty", "ghostty", "alacritty", "foot", "wezterm", "contour", "rio", "konsole", "gnome", "vte", "st-",
        "stterm",
        "iterm", "nsterm", "apple", "mintty", "ms-terminal", "mlterm", "terminology", "warp", "tabby", "hyper", "blink",
        "termius",
        "termux", "ptyxis", "cosmic", "terminator", "terminus", "tilix", "tilda", "yakuake", "guake", "cool-retro",
        "vscode",
        "windows", "wayst", "havoc", "kterm", "termite", "black-box", "simpleterm", "eat-",
      ], "xterm"
    ),
  ]
}

extension TerminalType {
  /// The kind that `TERM` names; empty where it isn't set.
  static var ofEnvironment: TerminalType { TerminalType(name: getenv("TERM").map { String(cString: $0) } ?? "") }

  /// True if the terminal database has an entry of this name that a screen can be drawn by.
  var isKnown: Bool {
    var problem: Int32 = 0
    guard !name.isEmpty, setupterm(name, STDOUT_FILENO, &problem) == OK else { return false }
    if let terminal = cn_cur_term() { del_curterm(terminal) }
    return true
  }

  /// This kind, or the nearest that the terminal database knows; nil where it knows none.
  var nearestKnown: TerminalType? {
    isKnown ? self : relatives.lazy.map(TerminalType.init).first(where: \.isKnown)
  }
}
