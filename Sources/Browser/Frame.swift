import TextCanvas

/// One drawn screen, with what its cells stand for.
public struct Frame: Sendable {
  /// What is to be shown.
  public internal(set) var grid: CellGrid
  private var targets: [(rect: Rect, target: Target)] = []
  private var places: [(rect: Rect, target: @Sendable (Position) -> Target)] = []

  init(size: Size, frames: FrameGlyphs) { grid = CellGrid(size: size, frames: frames) }

  /// What a cell stands for, the topmost first; nil for the frame itself.
  public func target(at position: Position) -> Target? {
    if let target = targets.last(where: { $0.rect.contains(position) })?.target { return target }
    return places.last { $0.rect.contains(position) }?.target(position)
  }

  /// Says what a rectangle stands for; later ones lie over earlier ones.
  mutating func add(_ target: Target, in rect: Rect) {
    targets.append((rect, target))
  }

  /// Says what the cells of a rectangle stand for, each for itself; what `add(_:in:)` says lies over it.
  mutating func add(in rect: Rect, _ target: @escaping @Sendable (Position) -> Target) {
    places.append((rect, target))
  }
}
