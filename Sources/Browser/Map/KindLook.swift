import SituationModel
import TextCanvas

/// How a kind of event looks everywhere: on the map, in the list, in the histogram and in the legend.
struct KindLook {
  /// The letter of its mark: capital where the place is exact, small where it is not.
  let letter: Character
  /// Its colour.
  let ink: Ink
  /// Its name in the legend.
  let title: String
}

extension EventKind {
  /// The one table of kinds. The letters differ in both cases, so that every mark reads without colour.
  var look: KindLook {
    switch self {
    case .convoy: KindLook(letter: "C", ink: .convoy, title: "convoy or troops seen moving")
    case .strike: KindLook(letter: "S", ink: .strike, title: "strike")
    case .imagery: KindLook(letter: "I", ink: .imagery, title: "imagery")
    case .incursion: KindLook(letter: "X", ink: .incursion, title: "incursion, crossing of a line")
    case .statement: KindLook(letter: "Q", ink: .statement, title: "statement (quote)")
    case .diplomatic: KindLook(letter: "D", ink: .diplomatic, title: "diplomatic act")
    case .political: KindLook(letter: "P", ink: .political, title: "political change")
    case .other: KindLook(letter: "E", ink: .otherKind, title: "other event")
    }
  }
}

extension Standing {
  /// What is put behind the letter of a mark; nothing where a report stands unchallenged.
  var suffix: Character? {
    switch self {
    case .confirmed, .reported: nil
    case .claimed: "!"
    case .alleged: "?"
    case .disputed: "%"
    }
  }
}

extension Event {
  /// The letter of its mark: capital only where the place is exact.
  var letter: Character {
    place.precision == .exact ? kind.look.letter : Character(kind.look.letter.lowercased())
  }
}

extension EventTable {
  /// The sign behind a mark: that of the event's standing or, where two versions of a file are compared, of its change.
  func sign(of row: Int) -> Character? { isComparison ? change(of: row)?.sign : self[row].standing?.suffix }

  /// The letter of a mark with its sign.
  func mark(of row: Int) -> String { String(self[row].letter) + (sign(of: row).map(String.init) ?? "") }
}
