/// Finds the provinces in which a place lies, or may lie, on a map.
///
/// The names are those of the map. One name with `isSure` is a place that surely lies in that province; otherwise it may lie in any of
/// them.
public struct ProvinceFinder: Sendable {
  private let find: @Sendable (Place) -> (names: [String], isSure: Bool)

  /// A finder by a function, which is asked once for each different place.
  public init(_ find: @escaping @Sendable (Place) -> (names: [String], isSure: Bool)) { self.find = find }

  /// The provinces of a place; none where the map has none there.
  public func provinces(of place: Place) -> (names: [String], isSure: Bool) { find(place) }
}

extension Partition {
  /// The parts by province: by the record's own words, and where it has none, by the map.
  init(provinces table: EventTable, _ finder: ProvinceFinder?) {
    let column = table.columns.provinces
    var parts = [Part("not stated")]
    var known: [String: Int32] = [:]
    func part(_ name: String) -> Int32 {
      if let part = known[name] { return part }
      let part = Int32(truncatingIfNeeded: parts.count)
      parts.append(Part(name, Needle(name).map { .term(.text(.province, .equals, $0)) }))
      known[name] = part
      return part
    }
    let numbers = [0] + (column?.names.dropFirst().map(part) ?? [])
    var codes = column.map { $0.codes.map { numbers[Int($0)] } } ?? [Int32](repeating: 0, count: table.count)
    var choices: [Choice] = []
    if let finder {
      var places = ProvincePlaces()
      for row in codes.indices where codes[row] == 0 {
        codes[row] = places.code(of: row, in: table) { place in
          let found = finder.provinces(of: place)
          if found.names.isEmpty { return 0 }
          if found.isSure, found.names.count == 1 { return part(found.names[0]) }
          choices.append(.list(found.names.map(part)))
          return Int32(truncatingIfNeeded: -choices.count)
        }
      }
    }
    self.init(.province, parts: parts, codes: codes, choices: choices)
  }
}

/// The codes of places that were looked up: most events of a file share their places with others.
private struct ProvincePlaces {
  private struct Key: Hashable {
    let point: GlobePoint
    let precision: UInt8
  }
  private var known: [Key: Int32] = [:]

  mutating func code(of row: Int, in table: EventTable, find: (Place) -> Int32) -> Int32 {
    let columns = table.columns
    guard columns.flags[row].contains(.isPoint) else {
      return columns.precisions[row] == PlacePrecision.unplaced.code ? 0 : find(table[row].place)
    }
    let key = Key(point: columns.point(row), precision: columns.precisions[row])
    if let code = known[key] { return code }
    let precision = PlacePrecision(code: Int(columns.precisions[row]))
    let code = find(Place(name: nil, precision: precision, shape: .points([key.point.coordinate])))
    known[key] = code
    return code
  }
}
