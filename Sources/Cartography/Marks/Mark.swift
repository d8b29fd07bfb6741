import SituationModel
import TextCanvas

/// What stands on the map for an event, or for several in one place.
public struct Mark: Hashable, Sendable {
  /// How exactly a place is known, and so what its sign may say; how far it reaches is a `Reach`.
  public enum Form: Hashable, Sendable {
    /// Here: a capital letter.
    case exact
    /// Near here, or somewhere in this town: a small letter in a ring.
    case near
    /// Somewhere along a line or in an area: a small letter in brackets.
    case within
  }

  /// The caller's number for it.
  public var id: Int
  /// Where its letter stands; never moved.
  public var anchor: Coordinate
  /// How exactly the place is known.
  public var form: Form
  /// The kind of event, as a capital letter.
  public var letter: Character
  /// `!` claimed, `?` alleged, `%` disputed; nil when there is nothing to add.
  public var suffix: Character?
  /// The kind's colour.
  public var ink: Ink
  /// How many events it stands for.
  public var count: Int
  /// Whether they are of several kinds.
  public var isMixed: Bool
  /// A name to stand beside it.
  public var label: String?
  /// What its events' places are called: towns of these names are named beside it, if they lie there.
  public var places: [String]
  /// Whether it is the selected one.
  public var isSelected: Bool

  /// A mark.
  public init(
    id: Int, anchor: Coordinate, form: Form, letter: Character, suffix: Character? = nil, ink: Ink,
    count: Int = 1, isMixed: Bool = false, label: String? = nil, places: [String] = [],
    isSelected: Bool = false
  ) {
    self.id = id
    self.anchor = anchor
    self.form = form
    self.letter = letter
    self.suffix = suffix
    self.ink = ink
    self.count = count
    self.isMixed = isMixed
    self.label = label
    self.places = places
    self.isSelected = isSelected
  }
}
