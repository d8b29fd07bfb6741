extension Theme {
  /// Bright letters on black. The ground is painted, since no other could be relied on.
  public static let highContrast = Theme(
    letters: brightLetter, counted: countedLetter, grounds: brightGround,
    paper: Paper(letter: 231, ground: 16))

  private static func brightLetter(_ ink: Ink) -> Color {
    switch ink {
    case .plain, .cursor, .emphasis, .frame: Color(15, 231)
    case .capital, .city: Color(15, 252)
    case .dim, .possible, .countryName, .provinceName, .axis: Color(7, 252)
    case .title: Color(14, 159)
    case .key, .window: Color(11, 229)
    case .warning: Color(9, 216)
    case .sea: Color(6, 69)
    case .land, .foreignLand, .province, .graticule: Color(8, 242)
    case .occupiedLand: Color(13, 139)
    case .fewest, .few, .middling, .many, .most: .own
    case .shore: Color(14, 123)
    case .border: Color(7, 249)
    case .disputedBorder: Color(13, 141)
    case .scale: Color(15, 255)
    case .town: Color(15, 251)
    case .river, .lake: Color(6, 69)
    case .route: Color(11, 220)
    case .roadNumber: Color(11, 222)
    case .road: Color(8, 243)
    case .waterName: Color(14, 123)
    case .convoy, .thirdFile: Color(10, 48)
    case .strike, .fifthFile: Color(9, 210)
    case .imagery, .fourthFile: Color(14, 51)
    case .incursion, .firstFile: Color(13, 213)
    case .statement, .eighthFile: Color(15, 231)
    case .diplomatic, .sixthFile: Color(6, 111)
    case .political, .secondFile: Color(11, 226)
    case .otherKind, .seventhFile: Color(7, 172)
    case .spareKind: Color(3, 247)
    case .firstOverlay: Color(11, 214)
    case .secondOverlay: Color(10, 120)
    case .thirdOverlay: Color(13, 183)
    case .fourthOverlay: Color(14, 45)
    }
  }

  private static func brightGround(_ ink: Ink) -> Color {
    switch ink {
    case .cursor: Color(4, 18)
    case .fewest: Color(0, 52)
    case .few: Color(0, 88)
    case .middling: Color(0, 124)
    case .many: Color(0, 127)
    case .most: Color(0, 162)
    default: Color(0, 16)
    }
  }
}
