extension Theme {
  /// Dark letters on white. The theme paints its own ground, since a dark terminal's would swallow its letters.
  public static let light = Theme(
    letters: lightLetter, counted: countedDarkLetter, grounds: lightGround, paper: Paper(letter: 235, ground: 231))

  private static func lightLetter(_ ink: Ink) -> Color {
    switch ink {
    case .plain, .cursor: Color(0, 235)
    case .dim, .possible: Color(8, 242)
    case .province, .graticule: Color(7, 247)
    case .emphasis: Color(0, 16)
    case .frame, .axis: Color(8, 245)
    case .title: Color(0, 18)
    case .key: Color(5, 89)
    case .warning: Color(1, 160)
    case .sea: Color(6, 110)
    case .land, .foreignLand: Color(7, 250)
    case .occupiedLand: Color(5, 139)
    case .fewest, .few, .middling, .many, .most: Color(0, 235)
    case .shore: Color(0, 17)
    case .border: Color(8, 242)
    case .disputedBorder: Color(5, 97)
    case .river, .lake: Color(6, 67)
    case .route: Color(1, 52)
    case .road: Color(8, 137)
    case .roadNumber: Color(1, 88)
    case .capital, .city: Color(0, 236)
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
    case .diplomatic, .sixthFile: Color(12, 18)
    case .political, .secondFile: Color(3, 94)
    case .otherKind, .seventhFile: Color(8, 23)
    case .spareKind: Color(9, 241)
    case .firstOverlay: Color(9, 124)
    case .secondOverlay: Color(2, 58)
    case .thirdOverlay: Color(13, 126)
    case .fourthOverlay: Color(6, 24)
    case .window: Color(5, 89)
    }
  }

  /// Letters on the classes of density, in the order of `HierarchyTests`.
  private static func countedDarkLetter(_ ink: Ink) -> UInt8? {
    switch ink {
    case .shore: 16
    case .route: 52
    case .capital, .city, .town: 236
    case .countryName, .provinceName: 237
    case .waterName: 19
    case .border: 238
    case .disputedBorder: 54
    case .river, .lake: 24
    case .road: 94
    case .province, .graticule: 241
    default: nil
    }
  }

  private static func lightGround(_ ink: Ink) -> Color {
    switch ink {
    case .sea, .lake: Color(15, 195)
    case .foreignLand: Color(15, 255)
    case .occupiedLand: Color(15, 254)
    case .cursor: Color(7, 189)
    case .fewest: Color(15, 224)
    case .few: Color(15, 217)
    case .middling: Color(15, 210)
    case .many: Color(15, 203)
    case .most: Color(15, 199)
    default: Color(15, 231)
    }
  }
}
