/// The view that the pane of pairs has taken over, so that map and timeline show both reports.
struct PairView: Sendable {
  /// The view before, which comes back when the pane closes.
  let before: ViewHistory.Entry
  /// The rows that are shown.
  var rows: [Int]
  /// The version of the events that the rows are of.
  var version: Int
}
