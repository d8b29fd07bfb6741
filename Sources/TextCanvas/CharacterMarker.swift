/// Builds safe text from code points, one at a time.
struct CharacterMarker {
  /// The safe text of the code points so far.
  private(set) var text = ""
  /// How many of them became marks.
  private(set) var marks = 0

  private var scalars = String.UnicodeScalarView()
  /// The character that the next combining mark would stand on.
  private var base = Base.none
  /// Combining marks on that base so far.
  private var combining = 0
  /// Combining marks beyond the limit.
  private var surplus = 0
  private var afterReturn = false

  /// More marks than this on one letter are no writing, but a tower over the lines above. ncurses keeps as many a cell.
  static let combiningLimit = 4

  private enum Base {
    /// Nothing that a mark may stand on: the start of the line, or a mark of ours.
    case none
    case letter
    /// An emoji, or a digit or sign that can become one: a variation selector may follow.
    case emoji
  }

  /// Takes the next code point.
  mutating func take(_ scalar: Unicode.Scalar) {
    let kind = ScalarKind(scalar)
    if kind != .combining { settleSurplus() }
    if afterReturn && scalar != "\n" { mark("\r") }
    afterReturn = scalar == "\r"
    switch kind {
    case .plain:
      scalars.append(scalar)
      combining = 0
      base = scalar == " " ? .none : scalar.properties.isEmoji ? .emoji : .letter
    case .combining: combine(scalar)
    case .space:
      if scalar != "\r" {
        scalars.append(" ")
        base = .none
      }
    case .joiner:
      // Between letters it decides which form they have. Behind an emoji it goes, as a variation selector does.
      if base == .letter, let last = scalars.last, ScalarKind.isJoined(last) {
        combine(scalar)
      } else if base != .emoji {
        mark(scalar)
      }
    case .variation:
      // Text or emoji: it chooses a font and nothing else, and terminals disagree about its width, so it goes.
      if base == .emoji { base = .letter } else { mark(scalar) }
    case .unsafe: mark(scalar)
    }
  }

  /// Ends the text.
  mutating func finish() {
    settleSurplus()
    if afterReturn { mark("\r") }
    afterReturn = false
    text = String(scalars)
  }

  private mutating func combine(_ scalar: Unicode.Scalar) {
    if base == .none {
      mark(scalar)
    } else if combining == Self.combiningLimit {
      surplus += 1
    } else {
      scalars.append(scalar)
      combining += 1
    }
  }

  private mutating func settleSurplus() {
    guard surplus > 0 else { return }
    scalars.append(contentsOf: "<+\(surplus)>".unicodeScalars)
    marks += surplus
    surplus = 0
    base = .none
  }

  /// Puts a visible mark in the place of a code point.
  private mutating func mark(_ scalar: Unicode.Scalar) {
    marks += 1
    base = .none
    let value = scalar.value
    if value < 0x80 {
      // Caret notation: 64 higher, and DEL as `?`.
      scalars.append("^")
      scalars.append(Unicode.Scalar(UInt8(value) ^ 0x40))
      return
    }
    let digits = String(value, radix: 16, uppercase: true)
    let padding = String(repeating: "0", count: max(0, 4 - digits.count))
    scalars.append(contentsOf: "<\(padding)\(digits)>".unicodeScalars)
  }
}

/// The classes of code points that safe text treats differently.
enum ScalarKind {
  /// It stays.
  case plain
  /// It stays, in small numbers.
  case combining
  /// It becomes a space.
  case space
  /// It stays between letters of scripts whose letters join, is dropped behind an emoji and marked anywhere else.
  case joiner
  /// It is dropped behind an emoji and marked anywhere else.
  case variation
  /// It becomes a mark.
  case unsafe

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x20..<0x7F: self = .plain
    case 0x09, 0x0A, 0x0D: self = .space
    case 0xFE0E, 0xFE0F: self = .variation
    case 0x200C, 0x200D: self = .joiner
    default: self = Self.beyondASCII(scalar)
    }
  }

  /// True if a code point changes its form beside others: a letter of Arabic, Syriac, N'Ko or a script of India, or a virama.
  static func isJoined(_ scalar: Unicode.Scalar) -> Bool {
    guard (0x620...0xDFF).contains(scalar.value) else { return false }
    return scalar.properties.generalCategory == .otherLetter || scalar.properties.canonicalCombiningClass == .virama
  }

  private static func beyondASCII(_ scalar: Unicode.Scalar) -> ScalarKind {
    if scalar.properties.isDefaultIgnorableCodePoint { return .unsafe }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return .unsafe
    case .spacingMark: return .combining
    default: return displayWidth(of: scalar) == 0 ? .combining : .plain
    }
  }
}
