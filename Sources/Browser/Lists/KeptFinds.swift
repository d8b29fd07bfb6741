import SituationModel

/// The events that a search has found, with the inputs that the result depends on.
struct KeptFinds: Sendable {
  let search: String
  /// The version of the matches that were searched.
  let matches: Int
  let rows: RowSet
  /// True if none were left out because there are too many.
  let areAll: Bool
}
