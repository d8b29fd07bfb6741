/// The weights of vertices, by which a view leaves out those that it could not show.
extension LineStore {
  /// Weighs the vertices of a chunk: the tolerance at which Douglas and Peucker's method (The Canadian Cartographer 10,
  /// 1973) would drop each.
  ///
  /// Between two vertices that stay, the farthest one is weighed by its distance from their line, and then both sides in
  /// the same way; none weighs more than the one that it depends on. About n log n for n vertices.
  static func weigh(_ chunk: inout ArraySlice<Vertex>, within range: Range<Int>) {
    weigh(&chunk, between: range.lowerBound, and: range.upperBound - 1, limit: .infinity)
  }

  private static func weigh(_ chunk: inout ArraySlice<Vertex>, between first: Int, and last: Int, limit: Float) {
    guard last - first > 1 else { return }
    let (from, to) = (chunk[first], chunk[last])
    let (width, height) = (to.longitude - from.longitude, to.latitude - from.latitude)
    let isClosed = width == 0 && height == 0
    var farthest = (index: first + 1, miss: Float(-1))
    for index in first + 1..<last {
      let (x, y) = (chunk[index].longitude - from.longitude, chunk[index].latitude - from.latitude)
      // Twice the triangle's area, which grows with the distance; around a ring, the distance from its start.
      let miss = isClosed ? x * x + y * y : abs(x * height - y * width)
      if miss > farthest.miss { farthest = (index, miss) }
    }
    let distance =
      isClosed ? farthest.miss.squareRoot() : farthest.miss / (width * width + height * height).squareRoot()
    let weight = min(limit, distance)
    chunk[farthest.index].weight = weight
    weigh(&chunk, between: first, and: farthest.index, limit: weight)
    weigh(&chunk, between: farthest.index, and: last, limit: weight)
  }
}
