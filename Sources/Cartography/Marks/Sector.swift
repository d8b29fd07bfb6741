/// One of eight directions from the middle of a view, clockwise from north.
public enum Sector: Int, CaseIterable, Hashable, Sendable {
  case north, northeast, east, southeast, south, southwest, west, northwest

  var arrow: String {
    switch self {
    case .north: "^"
    case .northeast: "^>"
    case .east: ">"
    case .southeast: "v>"
    case .south: "v"
    case .southwest: "<v"
    case .west: "<"
    case .northwest: "<^"
    }
  }

  /// True if the arrow points to the right, and so stands behind its words.
  var pointsRight: Bool {
    switch self {
    case .northeast, .east, .southeast: true
    case .north, .south, .southwest, .west, .northwest: false
    }
  }

  /// The sector of a direction, given as distances to the right and down in the same unit.
  public init(across: Double, down: Double) {
    // tan(22.5°): where a straight direction ends and a slanting one begins.
    let straight = 0.414_213_562
    if abs(across) <= straight * abs(down) {
      self = down < 0 ? .north : .south
    } else if abs(down) <= straight * abs(across) {
      self = across > 0 ? .east : .west
    } else {
      self = across > 0 ? (down < 0 ? .northeast : .southeast) : (down < 0 ? .northwest : .southwest)
    }
  }
}
