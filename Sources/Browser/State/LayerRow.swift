import Cartography

/// One of the layers that the pane lists.
enum LayerRow: Hashable, Sendable {
  /// One of several files of events, by its number.
  case file(Int)
  /// A layer of the map.
  case layer(MapLayer)
  /// One of the user's own layers, by its number.
  case overlay(Int)
}
