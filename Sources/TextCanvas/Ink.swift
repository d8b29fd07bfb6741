/// The meaning of a colour; a `Theme` says which colour has that meaning.
///
/// Views name the meaning and never a colour, so a theme can be changed, or taken away, behind them.
public enum Ink: UInt8, CaseIterable, Sendable {
  // The program's own frame and words.
  case plain, dim, emphasis, frame, title, key, warning, cursor
  // The map.
  case sea, land, foreignLand, occupiedLand, shore, border, disputedBorder, province, river, lake
  case route, road, roadNumber, graticule
  case capital, city, town, waterName, countryName, provinceName, scale
  // How many events a cell has, in five classes: grounds, from few to many.
  case fewest, few, middling, many, most
  // Events, by kind.
  case convoy, strike, imagery, incursion, statement, diplomatic, political, otherKind
  // The ninth kind of a file whose kinds are words of its own.
  case spareKind
  // Files of events, in turn.
  case firstFile, secondFile, thirdFile, fourthFile, fifthFile, sixthFile, seventhFile, eighthFile
  // The user's own layers, in turn.
  case firstOverlay, secondOverlay, thirdOverlay, fourthOverlay
  // The timeline.
  case window, possible, axis

  /// True for the grounds of a density.
  var isDensity: Bool { rawValue >= Ink.fewest.rawValue && rawValue <= Ink.most.rawValue }
}

/// How letters are set, apart from their colour.
public struct Attributes: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt8
  /// Attributes from their bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Brighter or heavier.
  public static let bold = Attributes(rawValue: 1)
  /// Letters and ground exchanged.
  public static let reverse = Attributes(rawValue: 2)
  /// A line below.
  public static let underline = Attributes(rawValue: 4)
}

/// The look of one cell.
public struct Style: Hashable, Sendable {
  /// The colour of the letters, by meaning.
  public var ink: Ink
  /// The colour behind them, by meaning; `plain` is the terminal's own ground.
  public var ground: Ink
  /// Bold, reverse, underline.
  public var attributes: Attributes

  /// A look.
  public init(_ ink: Ink = .plain, on ground: Ink = .plain, _ attributes: Attributes = []) {
    self.ink = ink
    self.ground = ground
    self.attributes = attributes
  }

  /// The terminal's own look.
  public static let plain = Style()
}
