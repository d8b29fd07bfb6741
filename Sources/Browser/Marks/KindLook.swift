import SituationModel
import TextCanvas

extension KindTable.Sign {
  /// The colour of the kind: on the map, in the list, in the histogram and in the legend.
  var ink: Ink { color == KindTable.spareColor ? .spareKind : (EventKind(code: Int(color)) ?? .other).ink }

  /// The name of the kind in the legend; not made safe.
  var title: String { known?.title ?? word }
}

extension EventKind {
  /// The colour of the kind's marks.
  fileprivate var ink: Ink {
    switch self {
    case .convoy: .convoy
    case .strike: .strike
    case .imagery: .imagery
    case .incursion: .incursion
    case .statement: .statement
    case .diplomatic: .diplomatic
    case .political: .political
    case .other: .otherKind
    }
  }

  /// The name of the kind in the legend.
  fileprivate var title: String {
    switch self {
    case .convoy: "convoy or troops seen moving"
    case .strike: "strike"
    case .imagery: "imagery"
    case .incursion: "incursion, crossing of a line"
    case .statement: "statement (quote)"
    case .diplomatic: "diplomatic act"
    case .political: "political change"
    case .other: "other event"
    }
  }
}

extension Standing {
  /// The character behind the letter of a mark; nil for a report that stands unchallenged.
  var suffix: Character? {
    switch self {
    case .confirmed, .reported: nil
    case .claimed: "!"
    case .alleged: "?"
    case .disputed: "%"
    }
  }
}

extension EventTable {
  /// The sign behind a mark: that of the event's standing or, if two versions of a file are compared, of its change.
  func sign(of row: Int) -> Character? { isComparison ? change(of: row)?.sign : self[row].standing?.suffix }

  /// The letter of a mark: capital only where the place is exact.
  func letter(of row: Int) -> Character {
    let letter = kindSign(of: row).letter
    return columns.precisions[row] == PlacePrecision.exact.code ? letter : Character(letter.lowercased())
  }

  /// The letter of a mark with its sign.
  func mark(of row: Int) -> String { String(letter(of: row)) + (sign(of: row).map(String.init) ?? "") }
}
