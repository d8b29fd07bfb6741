extension Theme {
  /// No colour at all; black on white in pictures, for print.
  public static let monochrome = Theme(
    letters: { _ in .own }, grounds: { _ in .own }, paper: Paper(letter: 16, ground: 231))
}
