import Cartography
import TextCanvas

extension BrowserState {
  /// All layers in the order of the pane: files if there are several, the map's layers in the order of drawing, then the
  /// user's own.
  var layerRows: [LayerRow] {
    dataset.events.files.map { .file($0.number) } + MapLayer.allCases.map(LayerRow.layer)
      + environment.overlays.indices.map(LayerRow.overlay)
  }

  /// The user's own layers that are shown.
  var shownOverlays: [MapOverlay] {
    environment.overlays.indices.filter { !view.hidden.contains(.overlay($0)) }.map { environment.overlays[$0] }
  }

  /// Shows or hides a layer, and moves the cursor to it.
  mutating func turnLayer(_ row: Int) {
    guard layerRows.indices.contains(row) else { return }
    panes.layerRow = row
    let layer = layerRows[row]
    if view.hidden.remove(layer) == nil { view.hidden.insert(layer) }
    if case .file = layer { dropHiddenSelection() }
  }
}

/// The list of layers, each on or off.
struct LayersPane: MenuPane {
  let linesEach = 1
  var row: WritableKeyPath<BrowserState, Int> { \.panes.layerRow }

  func heading(_ state: BrowserState) -> String { "layers: \(state.environment.keys.shown(.close)) goes back" }

  func columns(_ state: BrowserState) -> Int { 36 }

  func count(_ state: BrowserState) -> Int { state.layerRows.count }

  func handle(_ action: Action, _ state: inout BrowserState) -> Outcome {
    if move(action, &state) { return .done }
    switch action {
    case .open, .play: state.turnLayer(state.panes.layerRow)
    default: return .passed
    }
    return .done
  }

  func hints(_ state: BrowserState) -> [KeyHint] {
    [KeyHint([.close], "back"), KeyHint([.up, .down], "choose"), KeyHint([.open, .play], "on and off")]
  }

  /// A line for each layer.
  func lines(_ state: BrowserState, columns: Int) -> [TextLine] {
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
  /// The content of the layer in a few words.
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
