import CNcurses
import TextCanvas

/// The attributes and the number of the colour pair that curses gets for each `Style`.
struct CellLooks {
  /// The two in the library's own types.
  struct Look {
    var attributes: attr_t
    var pair: Int32
  }

  private let theme: Theme
  private let depth: ColorDepth
  /// True if colours are numbered by their red, green and blue.
  private let isDirect: Bool
  /// True if the terminal has bright colours. One with eight colours shows them only as bold and dim letters.
  private let hasBright: Bool
  private var pairs: ColorPairs
  private var looks: [Style: Look] = [:]
  // Neighbouring cells mostly look alike.
  private var latest: (style: Style, look: Look)?

  /// Looks for a theme, on a terminal with so many colours and pairs.
  init(theme: Theme, depth: ColorDepth, colors: Int32, pairs: Int32, isDirect: Bool = false) {
    self.theme = theme
    self.depth = depth
    self.isDirect = isDirect
    hasBright = colors > 8
    self.pairs = ColorPairs(capacity: pairs)
  }

  /// The look of a style.
  mutating func look(of style: Style) -> Look {
    if let latest, latest.style == style { return latest.look }
    let look = looks[style] ?? make(style)
    looks[style] = look
    latest = (style, look)
    return look
  }

  private mutating func make(_ style: Style) -> Look {
    var look = Look(attributes: 0, pair: 0)
    if style.attributes.contains(.bold) { look.attributes |= cn_bold }
    if style.attributes.contains(.reverse) { look.attributes |= cn_reverse }
    if style.attributes.contains(.underline) { look.attributes |= cn_underline }
    if depth == .none { return look }
    var letter = number(of: theme.letter(style.ink, on: style.ground))
    var ground = number(of: theme.ground(style.ground))
    if !hasBright {
      if letter == 8 {
        // Bright black is grey where there is one, and black on black where there is none.
        letter = ColorPairs.own
        look.attributes |= cn_dim
      } else if letter > 8 {
        letter -= 8
        look.attributes |= cn_bold
      }
      if ground >= 8 { ground -= 8 }
    }
    look.pair = pairs.number(letter: letter, ground: ground)
    return look
  }

  private func number(of color: Color) -> Int32 {
    guard let number = color.number(at: depth) else { return ColorPairs.own }
    return isDirect ? Self.directNumber(RGB(palette: number)) : Int32(number)
  }

  /// The number of a colour on a terminal that numbers colours by red, green and blue.
  ///
  /// The lowest numbers stay those of a palette there, eight to 256 of them: a blue that is so dark gets a touch of green.
  static func directNumber(_ color: RGB) -> Int32 {
    let number = Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
    return (1..<256).contains(number) ? number | 1 << 8 : number
  }
}
