import TextCanvas

/// Classes of a density, from few to many: each has about as many cells as the others, as far as equal counts allow.
public struct DensityScale: Hashable, Sendable {
  /// The greatest number of classes.
  public static let classes = 5
  /// The glyphs of the classes without colour: their numbers, which no other sign of the map has alone.
  public static let glyphs: [Character] = ["1", "2", "3", "4", "5"]
  /// The grounds of the classes with colour.
  public static let grounds: [Ink] = [.fewest, .few, .middling, .many, .most]

  /// The least count of each class, in rising order.
  public let steps: [Int]
  /// The greatest count of each class.
  private let ends: [Int]

  /// The classes of some counts. At most five; fewer where there are fewer different counts.
  ///
  /// Each class ends with the count that its share of the cells reaches; cells of one count are never divided. n log n.
  public init(_ counts: [Int]) {
    let sorted = counts.sorted()
    var (steps, ends): ([Int], [Int]) = ([], [])
    var start = 0
    while start < sorted.count, steps.count < Self.classes {
      steps.append(sorted[start])
      let left = Self.classes - steps.count + 1
      let last = sorted[start + (sorted.count - start - 1) / left]
      start = left == 1 ? sorted.count : sorted.firstIndex { $0 > last } ?? sorted.count
      ends.append(sorted[start - 1])
    }
    (self.steps, self.ends) = (steps, ends)
  }

  /// The class of a count, from 0.
  func level(of count: Int) -> Int { max(0, steps.lastIndex { $0 <= count } ?? 0) }

  /// The counts of each class as text: `1`, `2-3`, `100-240`.
  public var ranges: [String] {
    zip(steps, ends).map { first, last in last > first ? "\(first)-\(last)" : "\(first)" }
  }
}
