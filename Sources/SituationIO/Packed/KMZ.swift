/// Reads KMZ: a ZIP whose first `.kml` is the map. Nothing of it is ever written to disk, so its names mean nothing else.
///
/// The entries are read one after the other from the front and not by the list at the end, so a file that is cut off opens.
enum KMZ {
  /// True if bytes are a ZIP.
  static func fits(_ bytes: Bytes) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

  /// The content of the first `.kml`.
  static func unpacked(_ bytes: Bytes, _ limits: Limits) -> Unpacked.Result {
    var offset = 0
    // What is unpacked only to find its end counts too: many small entries must not make endless work.
    var (left, passed) = (limits, 0)
    while let entry = ZipEntry(bytes, at: offset) {
      if entry.name.suffix(4).lowercased() == ".kml" { return entry.content(bytes, limits) }
      passed += 1
      if passed > limits.archiveEntries {
        let words = "has more than \(limits.archiveEntries) entries before a .kml (limit \"archiveEntries\")"
        return Unpacked.Result(bytes: [], fault: .nothing(words))
      }
      do throws(Inflation.Stop) {
        guard let next = try entry.end(bytes, &left), next > offset else { break }
        offset = next
      } catch {
        if case .tooLarge(let words) = error { return Unpacked.Result(bytes: [], fault: .tooLarge(words)) }
        break
      }
    }
    return Unpacked.Result(bytes: [], fault: .nothing("is a ZIP without a .kml that can be read"))
  }
}
