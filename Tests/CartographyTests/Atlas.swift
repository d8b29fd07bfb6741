import Cartography
import SituationIO
import SituationModel
import TextCanvas

/// The project's own base map, and views of it, for the tests.
enum Atlas {
  /// The folder of the project's own base map, found from this file's place.
  private static let basemap: String = {
    let parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    return parts.dropLast(3).joined(separator: "/") + "/Data/basemap/"
  }()

  /// All tiers, read once for the whole run.
  static let map = load(Set(BaseMap.Tier.allCases))

  /// Some tiers, read anew.
  static func load(_ tiers: Set<BaseMap.Tier>) -> BaseMap {
    var map = BaseMap()
    for file in BaseMapFile.allCases where tiers.contains(file.tier) {
      guard let features = try? readFeatures(path: basemap + file.rawValue + ".geojson").features else { continue }
      map.add(features, as: file)
    }
    return map
  }

  /// The view of a place.
  static func view(
    _ latitude: Double, _ longitude: Double, zoom: Double, _ columns: Int, _ rows: Int,
    _ projection: ProjectionKind = .mercator
  ) -> Viewport {
    Viewport(
      center: Coordinate(latitude: latitude, longitude: longitude), zoom: zoom,
      size: Size(columns: columns, rows: rows), projection: projection)
  }

  /// All of Syria in 100×36 cells.
  static let syria = Viewport.fitting(
    GeoBounds(south: 32.3, west: 35.5, north: 37.3, east: 42.4), in: Size(columns: 100, rows: 36))
  /// The coast from Hmeimim to Tripoli.
  static let coast = view(34.9, 36.2, zoom: 6.45, 62, 24)

  /// Marks of each sort, some of them far away.
  static let marks = [
    mark(35.4011, 35.9487, .exact, "I", .imagery, count: 4, isSelected: true),
    mark(34.889, 35.8866, .exact, "I", .imagery),
    mark(34.412, 36.7587, .near, "C", .convoy, suffix: "!"),
    mark(34.724, 36.7256, .near, "C", .convoy),
    mark(35.3621, 35.9276, .near, "C", .convoy),
    mark(34.9, 38.5, .within, "S", .strike, label: "Syria, whole country"),
    mark(33.12, 35.86, .within, "X", .incursion, label: "Buffer zone"),
    mark(33.51, 36.29, .near, "P", .political, suffix: "?", count: 3, isMixed: true),
    mark(55.75, 37.6, .near, "P", .political, count: 2, label: "Moscow"),
    mark(40.75, -73.97, .exact, "D", .diplomatic, label: "New York"),
  ]

  /// The signs for those of the marks that lie outside a view.
  static func beyond(_ view: Viewport) -> [Beyond] {
    var all: [Sector: Beyond] = [:]
    for mark in marks {
      let point = view.point(of: mark.anchor)
      if view.contains(point) { continue }
      let (across, down) = (point.column - view.middle.column, (point.row - view.middle.row) * 2)
      let sector = Sector(across: across, down: down)
      var beyond = all[sector] ?? Beyond(id: mark.id, sector: sector)
      for _ in 0..<mark.count { beyond.add(across: across, down: down) }
      if let label = mark.label {
        if beyond.names.isEmpty { beyond.firstNamed = mark.count }
        beyond.names.append(label)
      }
      if mark.isSelected { beyond.isSelected = true }
      all[sector] = beyond
    }
    return Sector.allCases.compactMap { all[$0] }
  }

  private static func mark(
    _ latitude: Double, _ longitude: Double, _ form: Mark.Form, _ letter: Character, _ ink: Ink,
    suffix: Character? = nil, count: Int = 1, isMixed: Bool = false, label: String? = nil, isSelected: Bool = false
  ) -> Mark {
    Mark(
      id: Int(latitude * 100), anchor: Coordinate(latitude: latitude, longitude: longitude), form: form,
      letter: letter, suffix: suffix, ink: ink, count: count, isMixed: isMixed, label: label, isSelected: isSelected)
  }
}
