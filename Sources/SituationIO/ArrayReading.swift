import SituationModel

/// As the functions of the same names, of bytes that stand in an array, of which a copy is made.
public func readSituation(
  bytes: [UInt8], file: String, columns: ColumnMap = ColumnMap(), databases: (any SheetSource)? = nil,
  places: (any PlaceLookup)? = nil,
  isGrowing: Bool = false, progress: ReadingProgress? = nil, limits: Limits = Limits()
) throws(ReadError) -> Situation {
  try readSituation(
    bytes: Bytes(bytes), file: file, columns: columns, databases: databases, places: places, isGrowing: isGrowing,
    progress: progress,
    limits: limits)
}

/// As `readSituation`, and says what the bytes were recognised as, and how their columns were read.
public func inspectSituation(
  bytes: [UInt8], file: String, columns: ColumnMap = ColumnMap(), databases: (any SheetSource)? = nil,
  places: (any PlaceLookup)? = nil,
  limits: Limits = Limits()
) throws(ReadError) -> (situation: Situation, recognition: Recognition) {
  try inspectSituation(
    bytes: Bytes(bytes), file: file, columns: columns, databases: databases, places: places, limits: limits)
}

/// Reads the features of GeoJSON in memory; `file` is what messages call it.
public func readFeatures(
  bytes: [UInt8], file: String, limits: Limits = Limits()
) throws(ReadError) -> (features: [Feature], rejections: [Rejection]) {
  try readFeatures(bytes: Bytes(bytes), file: file, limits: limits)
}
