import TextCanvas

/// An off-screen marker: the events outside a view in one direction.
public struct Beyond: Hashable, Sendable {
  /// The number of names that are kept. More would not fit at the edge.
  public static let namesKept = 9

  /// The caller's number for the marker.
  public var id: Int
  /// The direction of the events.
  public let sector: Sector
  /// The sum of their directions, in cell widths to the right.
  public private(set) var across = 0.0
  /// The sum of their directions downwards, in cell widths.
  public private(set) var down = 0.0
  /// The number of events.
  public private(set) var count = 0
  /// The names of their places, the first ones.
  public var names: [String] = []
  /// The number of events at the place of the first name.
  public var firstNamed = 0
  /// True if the selected event is among them.
  public var isSelected = false

  /// A marker without events.
  public init(id: Int, sector: Sector) {
    self.id = id
    self.sector = sector
  }

  /// Adds all events of another marker in the same direction.
  public mutating func add(_ other: Beyond) {
    across += other.across
    down += other.down
    count += other.count
  }

  /// Adds an event at a distance to the right of and below the middle, in cell widths.
  public mutating func add(across: Double, down: Double, isCounted: Bool = true) {
    let length = max((across * across + down * down).squareRoot(), 1e-9)
    self.across += across / length
    self.down += down / length
    if isCounted { count += 1 }
  }
}
