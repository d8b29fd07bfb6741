import Cartography
import SituationModel
import TextCanvas

/// Where the events are asked for, where they are not all in memory: what the source is, what it is asked now and what it
/// answered last.
///
/// A source of few events is asked for all of them once, and then is browsed as a file is. Of a larger one the state holds a page
/// of whole events, and beside it counts by cell and by bucket, each as it was answered last.
struct Remote: Sendable {
  /// Its address, as the person gave it.
  let name: String
  /// How many whole events are held at most.
  let limit: Int

  /// What there is in all; nil until it is known.
  var overview: SourceOverview?
  /// The counts of the map as they were answered last.
  var cells: CountedCells?
  /// The counts of the timeline.
  var buckets: (question: BucketQuestion, answer: BucketAnswer)?
  /// What the events are that are held.
  var page: HeldPage?
  /// The ids of events that are held beside the page, since they are selected or open.
  var kept: Set<String> = []
  /// A spot of the map whose events are looked at alone.
  var closeUp: CloseUp?
  /// An event that is to be selected when it is here.
  var sought: Sought?

  /// What was asked for and is neither answered nor refused.
  var outstanding: [SourceQuestion] = []
  /// What was answered and would be answered in the same way now.
  var answered: Set<SourceQuestion> = []
  /// What has no answer, and is not asked again before something is different.
  var failed: [SourceQuestion: SourceFailure] = [:]
  /// Why the source is not there; nil where it is.
  var away: Absence?
  /// The filter of the last answer: what a filter that can't be answered gives way to.
  var answeredFilter: EventFilter?
  /// When the last answer came; nil where nobody said.
  var time: Instant?

  /// A source that nothing is known of yet.
  init(name: String, limit: Int) { (self.name, self.limit) = (name, limit) }

  /// Whether all that there is can be held.
  var holdsAll: Bool { overview.map { $0.count <= limit } ?? false }

  /// That the source is not there.
  struct Absence: Sendable {
    /// Why.
    let reason: String
    /// In how many seconds it is asked again; nil while that is under way.
    var pause: Int?
    /// What the person was told when it went.
    let said: String
  }

  /// A page of events, beside the events themselves.
  struct HeldPage: Sendable {
    let question: PageQuestion
    /// How many events it has.
    let count: Int
    /// How many there are on all pages; nil where that is not known.
    let all: EventCount?
    /// Whether those are all that were asked for.
    var isComplete: Bool { all.map { $0.all <= count } ?? (count < question.limit) }
  }

  /// Some events that are looked at alone.
  struct CloseUp: Hashable, Sendable {
    /// Which of them.
    enum Content: Hashable, Sendable {
      /// Those of one sign of the map.
      case spot(GeoBounds)
      /// Those without a place.
      case unplaced
      /// Events about whole countries of these names; nil is the name of all that the source does not tell apart.
      case countries([String?])
    }

    let content: Content
    /// Behind the name of the list.
    var words: String {
      switch content {
      case .spot: "at this spot"
      case .unplaced: "without a place"
      case .countries: "of a whole country"
      }
    }
    /// The middle of the map when it was chosen: it ends where the map moves.
    let center: Coordinate
    /// The zoom.
    let zoom: Double
  }

  /// An event that is looked for by its id.
  struct Sought: Hashable, Sendable {
    let id: String
    /// Whether its details are to be opened.
    let opens: Bool
  }
}

extension BrowserState {
  /// What the source has counted, by the cells of the map; nothing where it shows single events.
  var countedSpots: [CountedSpot] {
    guard dataset.countsByCell, let cells = dataset.partial?.cells else { return [] }
    return cells.spots(in: viewport, isCertainOnly: view.timeLook.isCertainOnly)
  }
}
