/// An act of the person at the canvas: a key, a paste, the mouse.
public enum Input: Hashable, Sendable {
  case key(Key)
  /// Escape right before a key, as if they were one: the key with Alt, or two keys that came over a slow line.
  case escapeThenKey(Key)
  case mouse(Mouse)
  case paste(PastedText)
}

/// A text that was pasted. It may contain anything, control characters too.
public struct PastedText: Hashable, Sendable {
  /// The text.
  public let text: String
  /// True if there was more of it than is kept, or if its end never came.
  public let isCut: Bool

  /// The most bytes of UTF-8 that are kept of a paste.
  public static let limit = 65_536

  /// A text, or the beginning of one.
  public init(_ text: String, isCut: Bool = false) { (self.text, self.isCut) = (text, isCut) }
}

/// One key, with what was held down beside it.
public struct Key: Hashable, Sendable {
  /// Which key.
  public enum Code: Hashable, Sendable {
    /// A character as typed: Shift and the layout are in it already.
    case character(Character)
    case up, down, left, right
    case home, end, pageUp, pageDown
    case tab, enter, escape, backspace, delete, insert
    /// F1 is 1.
    case function(Int)
  }

  /// The modifier keys that were held down.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8
    /// Modifiers from their bits.
    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Shift; never set beside a character, which has it in itself.
    public static let shift = Modifiers(rawValue: 1)
    /// Control; the character beside it is a small letter.
    public static let control = Modifiers(rawValue: 2)
    /// Alt or Meta.
    public static let alt = Modifiers(rawValue: 4)
  }

  /// Which key.
  public var code: Code
  /// The modifier keys that were held down with the key.
  public var modifiers: Modifiers

  /// A key.
  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }
}

/// One move of the mouse.
public struct Mouse: Hashable, Sendable {
  /// The acts of a mouse.
  public enum Action: Hashable, Sendable {
    /// The left button went down: the first or the second of a double click.
    case press(clicks: Int)
    /// The mouse moved with the left button down.
    case drag
    /// The left button came up.
    case release
    case wheelUp, wheelDown
    /// The right button went down, which opens a menu.
    case menu
  }

  /// The cell under the pointer.
  public var position: Position
  /// The act of the mouse at that position.
  public var action: Action

  /// A move of the mouse.
  public init(_ action: Action, at position: Position) {
    self.position = position
    self.action = action
  }
}
