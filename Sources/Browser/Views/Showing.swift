import Cartography
import SituationModel

/// From a state to its view, and back.
extension BrowserState {
  /// What is looked at now.
  public var savedView: SavedView {
    // Before anything is known of a source, what was asked for is what is looked at.
    if let awaited, let remote, remote.overview == nil { return awaited }
    var view = SavedView()
    if !isHome { (view.at, view.zoom) = (viewport.center, viewport.zoom) }
    view.projection = viewport.projection
    (view.showsCrosshair, view.measuredFrom) = (showsCrosshair, marked)
    if time.window != wholeSpan { (view.from, view.to) = time.window.dates }
    (view.timeLook, view.filter, view.search, view.order) = (time.look, filter, search, order)
    view.select = selection.map { situation.events[$0.row].id }
    view.hiddenLayers = hiddenLayers
    view.hiddenOverlays = Set(overlays.indices.filter { hidden.contains(.overlay($0)) })
    view.hiddenFiles = Set(situation.events.files.filter { hidden.contains(.file($0.number)) }.map(\.name))
    if colours != .usual(for: situation.events) { view.colours = colours }
    (view.footprints, view.coordinates, view.worldview) = (footprints, coordinateForm, worldview)
    (view.glyphs, view.language, view.theme) = (glyphs, language, theme)
    return view
  }

  /// Shows a view; what of it this situation or terminal does not have stays as it is.
  mutating func show(_ view: SavedView) {
    showPlace(of: view)
    (showsCrosshair, marked) = (view.showsCrosshair, view.measuredFrom)
    let before = hiddenFiles
    let layers = Set(view.hiddenLayers.map(LayerRow.layer)).union(view.hiddenOverlays.map(LayerRow.overlay))
    hidden = layers.union(BrowserState.rows(ofFiles: view.hiddenFiles, in: situation.events)).intersection(layerRows)
    if before != hiddenFiles { refresh() }
    colours = view.colours ?? .usual(for: situation.events)
    (footprints, worldview) = (view.footprints, view.worldview)
    if let glyphs = view.glyphs, isUnicode { self.glyphs = glyphs }
    if let language = view.language, isUnicode { self.language = language }
    theme = view.theme ?? theme
    coordinateForm = view.coordinates ?? coordinateForm
    showEvents(of: view)
  }

  private mutating func showPlace(of view: SavedView) {
    if viewport.projection != view.projection { layOut(in: view.projection) }
    let home = home
    if let area = view.area {
      look(at: Viewport.fitting(area, in: home.size, projection: view.projection))
    } else if view.at == nil && view.zoom == nil {
      lookHome()
    } else {
      look(
        at: Viewport(
          center: view.at ?? home.center, zoom: view.zoom ?? home.zoom, size: home.size, projection: view.projection))
    }
  }

  private mutating func showEvents(of view: SavedView) {
    let shown = (time, filter)
    if situation.events.clock != view.timeLook.clock { setClock(view.timeLook.clock) }
    time.window = TimeWindow(from: view.from, to: view.to, within: wholeSpan)
    time.look = view.timeLook
    // Asked again only where something is different: with many events that takes its time.
    if filter != view.filter { filter = view.filter }
    if shown != (time, filter) { refresh() }
    if order != view.order { arrange(view.order) }
    search = view.search
    guard let row = view.select.flatMap(situation.events.row(of:)) else {
      selection = nil
      pages.removeAll { !$0.isStory }
      if partial != nil, let id = view.select { remote?.sought = Remote.Sought(id: id, opens: false) }
      return
    }
    if selection?.row != row { select(row) }
  }
}

extension TimeWindow {
  /// The window between two dates, each of which may be missing.
  init(from: DateInterval?, to: DateInterval?, in events: EventTable) {
    self.init(from: from, to: to, within: events.wholeSpan)
  }

  /// The same, where all dates are within a span.
  init(from: DateInterval?, to: DateInterval?, within span: TimeWindow) {
    // An end alone may lie before all events, a beginning alone behind them: the window is then where it was asked for.
    let start = from?.start ?? min(span.start, to?.start ?? to?.end?.advanced(by: -1) ?? span.start)
    self.init(start: start, end: to?.end ?? max(span.end, from?.end ?? start.advanced(by: 1)))
  }
}
