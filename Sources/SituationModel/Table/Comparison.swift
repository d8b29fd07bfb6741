/// Two versions of a set of events, beside each other.
///
/// Events are the same when they have the same id, unless the reader made it up from a position. Of the rest, those are
/// the same that are alike in all else; then those that alone on either side share title and date, title and place, or
/// the title. What is left is new or withdrawn.
public struct Comparison: Sendable {
  /// The changes, in the order of the events' time.
  public let changes: [EventChange]
  /// The events that are the same in both, as the later version has them.
  public let unchanged: [Event]

  /// Compares two versions. Linear in the events, but for sorting them.
  public init(from old: EventTable, to new: EventTable) {
    var pairs = EventPairs(Array(old.events), Array(new.events))
    pairs.join { $0.hasGivenID ? .id($0.id) : nil }
    pairs.join { .content($0.renamed { _ in "" }) }
    pairs.join { event in event.when.map { .titleAndDate(event.title, $0) } }
    pairs.join { event in event.place.shape == nil ? nil : .titleAndPlace(event.title, event.place) }
    pairs.join { .title($0.title) }
    var changes: [EventChange] = []
    var unchanged: [Event] = []
    for (row, event) in new.events.enumerated() {
      guard let before = pairs.partner(ofNew: row).map({ old[$0] }) else {
        changes.append(.new(event))
        continue
      }
      let change = EventChange.altered(from: before, to: event)
      if change.alterations.isEmpty { unchanged.append(event) } else { changes.append(change) }
    }
    changes += old.events.indices.filter { pairs.isAlone(old: $0) }.map { .withdrawn(old[$0]) }
    self.changes = EventTable.sorted(changes, by: \.event)
    self.unchanged = unchanged
  }

  /// How many changes are of a sort; one event may be of several.
  public func count(of sort: EventChange.Sort) -> Int { changes.count { $0.sorts.contains(sort) } }
}

/// Rows of two tables that are joined, each at most once.
private struct EventPairs {
  /// The properties by which two events are paired.
  enum Key: Hashable {
    case id(String)
    case content(Event)
    case titleAndDate(String, DateInterval)
    case titleAndPlace(String, Place)
    case title(String)
  }

  private let old: [Event]
  private let new: [Event]
  private var partners: [Int?]
  private var isTaken: [Bool]

  init(_ old: [Event], _ new: [Event]) {
    (self.old, self.new) = (old, new)
    partners = Array(repeating: nil, count: new.count)
    isTaken = Array(repeating: false, count: old.count)
  }

  /// The row of the old event that a new one is joined to.
  func partner(ofNew row: Int) -> Int? { partners[row] }

  /// True if an old event is paired with none.
  func isAlone(old row: Int) -> Bool { !isTaken[row] }

  /// Joins what has one key and is not yet joined: as many as there are on both sides where all that have it are alike,
  /// else only where there is one on either side.
  mutating func join(by key: (Event) -> Key?) {
    var waiting: [Key: [Int]] = [:]
    for row in old.indices where !isTaken[row] {
      if let key = key(old[row]) { waiting[key, default: []].append(row) }
    }
    var coming: [Key: [Int]] = [:]
    for row in new.indices where partners[row] == nil {
      if let key = key(new[row]), waiting[key] != nil { coming[key, default: []].append(row) }
    }
    for (key, rows) in coming {
      let candidates = waiting[key] ?? []
      if case .content = key {} else if rows.count != 1 || candidates.count != 1 { continue }
      for (there, here) in zip(candidates, rows) {
        partners[here] = there
        isTaken[there] = true
      }
    }
  }
}

extension Event {
  /// True if the id is from the file. An id that a reader makes up begins with `#` and a position.
  fileprivate var hasGivenID: Bool { !id.hasPrefix("#") }
}
