/// How much each vertex matters, so that a view can leave out those that it could not show.
extension LineStore {
  /// Weighs the vertices of a chunk: the tolerance at which Douglas and Peucker's method (The Canadian Cartographer 10,
  /// 1973) would drop each.
  ///
  /// Between two vertices that stay, the farthest one is weighed by its distance from their line, and then both sides in
  /// the same way; none weighs more than the one that it depends on. About n log n for n vertices.
  mutating func weigh(_ range: Range<Int>) {
    var open: [(first: Int, last: Int, limit: Float)] = [(range.lowerBound, range.upperBound - 1, .infinity)]
    while let (first, last, limit) = open.popLast() {
      guard last - first > 1 else { continue }
      let farthest = farthest(between: first, and: last)
      let weight = min(limit, farthest.distance)
      setWeight(weight, of: farthest.index)
      open.append((first, farthest.index, weight))
      open.append((farthest.index, last, weight))
    }
  }

  /// The vertex that is farthest from the segment between two others, in degrees as they are.
  private func farthest(between first: Int, and last: Int) -> (index: Int, distance: Float) {
    let (from, to) = (vertices[first], vertices[last])
    let (width, height) = (to.longitude - from.longitude, to.latitude - from.latitude)
    let length = width * width + height * height
    var farthest = (index: first + 1, square: Float(-1))
    for index in first + 1..<last {
      let (x, y) = (vertices[index].longitude - from.longitude, vertices[index].latitude - from.latitude)
      let share = length == 0 ? 0 : min(max((x * width + y * height) / length, 0), 1)
      let (missX, missY) = (x - share * width, y - share * height)
      let square = missX * missX + missY * missY
      if square > farthest.square { farthest = (index, square) }
    }
    return (farthest.index, farthest.square.squareRoot())
  }
}
