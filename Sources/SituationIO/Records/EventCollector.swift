import SituationModel

/// Takes in the records of a file one after the other, whatever its format: gives ids, makes events of drafts, and keeps
/// what was wrong with its line.
struct EventCollector {
  /// The file, as messages call it.
  let file: String
  /// The events so far, in the order of the file.
  private(set) var events: [Event] = []
  /// What could not be read so far.
  private(set) var rejections: [Rejection] = []
  /// The records so far, rejected ones too.
  private(set) var position = 0
  private var ids = Set<String>()
  /// Where each event with links begins.
  private var linked: [(line: Int, event: Int)] = []

  /// A collector of nothing yet.
  init(file: String) { self.file = file }

  /// Takes one record as an event.
  ///
  /// - Parameters:
  ///   - id: its own; one is made of its position where it has none, or one that was taken before.
  ///   - line: where it begins, from 1.
  ///   - notes: what is wrong with parts of it; taken, and told by its line.
  mutating func add(_ draft: EventDraft, id given: String?, line: Int, _ notes: inout RecordNotes) {
    position += 1
    let id = EventID.free(given, position: position, &notes, isTaken: ids.contains)
    let event = draft.event(id: id, &notes)
    ids.insert(id)
    if !event.links.isEmpty { linked.append((line, events.count)) }
    events.append(event)
    rejections += notes.take().map { Rejection(file: file, line: line, $0) }
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

  /// The situation, when all is read.
  ///
  /// - Parameter title: nil for the file's own name.
  func situation(title: String? = nil, summary: String = "", attribution: String = "") -> Situation {
    var rejections = rejections
    for (line, index) in linked {
      for link in events[index].links where !ids.contains(link.target) {
        let reason = "links to \(quoted(link.target)), which is not in the file"
        rejections.append(Rejection(file: file, line: line, reason: reason, isWhole: false))
      }
    }
    return Situation(
      title: title ?? file.split(separator: "/").last.map(String.init) ?? file, summary: summary,
      attribution: attribution, events: EventTable(events), rejections: rejections.sorted { $0.line < $1.line })
  }
}

/// The ids of the events of one file.
enum EventID {
  /// Whether what is wrong is an id that was used before.
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
      notes.add(reason, field: "id", value: given)
    }
    return id
  }
}
