/// The characters that frames of panes are drawn with.
public enum FrameGlyphs: Hashable, Sendable {
  /// `+`, `-` and `|`; the upper side of the pane that keys go to has `=`.
  case ascii
  /// Box-drawing characters of Unicode; the upper side of the pane that keys go to is double.
  case lines
}

/// The ways in which a frame's line leaves a cell: what two frames that share a cell have together.
struct FrameArms: OptionSet, Hashable {
  let rawValue: UInt8

  static let up = FrameArms(rawValue: 1)
  static let down = FrameArms(rawValue: 2)
  static let left = FrameArms(rawValue: 4)
  static let right = FrameArms(rawValue: 8)
  /// Lines across are double.
  static let isDouble = FrameArms(rawValue: 16)

  static let across: FrameArms = [.left, .right]
  static let upright: FrameArms = [.up, .down]

  /// The character that has these arms.
  func glyph(_ glyphs: FrameGlyphs) -> Character {
    let arms = subtracting(.isDouble)
    switch glyphs {
    case .ascii:
      if arms.isSubset(of: .upright) { return "|" }
      return arms.isSubset(of: .across) ? (contains(.isDouble) ? "=" : "-") : "+"
    case .lines:
      if contains(.isDouble), let double = Self.double[arms] { return double }
      return Self.single[arms] ?? " "
    }
  }

  /// The arms of a character, which need not be one of a frame: then it has none.
  init(of glyph: Character, _ glyphs: FrameGlyphs) {
    switch glyphs {
    case .ascii:
      switch glyph {
      case "|": self = .upright
      case "-": self = .across
      case "=": self = [.across, .isDouble]
      case "+": self = [.upright, .across]
      default: self = []
      }
    case .lines: self = Self.arms[glyph] ?? []
    }
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }

  private static let single: [FrameArms: Character] = [
    .across: "─", .upright: "│", [.down, .right]: "╭", [.down, .left]: "╮", [.up, .right]: "╰", [.up, .left]: "╯",
    [.upright, .right]: "├", [.upright, .left]: "┤", [.across, .down]: "┬", [.across, .up]: "┴",
    [.upright, .across]: "┼",
  ]
  private static let double: [FrameArms: Character] = [
    .across: "═", [.down, .right]: "╒", [.down, .left]: "╕", [.up, .right]: "╘", [.up, .left]: "╛",
    [.upright, .right]: "╞", [.upright, .left]: "╡", [.across, .down]: "╤", [.across, .up]: "╧",
    [.upright, .across]: "╪",
  ]
  private static let arms: [Character: FrameArms] = {
    let singles = single.map { ($0.value, $0.key) }
    let doubles = double.map { ($0.value, $0.key.union(.isDouble)) }
    return Dictionary(uniqueKeysWithValues: singles + doubles)
  }()
}

extension CellGrid {
  /// Draws a frame on the edge of a rectangle, with a title in its upper side.
  ///
  /// Where its sides meet those of a frame that stands there already, the two are joined. The frame of the pane that keys
  /// go to has a double upper side.
  public mutating func frame(_ rect: Rect, title: String = "", isFocused: Bool = false) {
    guard rect.size.columns >= 2, rect.size.rows >= 2 else { return }
    let style = Style(.frame, on: .plain, isFocused ? .bold : [])
    let (left, top) = (rect.origin.column, rect.origin.row)
    let (right, bottom) = (rect.columns.upperBound - 1, rect.rows.upperBound - 1)
    let upper: FrameArms = isFocused ? .isDouble : []
    for column in left + 1..<max(left + 1, right) {
      join(FrameArms.across.union(upper), column, top, style)
      join(.across, column, bottom, style)
    }
    for row in top + 1..<max(top + 1, bottom) {
      join(.upright, left, row, style)
      join(.upright, right, row, style)
    }
    join(FrameArms([.down, .right]).union(upper), left, top, style)
    join(FrameArms([.down, .left]).union(upper), right, top, style)
    join([.up, .right], left, bottom, style)
    join([.up, .left], right, bottom, style)
    if !title.isEmpty { write(" \(title) ", column: left + 2, row: top, Style(.title), limit: rect.size.columns - 4) }
  }

  /// Adds arms to those that a cell has. A focused upper side stays double only where a line goes on across.
  private mutating func join(_ arms: FrameArms, _ column: Int, _ row: Int, _ style: Style) {
    var old = FrameArms(of: self[column, row].glyph, frameGlyphs)
    // A line along another one takes its place: it is the one that is single or double now.
    if arms.isSuperset(of: .across) { old.remove(.isDouble) }
    self[column, row] = Cell(arms.union(old).glyph(frameGlyphs), style)
  }
}
