import SituationModel

/// Takes in the records of a file one after the other, whatever its format, and makes events of them when all are there: what
/// their fields mean is told by all of them.
struct EventCollector {
  /// The file, as messages call it.
  let file: String
  private let map: ColumnMap
  private let limits: Limits
  private var records: [Pending] = []
  private var rejections: [Rejection] = []
  private var table = FieldTable()
  /// The records so far, rejected ones too.
  private(set) var position = 0
  /// The order of day and month that the format has where the dates do not tell.
  var dateOrder: ColumnMap.DateOrder?

  /// A record whose fields wait to be understood.
  private struct Pending {
    let draft: EventDraft
    let id: String?
    let fields: [RecordField]
    let line: Int
    let position: Int
    var notes: RecordNotes
  }

  /// A collector of nothing yet.
  init(file: String, map: ColumnMap = ColumnMap(), limits: Limits = Limits()) {
    (self.file, self.map, self.limits) = (file, map, limits)
  }

  /// Takes one record.
  ///
  /// - Parameters:
  ///   - draft: what its format says of it.
  ///   - id: its own; where it has none, that of its fields counts, or one is made of its position.
  ///   - fields: what else it has, by name.
  ///   - line: where it begins, from 1.
  ///   - notes: what is wrong with parts of it; taken, and told by its line.
  mutating func add(
    _ draft: EventDraft, id: String?, fields: [RecordField] = [], line: Int, _ notes: inout RecordNotes
  ) {
    // Tags of HXL stand among the first records, as they stand under the names of a table.
    if position < HXL.searched, id == nil, table.take(tags: fields) {
      notes = RecordNotes()
      return
    }
    position += 1
    if !fields.isEmpty { table.add(fields) }
    records.append(
      Pending(draft: draft, id: id, fields: fields, line: line, position: position, notes: notes))
    notes = RecordNotes()
  }

  /// Counts a record that can't be read at all, and says why.
  mutating func addRejected(_ reason: String, line: Int) {
    position += 1
    reject(reason, line: line)
  }

  /// Says what is wrong with what begins on a line.
  mutating func reject(_ reason: String, line: Int, isWhole: Bool = true) {
    rejections.append(Rejection(file: file, line: line, reason: reason, isWhole: isWhole))
  }

  /// Says something of the file that is worth a note.
  mutating func remark(_ reason: String, line: Int) {
    rejections.append(Rejection(file: file, line: line, reason: reason, weight: .note))
  }

  /// Takes over what another reader said.
  mutating func add(_ rejection: Rejection) { rejections.append(rejection) }

  /// The meaning of the fields; nil where no record has any.
  var interpretation: FieldInterpretation? { table.isEmpty ? nil : table.interpretation(map, order: dateOrder) }

  /// True if the times that the format itself has are days: all of them are midnight, as in a field of dates.
  private var dropsMidnight: Bool {
    DateReading(sniffing: records.compactMap(\.draft.when).filter { !$0.contains("/") }, order: nil).dropsMidnight
  }

  /// The day of a moment at midnight UTC; nil for another text.
  private static func day(ofMidnight text: String?) -> String? {
    guard let text, let clock = text.firstIndex(of: "T"),
      ["T00:00Z", "T00:00:00Z", "T00:00:00.000Z", "T00:00:00", "T00:00"].contains(String(text[clock...]))
    else { return nil }
    return String(text[..<clock])
  }

  /// The situation, when all is read.
  ///
  /// - Parameters:
  ///   - title: nil for the file's own name.
  ///   - numbersRecords: true if records on the first line are told by their number.
  func situation(
    title: String? = nil, summary: String = "", attribution: String = "", numbersRecords: Bool = false
  ) -> Situation {
    var rejections = rejections
    var events: [Event] = []
    var ids = Set<String>()
    var clues: [Int: (clue: PlaceClue, position: RecordPosition)] = [:]
    let interpretation = interpretation
    let dropsMidnight = dropsMidnight
    events.reserveCapacity(records.count)
    func place(_ pending: Pending) -> Int? { numbersRecords && pending.line == 1 ? pending.position : nil }
    for pending in records {
      var notes = pending.notes
      var (draft, given) =
        interpretation?.draft(pending.draft, id: pending.id, pending.fields, file: file, limits: limits, &notes)
        ?? (pending.draft, pending.id)
      if dropsMidnight, let day = EventCollector.day(ofMidnight: draft.when) { draft.when = day }
      let id = EventID.free(given, position: pending.position, &notes, isTaken: ids.contains)
      let event = draft.event(id: id, &notes)
      ids.insert(id)
      if let clue = draft.place.clue {
        clues[events.count] = (clue, RecordPosition(line: pending.line, record: place(pending)))
      }
      events.append(event)
      rejections += notes.take().map { Rejection(file: file, line: pending.line, record: place(pending), $0) }
    }
    for (pending, event) in zip(records, events) {
      for link in event.links where !ids.contains(link.target) {
        let reason = "links to \(quoted(link.target)), which is not in the file"
        rejections.append(
          Rejection(file: file, line: pending.line, record: place(pending), reason: reason, weight: .note))
      }
    }
    let remarks = (interpretation?.interpretation.remarks ?? []).map {
      Rejection(file: file, line: 1, reason: $0, weight: .note)
    }
    return Situation(
      title: title?.unlessBlank ?? file.split(separator: "/").last.map(String.init) ?? file, summary: summary,
      attribution: attribution, events: EventTable(events, clues: clues),
      rejections: remarks + rejections.enumerated().sorted { ($0.1.line, $0.0) < ($1.1.line, $1.0) }.map(\.1)
    ).deciding(interpretation?.interpretation.decisions ?? [])
  }
}

/// The ids of the events of one file.
enum EventID {
  /// True if the finding is an id that was used before.
  static func isRepeated(_ rejection: Rejection) -> Bool {
    rejection.field == "id" && rejection.reason.hasPrefix("the id ")
  }

  /// The id that a record has, or one made of its position where it has none or one that was taken before.
  static func free(
    _ given: String?, position: Int, _ notes: inout RecordNotes, isTaken: (String) -> Bool
  ) -> String {
    let given = given.flatMap { $0.isEmpty ? nil : $0 }
    if let given, !isTaken(given) { return given }
    var id = "\(given ?? "")#\(position)"
    while isTaken(id) { id += "'" }
    if let given {
      let reason = "the id \(quoted(given)) was used before: here it becomes \(quoted(id))"
      notes.remark(reason, field: "id", value: given)
    }
    return id
  }
}
