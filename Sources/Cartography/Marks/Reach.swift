import SituationModel
import TextCanvas

/// The extent of an event's place, if one is stated: a circle, a line or an area.
public struct Reach: Hashable, Sendable {
  /// The form of an extent on the globe.
  public enum Form: Hashable, Sendable {
    /// Within so many metres of one of these places.
    case circles([Coordinate], radius: Double)
    /// Somewhere along lines.
    case line([[Coordinate]])
    /// Somewhere in a region.
    case region([Shape.Area])
    /// Somewhere in a country: drawn fainter than a region, since it says less.
    case country([Shape.Area])
  }

  /// The form on the globe.
  public var form: Form
  /// The colour of its events' kind.
  public var ink: Ink
  /// True if it is the extent of the selected event.
  public var isSelected: Bool

  /// A reach.
  public init(_ form: Form, ink: Ink, isSelected: Bool = false) {
    self.form = form
    self.ink = ink
    self.isSelected = isSelected
  }

  /// The narrowest rectangle around the extent, without the circles' radii; nil if it has no point.
  public var bounds: GeoBounds? {
    switch form {
    case .circles(let centers, _): GeoBounds(around: centers)
    case .line(let lines): Shape.lines(lines).bounds
    case .region(let areas), .country(let areas): Shape.areas(areas).bounds
    }
  }
}
