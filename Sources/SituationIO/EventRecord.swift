import SituationModel

/// An event as a database keeps it whole: a GeoJSON feature of the profile, on one line, from which it is read again as it was.
public enum EventRecord {
  /// The feature in UTF-8, without a byte below a space. Linear in the event's texts.
  public static func bytes(of event: Event) -> [UInt8] {
    var output = OutputBytes()
    output.append(feature: event)
    return output.bytes
  }

  /// The events of some features, in order; a feature that can't be read is left out. Linear in them.
  ///
  /// - Parameters:
  ///   - records: features, each as `bytes(of:)` makes one.
  ///   - file: the file that they were read from, as the person named it: copies of sources are looked for beside it.
  public static func events(of records: [[UInt8]], file: String) -> [Event] {
    guard !records.isEmpty else { return [] }
    var bytes = Array("{\"type\":\"FeatureCollection\",\"profile\":\"\(SituationDraft.profile)\",\"features\":[".utf8)
    bytes += records.joined(separator: [UInt8(ascii: ",")])
    bytes += "]}".utf8
    guard let read = try? readSituation(bytes: bytes, file: file).events else { return [] }
    // The table stands in the order of time; the records are found by their ids.
    return read.recordOrder.map { read[$0] }
  }

  /// A shape as well-known text (OGC Simple Features 1.2.1), in numbers that give the same places again.
  public static func wellKnownText(of shape: Shape) -> [UInt8] {
    var output = OutputBytes()
    output.append(wkt: shape)
    return output.bytes
  }
}
