/// Writes a grid as text with the colour sequences of ANSI terminals: for `cat`, for a pager, for a log.
public struct ANSIWriter: Sendable {
  private let theme: Theme
  private let depth: ColorDepth

  /// A writer in the colours of a theme, as far as the reader's terminal has them.
  public init(theme: Theme = .dark, depth: ColorDepth = .indexed) {
    self.theme = theme
    self.depth = depth
  }

  /// The rows of a grid, each ended by a newline and in the terminal's own colours there.
  ///
  /// A sequence stands only where the look changes; spaces that would show nothing are left out at the end of a row.
  public func text(of grid: CellGrid) -> String {
    var text = ""
    for row in 0..<grid.size.rows { append(row: row, of: grid, to: &text) }
    return text
  }

  /// Appends one row.
  private func append(row: Int, of grid: CellGrid, to text: inout String) {
    var look = Look.plain
    var spaces = 0
    var column = 0
    var marks = DirectionMarks(grid, row: row)
    grid.forEachGlyph(inRow: row) { placed in
      defer { column += placed.columns }
      var next = self.look(of: placed.style)
      if placed.glyph == " " && !next.showsOnSpace {
        // Only the ground of a space is seen, so whatever colour the letters have may stay.
        next = look.onSpace(ground: next.ground)
        if next.ground == nil {
          spaces += 1
          return
        }
      }
      if spaces > 0 {
        text += change(from: &look, to: look.onSpace(ground: nil))
        text.append(contentsOf: repeatElement(" ", count: spaces))
        spaces = 0
      }
      text += change(from: &look, to: next)
      if marks.isBefore(column: column) { text.unicodeScalars.append(DirectionMarks.mark) }
      text.append(placed.glyph)
      if marks.takeAfter(column: column + placed.columns) { text.unicodeScalars.append(DirectionMarks.mark) }
    }
    text += change(from: &look, to: .plain)
    text.append("\n")
  }

  /// The sequence that changes one look to another; empty when they are the same.
  private func change(from look: inout Look, to next: Look) -> String {
    defer { look = next }
    if look == next { return "" }
    if next == .plain { return "\u{1B}[0m" }
    // Attributes can only be taken back one by one; a reset is shorter than finding out which.
    let reset = !look.attributes.isSubset(of: next.attributes)
    let before = reset ? Look.plain : look
    var codes = reset ? ["0"] : []
    codes += attributeCodes(next.attributes.subtracting(before.attributes))
    if before.letter != next.letter { codes.append(colorCode(next.letter, normal: 30, bright: 90, reset: 39)) }
    if before.ground != next.ground { codes.append(colorCode(next.ground, normal: 40, bright: 100, reset: 49)) }
    return "\u{1B}[" + codes.joined(separator: ";") + "m"
  }

  /// The numbers that switch attributes on.
  private func attributeCodes(_ attributes: Attributes) -> [String] {
    var codes: [String] = []
    if attributes.contains(.bold) { codes.append("1") }
    if attributes.contains(.underline) { codes.append("4") }
    if attributes.contains(.reverse) { codes.append("7") }
    return codes
  }

  /// The number, or numbers, for a colour.
  private func colorCode(_ color: UInt8?, normal: Int, bright: Int, reset: Int) -> String {
    guard let color else { return "\(reset)" }
    if color < 8 { return "\(normal + Int(color))" }
    if color < 16 { return "\(bright + Int(color) - 8)" }
    return "\(normal + 8);5;\(color)"
  }

  /// How a style comes out at this depth.
  private func look(of style: Style) -> Look {
    Look(
      letter: theme.letter(style.ink, on: style.ground).number(at: depth),
      ground: theme.ground(style.ground).number(at: depth),
      attributes: style.attributes)
  }
}

/// The look that a terminal keeps from one character to the next.
private struct Look: Equatable {
  var letter: UInt8?
  var ground: UInt8?
  var attributes: Attributes

  static let plain = Look(letter: nil, ground: nil, attributes: [])

  /// True if the attributes are seen even where no letter stands.
  var showsOnSpace: Bool { !attributes.isDisjoint(with: [.reverse, .underline]) }

  /// The look nearest to this one that shows nothing of a space but a ground.
  func onSpace(ground: UInt8?) -> Look {
    Look(letter: letter, ground: ground, attributes: attributes.subtracting([.reverse, .underline]))
  }
}
