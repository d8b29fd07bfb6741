/// Recognition of JSON of plain objects by its first bytes.
extension JSONRecords {
  /// True if bytes are a list of objects, or an object with a list of objects that are no features of GeoJSON.
  static func fits(_ bytes: Bytes) -> Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = bytes[start...].prefix(1 << 16).first(where: { $0 > 0x20 }) else { return false }
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    var document = JSONDocument(bytes.first(1 << 20), file: "", limits: Limits())
    document.json.takesNonFinite = true
    if first == UInt8(ascii: "[") {
      do throws(Fault) { return try JSONRecordFinder.isPlain(&document.json) } catch {
        // A fault within the first object is told by the reader of objects.
        let beginning = bytes[start...].prefix(1 << 10).filter { $0 > 0x20 }
        return beginning.dropFirst().first == UInt8(ascii: "{")
          && !beginning.starts(with: "[{\"type\":\"Feature\"".utf8)
      }
    }
    return JSONRecordFinder.find(&document.json) != nil
  }

  /// True if lines are plain objects: the first one is no GeoJSON.
  static func fitsLines(_ bytes: Bytes) -> Bool {
    guard GeoJSONSequence.fits(bytes), let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") }) else {
      return false
    }
    var document = JSONDocument(bytes.first(1 << 20), file: "", limits: Limits())
    document.json.begin(at: start..<document.json.cursor.first(0x0A, from: start))
    document.json.takesNonFinite = true
    var json = document.json
    guard (try? json.beginObject()) != nil else { return false }
    while let key = try? json.nextKey() {
      if key == "type", let kind = try? json.kind(), kind == .text, let type = try? json.text() {
        return !GeoJSONTypes.all.contains(type)
      }
      if key == "features" || key == "geometry" || key == "coordinates" { return false }
      guard (try? json.skip()) != nil else { return false }
    }
    return true
  }

  /// True if plain objects stand behind one another, over lines or with commas between them.
  static func fitsSequence(_ bytes: Bytes) -> Bool {
    guard let first = bytes.prefix(1 << 10).firstIndex(where: { $0 > 0x20 }), bytes[first] == UInt8(ascii: "{") else {
      return false
    }
    let document = JSONDocument(bytes.first(1 << 20), file: "", limits: Limits())
    var json = document.json
    json.takesNonFinite = true
    json.begin(at: first..<min(bytes.count, 1 << 20))
    guard (try? json.beginObject()) != nil else { return false }
    while let key = try? json.nextKey() {
      if key == "type", let kind = try? json.kind(), kind == .text {
        guard let type = try? json.text(), !GeoJSONTypes.all.contains(type) else { return false }
      } else if (try? json.skip()) == nil {
        return false
      }
    }
    return next(in: bytes, behind: json.offset).map { bytes[$0] == UInt8(ascii: "{") } ?? false
  }

  /// The first byte behind blanks and commas; nil at the end.
  static func next(in bytes: Bytes, behind offset: Int) -> Int? {
    bytes[min(offset, bytes.count)...].firstIndex { $0 > 0x20 && $0 != UInt8(ascii: ",") }
  }
}
