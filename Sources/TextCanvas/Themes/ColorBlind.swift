extension Theme {
  /// The dark theme with kinds of events in colours that stay apart without the red, the green or the blue cones.
  ///
  /// The eight were searched for among xterm's palette, so that the nearest two are as far apart as can be to all four
  /// sights; the test `ThemeTests` has the numbers.
  public static let colorBlind = Theme(
    letters: { safeKind($0) ?? darkLetter($0) }, counted: countedLetter, grounds: safeGround,
    paper: Paper(letter: 252, ground: 16))

  private static func safeKind(_ ink: Ink) -> Color? {
    switch ink {
    case .convoy, .thirdFile: Color(10, 46)
    case .strike, .fifthFile: Color(9, 199)
    case .imagery, .fourthFile: Color(14, 69)
    case .incursion, .firstFile: Color(13, 219)
    case .statement, .eighthFile: Color(15, 231)
    case .diplomatic, .sixthFile: Color(6, 151)
    case .political, .secondFile: Color(11, 138)
    case .otherKind, .seventhFile: Color(7, 70)
    case .spareKind: Color(3, 250)
    default: nil
    }
  }

  /// The grounds of the dark theme; classes of density are greys, which all sights put in the same order.
  private static func safeGround(_ ink: Ink) -> Color {
    switch ink {
    case .occupiedLand: Color(nil, 53)
    case .fewest: Color(nil, 235)
    case .few: Color(nil, 237)
    case .middling: Color(nil, 239)
    case .many: Color(nil, 241)
    case .most: Color(nil, 243)
    default: darkGround(ink)
    }
  }
}
