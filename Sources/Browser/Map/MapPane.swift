import Cartography
import SituationModel
import TextCanvas

/// The map with the marks of the events.
struct MapPane {
  let state: BrowserState

  /// Draws the pane.
  func draw(into frame: inout Frame, in rect: Rect) {
    let layout = state.layout
    let inside = layout.inside(rect)
    let readout = Readout(state: state)
    if layout.isFramed {
      // What is not known of the map has its place beside it, where nothing can cover it.
      let name = ["map", state.view.worldview.note, state.coverageWords].compactMap { $0 }.joined(separator: ", ")
      let place = readout.place(columns: rect.size.columns - 8 - name.count)
      let title = place.map { "\(name): \($0)" } ?? name
      frame.grid.frame(rect, title: title, isFocused: state.panes.focus == .map && state.layout.side.size.columns > 0)
    }
    guard !inside.isEmpty else { return }
    let marks = EventMarks(state)
    let scene = MapScene(
      viewport: state.viewport, baseMap: state.environment.baseMap, glyphs: state.view.glyphs,
      home: state.situation.countries,
      language: state.view.language, worldview: state.view.worldview, hiddenLayers: state.view.hiddenLayers,
      overlays: state.shownOverlays, marks: marks.marks,
      density: marks.density, beyond: marks.beyond, chips: marks.chips, reaches: state.shownReaches,
      tracks: state.shownTracks, showsCrosshair: state.view.showsCrosshair && state.panes.focus == .map,
      measure: state.measure, caption: caption(readout, columns: inside.size.columns - 2, isFramed: layout.isFramed),
      attribution: attribution(columns: inside.size.columns), isColored: state.isColored, hasGrounds: state.hasGrounds)
    let drawing = scene.draw(into: &frame.grid, in: inside)
    frame.add(in: inside) { position in
      let point = CellPoint(in: inside, at: position)
      return marks.target(at: point)
    }
    for hit in drawing.hits {
      frame.add(in: hit.rect) { marks.target(of: hit.marks, at: CellPoint(in: inside, at: $0)) }
    }
  }

  /// The credit for the map, with the user's own layers if there is room beside the scale.
  private func attribution(columns: Int) -> String {
    let map = "Natural Earth, GeoNames, GSHHG"
    let whole = ([map] + state.shownOverlays.map(\.name)).joined(separator: "; ")
    return displayWidth(of: whole) <= columns - 26 ? whole : map
  }

  /// The text on the map itself: the measurement and, without a frame, the place under the crosshair.
  private func caption(_ readout: Readout, columns: Int, isFramed: Bool) -> [String] {
    // On the smallest maps there is no row to spare.
    guard columns >= 14, state.viewport.size.rows >= 5 else { return [] }
    let place = isFramed ? nil : readout.place(columns: columns)
    let coverage = isFramed ? nil : state.coverageWords.map { clipped($0, to: columns) }
    let borders = isFramed ? nil : state.view.worldview.note.map { clipped($0, to: columns) }
    return [borders, coverage, place, readout.measure(columns: columns)].compactMap { $0 }
  }
}

extension CellPoint {
  /// The point of the map pane in the middle of a cell of the screen.
  init(in pane: Rect, at position: Position) {
    self.init(
      column: Double(position.column - pane.origin.column) + 0.5,
      row: Double(position.row - pane.origin.row) + 0.5)
  }
}
