extension Theme {
  /// For terminals with a dark ground: nothing is painted behind land, so that it stays the person's own.
  public static let dark = Theme(
    letters: darkLetter, counted: countedLetter, grounds: darkGround, paper: Paper(letter: 252, ground: 16))

  static func darkLetter(_ ink: Ink) -> Color {
    switch ink {
    case .plain, .cursor: .own
    case .dim, .possible: Color(8, 245)
    case .province, .graticule: Color(8, 240)
    case .emphasis: Color(15, 231)
    case .frame, .axis: Color(8, 242)
    case .title: Color(14, 153)
    case .key: Color(11, 222)
    case .warning: Color(9, 209)
    case .sea: Color(6, 24)
    case .land: Color(8, 239)
    case .foreignLand: Color(8, 237)
    case .occupiedLand: Color(5, 96)
    case .fewest, .few, .middling, .many, .most: .own
    case .shore: Color(14, 123)
    case .border: Color(7, 246)
    case .disputedBorder: Color(5, 139)
    case .river, .lake: Color(6, 67)
    case .route: Color(11, 220)
    case .road: Color(8, 95)
    case .roadNumber: Color(11, 222)
    case .capital, .city: Color(15, 252)
    case .town: Color(7, 249)
    case .waterName: Color(6, 74)
    case .countryName: Color(8, 245)
    case .provinceName: Color(8, 242)
    case .scale: Color(7, 250)
    case .convoy, .thirdFile: Color(10, 114)
    case .strike, .fifthFile: Color(9, 203)
    case .imagery, .fourthFile: Color(14, 81)
    case .incursion, .firstFile: Color(13, 213)
    case .statement, .eighthFile: Color(15, 189)
    case .diplomatic, .sixthFile: Color(6, 111)
    case .political, .secondFile: Color(11, 221)
    case .otherKind, .seventhFile: Color(7, 230)
    case .spareKind: Color(3, 247)
    case .firstOverlay: Color(3, 214)
    case .secondOverlay: Color(2, 120)
    case .thirdOverlay: Color(5, 177)
    case .fourthOverlay: Color(6, 45)
    case .window: Color(11, 222)
    }
  }

  /// Letters on the classes of density of all themes with a dark ground, in the order of `HierarchyTests`.
  static func countedLetter(_ ink: Ink) -> UInt8? {
    switch ink {
    case .shore: 231
    case .route: 227
    case .capital, .city, .town: 254
    case .countryName, .provinceName: 252
    case .waterName: 153
    case .border: 250
    case .disputedBorder: 182
    case .river, .lake: 111
    case .road: 173
    case .province, .graticule: 247
    default: nil
    }
  }

  static func darkGround(_ ink: Ink) -> Color {
    switch ink {
    case .sea, .lake: Color(nil, 17)
    case .foreignLand: Color(nil, 234)
    case .occupiedLand: Color(nil, 235)
    case .fewest: Color(nil, 52)
    case .few: Color(nil, 88)
    case .middling: Color(nil, 124)
    case .many: Color(nil, 127)
    case .most: Color(nil, 162)
    case .cursor: Color(4, 25)
    default: .own
    }
  }
}
