import SituationModel

/// Lines of a store into rasters, for one copy of the world.
extension LineStore {
  /// Follows the lines that are chosen, as far as they may be seen. Linear in the visible chunks' vertices.
  func trace(
    with tracer: inout StrokeTracer, _ transform: CellTransform, where isChosen: (Trait) -> Bool = { _ in true }
  ) {
    for line in lines where line.bounds.intersects(transform.bounds) && isChosen(traits[line.trait]) {
      if transform.isTiny(line.bounds) {
        tracer.dot(at: transform.point(of: line.bounds.center))
        continue
      }
      for chunk in chunks[line.chunks] {
        // A chunk out of view breaks the line; the next one starts it again.
        guard chunk.bounds.intersects(transform.bounds) else {
          tracer.end()
          continue
        }
        trace(chunk, with: &tracer, transform)
      }
      tracer.end()
    }
  }

  private func trace(_ chunk: Chunk, with tracer: inout StrokeTracer, _ transform: CellTransform) {
    var last: Vertex?
    for vertex in vertices[chunk.vertices] where vertex.weight >= transform.tolerance {
      if let last, Self.isRim(last, vertex) { tracer.end() }
      tracer.line(to: transform.point(of: vertex))
      last = vertex
    }
  }

  /// Whether an edge is only where the map data ends: along 180°, at the south pole, or on the region's bounds.
  private static func isRim(_ first: Vertex, _ second: Vertex) -> Bool {
    if first.longitude == second.longitude {
      let isWorldEnd = abs(first.longitude) >= 179.99
      return isWorldEnd || Double(first.longitude) == BaseMap.regionBounds.east
        || Double(first.longitude) == BaseMap.regionBounds.west
    }
    guard first.latitude == second.latitude else { return false }
    return first.latitude <= -89.9 || Double(first.latitude) == BaseMap.regionBounds.north
      || Double(first.latitude) == BaseMap.regionBounds.south
  }

  /// Adds the edges of the rings that are chosen to an area raster with so many samples a cell.
  ///
  /// What lies to the left of the view still toggles; of a chunk there only its two ends count, since it crosses each
  /// row between them an odd number of times, and any other an even number.
  func fill(
    _ raster: inout AreaRaster, _ transform: CellTransform, samples: (across: Double, down: Double) = (1, 1),
    where isChosen: (Trait) -> Bool = { _ in true }
  ) {
    let view = transform.bounds
    for line in lines where line.bounds.intersects(view) && isChosen(traits[line.trait]) {
      for chunk in chunks[line.chunks] {
        let bounds = chunk.bounds
        if bounds.west > view.east || bounds.south > view.north || bounds.north < view.south { continue }
        let isLeft = bounds.east < view.west
        var last = transform.point(of: vertices[chunk.vertices.lowerBound])
        let rest = isLeft ? chunk.vertices.suffix(1) : chunk.vertices.dropFirst()
        for index in rest where vertices[index].weight >= transform.tolerance {
          let next = transform.point(of: vertices[index])
          raster.addEdge(
            x0: last.column * samples.across, y0: last.row * samples.down, x1: next.column * samples.across,
            y1: next.row * samples.down)
          last = next
        }
      }
    }
  }

  /// Where a line's vertices lie in a view, those out of it too.
  func points(of line: Line, _ transform: CellTransform) -> [CellPoint] {
    guard let first = chunks[line.chunks].first, let last = chunks[line.chunks].last else { return [] }
    return vertices[first.vertices.lowerBound..<last.vertices.upperBound]
      .filter { $0.weight >= transform.tolerance }
      .map { transform.point(of: $0) }
  }

  /// Whether a place lies inside the rings that are chosen, by the even–odd rule. Linear in their vertices.
  func contains(_ place: Coordinate, where isChosen: (Trait) -> Bool) -> Bool {
    let (x, y) = (Float(place.longitude), Float(place.latitude))
    var isInside = false
    for line in lines where line.bounds.contains(place) && isChosen(traits[line.trait]) {
      for chunk in chunks[line.chunks] {
        for index in chunk.vertices.dropFirst() {
          let (from, to) = (vertices[index - 1], vertices[index])
          guard (from.latitude > y) != (to.latitude > y) else { continue }
          let share = (y - from.latitude) / (to.latitude - from.latitude)
          if x < from.longitude + share * (to.longitude - from.longitude) { isInside.toggle() }
        }
      }
    }
    return isInside
  }
}
