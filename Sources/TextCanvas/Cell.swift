/// One cell of a screen: what stands in it and how it looks.
public struct Cell: Hashable, Sendable {
  /// The character in the cell; `Cell.continuation` under the right half of a wide character.
  public var glyph: Character
  /// How it looks.
  public var style: Style

  /// A cell.
  public init(_ glyph: Character = " ", _ style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  /// The glyph of the right half of a wide character: the writers pass over it.
  public static let continuation: Character = "\u{0}"
  /// A cell with nothing in it.
  public static let blank = Cell()
}
