import Cartography
import TextCanvas

/// One of the layers that the pane lists.
enum LayerRow: Hashable, Sendable {
  /// One of several files of events, by its number.
  case file(Int)
  /// A layer of the map.
  case layer(MapLayer)
  /// One of the user's own, by its number.
  case overlay(Int)
}

extension BrowserState {
  /// All layers, as the pane lists them: files where there are several, those of the map in the order of drawing, then the
  /// user's own.
  var layerRows: [LayerRow] {
    dataset.events.files.map { .file($0.number) } + MapLayer.allCases.map(LayerRow.layer)
      + environment.overlays.indices.map(LayerRow.overlay)
  }

  /// The user's own layers that are shown.
  var shownOverlays: [MapOverlay] {
    environment.overlays.indices.filter { !view.hidden.contains(.overlay($0)) }.map { environment.overlays[$0] }
  }

  /// What the keys do while the pane is open.
  mutating func moveInLayers(_ action: Action) {
    let last = layerRows.count - 1
    switch action {
    case .close: panes.overlay = nil
    case .up: panes.layerRow = max(0, panes.layerRow - 1)
    case .down: panes.layerRow = min(last, panes.layerRow + 1)
    case .first, .pageUp, .farUp: panes.layerRow = 0
    case .last, .pageDown, .farDown: panes.layerRow = last
    case .open, .play: turnLayer(panes.layerRow)
    default: break
    }
  }

  /// Shows a layer, or hides it; keys go on from there.
  mutating func turnLayer(_ row: Int) {
    guard layerRows.indices.contains(row) else { return }
    panes.layerRow = row
    let layer = layerRows[row]
    if view.hidden.remove(layer) == nil { view.hidden.insert(layer) }
    if case .file = layer { dropHiddenSelection() }
  }
}

/// The list of layers, each on or off. It stands at the right, so that the map shows what changes.
struct LayersPane {
  let state: BrowserState

  private static let columns = 36

  /// Draws the pane over the side pane, as high as it needs.
  func draw(into frame: inout Frame) {
    let size = state.size
    let isFramed = size.columns >= 20 && size.rows >= 6
    let edge = isFramed ? 1 : 0
    let top = size.rows >= 10 ? 1 : 0
    let columns = min(size.columns, Self.columns)
    let rows = min(size.rows - 2 * top, state.layerRows.count + 2 * edge)
    let outside = Rect(column: size.columns - columns, row: top, columns: columns, rows: rows)
    let inside = outside.inset(left: edge, top: edge, right: edge, bottom: edge)
    frame.grid.fill(outside, with: .blank)
    if isFramed {
      frame.grid.frame(outside, title: "layers: \(state.environment.keys.shown(.close)) goes back", isFocused: true)
    }
    frame.add(.overlay, in: frame.grid.bounds)
    let lines = lines(columns: inside.size.columns)
    // As little scrolled as shows the chosen row.
    frame.draw(lines, from: max(0, state.panes.layerRow - inside.size.rows + 1), in: inside)
  }

  /// A line for each layer.
  func lines(columns: Int) -> [TextLine] {
    state.layerRows.enumerated().map { index, row in
      let box = state.view.hidden.contains(row) ? " [ ] " : " [x] "
      var line: TextLine
      switch row {
      case .file(let number):
        let file = state.dataset.events.files[number]
        let count = " \(state.dataset.fileCounts[number])"
        let room = max(0, columns - 7 - count.count)
        let name = clipped(SafeText(file.name).text, to: room)
        line = TextLine(box, target: .layer(index)).adding("\(file.sign) ", Style(file.ink, on: .plain, .bold))
          .adding(name.padding(to: room)).adding(count, Style(.dim))
      case .layer(let layer):
        line = TextLine(box + layer.rawValue.padding(to: 11), target: .layer(index)).adding(layer.words, Style(.dim))
      case .overlay(let number):
        let overlay = state.environment.overlays[number]
        line = TextLine(box, target: .layer(index))
          .adding("\(overlay.look.sign)-\(overlay.look.sign) ", Style(overlay.look.ink))
          .adding(clipped(overlay.name, to: max(0, columns - 10)))
      }
      guard index == state.panes.layerRow else { return line }
      line.pieces[0].text = ">" + line.pieces[0].text.dropFirst()
      let used = line.pieces.reduce(0) { $0 + displayWidth(of: $1.text) }
      line = line.adding(String(repeating: " ", count: max(0, columns - used)))
      line.pieces = line.pieces.map { TextLine.Piece(text: $0.text, style: Style($0.style.ink, on: .plain, .reverse)) }
      return line
    }
  }
}

extension MapLayer {
  /// What belongs to it, in a few words.
  fileprivate var words: String {
    switch self {
    case .ground: "sea, land abroad"
    case .lakes: "and their shores"
    case .graticule: "lines of degrees"
    case .rivers: "great ones first"
    case .provinces: "their borders"
    case .borders: "of countries"
    case .roads: "and numbers"
    case .places: "towns"
    case .names: "areas, waters"
    case .marks: "events"
    case .scale: "and sources"
    }
  }
}
