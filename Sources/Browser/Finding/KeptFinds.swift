import SituationModel

/// The events that a search has found, with what they hang on.
struct KeptFinds: Sendable {
  let search: String
  /// Which matches it went through, by their version.
  let matches: Int
  let rows: RowSet
  /// Whether no others were left out, since there are too many.
  let areAll: Bool
}
