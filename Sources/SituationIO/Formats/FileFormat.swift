/// A format of files that is read. Which one a file has is told by its bytes, and by its name only where those leave it
/// open.
public enum FileFormat: String, CaseIterable, Hashable, Sendable {
  /// RFC 7946, best of the profile of `Data/README.md`.
  case geoJSON = "geojson"

  /// The format of some bytes; `geoJSON` where nothing else fits, whose reader then says what is wrong.
  init(sniffing bytes: [UInt8], file: String) { self = .geoJSON }
}
