import SituationModel
import TextCanvas

/// A sign on the map for an event, or for several in one place.
public struct Mark: Hashable, Sendable {
  /// The precision of the place, which shapes the sign. The extent of the place is a `Reach`.
  public enum Form: Hashable, Sendable {
    /// The exact spot: a capital letter.
    case exact
    /// Somewhere near, or in this town: a small letter in a ring.
    case near
    /// Somewhere along a line or in an area: a small letter in brackets.
    case within
  }

  /// The caller's number for the mark.
  public var id: Int
  /// The place of its letter; never moved.
  public var anchor: Coordinate
  /// The precision of the place.
  public var form: Form
  /// The kind of event, as a capital letter.
  public var letter: Character
  /// `!` claimed, `?` alleged, `%` disputed; nil when there is nothing to add.
  public var suffix: Character?
  /// The kind's colour.
  public var ink: Ink
  /// The number of events that the mark stands for.
  public var count: Int
  /// True if the events are of several kinds.
  public var isMixed: Bool
  /// A name to write beside the mark.
  public var label: String?
  /// The names of its events' places. Towns with these names are named beside the mark, if they lie there.
  public var places: [String]
  /// True if the mark is the selected one.
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
