import SituationModel

// A shape in the words of each format, in numbers that give the same places again.

extension OutputBytes {
  /// Appends a geometry of RFC 7946; `null` for none.
  mutating func append(geoJSON shape: Shape?) {
    switch shape {
    case nil: append("null")
    case .points(let points)?:
      append(geometry: "Point", many: points.count != 1, points) { $0.append(position: $1) }
    case .lines(let lines)?:
      append(geometry: "LineString", many: lines.count != 1, lines) { $0.append(positions: $1) }
    case .areas(let areas)?:
      append(geometry: "Polygon", many: areas.count != 1, areas) { bytes, area in
        bytes.append(list: area.rings, "[", "]") { $0.append(positions: $1) }
      }
    }
  }

  private mutating func append<Part>(
    geometry type: String, many: Bool, _ parts: [Part], _ part: (inout OutputBytes, Part) -> Void
  ) {
    append("{\"type\":\"\(many ? "Multi" : "")\(type)\",\"coordinates\":")
    if many { append(list: parts, "[", "]", part) } else { part(&self, parts[0]) }
    append("}")
  }

  private mutating func append(positions: [Coordinate]) {
    append(list: positions, "[", "]") { $0.append(position: $1) }
  }

  private mutating func append(position: Coordinate) {
    append("[")
    append(position, ",")
    append("]")
  }

  /// Appends well-known text (OGC Simple Features 1.2.1).
  mutating func append(wkt shape: Shape) {
    func ring(_ bytes: inout OutputBytes, _ line: [Coordinate]) {
      bytes.append(list: line, "(", ")") { $0.append($1, " ") }
    }
    switch shape {
    case .points(let points):
      append(points.count == 1 ? "POINT " : "MULTIPOINT ")
      append(list: points, "(", ")") { bytes, point in
        if points.count == 1 { bytes.append(point, " ") } else { ring(&bytes, [point]) }
      }
    case .lines(let lines):
      append(lines.count == 1 ? "LINESTRING " : "MULTILINESTRING ")
      if lines.count == 1 { ring(&self, lines[0]) } else { append(list: lines, "(", ")", ring) }
    case .areas(let areas):
      append(areas.count == 1 ? "POLYGON " : "MULTIPOLYGON ")
      func polygon(_ bytes: inout OutputBytes, _ area: Shape.Area) { bytes.append(list: area.rings, "(", ")", ring) }
      if areas.count == 1 { polygon(&self, areas[0]) } else { append(list: areas, "(", ")", polygon) }
    }
  }

  /// Appends geometries of KML 2.2.
  mutating func append(kml shape: Shape) {
    switch shape {
    case .points(let points):
      append(elements: points) { bytes, point in bytes.append(element: "Point", [point]) }
    case .lines(let lines):
      append(elements: lines) { bytes, line in bytes.append(element: "LineString", line) }
    case .areas(let areas):
      append(elements: areas) { bytes, area in
        bytes.append("<Polygon>")
        for (index, ring) in area.rings.enumerated() {
          let side = index == 0 ? "outerBoundaryIs" : "innerBoundaryIs"
          bytes.append("<\(side)>")
          bytes.append(element: "LinearRing", ring)
          bytes.append("</\(side)>")
        }
        bytes.append("</Polygon>")
      }
    }
  }

  private mutating func append<Part>(elements parts: [Part], _ part: (inout OutputBytes, Part) -> Void) {
    if parts.count > 1 { append("<MultiGeometry>") }
    for each in parts { part(&self, each) }
    if parts.count > 1 { append("</MultiGeometry>") }
  }

  private mutating func append(element name: String, _ places: [Coordinate]) {
    append("<\(name)><coordinates>")
    for (index, place) in places.enumerated() {
      if index > 0 { append(" ") }
      append(place, ",")
    }
    append("</coordinates></\(name)>")
  }

  // MARK: Parts

  private mutating func append(_ place: Coordinate, _ separator: String) {
    append(place.longitude)
    append(separator)
    append(place.latitude)
  }

  /// Appends things with commas between them, in brackets.
  mutating func append<Thing>(
    list things: [Thing], _ open: String, _ close: String, _ thing: (inout OutputBytes, Thing) -> Void
  ) {
    append(open)
    for (index, each) in things.enumerated() {
      if index > 0 { append(",") }
      thing(&self, each)
    }
    append(close)
  }
}
