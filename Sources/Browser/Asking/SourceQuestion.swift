import SituationModel

/// One of the things that a source is asked.
public enum SourceQuestion: Hashable, Sendable {
  /// What is to be known of the whole.
  case overview
  /// How many events each cell of the map has.
  case cells(CellQuestion)
  /// Some events whole.
  case page(PageQuestion)
  /// How many events each bucket of the timeline has.
  case buckets(BucketQuestion)
  /// The event of an id.
  case event(String)

  /// Asks a source; takes as long as that takes.
  public func answer(from source: any EventSource) throws(SourceFailure) -> SourceAnswer {
    switch self {
    case .overview: .overview(try source.overview())
    case .cells(let question): .cells(try source.cells(question))
    case .page(let question): .page(try source.page(question))
    case .buckets(let question): .buckets(try source.buckets(question))
    case .event(let id): .event(try source.event(id))
    }
  }

  /// Which of them it is, for a log.
  public var name: String {
    switch self {
    case .overview: "overview"
    case .cells: "cells"
    case .page: "page"
    case .buckets: "buckets"
    case .event: "event"
    }
  }

  /// What it asks for, as a person is told when it has no answer.
  var words: String {
    switch self {
    case .overview: "what there is"
    case .cells: "the counts of the map"
    case .page: "the events of the list"
    case .buckets: "the timeline"
    case .event: "an event"
    }
  }

  /// Whether the filter that the person has set is part of it.
  func asks(_ filter: EventFilter) -> Bool {
    switch self {
    case .cells(let question): question.scope.filter == filter
    case .page(let question): question.scope.filter == filter
    case .buckets(let question): question.scope.filter == filter
    case .overview, .event: false
    }
  }
}

/// What a source says to one of them.
public enum SourceAnswer: Sendable {
  /// What is to be known of the whole.
  case overview(SourceOverview)
  /// The counts of the map.
  case cells(CellAnswer)
  /// Some events whole.
  case page(PageAnswer)
  /// The counts of the timeline.
  case buckets(BucketAnswer)
  /// An event; nil where there is none of its id.
  case event(Event?)
}
