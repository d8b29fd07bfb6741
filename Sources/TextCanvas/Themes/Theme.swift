/// How many colours a place to draw on has.
public enum ColorDepth: Hashable, Sendable {
  /// None: bold, reverse and the glyphs have to do.
  case none
  /// The sixteen colours of every terminal.
  case sixteen
  /// The 256 colours of xterm's palette.
  case indexed

  /// True if there are colours enough for the grounds of a map: the sea, other countries, classes of density.
  public var hasGrounds: Bool {
    switch self {
    case .none, .sixteen: false
    case .indexed: true
    }
  }
}

/// One colour, as each kind of terminal can show it.
public struct Color: Hashable, Sendable {
  /// Among the sixteen: 0–7 dark, 8–15 bright; nil leaves the terminal's own.
  public let basic: UInt8?
  /// In xterm's palette of 256; nil leaves the terminal's own.
  public let indexed: UInt8?

  /// A colour in both palettes.
  public init(_ basic: UInt8?, _ indexed: UInt8?) {
    self.basic = basic
    self.indexed = indexed
  }

  /// The terminal's own colour.
  public static let own = Color(nil, nil)

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
  /// The letters and ground of a picture, which has no terminal with colours of its own.
  public struct Paper: Hashable, Sendable {
    /// The letters, in xterm's palette.
    public let letter: UInt8
    /// The ground, in xterm's palette.
    public let ground: UInt8
  }

  private let letters: [Color]
  /// The letters that stand on a class of density.
  private let countedLetters: [Color]
  private let grounds: [Color]
  /// The paper of pictures. On a terminal, the theme is made for a ground like it.
  public let paper: Paper

  /// A theme from its tables.
  ///
  /// - Parameter counted: the letters, in xterm's palette, of what the map draws on a class of density, where those of the map's
  ///   own ground could not be seen; nil for all that may stay as it is.
  init(
    letters: (Ink) -> Color, counted: (Ink) -> UInt8? = { _ in nil }, grounds: (Ink) -> Color, paper: Paper
  ) {
    self.letters = Ink.allCases.map(letters)
    countedLetters = Ink.allCases.map { ink in
      let letter = letters(ink)
      return counted(ink).map { Color(letter.basic, $0) } ?? letter
    }
    self.grounds = Ink.allCases.map(grounds)
    self.paper = paper
  }

  /// The colour of letters in an ink, on a ground: on the grounds of a density they are stronger.
  public func letter(_ ink: Ink, on ground: Ink = .plain) -> Color {
    ground.isDensity ? countedLetters[Int(ink.rawValue)] : letters[Int(ink.rawValue)]
  }
  /// The colour of a ground.
  public func ground(_ ink: Ink) -> Color { grounds[Int(ink.rawValue)] }
}

/// The themes that there are; a raw value is what a person types.
public enum ThemeName: String, CaseIterable, Hashable, Sendable {
  /// For terminals with a dark ground.
  case dark
  /// Dark letters on a white ground of its own, whatever the terminal has.
  case light
  /// Bright letters on a black ground of its own, whatever the terminal has.
  case highContrast = "high-contrast"
  /// For a dark ground; kinds of events are apart for people who can't tell red from green, or blue from yellow.
  case colorBlind = "colour-blind"
  /// No colour at all: bold, reverse and the glyphs have to do.
  case monochrome = "mono"

  /// The theme of this name.
  public var theme: Theme {
    switch self {
    case .dark: .dark
    case .light: .light
    case .highContrast: .highContrast
    case .colorBlind: .colorBlind
    case .monochrome: .monochrome
    }
  }

  /// The one after it; behind the last comes the first.
  public var next: ThemeName {
    let all = ThemeName.allCases
    return all[((all.firstIndex(of: self) ?? 0) + 1) % all.count]
  }
}
