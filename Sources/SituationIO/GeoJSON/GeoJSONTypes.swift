/// The types of GeoJSON (RFC 7946).
enum GeoJSONTypes {
  /// The members that objects of these types have.
  static let contents: Set<String> = ["features", "geometry", "properties", "coordinates", "geometries", "arcs"]
  static let all: Set<String> = [
    "FeatureCollection", "Feature", "GeometryCollection", "Point", "MultiPoint", "LineString", "MultiLineString",
    "Polygon",
    "MultiPolygon", "Topology",
  ]
}
