import Cartography
import TextCanvas

/// What the map shows: a part of the world, or the whole situation whatever size its pane has.
struct MapLook: Sendable {
  /// The view; its size is the map pane's.
  private(set) var viewport: Viewport
  /// Whether it shows the whole situation, and is to go on doing so when the pane changes.
  private(set) var isHome = true

  /// The view of the whole situation.
  init(home: Viewport) { viewport = home }

  /// Shows another part of the world.
  mutating func look(at view: Viewport) { (viewport, isHome) = (view, false) }

  /// Shows the whole situation, in its view.
  mutating func look(home: Viewport) { (viewport, isHome) = (home, true) }

  /// Shows the same in another projection.
  mutating func layOut(in projection: ProjectionKind) { viewport = viewport.laidOut(in: projection) }

  /// Gives the view the size of its pane.
  mutating func fit(_ size: Size) { viewport.size = size }
}

extension BrowserState {
  /// What the map shows; its size is the map pane's.
  var viewport: Viewport { mapLook.viewport }
  /// Whether it shows the whole situation, and is to go on doing so when the pane changes.
  var isHome: Bool { mapLook.isHome }

  /// True if lines and grounds are told by colours; otherwise by weight and patterns.
  var isColored: Bool { colorDepth != .none && theme != .monochrome }
  /// True if densities are told by grounds; otherwise by glyphs.
  var hasGrounds: Bool { colorDepth.hasGrounds && theme != .monochrome }

  /// The panes.
  var layout: Layout {
    Layout(size: size, pane: pane, sideAsked: focus == .side, splitsSide: pages.isEmpty)
  }

  /// The view that shows the whole situation in the map pane.
  var home: Viewport {
    Viewport.fitting(extent, in: mapSize, projection: viewport.projection)
  }

  /// The size of the map; a cell where its pane is hidden.
  private var mapSize: Size {
    let inside = layout.inside(layout.map).size
    return Size(columns: max(1, inside.columns), rows: max(1, inside.rows))
  }

  /// Shows another part of the world.
  mutating func look(at view: Viewport) { mapLook.look(at: view) }

  /// Shows the whole situation, whatever size the pane has.
  mutating func lookHome() { mapLook.look(home: home) }

  /// Shows the whole situation in another projection, or what is in the middle at the same scale.
  mutating func layOut(in projection: ProjectionKind) {
    mapLook.layOut(in: projection)
    if isHome { lookHome() }
  }

  /// Gives the view the size that the map pane has now.
  mutating func fitMap() {
    if layout.map.isEmpty { return }
    if isHome { lookHome() } else { mapLook.fit(mapSize) }
  }
}
