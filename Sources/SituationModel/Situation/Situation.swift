/// A set of events with what is to be known of the whole.
public struct Situation: Sendable {
  /// The title of the situation.
  public let title: String
  /// A summary of the situation, in some sentences; may be empty.
  public let summary: String
  /// Background to know beside the events, a paragraph each.
  public let background: [String]
  /// Where the data come from and on which terms.
  public let attribution: String
  /// The part of the map to open with; nil where the file leaves that to the events.
  public let view: GeoBounds?
  /// The countries that it is about, by ISO 3166 code of three letters; empty where that is not said.
  public let countries: Set<String>
  /// The events.
  public private(set) var events: EventTable
  /// The records and values that could not be read, in the order of the file.
  public private(set) var rejections: [Rejection]
  /// Remarks on how the file was read, a sentence each without a full stop.
  public private(set) var notes: [String]
  /// The decisions on how the fields of its files are read.
  public private(set) var decisions: [ReadingDecision] = []
  /// The zone on whose clocks its moments are.
  public private(set) var zone: Zone
  /// The situation before changes were applied; nil where none were.
  private var original: Original?

  /// A situation behind a reference, since a structure can't have one of its own kind.
  private final class Original: Sendable {
    let situation: Situation
    init(_ situation: Situation) { self.situation = situation }
  }

  /// The changes that people made to the events; empty where there are none.
  public var changes: ChangeBook { events.book }

  /// The situation as its files have it, in UTC, without the changes of people.
  public var unchanged: Situation { original?.situation ?? self }

  /// A situation.
  public init(
    title: String, summary: String = "", background: [String] = [], attribution: String = "",
    view: GeoBounds? = nil, countries: Set<String> = [], events: EventTable, rejections: [Rejection] = [],
    notes: [String] = [], zone: Zone = .utc
  ) {
    self.title = title
    self.summary = summary
    self.background = background
    self.attribution = attribution
    self.view = view
    self.countries = countries
    self.events = events
    self.rejections = rejections
    self.notes = notes
    self.zone = zone
  }

  /// The same, whose events are taken to have another time.
  public func by(_ clock: EventClock) -> Situation { with(events: events.by(clock), on: zone) }

  /// The same with other events, whose moments are on the clocks of a zone.
  func with(events: EventTable, on zone: Zone) -> Situation {
    var situation = self
    (situation.events, situation.zone) = (events, zone)
    return situation
  }

  /// The same with events that changes were applied to.
  ///
  /// - Parameter unchanged: the situation without them.
  public func changed(_ events: EventTable, from unchanged: Situation) -> Situation {
    var situation = with(events: events, on: zone)
    situation.original = Original(unchanged)
    return situation
  }

  /// The same with more that could not be read.
  public func rejecting(_ more: [Rejection]) -> Situation {
    var situation = self
    situation.rejections += more
    return situation
  }

  /// The same without what could not be read, as of a part of a file whose end alone is wrong.
  public var withoutRejections: Situation {
    var situation = self
    situation.rejections = []
    return situation
  }

  /// The same with decisions on how its fields were read.
  public func deciding(_ decisions: [ReadingDecision]) -> Situation {
    var situation = self
    situation.decisions = decisions
    return situation
  }

  /// The same with more to be said of how it was read, before the rest.
  public func noting(_ notes: [String]) -> Situation {
    var situation = self
    situation.notes = notes + situation.notes
    return situation
  }
}

/// One thing to be said of a record: it was rejected, changed while it was read, has a value that is kept as text, or is worth a note.
public struct Rejection: Hashable, Sendable {
  /// The weight of a finding: how much was lost, from all of the record to nothing.
  public enum Weight: String, CaseIterable, Hashable, Sendable {
    /// The record was not read.
    case rejected
    /// The record was read after a change.
    case repaired
    /// A value was not understood, and stays with the event as text.
    case unread
    /// Nothing was lost.
    case note
  }

  /// The file, as the user named it.
  public let file: String
  /// The line on which the record begins, from 1.
  public let line: Int
  /// The number of the record, from 1, where the line does not tell it: in files of JSON that are one line.
  public let record: Int?
  /// Why, in one sentence without a full stop.
  public let reason: String
  /// The weight of the loss.
  public let weight: Weight
  /// The member or column that the reason is about; nil where it is the whole record, or its form.
  public let field: String?
  /// The text of that field; nil where there is none.
  public let value: String?

  /// True if the whole record is left out.
  public var isWhole: Bool { weight == .rejected }

  /// The position of the record in its file: `line 3`, or `record 3`.
  public var position: String { record.map { "record \($0)" } ?? "line \(line)" }

  /// A finding about a record or a part of one.
  public init(
    file: String, line: Int, record: Int? = nil, reason: String, weight: Weight, field: String? = nil,
    value: String? = nil
  ) {
    (self.file, self.line, self.record, self.reason) = (file, line, record, reason)
    (self.weight, self.field, self.value) = (weight, field, value)
  }

  /// A rejected record, or one that was repaired.
  public init(
    file: String, line: Int, reason: String, isWhole: Bool = true, field: String? = nil, value: String? = nil
  ) {
    self.init(
      file: file, line: line, reason: reason, weight: isWhole ? .rejected : .repaired, field: field, value: value)
  }
}
