/// Members of an event as JSON, in files of ours whose format has no other place for them: an object of `properties`, as
/// `Data/README.md` has them. They go over what the record says beside them.
extension EventDraft {
  /// Takes what an object says. What is no such object makes a note.
  mutating func take(_ text: String, file: String, limits: Limits, _ notes: inout RecordNotes) {
    var document = JSONDocument(EventDraft.feature(text), file: file, limits: limits)
    do throws(Fault) {
      let said = try EventReader(&document)
      try document.json.endOfFile()
      notes.take(from: &document.notes)
      take(said.draft)
      for field in said.fields where field.name != "id" { notes.keep(field.name, field.text) }
    } catch {
      notes.unread("\"members\" \(error.words(from: 0))", field: "members", value: text)
    }
  }

  /// The id that an object has.
  static func id(in text: String, limits: Limits) -> String? {
    var document = JSONDocument(feature(text), file: "", limits: limits)
    return (try? EventReader(&document)).flatMap(id)
  }

  /// The id of a reader's feature, or else that of its properties.
  private static func id(_ reader: EventReader) -> String? {
    reader.id ?? reader.fields.first { $0.name == "id" }?.text
  }

  private static func feature(_ members: String) -> Bytes {
    Bytes("{\"type\":\"Feature\",\"properties\":\(members)}".utf8)
  }

  private mutating func take(_ other: EventDraft) {
    title = other.title ?? title
    kind = other.kind ?? kind
    if other.when != nil { (when, interval) = (other.when, nil) }
    published = other.published ?? published
    place.name = other.place.name ?? place.name
    place.precision = other.place.precision ?? place.precision
    place.radius = other.place.radius ?? place.radius
    place.shape = other.place.shape ?? place.shape
    place.origin = other.place.origin ?? place.origin
    place.province = other.place.province ?? place.province
    destination = other.destination ?? destination
    standing = other.standing ?? standing
    if !other.actors.isEmpty { actors = other.actors }
    summary = other.summary ?? summary
    if !other.sources.isEmpty { sources = other.sources }
    if !other.links.isEmpty { links = other.links }
  }
}
