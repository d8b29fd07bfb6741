/// How many colours a place to draw on has.
public enum ColorDepth: Hashable, Sendable {
  /// None: bold, reverse and the glyphs have to do.
  case none
  /// The sixteen colours of every terminal.
  case sixteen
  /// The 256 colours of xterm's palette.
  case indexed
}

/// One colour, as each kind of terminal can show it.
public struct Color: Hashable, Sendable {
  /// Among the sixteen: 0–7 dark, 8–15 bright; nil leaves the terminal's own.
  public let basic: UInt8?
  /// In xterm's palette of 256; nil leaves the terminal's own.
  public let indexed: UInt8?

  /// A colour in both palettes.
  public init(basic: UInt8?, indexed: UInt8?) {
    self.basic = basic
    self.indexed = indexed
  }

  /// The number in a palette of this depth, or nil for the terminal's own.
  public func number(at depth: ColorDepth) -> UInt8? {
    switch depth {
    case .none: nil
    case .sixteen: basic
    case .indexed: indexed
    }
  }
}

/// Which colour each ink has, as letters and as ground.
public struct Theme: Hashable, Sendable {
  private let letters: [Color]
  private let grounds: [Color]

  /// A theme from two tables.
  init(letters: (Ink) -> Color, grounds: (Ink) -> Color) {
    self.letters = Ink.allCases.map(letters)
    self.grounds = Ink.allCases.map(grounds)
  }

  /// The colour of letters in an ink.
  public func letter(_ ink: Ink) -> Color { letters[Int(ink.rawValue)] }
  /// The colour of a ground.
  public func ground(_ ink: Ink) -> Color { grounds[Int(ink.rawValue)] }

  /// For terminals with a dark ground.
  public static let dark = Theme(letters: darkLetter, grounds: darkGround)
}

private func darkLetter(_ ink: Ink) -> Color {
  switch ink {
  case .plain, .cursor: Color(basic: nil, indexed: nil)
  case .dim, .possible: Color(basic: 8, indexed: 245)
  case .province, .graticule: Color(basic: 8, indexed: 240)
  case .emphasis, .capital: Color(basic: 15, indexed: 231)
  case .frame, .axis: Color(basic: 8, indexed: 242)
  case .title: Color(basic: 14, indexed: 153)
  case .key: Color(basic: 11, indexed: 222)
  case .warning: Color(basic: 9, indexed: 209)
  case .sea: Color(basic: 4, indexed: 24)
  case .land: Color(basic: 8, indexed: 239)
  case .foreignLand: Color(basic: 8, indexed: 237)
  case .shore: Color(basic: 6, indexed: 117)
  case .border: Color(basic: 7, indexed: 250)
  case .disputedBorder: Color(basic: 3, indexed: 179)
  case .river, .lake: Color(basic: 4, indexed: 68)
  case .motorway: Color(basic: 3, indexed: 137)
  case .road: Color(basic: 8, indexed: 95)
  case .roadNumber: Color(basic: 3, indexed: 180)
  case .city: Color(basic: 7, indexed: 253)
  case .town: Color(basic: 7, indexed: 248)
  case .waterName: Color(basic: 6, indexed: 74)
  case .countryName: Color(basic: 8, indexed: 245)
  case .provinceName: Color(basic: 8, indexed: 242)
  case .scale: Color(basic: 7, indexed: 250)
  case .convoy: Color(basic: 10, indexed: 114)
  case .strike: Color(basic: 9, indexed: 203)
  case .imagery: Color(basic: 14, indexed: 81)
  case .incursion: Color(basic: 13, indexed: 213)
  case .statement: Color(basic: 15, indexed: 189)
  case .diplomatic: Color(basic: 12, indexed: 111)
  case .political: Color(basic: 11, indexed: 221)
  case .otherKind: Color(basic: 15, indexed: 230)
  case .window: Color(basic: 11, indexed: 222)
  }
}

private func darkGround(_ ink: Ink) -> Color {
  switch ink {
  case .sea, .lake: Color(basic: nil, indexed: 17)
  case .foreignLand: Color(basic: nil, indexed: 234)
  case .cursor: Color(basic: 4, indexed: 25)
  default: Color(basic: nil, indexed: nil)
  }
}
