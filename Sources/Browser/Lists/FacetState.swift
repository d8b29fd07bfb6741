import SituationModel

/// The state of the filter pane: the filter in sections, their values with counts, and the chosen line.
///
/// All is computed once for each filter; a frame only reads what it shows.
struct FacetState: Sendable {
  /// The filter by sections.
  var filter = FacetedFilter(nil)
  /// The lines, without those that the narrowing leaves out.
  private(set) var rows: [FacetRow] = [.filter]
  /// The line that keys act on.
  var chosen = 0
  /// The first line below the filter that is shown.
  var top = 1
  /// The text that the names of values must contain; empty for all.
  var narrowing = ""
  /// The count of events that pass the whole filter.
  private(set) var whole = FacetCounts.Count()

  /// The texts that were typed here; they stay as lines while they are off.
  private var texts: [FacetValue] = []
  /// The values of the events; nil until they are first asked for.
  private var table: FacetTable?
  private var sections: [(facet: Facet, entries: [FacetRow.Entry])] = []
  private var counted: Question?
  private var narrowed: String?

  /// The input of the counts: they are computed again if it changes.
  private struct Question: Hashable, Sendable {
    let filter: FilterExpression?
    let view: FacetValue?
    let texts: [FacetValue]
    let hiddenFiles: Set<UInt8>
  }

  /// The number of events up to which values are gathered at once. For more, another thread gathers them while the pane is open, since
  /// each
  /// event has to be read.
  private static let mostAtOnce = 20_000
  /// The version of the events; it changes when they do.
  private var version = 0
  /// True while the values of the events are being gathered.
  private(set) var isWaiting = false
  private var isAsked = false

  /// Discards all that depends on the events, because they have changed.
  mutating func forget() {
    (table, counted, isWaiting, isAsked) = (nil, nil, false, false)
    version += 1
  }

  /// The version of the events whose values the pane waits for; nil if it waits for none, or has asked before.
  mutating func ask() -> Int? {
    guard isWaiting, !isAsked else { return nil }
    isAsked = true
    return version
  }

  /// Accepts the values that were gathered, unless the events have changed since.
  mutating func take(_ values: FacetTable, version: Int) {
    guard version == self.version else { return }
    (table, isWaiting) = (values, false)
  }

  /// The chosen line.
  var row: FacetRow { rows.indices.contains(chosen) ? rows[chosen] : .filter }

  /// Counts and sorts again if the filter, the view or the narrowing has changed.
  ///
  /// - Parameters:
  ///   - view: the rectangle that the map shows; nil if it is not a rectangle.
  ///   - hiddenFiles: the numbers of files whose events don't count.
  mutating func follow(
    _ expression: FilterExpression?, view: FacetValue?, narrowing: String, of events: EventTable,
    without hiddenFiles: Set<UInt8> = []
  ) {
    if filter.expression != expression { filter = FacetedFilter(expression) }
    isWaiting = table == nil && events.count > Self.mostAtOnce
    if isWaiting { return }
    let table = self.table ?? FacetTable(events)
    self.table = table
    let isFirst = counted == nil
    let question = Question(filter: expression, view: view, texts: texts, hiddenFiles: hiddenFiles)
    if question != counted {
      count(table, view: view, without: hiddenFiles)
      counted = question
      narrowed = nil
    }
    if narrowing != narrowed {
      let before = row
      // What is typed to narrow leads to the first that is left; a new count keeps the line.
      let isTyped = narrowed != nil && !narrowing.isEmpty
      list(narrowing)
      narrowed = narrowing
      chosen = rows.firstIndex { $0.isSame(as: before) } ?? min(chosen, rows.count - 1)
      if isFirst || isTyped || !row.isReached { chosen = firstValue }
    }
  }

  /// The first value of the first section; the filter's line if there is none.
  private var firstValue: Int { rows.firstIndex { if case .value = $0 { true } else { false } } ?? 0 }

  /// Adds a text that events must mention.
  mutating func add(_ text: FacetValue) {
    if filter.choice(of: text) == .off { filter.turn(text) }
  }

  /// Moves the cursor by some lines, over headings; stops at the ends.
  mutating func move(by count: Int) {
    guard count != 0 else { return }
    let step = count > 0 ? 1 : -1
    var next = min(max(0, chosen + count), rows.count - 1)
    while rows.indices.contains(next), !rows[next].isReached { next += step }
    if rows.indices.contains(next) { chosen = next }
  }

