/// The name of a picture and its content in words, for people who can't see it and for search.
public struct Caption: Hashable, Sendable {
  /// A few words.
  public let title: String
  /// A sentence or some.
  public let description: String

  /// A caption of safe texts.
  public init(title: String, description: String) {
    self.title = title
    self.description = description
  }
}

/// How letters look in a picture, where there is no terminal with colours of its own.
struct PictureLook: Hashable {
  /// The letters, in xterm's palette.
  let letter: UInt8
  /// The ground behind the letters, in xterm's palette; nil for the paper.
  var ground: UInt8?
  let isBold: Bool
  let isUnderlined: Bool

  /// How a theme shows a style.
  init(_ style: Style, _ theme: Theme) {
    let letter = theme.letter(style.ink, on: style.ground).indexed ?? theme.paper.letter
    let ground = theme.ground(style.ground).indexed
    let isReversed = style.attributes.contains(.reverse)
    self.letter = isReversed ? ground ?? theme.paper.ground : letter
    let shown = isReversed ? letter : ground
    self.ground = shown == theme.paper.ground ? nil : shown
    isBold = style.attributes.contains(.bold)
    isUnderlined = style.attributes.contains(.underline)
  }
}

/// Neighbours in a row that look alike.
struct PictureRun: Hashable {
  let column: Int
  private(set) var columns: Int
  private(set) var text: String
  let look: PictureLook
  /// True if the run is a right-to-left text. Such a text stays in one piece, so that its words keep their order.
  let isRightToLeft: Bool

  fileprivate init(_ placed: PlacedGlyph, column: Int, look: PictureLook, isRightToLeft: Bool) {
    self.column = column
    columns = placed.columns
    text = String(placed.glyph)
    self.look = look
    self.isRightToLeft = isRightToLeft
  }

  fileprivate mutating func append(_ placed: PlacedGlyph) {
    columns += placed.columns
    text.append(placed.glyph)
  }
}

extension CellGrid {
  /// A row as runs from the left. Spaces take the colour of the letters before them, so they begin a run only by their
  /// ground or a line below them.
  /// - Parameter knowsGrounds: whether runs end where the ground changes; if not, they have none.
  func pictureRuns(inRow row: Int, _ theme: Theme, knowsGrounds: Bool) -> [PictureRun] {
    var runs: [PictureRun] = []
    var column = 0
    var texts = rightToLeftTexts(inRow: row)[...]
    forEachGlyph(inRow: row) { placed in
      var look = PictureLook(placed.style, theme)
      if !knowsGrounds { look.ground = nil }
      if let text = texts.first, text.upperBound <= column { texts.removeFirst() }
      let isRightToLeft = texts.first?.contains(column) ?? false
      let begins = texts.first?.lowerBound == column
      if let last = runs.last, last.isRightToLeft == isRightToLeft, !begins,
        isRightToLeft || last.look == look || placed.glyph == " " && last.look.coversSpace(of: look)
      {
        runs[runs.count - 1].append(placed)
      } else {
        runs.append(PictureRun(placed, column: column, look: look, isRightToLeft: isRightToLeft))
      }
      column += placed.columns
    }
    return runs
  }
}

extension PictureLook {
  /// True if a space of another look shows the same in this one.
  fileprivate func coversSpace(of other: PictureLook) -> Bool {
    ground == other.ground && !isUnderlined && !other.isUnderlined
  }
}

/// A text as XML and HTML can hold it, also in attributes; what XML 1.0 has no place for becomes U+FFFD.
func escapedMarkup(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "'": result += "&#39;"
    case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{FFFE}", "\u{FFFF}": result.unicodeScalars.append("\u{FFFD}")
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}
