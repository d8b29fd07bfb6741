import SituationModel
import TextCanvas

/// What the mouse is dragging.
enum Drag: Hashable, Sendable {
  /// The map, by the cell that was last under the pointer.
  case map(Position)
  /// Nothing yet: a mark was pressed, and is selected if it is released where it is.
  case mark([Int], Position)
  /// The window, from a moment on.
  case window(Instant)
}