  /// Moves the cursor to the first line of the next section, or of this or the one before; from the last to the first.
  mutating func moveBySection(_ direction: Int) {
    let starts = rows.indices.filter { index in
      index == 0 || rows[index].isReached && (!rows[index - 1].isReached || rows[index - 1] == .filter)
    }
    let next = direction > 0 ? starts.first { $0 > chosen } : starts.last { $0 < chosen }
    chosen = next ?? (direction > 0 ? 0 : starts.last ?? 0)
  }

  /// Keeps the chosen line among the visible ones, with its heading if it is the first of its section.
  mutating func settle(rows count: Int) {
    chosen = min(max(0, chosen), rows.count - 1)
    if chosen > 0 {
      let above = chosen > 1 && !rows[chosen - 1].isReached ? chosen - 1 : chosen
      top = min(top, above)
      if chosen >= top + count { top = chosen - count + 1 }
    } else {
      top = 1
    }
    top = max(1, min(top, rows.count - count))
  }
}

extension FacetState {
  /// Counts all values, and sorts each section.
  private mutating func count(_ table: FacetTable, view: FacetValue?, without hiddenFiles: Set<UInt8>) {
    for value in filter.chosen(in: .text) where !texts.contains(value) { texts.append(value) }
    // What was typed otherwise than the table has it: `kind:conv`, `grade>=B2`, a rectangle.
    var typed: [Facet: [FacetValue]] = [.text: texts]
    var spelt: [Facet: [Int: FacetValue]] = [:]
    for facet in Facet.allCases {
      for value in filter.chosen(in: facet) {
        if let index = table.index(of: value, in: facet), spelt[facet]?[index] == nil {
          spelt[facet, default: [:]][index] = value
        } else if !(typed[facet] ?? []).contains(value) {
          typed[facet, default: []].append(value)
        }
      }
    }
    if let view, !(typed[.view] ?? []).contains(view) { typed[.view, default: []].append(view) }
    let counts = FacetCounts(table, under: filter, and: typed.values.flatMap { $0 }, without: hiddenFiles)
    whole = counts.whole
    sections = Facet.allCases.map { facet in
      let known = table.entries(of: facet).enumerated().map { index, entry in
        FacetRow.Entry(
          value: spelt[facet]?[index] ?? entry.value, name: entry.name, count: counts.count(of: index, in: facet))
      }
      let others = (typed[facet] ?? []).map { value in
        FacetRow.Entry(value: value, name: value == view ? "as it is now" : value.name, count: counts.count(of: value))
      }
      let ranks = table.ranks(of: facet)
      let order = known.indices.sorted { known[$0].isBefore(known[$1]) ?? (ranks[$0] < ranks[$1]) }
      return (facet, others + order.map { known[$0] })
    }
  }

  /// Makes the lines: all, or those whose names contain a text.
  private mutating func list(_ narrowing: String) {
    rows = [.filter] + filter.others.indices.map { .other($0) }
    let needle = Needle(narrowing)
    for (facet, entries) in sections {
      let shown = needle.map { needle in entries.filter { needle.isFound(in: $0.name) } } ?? entries
      if shown.isEmpty, facet != .text || needle != nil { continue }
      rows.append(.heading(facet, entries.count))
      rows += shown.map { .value(facet, $0) }
      if facet == .text, needle == nil { rows.append(.addText) }
    }
  }
}

extension FacetRow.Entry {
  /// True if this value stands above another of its section: values of a scale in its order, otherwise the more frequent first; nil if
  /// their names decide. The value for "not stated" is last.
  fileprivate func isBefore(_ other: FacetRow.Entry) -> Bool? {
    let places = (scalePlace, other.scalePlace)
    if places.0 != places.1 { return places.0 < places.1 }
    if count.passing != other.count.passing { return count.passing > other.count.passing }
    return nil
  }

  private var scalePlace: Int {
    switch value {
    case .missing: .max
    case .term(.standing(.equals(let standing))): Standing.allCases.firstIndex(of: standing) ?? 0
    case .term(.precision(.equals(let precision))): PlacePrecision.allCases.firstIndex(of: precision) ?? 0
    case .term(.grade(.equals(let grade))):
      (AdmiraltyGrade.Reliability.allCases.firstIndex(of: grade.reliability) ?? 0) * 10 + grade.credibility
    case .term: 0
    }
  }
}

extension FacetValue {
  /// The name of a typed value on its line.
  fileprivate var name: String {
    if case .term(.text(.text, .contains, let needle)) = self { "\u{22}\(needle.text)\u{22}" } else { text }
  }
}
