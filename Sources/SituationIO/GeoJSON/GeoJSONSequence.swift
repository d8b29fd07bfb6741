/// GeoJSON texts one after the other: a line each, or each behind a record separator (RFC 8142).
///
/// A text that is broken is rejected with its line; the rest is read.
enum GeoJSONSequence {
  /// The record separator before each text of RFC 8142.
  private static let separator: UInt8 = 0x1E
  private static let lineEnd: UInt8 = 0x0A
  /// A first line longer than this is not looked through.
  private static let longestLine = 16 << 20

  /// True if bytes are such a sequence: they begin with the separator, or their first line ends an object and the next
  /// begins one, which no JSON text has.
  static func fits(_ bytes: Bytes) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = bytes[start...].firstIndex(where: { $0 > 0x20 || $0 == separator }) else { return false }
    if bytes[first] == separator { return true }
    guard bytes[first] == UInt8(ascii: "{"), let end = bytes[first...].prefix(longestLine).firstIndex(of: lineEnd),
      bytes[first..<end].last(where: { $0 > 0x20 }) == UInt8(ascii: "}")
    else { return false }
    return bytes[end...].first { $0 > 0x20 } == UInt8(ascii: "{")
  }

  /// Reads all texts into a sink. Throws where not one of them can be read.
  static func read<Sink: FeatureSink>(_ sink: inout Sink, _ document: inout JSONDocument) throws(ReadError) {
    let bytes = document.json.cursor.bytes
    var next = document.json.offset
    let isSeparated = bytes[next...].first { $0 > 0x20 || $0 == separator } == separator
    let mark = isSeparated ? separator : lineEnd
    var firstFault: (reason: String, offset: Int)?
    while next < bytes.count, document.progress?.isStopped != true {
      let end = document.json.cursor.first(mark, from: next)
      defer { next = end + 1 }
      guard let start = bytes[next..<end].firstIndex(where: { $0 > 0x20 }) else { continue }
      document.json.begin(at: start..<end)
      do throws(Fault) {
        let limit = document.json.limits.lineBytes
        if end - start > limit { throw Fault(offset: start, problem: .lineTooLong(limit: limit)) }
        if sink.takeAhead(&document, at: start) { try document.json.endOfFile() } else { try sink.readText(&document) }
      } catch {
        _ = document.notes.take()
        let reason = "the record \(error.words(from: start))"
        firstFault = firstFault ?? (reason, start)
        document.reject(reason, at: start)
      }
    }
    guard sink.count > 0 || firstFault == nil else {
      throw document.error(firstFault?.reason ?? "has no record", at: firstFault?.offset ?? 0)
    }
  }
}
