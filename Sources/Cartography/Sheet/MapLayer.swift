/// The layers of a map, in the order of drawing.
public enum MapLayer: String, CaseIterable, Hashable, Sendable {
  /// Patterns and colours of sea, home and foreign land.
  case ground
  case lakes
  /// Meridians and parallels, and their degrees.
  case graticule
  case rivers, provinces
  /// Country borders, disputed ones too.
  case borders
  case roads, places
  /// Names of countries, provinces, rivers and seas.
  case names
  case marks
  /// The scale bar.
  case scale

  /// The layers that are hidden until someone asks for them.
  public static let hiddenAtFirst: Set<MapLayer> = [.graticule]
}
