import SituationModel

/// A question to a source.
public enum SourceQuestion: Hashable, Sendable {
  /// The summary of all events.
  case overview
  /// The number of events in each cell of the map.
  case cells(CellQuestion)
  /// A page of whole events.
  case page(PageQuestion)
  /// The number of events in each bucket of the timeline.
  case buckets(BucketQuestion)
  /// The event with an id.
  case event(String)

  /// Asks a source, and waits for its answer.
  public func answer(from source: any EventSource) throws(SourceFailure) -> SourceAnswer {
    switch self {
    case .overview: .overview(try source.overview())
    case .cells(let question): .cells(try source.cells(question))
    case .page(let question): .page(try source.page(question))
    case .buckets(let question): .buckets(try source.buckets(question))
    case .event(let id): .event(try source.event(id))
    }
  }

  /// The name of the kind of question, for a log.
  public var name: String {
    switch self {
    case .overview: "overview"
    case .cells: "cells"
    case .page: "page"
    case .buckets: "buckets"
    case .event: "event"
    }
  }

  /// The subject of the question, for a message that it has no answer.
  var words: String {
    switch self {
    case .overview: "the overview"
    case .cells: "the counts of the map"
    case .page: "the events of the list"
    case .buckets: "the timeline"
    case .event: "an event"
    }
  }

  /// True if the person's filter is part of the question.
  func asks(_ filter: EventFilter) -> Bool {
    switch self {
    case .cells(let question): question.scope.filter == filter
    case .page(let question): question.scope.filter == filter
    case .buckets(let question): question.scope.filter == filter
    case .overview, .event: false
    }
  }
}

/// The answer of a source to a question.
public enum SourceAnswer: Sendable {
  /// The summary of all events.
  case overview(SourceOverview)
  /// The counts of the map.
  case cells(CellAnswer)
  /// A page of whole events.
  case page(PageAnswer)
  /// The counts of the timeline.
  case buckets(BucketAnswer)
  /// An event; nil if none has the id.
  case event(Event?)
}
