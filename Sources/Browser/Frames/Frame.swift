import TextCanvas

/// One drawn screen, with the targets of its cells.
public struct Frame: Sendable {
  /// The cells of the screen.
  public internal(set) var grid: CellGrid
  private var targets: [(rect: Rect, target: Target)] = []
  private var places: [(rect: Rect, target: @Sendable (Position) -> Target)] = []

  init(size: Size, frames: FrameGlyphs) { grid = CellGrid(size: size, frames: frames) }

  /// The topmost target of a cell; nil for the frame itself.
  public func target(at position: Position) -> Target? {
    if let target = targets.last(where: { $0.rect.contains(position) })?.target { return target }
    return places.last { $0.rect.contains(position) }?.target(position)
  }

  /// Adds the target of a rectangle; later ones lie over earlier ones.
  mutating func add(_ target: Target, in rect: Rect) {
    targets.append((rect, target))
  }

  /// Adds a target for each cell of a rectangle. The targets of `add(_:in:)` lie over these.
  mutating func add(in rect: Rect, _ target: @escaping @Sendable (Position) -> Target) {
    places.append((rect, target))
  }
}
