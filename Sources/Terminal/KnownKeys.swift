import CNcurses
import Glibc
import TextCanvas

/// The keys of this terminal as its entry in the terminal database has them: whole sequences and what they mean.
///
/// Only what begins with Escape: a few very old entries say that an arrow sends Ctrl-H, and that is Backspace today.
/// F13 and beyond are left out, since most entries mean Shift with F1 by it.
func knownKeys() -> [[UInt8]: Key] {
  var keys: [[UInt8]: Key] = [:]
  for (name, key) in plainKeys() + shiftedKeys() + modifiedKeys() {
    guard let text = cn_capability(name) else { continue }
    let bytes = UnsafeBufferPointer(start: text, count: strlen(text)).map { UInt8(bitPattern: $0) }
    if bytes.count > 1 && bytes[0] == 0x1B && keys[bytes] == nil { keys[bytes] = key }
  }
  return keys
}

/// The database's names for keys alone.
private func plainKeys() -> [(name: String, key: Key)] {
  let named: [(String, Key.Code)] = [
    ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right),
    ("khome", .home), ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown),
    ("kich1", .insert), ("kdch1", .delete), ("kbs", .backspace), ("kent", .enter),
  ]
  return named.map { ($0, Key($1)) } + (1...12).map { ("kf\($0)", Key(.function($0))) }
}

/// The names of the terminal database for keys with Shift.
private func shiftedKeys() -> [(name: String, key: Key)] {
  let named: [(String, Key.Code)] = [
    ("kri", .up), ("kind", .down), ("kLFT", .left), ("kRIT", .right), ("kcbt", .tab),
    ("kHOM", .home), ("kEND", .end), ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
  ]
  return named.map { ($0, Key($1, .shift)) }
}

/// The names that xterm added: the key, and a number for what is held down.
private func modifiedKeys() -> [(name: String, key: Key)] {
  let named: [(String, Key.Code)] = [
    ("kUP", .up), ("kDN", .down), ("kLFT", .left), ("kRIT", .right), ("kHOM", .home), ("kEND", .end),
    ("kPRV", .pageUp), ("kNXT", .pageDown), ("kIC", .insert), ("kDC", .delete),
  ]
  let suffixes: [(String, Key.Modifiers)] = [
    ("3", .alt), ("4", [.shift, .alt]), ("5", .control), ("6", [.shift, .control]), ("7", [.alt, .control]),
  ]
  return named.flatMap { name, code in suffixes.map { (name + $0, Key(code, $1)) } }
}
