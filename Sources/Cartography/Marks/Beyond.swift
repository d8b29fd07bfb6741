import TextCanvas

/// The events outside a view in one direction.
public struct Beyond: Hashable, Sendable {
  /// More names than this would not fit at the edge anyway.
  public static let namesKept = 9

  /// The caller's number for it.
  public var id: Int
  /// The direction in which they lie.
  public let sector: Sector
  /// The sum of their directions, in cell widths to the right.
  public private(set) var across = 0.0
  /// The same downwards.
  public private(set) var down = 0.0
  /// How many there are.
  public private(set) var count = 0
  /// What their places are called, the first ones.
  public var names: [String] = []
  /// How many of them lie where the first name says.
  public var firstNamed = 0
  /// Whether the selected event is among them.
  public var isSelected = false

  /// None yet.
  public init(id: Int, sector: Sector) {
    self.id = id
    self.sector = sector
  }

  /// Takes all of another in the same direction.
  public mutating func add(_ other: Beyond) {
    across += other.across
    down += other.down
    count += other.count
  }

  /// Takes one more, if it is so far to the right and down of the middle, in cell widths.
  public mutating func add(across: Double, down: Double, isCounted: Bool = true) {
    let length = max((across * across + down * down).squareRoot(), 1e-9)
    self.across += across / length
    self.down += down / length
    if isCounted { count += 1 }
  }
}
