/// The bytes that begin a sequence or a string, before what they contain.
struct Introducer: Hashable {
  /// The kinds of sequences and strings.
  enum Kind: Hashable {
    /// A control sequence: `ESC [`.
    case control
    /// One of a terminal's older keys: `ESC O`.
    case single
    /// A string, which goes on to its terminator: DCS, OSC, SOS, PM or APC.
    case string
  }

  /// The forms in which terminals send an introducer.
  enum Form: Hashable {
    /// Escape and the letter.
    case escape
    /// One character of U+0080 to U+009F.
    case eightBit
    /// The letter alone: its Escape came so early that it was decoded as the key.
    case rest
    /// Nothing: Escape and the letter came so early that they were decoded as keys.
    case none
  }

  let kind: Kind
  let form: Form
  /// The letter behind the Escape, in each of the forms.
  let letter: UInt8
  /// The number of bytes.
  let length: Int

  /// The introducer that the bytes begin with, if they do.
  /// - Parameter late: The beginning before the bytes that was decoded as keys.
  init?(_ bytes: ArraySlice<UInt8>, after late: InputDecoder.Late? = nil) {
    guard let first = bytes.first else { return nil }
    let second = bytes.dropFirst().first
    switch (first, second) {
    case (0x1B, let letter?): (form, self.letter, length) = (.escape, letter, 2)
    case (0x80..<0xA0, _): (form, letter, length) = (.eightBit, first - 0x40, 1)
    case (0xC2, let control?) where (0x80..<0xA0).contains(control):
      (form, letter, length) = (.eightBit, control - 0x40, 2)
    case _ where late == .escape: (form, letter, length) = (.rest, first, 1)
    // Parameters: a person who types digits right behind Alt with the letter means nothing by them here.
    case (0x30..<0x40, _) where late == .control: (form, letter, length) = (.none, UInt8(ascii: "["), 0)
    default: return nil
    }
    guard let kind = Self.kind(of: letter) else { return nil }
    self.kind = kind
  }

  private static func kind(of letter: UInt8) -> Kind? {
    switch Unicode.Scalar(letter) {
    case "[": .control
    case "O": .single
    case "P", "X", "]", "^", "_": .string
    default: nil
    }
  }

  /// True if a reply of this kind can go on with a byte. A person may press Alt with the letter, and then another key.
  func isPlausible(_ next: UInt8) -> Bool {
    switch Unicode.Scalar(letter) {
    // A number; or a letter, where a window's title is reported.
    case "]": (0x30..<0x3C).contains(next) || "Ll".utf8.contains(next)
    case "P": (0x20..<0x40).contains(next)
    default: true
    }
  }
}
