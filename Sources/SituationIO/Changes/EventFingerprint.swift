import SituationModel

/// The fingerprint of what a record says, by which changes find an event that has no id of its own: SHA-256 (FIPS 180-4) of its contents.
///
/// It is the same wherever the record stands in the file, and in each format that `sitmap convert` writes. So it leaves out what depends
/// on the file and not on the record: ids that are made of positions, links (which name such ids), places that a gazetteer found, the
/// paths of copies, and the name of the file itself where it stands for who counted.
public enum EventFingerprint {
  /// The fingerprint as 64 hexadecimal digits. Linear in the event's texts.
  public static func digits(of event: Event) -> String {
    var parts = [event.title, event.kindName, event.when?.edtf ?? "", event.published?.edtf ?? ""]
    parts += texts(of: event.place) + (event.destination.map(texts) ?? [])
    parts += [event.standing?.rawValue ?? "", event.actors.joined(separator: "\u{1F}"), event.summary]
    for source in event.sources { parts += texts(of: source) }
    var digest = SHA256()
    // Each part with its length, so that no two records become one text.
    digest.take(Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    return digest.digest
  }

  private static func texts(of place: Place) -> [String] {
    let isGiven = place.origin == .given
    let shape = isGiven ? place.shape.map { String(decoding: EventRecord.wellKnownText(of: $0), as: UTF8.self) } : nil
    return [
      place.name ?? "", isGiven ? place.precision.rawValue : "", place.radius.map { "\($0)" } ?? "", shape ?? "",
      place.province ?? "",
    ]
  }

  private static func texts(of source: Source) -> [String] {
    let figures = source.figures.map { "\($0.what) \(text($0.low))/\(text($0.best))/\(text($0.high))" }
    // A table that names nobody who counted is named itself.
    let isTeller =
      !figures.isEmpty && [source.via, source.link, source.note, source.says].allSatisfy { $0 == nil }
    return [
      isTeller ? "" : source.who, source.via ?? "", source.published?.edtf ?? "", source.link ?? "",
      source.grade?.text ?? "", source.note ?? "", source.says ?? "", source.disputes ? "disputes" : "",
      figures.joined(separator: "; "), source.copy?.digest ?? "",
    ]
  }

  private static func text(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }

  /// True if an id is made of the position of its record, as `#3` or `x#3` are, and not the file's own. A file's own id of that form counts
  /// as made: its events are found by their contents.
  public static func isMade(id: String) -> Bool {
    let digits = id.utf8.reversed().drop { $0 == UInt8(ascii: "'") }
    let rest = digits.drop { $0 &- 0x30 < 10 }
    return rest.first == UInt8(ascii: "#") && rest.count < digits.count
  }
}
