import SituationModel

extension Unpacked {
  /// The bytes of a file, unpacked, and in UTF-8 where they are JSON or XML in another encoding: UTF-16 and UTF-32 by their byte order
  /// mark or zero bytes, others as XML says. Comments and the like, which JSON does not have, are blanks.
  init(text bytes: Bytes, file: String, limits: Limits) throws(ReadError) {
    try self.init(bytes, by: Unpacked.packing(of: bytes, limits), file: file, limits: limits)
    if let (encoding, mark) = Unpacked.encoding(of: self.bytes) {
      let text = encoding.decoded(self.bytes, after: mark)
      // A table is decoded where it is read.
      if let first = text.prefix(256).first(where: { $0 > 0x20 }), "{[<".utf8.contains(first) {
        become(text, encoding)
      }
    }
    if let plain = JSONExtras.blanked(in: self.bytes) {
      let reason = "has comments, commas or a name that JSON does not have: they are passed over"
      become(plain, encoding, Rejection(file: file, line: 1, reason: reason, weight: .note))
    }
  }

  /// The packing of bytes; nil where they are not packed. Spreadsheets and archives of vector files, which are unpacked part by part,
  /// stay as they are.
  private static func packing(of bytes: Bytes, _ limits: Limits) -> Recognition.Packing? {
    if Gzip.fits(bytes) { return .gzip }
    return !KMZ.fits(bytes) || Workbook.fits(bytes) || VectorArchive.fits(bytes, limits) ? nil : .kmz
  }

  /// The encoding of bytes, where it is none that the readers take, and the length of its byte order mark.
  private static func encoding(of bytes: Bytes) -> (TextEncoding, mark: Int)? {
    let (encoding, mark) = TextEncoding.sniff(bytes)
    if encoding != .utf8 { return (encoding, mark) }
    let head = String(decoding: bytes.prefix(200), as: UTF8.self).lowercased()
    guard head.hasPrefix("<?xml"), let start = head.firstRange(of: "encoding=")?.upperBound else { return nil }
    let name = head[start...].dropFirst().prefix { $0 != "\"" && $0 != "'" }
    guard let named = TextEncoding(named: String(name)), named.isGuess, named != .windows1252 else { return nil }
    return (named, 0)
  }
}
