import Cartography
import TextCanvas

/// The part of the world that the map shows: a view of its own, or the whole situation whatever size the map has.
struct Camera: Equatable, Sendable {
  /// The view; its size is the map pane's.
  private(set) var viewport: Viewport
  /// True if the camera shows the whole situation, and continues to do so when the pane changes.
  private(set) var isFitToAll = true

  /// A camera that shows the whole situation in this view.
  init(fitToAll viewport: Viewport) { self.viewport = viewport }

  /// Moves to another part of the world.
  mutating func move(to view: Viewport) { (viewport, isFitToAll) = (view, false) }

  /// Shows the whole situation in this view.
  mutating func fitAll(in view: Viewport) { (viewport, isFitToAll) = (view, true) }

  /// Changes the projection.
  mutating func layOut(in projection: ProjectionKind) { viewport = viewport.laidOut(in: projection) }

  /// Sets the size of the view to that of its pane.
  mutating func fit(_ size: Size) { viewport.size = size }

  /// True if both cameras show the same part of the world, whatever the size of the pane.
  static func == (one: Camera, other: Camera) -> Bool {
    guard one.isFitToAll == other.isFitToAll, one.viewport.projection == other.viewport.projection else { return false }
    if one.isFitToAll { return true }
    return one.viewport.center == other.viewport.center && one.viewport.zoom == other.viewport.zoom
  }
}

extension BrowserState {
  /// The part of the world that the map shows; its size is the map pane's.
  var viewport: Viewport { view.camera.viewport }

  /// True if colours distinguish lines and grounds; otherwise weight and patterns do.
  var isColored: Bool { environment.colorDepth != .none && view.theme != .monochrome }
  /// True if grounds show densities; otherwise glyphs do.
  var hasGrounds: Bool { environment.colorDepth.hasGrounds && view.theme != .monochrome }

  /// The panes' places on the screen.
  var layout: Layout {
    Layout(
      size: environment.size, pane: environment.pane, sideAsked: panes.focus == .side,
      below: !panes.pages.isEmpty ? .none : view.selection == nil ? .card : .detail)
  }

  /// The view that shows the whole situation in the map pane.
  var home: Viewport {
    Viewport.fitting(dataset.extent, in: mapSize, projection: viewport.projection)
  }

  /// The size of the map; one cell if its pane is hidden.
  private var mapSize: Size {
    let inside = layout.inside(layout.map).size
    return Size(columns: max(1, inside.columns), rows: max(1, inside.rows))
  }

  /// Shows another part of the world.
  mutating func move(to place: Viewport) { view.camera.move(to: place) }

  /// Shows the whole situation, whatever size the pane has.
  mutating func fitAll() { view.camera.fitAll(in: home) }

  /// Changes the projection. The map shows the whole situation again, or keeps its middle and scale.
  mutating func layOut(in projection: ProjectionKind) {
    view.camera.layOut(in: projection)
    if view.camera.isFitToAll { fitAll() }
  }

  /// Sets the size of the view to the present size of the map pane.
  mutating func fitMap() {
    if layout.map.isEmpty { return }
    if view.camera.isFitToAll { fitAll() } else { view.camera.fit(mapSize) }
  }
}
