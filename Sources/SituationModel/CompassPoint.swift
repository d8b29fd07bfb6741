/// A direction in words: `N`, `SSW`.
public struct CompassPoint: Hashable, Sendable {
  /// One to three letters, as English has them.
  public let name: String

  private static let names = [
    "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
  ]

  /// The nearest of sixteen points, or of eight, to a bearing in degrees clockwise from north; any number will do.
  public init(bearing: Double, ofEight: Bool = false) {
    let step = ofEight ? 45.0 : 22.5
    let index = bearing.isFinite ? Int((bearing.truncatingRemainder(dividingBy: 360) / step).rounded()) : 0
    let count = ofEight ? 8 : 16
    name = Self.names[((index + count) % count) * (ofEight ? 2 : 1)]
  }
}
