import SituationModel
import TextCanvas

/// A layer of the user's own: lines, outlines of areas, and points with their names.
public struct MapOverlay: Sendable {
  /// The name of the layer; a safe text.
  public let name: String
  /// The sign and colour that distinguish it from the map and from other overlays.
  public let look: Look
  let lines: LineStore
  let points: PointStore

  /// The look of an overlay: a sign amid the strokes of its lines, and a colour.
  public struct Look: Hashable, Sendable {
    /// The character at its points, and in every other cell of its lines.
    public let sign: Character
    /// The colour of the overlay.
    public let ink: Ink

    private static let all = [
      Look(sign: "#", ink: .firstOverlay), Look(sign: "&", ink: .secondOverlay),
      Look(sign: "$", ink: .thirdOverlay), Look(sign: "+", ink: .fourthOverlay),
    ]

    /// The look of the overlay with a number, counted from 0; the fifth looks like the first.
    public static func number(_ number: Int) -> Look { all[number % all.count] }
  }

  /// An overlay of a file's features. About n log n for n vertices.
  /// - Parameters:
  ///   - name: the name in the file; need not be safe.
  ///   - features: the features to show, in the order of drawing.
  ///   - number: the overlay's place among the overlays, from 0.
  public init(name: String, features: [Feature], number: Int) {
    self.name = SafeText(name).text
    look = Look.number(number)
    lines = LineStore(features, rims: .world)
    points = PointStore(features)
  }
}
