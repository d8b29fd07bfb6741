import Cartography
import SituationModel
import TextCanvas

/// A source that is asked for events that are not all in memory: its name, the questions under way and the last answers.
///
/// A source of few events is asked for all of them once, and is then browsed like a file. Of a larger one the state holds a page
/// of whole events, and beside it counts by cell and by bucket, each from its last answer.
struct Remote: Sendable {
  /// The address, as the person gave it.
  let name: String
  /// The greatest number of whole events that are held.
  let limit: Int

  /// The summary of all events; nil until it is known.
  var overview: SourceOverview?
  /// The counts of the map, from their last answer.
  var cells: CountedCells?
  /// The counts of the timeline.
  var buckets: (question: BucketQuestion, answer: BucketAnswer)?
  /// The page of events that is held.
  var page: HeldPage?
  /// The ids of events that are held beside the page because they are selected or open.
  var kept: Set<String> = []
  /// The drill-down, which shows the events of one sign of the map alone; nil without one.
  var closeUp: CloseUp?
  /// The event that is to be selected when it arrives.
  var sought: Sought?

  /// The questions that are neither answered nor refused.
  var outstanding: [SourceQuestion] = []
  /// The questions whose answers still hold.
  var answered: Set<SourceQuestion> = []
  /// The questions without an answer, with the reason. They are not asked again before something changes.
  var failed: [SourceQuestion: SourceFailure] = [:]
  /// The outage of the source; nil while it can be reached.
  var away: Absence?
  /// The filter of the last answer, which replaces a filter that the source can't answer.
  var answeredFilter: EventFilter?
  /// The time of the last answer; nil if it is unknown.
  var time: Instant?

  /// A source of which nothing is known yet.
  init(name: String, limit: Int) { (self.name, self.limit) = (name, limit) }

  /// True if all events can be held.
  var holdsAll: Bool { overview.map { $0.count <= limit } ?? false }

  /// An outage of the source.
  struct Absence: Sendable {
    /// The reason.
    let reason: String
    /// The number of seconds until the source is asked again; nil while that is under way.
    var pause: Int?
    /// The message to the person when the outage began.
    let said: String
  }

  /// A page of events without the events themselves.
  struct HeldPage: Sendable {
    let question: PageQuestion
    /// The number of events of the page.
    let count: Int
    /// The number of events on all pages; nil if it is not known.
    let all: EventCount?
    /// True if the page has all events that were asked for.
    var isComplete: Bool { all.map { $0.all <= count } ?? (count < question.limit) }
  }

  /// A drill-down: some events that are shown alone.
  struct CloseUp: Hashable, Sendable {
    /// The choice of events.
    enum Content: Hashable, Sendable {
      /// The events of one sign of the map.
      case spot(GeoBounds)
      /// The events without a place.
      case unplaced
      /// The events about whole countries with these names; nil is the name of all that the source does not distinguish.
      case countries([String?])
    }

    let content: Content
    /// The words behind the name of the list.
    var words: String {
      switch content {
      case .spot: "at this pin"
      case .unplaced: "with no place"
      case .countries: "of a whole country"
      }
    }
    /// The middle of the map when the drill-down began. It ends when the map moves.
    let center: Coordinate
    /// The zoom when the drill-down began.
    let zoom: Double
  }

  /// An event that is sought by its id.
  struct Sought: Hashable, Sendable {
    let id: String
    /// True if the details of the event are to be opened.
    let opens: Bool
  }
}
