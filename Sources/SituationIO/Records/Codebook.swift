import SituationModel

/// What the codes of formats say about how well a place or a time is known, a table each with its source. What a code does
/// not say is `unknown`, never exact.
enum Codebook {
  /// The `ce` of Cursor on Target (MITRE, MTR 04B0000073): the radius in metres of a circle around the point, 9999999 where
  /// it is not known. Nobody knows a place to 0 m: that too is a value that was not filled in.
  static func cursorOnTarget(circularError metres: Double?) -> (precision: PlacePrecision, radius: Double?) {
    guard let metres, metres > 0, metres < 9_999_999 else { return (.unknown, nil) }
    switch metres {
    case ...100: return (.exact, metres)
    case ...20_000: return (.vicinity, metres)
    default: return (.region, metres)
    }
  }
}
