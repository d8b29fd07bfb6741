/// The characters of a mark, around the cell of its letter.
///
///     C      exact                 (c)   in the vicinity, or in the town
///     C!     exact, claimed        (c!)  the same, claimed
///     C4     four at one place     [c]   along a line, or in an area
///     *6     six of several kinds
struct MarkText: Hashable {
  /// The character at the anchor.
  let letter: Character
  /// `(` or `[`; nil for an exact place.
  let opening: Character?
  /// `)` or `]`.
  let closing: Character?
  /// The number of events; empty for one.
  let count: String
  /// `!`, `?` or `%`; empty for none.
  let suffix: String

  /// The text of the marks that share a sign.
  ///
  /// - Parameter form: the precision of their places; nil for that of the first or the selected mark.
  init?(_ marks: [Mark], form: Mark.Form? = nil) {
    guard let first = marks.first(where: \.isSelected) ?? marks.first else { return nil }
    let isMixed = marks.contains(where: \.isMixed) || Set(marks.map(\.letter)).count > 1
    let total = marks.reduce(0) { $0 + max(1, $1.count) }
    switch form ?? first.form {
    case .exact: (opening, closing) = (nil, nil)
    case .near: (opening, closing) = ("(", ")")
    case .within: (opening, closing) = ("[", "]")
    }
    let kind = opening == nil ? first.letter : first.letter.lowercased().first ?? first.letter
    letter = isMixed ? "*" : kind
    count = total > 1 ? String(total) : ""
    suffix = Set(marks.map(\.suffix)).count == 1 ? first.suffix.map { String($0) } ?? "" : ""
  }

  /// The texts that may stand to the right of the letter, the fullest first; the last one is the least that must stand there.
  var rightSides: [String] {
    let closing = self.closing.map { String($0) } ?? ""
    return [count + suffix + closing, count + suffix, count]
  }
}
