import SituationModel

/// How many events a window has, counted once a window and not once a frame.
struct MatchCounts: Hashable, Sendable {
  /// Those that are certainly in it.
  private(set) var certain = 0
  /// Those that may be, whether they are shown or not.
  private(set) var possible = 0
  /// Of those that are shown, those without a place.
  private(set) var unplaced = 0
  /// Of those that are shown, those without a date.
  private(set) var undated = 0

  /// True if they are known: a source may not have said them yet.
  private(set) var areKnown = true

  /// None.
  init() {}

  /// What a source has counted; not known where it has not.
  init(_ answer: CellAnswer?) {
    guard let answer else {
      areKnown = false
      return
    }
    (certain, possible, unplaced) = (answer.all.certain, answer.all.possible, answer.unplaced)
  }

  /// Counts all that may be in a window. Linear.
  ///
  /// - Parameters:
  ///   - matches: the events that may be in it.
  ///   - dataset: where they are from.
  ///   - isCertainOnly: true if those that only may be are not shown.
  init(_ matches: [EventTable.Match], of dataset: Dataset, isCertainOnly: Bool) {
    let (events, spots) = (dataset.events, dataset.spots)
    // Most files have no event without a place, which is known of the whole.
    let hasUnplaced = spots.hasUnplaced
    for match in matches {
      if match.isCertain { certain += 1 } else { possible += 1 }
      if isCertainOnly && !match.isCertain { continue }
      if hasUnplaced, spots.isUnplaced(match.row) { unplaced += 1 }
      if events.clock == .known, events.date(of: match.row) == nil { undated += 1 }
    }
  }
}
