import SituationModel

/// The three fields of a place of the UTM grid: its zone with a letter, the metres east and the metres north.
struct GridFields: Hashable, Sendable {
  let zone: Int
  let easting: Int
  let northing: Int

  /// The columns in the order in which a place is written.
  var columns: [Int] { [zone, easting, northing] }

  /// The fields of some names, if their values are such places; nil where they are not.
  init?(_ names: [String], _ values: ColumnValues) {
    let parts = names.map { Set(ColumnNames.parts($0)) }
    func column(_ words: Set<String>) -> Int? { parts.firstIndex { !$0.isDisjoint(with: words) } }
    guard let zone = parts.firstIndex(where: { $0.contains("zone") && $0.isDisjoint(with: ["time"]) }),
      let easting = column(["easting", "eastings", "utme", "utmx"]),
      let northing = column(["northing", "northings", "utmn", "utmy"])
    else { return nil }
    (self.zone, self.easting, self.northing) = (zone, easting, northing)
    let texts = columns.map { values.all(of: $0) }
    let areAll =
      values.count > 0
      && (0..<values.count).allSatisfy { row in
        let record = texts.map { $0[row] }
        return record.contains("") || Coordinate(utm: record.joined(separator: " ")) != nil
      }
    guard areAll, !values.isEmpty(easting) else { return nil }
  }
}
