import SituationModel

/// Drawing a store's lines into rasters, for one copy of the world. Vertices outside the view are not projected.
extension LineStore {
  /// Follows the chosen lines, as far as they may be visible. Linear in the visible chunks' vertices.
  func trace(
    with tracer: inout StrokeTracer, _ transform: CellTransform, where isChosen: (Trait) -> Bool = { _ in true }
  ) {
    guard let bounds, transform.sees(bounds) else { return }
    for line in lines where transform.sees(line.bounds) && isChosen(traits[line.trait]) {
      if transform.isTiny(line.bounds) {
        tracer.dot(at: transform.point(of: line.bounds.center))
        continue
      }
      for chunk in chunks[line.chunks] {
        // A chunk out of view breaks the line; the next one starts it again.
        guard transform.sees(chunk.bounds) else {
          tracer.end()
          continue
        }
        // From here on, whether the chunk before was in view or not.
        tracer.restartSteps()
        trace(chunk, with: &tracer, transform)
      }
      tracer.end()
    }
  }

  private func trace(_ chunk: Chunk, with tracer: inout StrokeTracer, _ transform: CellTransform) {
    let tolerance = transform.tolerance(in: chunk.bounds)
    var last: (vertex: Vertex, point: CellPoint)?
    for vertex in vertices[chunk.vertices] where vertex.weight >= tolerance {
      guard let (from, start) = last, !isRim(from, vertex) else {
        if last != nil { tracer.end() }
        let point = transform.point(of: vertex)
        tracer.line(to: point)
        last = (vertex, point)
        continue
      }
      let end = transform.follow(from.place, at: start, to: vertex.place) { point in
        if let point { tracer.line(to: point) } else { tracer.end() }
      }
      last = (vertex, end)
    }
  }

  /// Adds the edges of the chosen rings to an area raster, as far as they may be visible.
  func fill(
    _ raster: inout AreaRaster, _ transform: CellTransform, where isChosen: (Trait) -> Bool = { _ in true }
  ) {
    guard let bounds, transform.sees(bounds) else { return }
    for line in lines where transform.sees(line.bounds) && isChosen(traits[line.trait]) {
      for chunk in chunks[line.chunks] where transform.sees(chunk.bounds) { fill(&raster, chunk, transform) }
    }
  }

  private func fill(_ raster: inout AreaRaster, _ chunk: Chunk, _ transform: CellTransform) {
    let tolerance = transform.tolerance(in: chunk.bounds)
    var from = vertices[chunk.vertices.lowerBound]
    var last = transform.point(of: from)
    for vertex in vertices[chunk.vertices].dropFirst() where vertex.weight >= tolerance {
      var start: CellPoint? = last
      // Features that meet at 180° need not have the same vertices there, and yet the two sides have to cancel each other.
      let isExact = isWorldRim(from, vertex)
      last = transform.follow(from.place, at: last, to: vertex.place, isExact: isExact) { point in
        if let start, let point { raster.addEdge(from: start, to: point) }
        start = point
      }
      from = vertex
    }
  }

  /// The points of a line's vertices, inside the view and outside.
  func points(of line: Line, _ transform: CellTransform) -> [CellPoint] {
    guard let first = chunks[line.chunks].first, let last = chunks[line.chunks].last else { return [] }
    let tolerance = transform.tolerance(in: line.bounds)
    return vertices[first.vertices.lowerBound..<last.vertices.upperBound]
      .filter { $0.weight >= tolerance }
      .map { transform.point(of: $0) }
  }

  /// True if a place lies inside the chosen rings, by the even–odd rule. Linear in the vertices of the chunks at
  /// its latitude.
  func contains(_ place: Coordinate, where isChosen: (Trait) -> Bool = { _ in true }) -> Bool {
    contains(place) { isChosen(traits[$0]) }
  }

  /// True if a place lies inside the rings of one trait.
  func contains(_ place: Coordinate, inTrait trait: Int) -> Bool {
    contains(place) { $0 == trait }
  }

  private func contains(_ place: Coordinate, whereTrait isChosen: (Int) -> Bool) -> Bool {
    [-360.0, 0, 360].reduce(false) { isInside, turn in
      isInside != crosses(Coordinate(latitude: place.latitude, longitude: place.longitude + turn), whereTrait: isChosen)
    }
  }

  /// True if a ray to the east crosses the chosen rings an odd number of times.
  private func crosses(_ place: Coordinate, whereTrait isChosen: (Int) -> Bool) -> Bool {
    func isAhead(_ bounds: GeoBounds) -> Bool {
      place.latitude >= bounds.south && place.latitude <= bounds.north && place.longitude <= bounds.east
    }
    guard let bounds, isAhead(bounds), place.longitude >= bounds.west else { return false }
    let (x, y) = (Float(place.longitude), Float(place.latitude))
    var isOdd = false
    for line in lines where isAhead(line.bounds) && place.longitude >= line.bounds.west && isChosen(line.trait) {
      for chunk in chunks[line.chunks] where isAhead(chunk.bounds) {
        for index in chunk.vertices.dropFirst() {
          let (from, to) = (vertices[index - 1], vertices[index])
          guard (from.latitude > y) != (to.latitude > y) else { continue }
          let share = (y - from.latitude) / (to.latitude - from.latitude)
          if x < from.longitude + share * (to.longitude - from.longitude) { isOdd.toggle() }
        }
      }
    }
    return isOdd
  }
}
