extension FileFormat {
  /// The format of some bytes that are no table; `geoJSON` where nothing else fits, whose reader then says what is wrong.
  init(sniffing bytes: Bytes, file: String) {
    if JSONRecords.fitsLines(bytes) {
      self = .jsonLines
    } else if GeoJSONSequence.fits(bytes) {
      self = .geoJSONSequence
    } else if TimeMap.fits(bytes) {
      self = .timeMap
    } else if JSONColumns.fits(bytes) || JSONRecords.fits(bytes) {
      self = .json
    } else if JSONRecords.fitsSequence(bytes) {
      self = .jsonLines
    } else if KML.fits(bytes) {
      self = .kml
    } else if GPX.fits(bytes) {
      self = .gpx
    } else if CursorOnTarget.fits(bytes) {
      self = .cursorOnTarget
    } else {
      self = .geoJSON
    }
  }
}
