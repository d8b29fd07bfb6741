import Cartography
import TextCanvas

/// What a view is drawn with, whatever is looked at: the screen, the keys and the base map.
struct Environment: Sendable {
  /// The screen's size.
  var size: Size
  /// True if characters beyond ASCII can be shown.
  let isUnicode: Bool
  /// How many colours the screen shows.
  let colorDepth: ColorDepth
  /// The characters of frames.
  let frameGlyphs: FrameGlyphs
  /// Which panes are wanted.
  let pane: ViewOptions.Pane
  /// Which keys ask for what.
  let keys: KeyMap
  /// As much of the base map as is loaded.
  var baseMap: BaseMap
  /// The parts of it that were asked for.
  var requestedTiers: Set<BaseMap.Tier> = []
  /// The user's own layers, in the order of drawing.
  let overlays: [MapOverlay]
  /// The credits of the base map, a line each.
  let credits: [String]
  /// What was opened, in the words of the command line.
  let origin: ViewOptions.Origin
}
