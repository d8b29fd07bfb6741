import SituationModel

/// The results of applying the view to the events. Each step is computed again only if its input has changed.
struct Results: Sendable {
  private var filtered = Memo<FilterKey, RowSet>(RowSet([]))
  private var listed = Memo<PassingKey, RowSet>(RowSet([]))
  private var found = Memo<MatchKey, Found>(Found())
  private var arranged: Memo<ArrangementKey, EventArrangement>
  private var lines = Memo<LineKey, EventList>(EventList())
  private var axis: Memo<HistogramKey, Histogram>
  /// The groups of the matches on the map; made by `prepareFrame`.
  var groups: KeptGroups?
  /// The result of the last search.
  var finds: KeptFinds?

  /// No results yet.
  init() {
    arranged = Memo(EventArrangement(EventOrder(), of: EventTable()))
    axis = Memo(
      Histogram(
        Histogram.Question(columns: 1, unit: nil, kind: nil, foldsGaps: false, middle: nil), of: EventTable(),
        rows: RowSet([])))
  }

  /// The rows that pass the filter and whose files are on.
  var passing: RowSet { listed.value }
  /// The events that pass filter and window.
  var matches: [EventTable.Match] { found.value.matches }
  /// A number that changes with the matches.
  var matchesVersion: Int { found.version }
  /// The number of events in the window.
  var counts: MatchCounts { found.value.counts }
  /// The lines of the event list.
  var items: EventList { lines.value }
  /// The content of the timeline.
  var histogram: Histogram { axis.value }

  /// Updates all results to the events and the view.
  ///
  /// - Parameters:
  ///   - window: the view's window, with all before it if that is shown as well.
  ///   - question: the input of the timeline.
  mutating func bringUpToDate(
    with dataset: Dataset, _ view: ViewState, window: TimeWindow, histogram question: Histogram.Question
  ) {
    let (events, hiddenFiles) = (dataset.events, view.hiddenFiles)
    filtered.update(for: FilterKey(events: dataset.version, filter: view.filter)) { events.rows(passing: view.filter) }
    let rows = filtered.value
    listed.update(for: PassingKey(filtered: filtered.version, hiddenFiles: hiddenFiles)) {
      events.rows(of: rows, without: hiddenFiles)
    }
    let passing = listed.value
    let isCertainOnly = view.timeLook.isCertainOnly
    found.update(for: MatchKey(passing: listed.version, window: window, isCertainOnly: isCertainOnly)) {
      Found(in: window, among: passing, of: dataset, isCertainOnly: isCertainOnly)
    }
    arranged.update(for: ArrangementKey(events: dataset.version, order: view.order)) {
      EventArrangement(view.order, of: events)
    }
    let (matches, arrangement) = (found.value.matches, arranged.value)
    lines.update(for: LineKey(matches: found.version, arrangement: arranged.version)) {
      EventList(of: matches, in: arrangement)
    }
    axis.update(for: HistogramKey(passing: listed.version, question: question)) {
      dataset.partial.map { Histogram(question, of: $0) } ?? Histogram(question, of: events, rows: passing)
    }
  }

  /// Takes the rows that pass a filter, which were found in parts.
  mutating func take(_ rows: RowSet, of filter: EventFilter, version: Int) {
    filtered.take(rows, for: FilterKey(events: version, filter: filter))
  }

  /// Makes the next update compute the matches and the list again; for measurements.
  mutating func forgetMatches() { found.forget() }

  private struct FilterKey: Equatable {
    let events: Int
    let filter: EventFilter
  }

  private struct PassingKey: Equatable {
    let filtered: Int
    let hiddenFiles: Set<UInt8>
  }

  private struct MatchKey: Equatable {
    let passing: Int
    let window: TimeWindow
    let isCertainOnly: Bool
  }

  private struct ArrangementKey: Equatable {
    let events: Int
    let order: EventOrder
  }

  private struct LineKey: Equatable {
    let matches: Int
    let arrangement: Int
  }

  private struct HistogramKey: Equatable {
    let passing: Int
    let question: Histogram.Question
  }
}

extension Results {
  /// The events of a window, with their number.
  private struct Found {
    var matches: [EventTable.Match] = []
    var counts = MatchCounts()

    init() {}

    init(in window: TimeWindow, among rows: RowSet, of dataset: Dataset, isCertainOnly: Bool) {
      matches = dataset.events.matches(in: window, among: rows)
      if let partial = dataset.partial {
        // Beside the page there may be the selected event, which is none of those that are listed.
        matches.removeAll { partial.kept.contains(dataset.events[$0.row].id) }
        counts = MatchCounts(partial.cells?.answer)
      } else {
        counts = MatchCounts(matches, of: dataset, isCertainOnly: isCertainOnly)
      }
      if isCertainOnly { matches.removeAll { !$0.isCertain } }
    }
  }
}
