import SituationModel

/// Events on their way into a table of a database, from which they are read again as they were.
///
/// The columns are those of our own delimited text (`TableWriter`), but the form in space, which a database keeps by itself. It
/// keeps every text, too, but those with zero bytes: what has such a text stands in `members_json`.
public struct EventSheet: Sendable {
  /// A column.
  public struct Column: Hashable, Sendable {
    /// The name.
    public let name: String
    /// True if it has numbers; else texts.
    public let isNumber: Bool
  }

  /// The value of one column of a row.
  public enum Value: Hashable, Sendable {
    case none
    case text(String)
    case number(Double)
  }

  /// An event.
  public struct Row: Sendable {
    /// As many as there are columns.
    public fileprivate(set) var values: [Value] = []
    /// Where it was; nil where that is not known.
    public let shape: Shape?
    /// The members whose columns do not say all.
    fileprivate var more: EventMembers = []
  }

  /// The columns, without the form in space.
  public static let columns = TableWriter.names.filter { !["latitude", "longitude", "geometry"].contains($0) }
    .map { Column(name: $0, isNumber: $0 == "radius_m") }

  /// The members of the whole that a database has no place for.
  private static let unsaid: WholeMembers = [.background, .attribution, .view, .countries]

  private let whole: Situation

  /// The table of a situation.
  public init(_ whole: Situation) { self.whole = whole }

  /// The title of the whole.
  public var title: String { whole.title }

  /// The description; empty without one.
  public var summary: String { whole.summary }

  /// Writes all into an empty file, row by row. Linear in the events.
  public func write(to path: String, by writer: some SheetWriter) throws(SheetProblem) -> [Conversion.Remark] {
    var (number, longForms, copies) = (0, 0, 0)
    try writer.write(self, to: path) {
      guard number < whole.events.count else { return nil }
      let event = whole.events[number]
      number += 1
      copies += event.sources.count { $0.copy != nil }
      let row = Row(event)
      if case .text(let members)? = row.values.last, members.utf8.count > Limits().textBytes { longForms += 1 }
      return row
    }
    return whole.remarks(unsaid: EventSheet.unsaid, longForms: longForms, copies: copies)
  }
}

extension EventSheet.Row {
  /// The row of an event, its values in the order of the columns.
  fileprivate init(_ event: Event) {
    shape = event.place.shape
    more = .beyondColumns(of: event)
    add(event.id, .id)
    add(event.title, .title)
    add(event.kindName, .kind)
    add(event.when?.edtf)
    add(event.published?.edtf)
    add(event.place.name, .placeName)
    add(event.place.precision.rawValue)
    if event.place.origin != .given { more.insert(.origin) }
    values.append(event.place.radius.map { .number($0) } ?? .none)
    add(event.destination?.name, .destination)
    add(event.standing?.rawValue)
    add(event.gradeWords)
    add(list: event.actors, .actors)
    add(event.summary, .summary)
    add(TableCells.words(for: event.sources))
    add(list: event.links.map { "\($0.relation.rawValue) \($0.target)" }, .links)
    add { if !event.sources.isEmpty { $0.append(sources: event.sources) } }
    let more = more
    add { if !more.isEmpty { $0.append(members: more, of: event) } }
  }

  /// Adds a text that a database keeps; else its member is one more.
  private mutating func add(_ text: String?, _ member: EventMembers = []) {
    guard let text, !text.isEmpty else { return values.append(.none) }
    guard text.utf8.contains(0) else { return values.append(.text(text)) }
    more.insert(member)
    values.append(.none)
  }

  /// Adds texts with semicolons between them.
  private mutating func add(list texts: [String], _ member: EventMembers) {
    add(texts.joined(separator: "; "), member)
    if TableRow.parts(texts.joined(separator: "; ")) != texts { more.insert(member) }
  }

  /// Adds a text that a function writes.
  private mutating func add(_ write: (inout OutputBytes) -> Void) {
    var output = OutputBytes()
    write(&output)
    add(String(decoding: output.bytes, as: UTF8.self))
  }
}
