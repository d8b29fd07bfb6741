import Cartography
import SituationModel
import TextCanvas

/// Conversion of a state to a view that can be saved, and back.
extension BrowserState {
  /// The present view.
  public var savedView: SavedView {
    // Before anything is known of a source, what was asked for is what is looked at.
    if let awaited = dataset.awaited, let remote = dataset.remote, remote.overview == nil { return awaited }
    var saved = SavedView()
    if !view.camera.isFitToAll { (saved.at, saved.zoom) = (viewport.center, viewport.zoom) }
    saved.projection = viewport.projection
    (saved.showsCrosshair, saved.measuredFrom) = (view.showsCrosshair, view.measuredFrom)
    if view.window != dataset.wholeSpan { (saved.from, saved.to) = view.window.dates }
    (saved.timeLook, saved.filter, saved.search, saved.order) = (view.timeLook, view.filter, view.search, view.order)
    saved.select = selectedID
    saved.hiddenLayers = view.hiddenLayers
    saved.hiddenOverlays = Set(environment.overlays.indices.filter { view.hidden.contains(.overlay($0)) })
    saved.hiddenFiles = Set(dataset.events.files.filter { view.hidden.contains(.file($0.number)) }.map(\.name))
    if view.colours != .usual(for: dataset.events) { saved.colours = view.colours }
    (saved.footprints, saved.coordinates, saved.worldview) = (view.footprints, view.coordinateForm, view.worldview)
    (saved.glyphs, saved.language, saved.theme) = (view.glyphs, view.language, view.theme)
    return saved
  }

  /// The id of the selected event.
  var selectedID: String? { view.selection.map { dataset.events[$0.row].id } }

  /// Shows a saved view. Parts that this situation or terminal does not have stay unchanged.
  mutating func show(_ saved: SavedView) {
    let selection = view.selection
    view = ViewState(saved, of: dataset, in: environment, keeping: view)
    view.camera = camera(for: saved)
    view.selection = selection
    finishShowing(selected: saved.select)
  }

  /// Shows an entry of the history.
  mutating func show(_ entry: ViewHistory.Entry) {
    let selection = view.selection
    view = entry.view
    if view.camera.isFitToAll { fitAll() }
    if entry.isWhole { view.window = dataset.wholeSpan }
    view.selection = selection
    finishShowing(selected: entry.selectedID)
  }

  /// Updates the rest of the state to a view that has just been set.
  private mutating func finishShowing(selected id: String?) {
    if dataset.events.clock != view.timeLook.clock { setClock(view.timeLook.clock) }
    bringUpToDate()
    guard let row = id.flatMap(dataset.events.row(of:)) else {
      view.selection = nil
      panes.pages.removeAll { !$0.isStory && $0 != .totals }
      if dataset.partial != nil, let id { dataset.remote?.sought = Remote.Sought(id: id, opens: false) }
      return
    }
    if view.selection?.row != row { select(row) }
  }

  /// The camera for a saved view in the map pane.
  func camera(for saved: SavedView) -> Camera {
    let home = Viewport.fitting(dataset.extent, in: home.size, projection: saved.projection)
    var camera = Camera(fitToAll: home)
    if let area = saved.area {
      camera.move(to: Viewport.fitting(area, in: home.size, projection: saved.projection))
    } else if saved.at != nil || saved.zoom != nil {
      // Both at once: a wide view could not have its middle there.
      camera.move(
        to: Viewport(
          center: saved.at ?? home.center, zoom: saved.zoom ?? home.zoom, size: home.size,
          projection: saved.projection))
    }
    return camera
  }
}

extension ViewState {
  /// The state for a saved view, for these events on this screen. It has no selection, and its camera is still to be set.
  ///
  /// - Parameters:
  ///   - saved: the saved view.
  ///   - dataset: the events to show.
  ///   - environment: the screen.
  ///   - present: the state with the look for members that the saved view leaves open; nil for that of a new screen.
  init(_ saved: SavedView, of dataset: Dataset, in environment: Environment, keeping present: ViewState? = nil) {
    let nowhere = Viewport(
      center: Coordinate(latitude: 0, longitude: 0), zoom: 0, size: Size(columns: 1, rows: 1),
      projection: saved.projection)
    self.init(
      camera: Camera(fitToAll: nowhere), window: TimeWindow(from: saved.from, to: saved.to, within: dataset.wholeSpan))
    (showsCrosshair, measuredFrom, worldview) = (saved.showsCrosshair, saved.measuredFrom, saved.worldview)
    (timeLook, filter, search, order) = (saved.timeLook, saved.filter, saved.search, saved.order)
    hidden = Set(saved.hiddenLayers.map(LayerRow.layer)).union(dataset.layerRows(ofFiles: saved.hiddenFiles))
      .union(saved.hiddenOverlays.filter(environment.overlays.indices.contains).map(LayerRow.overlay))
    (colours, footprints) = (saved.colours ?? .usual(for: dataset.events), saved.footprints)
    let (glyphs, language) = environment.isUnicode ? (saved.glyphs, saved.language) : (nil, nil)
    self.glyphs = glyphs ?? present?.glyphs ?? .ascii
    self.language = language ?? present?.language ?? .english
    theme = saved.theme ?? present?.theme ?? .dark
    coordinateForm = saved.coordinates ?? present?.coordinateForm ?? .decimal
  }
}

extension TimeWindow {
  /// The window between two dates, each of which may be missing.
  init(from: DateInterval?, to: DateInterval?, in events: EventTable) {
    self.init(from: from, to: to, within: events.wholeSpan)
  }

  /// The window between two dates, each of which may be missing, where all dates are within a span.
  init(from: DateInterval?, to: DateInterval?, within span: TimeWindow) {
    // An end alone may lie before all events, a beginning alone behind them: the window is then where it was asked for.
    let start = from?.start ?? min(span.start, to?.start ?? to?.end?.advanced(by: -1) ?? span.start)
    self.init(start: start, end: to?.end ?? max(span.end, from?.end ?? start.advanced(by: 1)))
  }
}
