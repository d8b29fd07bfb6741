import SituationModel
import TextCanvas

/// The object that the mouse drags.
enum Drag: Hashable, Sendable {
  /// The map, by the cell that was last under the pointer.
  case map(Position)
  /// A mark that was pressed. It is selected if the button is released where it was pressed.
  case mark([Int], Position)
  /// The window, from a point in time on.
  case window(Instant)
}
