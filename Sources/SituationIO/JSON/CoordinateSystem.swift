import Glibc
import SituationModel

/// The reference system of a file's coordinates, as GeoJSON of before RFC 7946 names it.
enum CoordinateSystem: Hashable, Sendable {
  /// Degrees on WGS 84, longitude first.
  case degrees
  /// Metres of the spherical Mercator projection that web maps have (EPSG:3857).
  case webMercator
  /// A zone of the UTM grid on WGS 84 (EPSG:32601 to 32660, in the south 32701 to 32760).
  case utm(zone: Int, isSouth: Bool)
  /// Another one, by its name: nothing is placed.
  case unknown(String)

  /// The system of a name: `EPSG:4326`, `urn:ogc:def:crs:OGC:1.3:CRS84`, `urn:ogc:def:crs:EPSG::3857`.
  init(named name: String) {
    let code = name.split { ":/#".contains($0) }.last.map { $0.uppercased() } ?? ""
    switch code {
    case "4326", "CRS84", "CRS84H", "WGS84", "4979": self = .degrees
    case "3857", "900913", "3785", "102100", "102113": self = .webMercator
    default: self = CoordinateSystem.grid(code) ?? .unknown(name)
    }
  }

  private static func grid(_ code: String) -> CoordinateSystem? {
    guard let number = Int(code), (32_601...32_660).contains(number) || (32_701...32_760).contains(number) else {
      return nil
    }
    return .utm(zone: number % 100, isSouth: number > 32_700)
  }

  /// The place of a position; nil where it is none on the globe, and true with it where its longitude had to be wrapped.
  func place(x: Double, y: Double) -> (place: Coordinate, wasWrapped: Bool)? {
    switch self {
    case .degrees:
      if let place = Coordinate(checkedLatitude: y, longitude: x) { return (place, false) }
      return Coordinate(wrappingLatitude: y, longitude: x).map { ($0, true) }
    case .webMercator:
      let radius = 6_378_137.0
      guard x.isFinite, y.isFinite, abs(x) <= 2 * .pi * radius, abs(y) <= 3 * .pi * radius else { return nil }
      let latitude = atan(sinh(y / radius)) * 180 / .pi
      let place = Coordinate(wrappingLatitude: latitude, longitude: x / radius * 180 / .pi)
      return place.map { ($0, false) }
    case .utm(let zone, let isSouth):
      return Coordinate(utmZone: zone, isSouth: isSouth, easting: x, northing: y).map { ($0, false) }
    case .unknown: return nil
    }
  }
}

extension JSONDocument {
  /// Reads the value of a `crs` member: an object with a name, or null for none.
  mutating func coordinateSystem() throws(Fault) -> CoordinateSystem {
    var fields: [RecordField] = []
    try json.fields(of: "crs", into: &fields)
    let name = fields.first { $0.name.hasSuffix("name") || $0.name.hasSuffix("code") || $0.name.hasSuffix("href") }?
      .text
    return name.map { CoordinateSystem(named: $0) } ?? .degrees
  }
}
