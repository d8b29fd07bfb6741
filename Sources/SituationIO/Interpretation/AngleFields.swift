/// An angle in several fields: its degrees, minutes and seconds, and the side of the equator or of the meridian of Greenwich.
struct AngleFields: Hashable, Sendable {
  let degrees: Int
  private(set) var minutes: Int?
  private(set) var seconds: Int?
  private(set) var side: Int?

  /// The fields beside that of the degrees.
  var others: [Int] { [minutes, seconds, side].compactMap { $0 } }

  /// The fields that belong to one of degrees; nil where there are none.
  ///
  /// - Parameter free: the fields that have no meaning yet.
  init?(degrees: Int, isLatitude: Bool, _ names: [String], free: [Int], _ values: ColumnValues) {
    self.degrees = degrees
    let (axis, other) =
      isLatitude ? (FieldNames.latitudes, FieldNames.longitudes) : (FieldNames.longitudes, FieldNames.latitudes)
    let sides: Set<String> = isLatitude ? ["n", "s", "north", "south"] : ["e", "w", "east", "west"]
    let sideNames = sides.union(["ns", "ew", "direction", "dir", "hemisphere", "hem", "ref", "side"])
    for column in free {
      let parts = Set(ColumnNames.parts(names[column]))
      guard parts.isDisjoint(with: other) else { continue }
      if side == nil, !parts.isDisjoint(with: axis.union(sideNames)),
        values.all(of: column, { sides.contains($0.lowercased()) })
      {
        side = column
      } else if !parts.isDisjoint(with: axis), values.all(of: column, AngleFields.isBelow60) {
        if minutes == nil, !parts.isDisjoint(with: ["min", "minute", "minutes"]) { minutes = column }
        if seconds == nil, !parts.isDisjoint(with: ["sec", "second", "seconds"]) { seconds = column }
      }
    }
    if others.isEmpty || minutes == nil && seconds != nil { return nil }
  }

  private static func isBelow60(_ text: String) -> Bool {
    TableNumber.number(text).map { (0..<60).contains($0) } ?? false
  }

  /// The angle of a record, as text; nil where a part is missing.
  func text(_ value: (Int) -> String) -> String? {
    let (whole, side) = (value(degrees), side.map(value)?.prefix(1).uppercased() ?? "")
    guard !whole.isEmpty else { return nil }
    var text = minutes == nil ? whole : whole + "\u{B0}"
    if let minutes { text += value(minutes).isEmpty ? "" : value(minutes) + "'" }
    if let seconds { text += value(seconds).isEmpty ? "" : value(seconds) + "\"" }
    return side.isEmpty ? text : minutes == nil ? "\(text)\u{B0} \(side)" : "\(text) \(side)"
  }
}

extension Interpretation {
  /// Finds the fields that belong to those of degrees.
  mutating func findAngleFields(_ values: ColumnValues) {
    guard let lat = use(of: .lat)?.column, let lon = use(of: .lon)?.column else { return }
    let free = uses.filter { $0.meaning == .other }.map(\.column)
    let north = AngleFields(degrees: lat, isLatitude: true, names, free: free, values)
    let east = AngleFields(degrees: lon, isLatitude: false, names, free: free, values)
    guard north != nil || east != nil else { return }
    angles = [lat: north, lon: east].compactMapValues { $0 }
    for column in angles.values.flatMap(\.others) { set(.none, to: column) }
  }
}
