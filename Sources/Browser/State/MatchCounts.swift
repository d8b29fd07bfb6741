import SituationModel

/// The number of events in a window. Computed once for each window, and not for each frame.
struct MatchCounts: Hashable, Sendable {
  /// The number of events that are certainly in the window.
  private(set) var certain = 0
  /// The number of events that are possibly in the window, whether they are shown or not.
  private(set) var possible = 0
  /// The number of shown events without a place.
  private(set) var unplaced = 0
  /// The number of shown events without a date.
  private(set) var undated = 0

  /// The number of shown events of each standing, by its code; 0 is the code of none. Empty if a source does not say.
  private(set) var standings: [Int] = []

  /// True if the numbers are known: a source may not have answered yet.
  private(set) var areKnown = true

  /// No events.
  init() {}

  /// The counts of a source; unknown if it has not answered.
  init(_ answer: CellAnswer?) {
    guard let answer else {
      areKnown = false
      return
    }
    (certain, possible, unplaced) = (answer.all.certain, answer.all.possible, answer.unplaced)
  }

  /// The number of shown events of a standing.
  func count(of standing: Standing) -> Int {
    standings.indices.contains(Int(standing.code)) ? standings[Int(standing.code)] : 0
  }

  /// Counts all events that may be in a window. Linear.
  ///
  /// - Parameters:
  ///   - matches: the events that may be in the window.
  ///   - dataset: the dataset of the events.
  ///   - isCertainOnly: true if events that are only possibly in the window are not shown.
  init(_ matches: [EventTable.Match], of dataset: Dataset, isCertainOnly: Bool) {
    let (events, spots) = (dataset.events, dataset.spots)
    // Most files have no event without a place, which is known of the whole.
    let hasUnplaced = spots.hasUnplaced
    standings = Array(repeating: 0, count: 256)
    for match in matches {
      if match.isCertain { certain += 1 } else { possible += 1 }
      if isCertainOnly && !match.isCertain { continue }
      standings[Int(events.columns.standings[match.row])] += 1
      if hasUnplaced, spots.isUnplaced(match.row) { unplaced += 1 }
      if events.clock == .known, events.date(of: match.row) == nil { undated += 1 }
    }
  }
}
