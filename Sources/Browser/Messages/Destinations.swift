import Places
import SituationModel

/// The places that a typed text may mean.
struct Destinations: Hashable, Sendable {
  /// Coordinates, when the text is such.
  var coordinates: CoordinateReader.Reading?
  /// Places by name, the likeliest first.
  var matches: [Gazetteer.Match] = []
  /// The reason why there is no place; nil while there is one.
  var problem: String?
  /// The one that Tab has chosen.
  var chosen: Int?

  /// The number of places that are looked up and can be chosen.
  static let limit = 12
}
