extension Theme {
  /// For terminals with a light ground, from white to cream: nothing is painted behind land, so that it stays the
  /// person's own.
  public static let light = Theme(letters: lightLetter, grounds: lightGround, paper: Paper(letter: 235, ground: 231))

  private static func lightLetter(_ ink: Ink) -> Color {
    switch ink {
    case .plain, .cursor: .own
    case .dim, .possible: Color(8, 242)
    case .province, .graticule: Color(7, 247)
    case .emphasis, .capital: Color(0, 16)
    case .frame, .axis: Color(8, 245)
    case .title: Color(4, 18)
    case .key: Color(5, 89)
    case .warning: Color(1, 160)
    case .sea: Color(6, 110)
    case .land, .foreignLand: Color(7, 250)
    case .shore: Color(4, 25)
    case .border: Color(0, 238)
    case .disputedBorder: Color(5, 130)
    case .river, .lake: Color(6, 32)
    case .motorway: Color(3, 130)
    case .road: Color(8, 137)
    case .roadNumber: Color(3, 94)
    case .city: Color(0, 234)
    case .town: Color(8, 239)
    case .waterName: Color(6, 24)
    case .countryName: Color(8, 241)
    case .provinceName: Color(8, 243)
    case .scale: Color(0, 238)
    case .convoy, .thirdFile: Color(2, 22)
    case .strike, .fifthFile: Color(1, 160)
    case .imagery, .fourthFile: Color(6, 26)
    case .incursion, .firstFile: Color(5, 127)
    case .statement, .eighthFile: Color(0, 16)
    case .diplomatic, .sixthFile: Color(4, 18)
    case .political, .secondFile: Color(3, 94)
    case .otherKind, .seventhFile: Color(8, 23)
    case .firstOverlay: Color(9, 124)
    case .secondOverlay: Color(2, 58)
    case .thirdOverlay: Color(13, 126)
    case .fourthOverlay: Color(12, 24)
    case .window: Color(5, 89)
    }
  }

  private static func lightGround(_ ink: Ink) -> Color {
    switch ink {
    case .sea, .lake: Color(nil, 195)
    case .foreignLand: Color(nil, 255)
    case .cursor: Color(7, 189)
    default: .own
    }
  }
}
