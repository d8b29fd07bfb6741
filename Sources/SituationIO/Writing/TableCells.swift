import SituationModel

/// The cells of an event in the table of our own, in the order of `TableWriter.names`.
///
/// A text that a cell would not give back as it is (blanks at its ends, control characters) stands in `members_json` alone.
struct TableCells {
  /// The content of one cell.
  enum Cell {
    case none
    case text(String)
    case number(Double)
    case date(DateInterval)
  }

  /// As many as there are names.
  private(set) var cells: [Cell] = []
  /// The members whose cells do not say all.
  private var more: EventMembers = []
  private let isDisarmed: Bool

  /// The cells of an event.
  ///
  /// - Parameters:
  ///   - isDisarmed: True if texts that a spreadsheet would take for formulas get an apostrophe in front.
  ///   - hasOrigins: True if the last cell says how the place was found.
  init(_ event: Event, isDisarmed: Bool, hasOrigins: Bool) {
    self.isDisarmed = isDisarmed
    cells.reserveCapacity(TableWriter.names.count)
    let place = event.place
    more = .beyondColumns(of: event)
    add(event.id, .id)
    add(event.title, .title)
    add(event.kindName, .kind)
    cells.append(event.when.map { .date($0) } ?? .none)
    cells.append(event.published.map { .date($0) } ?? .none)
    add(place.name, .placeName)
    add(place.precision.rawValue)
    cells.append(place.radius.map { .number($0) } ?? .none)
    let spot = place.shape.flatMap(TableCells.spot)
    cells.append(spot.map { .number($0.latitude) } ?? .none)
    cells.append(spot.map { .number($0.longitude) } ?? .none)
    add(event.destination?.name, .destination)
    add(event.standing?.rawValue)
    add(event.gradeWords)
    add(list: event.actors, .actors)
    add(event.summary, .summary)
    add(TableCells.words(for: event.sources))
    add(list: event.links.map { "\($0.relation.rawValue) \($0.target)" }, .links)
    add { if let shape = place.shape, spot == nil { $0.append(wkt: shape) } }
    add { if !event.sources.isEmpty { $0.append(sources: event.sources) } }
    let more = more
    add { if !more.isEmpty { $0.append(members: more, of: event) } }
    if hasOrigins { add(place.shape == nil ? nil : place.origin.rawValue) }
  }

  /// The place of a shape that latitude and longitude say; zero and zero in these columns would be taken for no place.
  private static func spot(_ shape: Shape) -> Coordinate? {
    guard case .points(let points) = shape, points.count == 1, points[0].latitude != 0 || points[0].longitude != 0
    else {
      return nil
    }
    return points[0]
  }

  /// Adds a text, which reading gives back as it is; else it is left out, and its member is one more.
  private mutating func add(_ text: String?, _ member: EventMembers = []) {
    guard let text, !text.isEmpty else { return cells.append(.none) }
    let field = isDisarmed ? FormulaText.disarmed(text) : text
    if TableCells.survives(field) {
      cells.append(.text(field))
    } else {
      more.insert(member)
      cells.append(.none)
    }
  }

  /// Adds texts with semicolons between them.
  private mutating func add(list texts: [String], _ member: EventMembers) {
    let text = texts.joined(separator: "; ")
    add(text, member)
    if TableRow.parts(text) != texts { more.insert(member) }
  }

  /// Adds a text that a function writes.
  private mutating func add(_ write: (inout OutputBytes) -> Void) {
    var inner = OutputBytes()
    write(&inner)
    cells.append(inner.count > 0 ? .text(String(decoding: inner.bytes, as: UTF8.self)) : .none)
  }

  /// True if a cell keeps its text: its ends are no blanks, and it has no control characters but line feeds and tabs.
  private static func survives(_ text: String) -> Bool {
    func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    return !isBlank(text.utf8.first) && !isBlank(text.utf8.last)
      && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
  }
}
