import Cartography
import TextCanvas

/// The screen, the keys and the base map, which do not depend on the view.
struct Environment: Sendable {
  /// The screen's size.
  var size: Size
  /// True if the screen can show characters beyond ASCII.
  let isUnicode: Bool
  /// The number of colours that the screen shows.
  let colorDepth: ColorDepth
  /// The characters of frames.
  let frameGlyphs: FrameGlyphs
  /// The panes that are wanted: all, or the map alone.
  let pane: ViewOptions.Pane
  /// The keys of all actions.
  let keys: KeyMap
  /// The base map, as far as it is loaded.
  var baseMap: BaseMap
  /// The tiers of the base map that were asked for.
  var requestedTiers: Set<BaseMap.Tier> = []
  /// The user's own layers, in the order of drawing.
  let overlays: [MapOverlay]
  /// The credits of the base map, a line each.
  let credits: [String]
  /// The files or the address that were opened, in the words of the command line.
  let origin: ViewOptions.Origin

  /// The number of events from which on what reads all of them is done in parts between frames.
  var manyEvents = 400_000

  /// The sign of a confirmed event in lists.
  var confirmedSign: Character { frameGlyphs == .lines ? "\u{2713}" : "+" }
}
