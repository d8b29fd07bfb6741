import SituationModel

/// Writes the table of our own: the columns of `CSVTable` without its window, and behind them what brings each event back
/// the same.
///
/// A text that the field would not give back as it is (blanks at its ends, control characters) stands in `members_json` alone.
struct TableWriter: FileWriter {
  static let names = [
    "id", "title", "kind", "when", "published", "place", "precision", "radius_m", "latitude", "longitude",
    "destination",
    "standing", "grade", "actors", "summary", "sources", "links", "geometry", "sources_json", "members_json",
  ]

  var unsaid: WholeMembers { .all }

  func begin(_ output: inout OutputBytes) {
    output.append(TableWriter.names.joined(separator: ",") + "\r\n")
  }

  func end(_ output: inout OutputBytes) {}

  func append(_ event: Event, _ output: inout OutputBytes) {
    var row = Row()
    let place = event.place
    row.add(event.id, .id)
    row.add(event.title, .title)
    row.add(event.kindName, .kind)
    row.add(event.when?.edtf)
    row.add(event.published?.edtf)
    row.add(place.name, .placeName)
    row.add(place.precision.rawValue)
    row.add(place.radius)
    let spot = place.shape.flatMap(TableWriter.spot)
    row.add(spot?.latitude)
    row.add(spot?.longitude)
    row.add(event.destination?.name, .destination)
    if let destination = event.destination,
      destination.shape != nil || destination.name == nil || destination.radius != nil
    {
      row.more.insert(.destination)
    }
    row.add(event.standing?.rawValue)
    row.add(event.gradeWords)
    row.add(list: event.actors, .actors)
    if Set(event.actors).count != event.actors.count { row.more.insert(.actors) }
    row.add(event.summary, .summary)
    row.add(CSVTable.words(for: event.sources))
    row.add(list: event.links.map { "\($0.relation.rawValue) \($0.target)" }, .links)
    row.addBytes { if let shape = place.shape, spot == nil { $0.append(wkt: shape) } }
    row.addBytes { if !event.sources.isEmpty { $0.append(sources: event.sources) } }
    let more = row.more
    row.addBytes { if !more.isEmpty { $0.append(members: more, of: event) } }
    output.append(row.output)
    output.append("\r\n")
  }

  /// The place of a shape that latitude and longitude say; zero and zero in these columns would be taken for no place.
  private static func spot(_ shape: Shape) -> Coordinate? {
    guard case .points(let points) = shape, points.count == 1, points[0].latitude != 0 || points[0].longitude != 0
    else {
      return nil
    }
    return points[0]
  }
}

/// A row that is written.
private struct Row {
  private(set) var output = OutputBytes()
  /// The members whose fields do not say all.
  var more: EventMembers = []
  private var isFirst = true

  private mutating func next() {
    if !isFirst { output.append(",") }
    isFirst = false
  }

  /// Adds a text, which reading gives back as it is; else it is left out, and its member is one more.
  mutating func add(_ text: String?, _ member: EventMembers = []) {
    next()
    guard let text, !text.isEmpty else { return }
    let field = CSVTable.disarmed(text)
    if Row.survives(field) {
      output.append(field: field)
    } else {
      more.insert(member)
    }
  }

  /// Adds texts with semicolons between them.
  mutating func add(list texts: [String], _ member: EventMembers) {
    let text = texts.joined(separator: "; ")
    add(text, member)
    if TableRow.parts(text) != texts { more.insert(member) }
  }

  mutating func add(_ number: Double?) {
    next()
    if let number { output.append(number) }
  }

  /// Adds a field that a function writes.
  mutating func addBytes(_ write: (inout OutputBytes) -> Void) {
    next()
    var inner = OutputBytes()
    write(&inner)
    if inner.count > 0 { output.append(field: String(decoding: inner.bytes, as: UTF8.self)) }
  }

  /// Whether a field keeps its text: its ends are no blanks, and it has no control characters but line feeds and tabs.
  private static func survives(_ text: String) -> Bool {
    func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A }
    return !isBlank(text.utf8.first) && !isBlank(text.utf8.last)
      && text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F || $0 == 0x0A || $0 == 0x09 }
  }
}
