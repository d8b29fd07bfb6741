import Cartography
import SituationModel
import TextCanvas

/// The actions on the map.
extension BrowserState {
  /// Pans, zooms, or changes how the map is drawn.
  mutating func moveMap(_ action: Action) {
    let size = viewport.size
    // A step that is felt on a large screen and does not jump on a small one; rows are twice as high as columns.
    let step = Size(columns: max(1, size.columns / 24 * 2), rows: max(1, size.columns / 24))
    switch action {
    case .left: pan(columns: -step.columns)
    case .right: pan(columns: step.columns)
    case .up: pan(rows: -step.rows)
    case .down: pan(rows: step.rows)
    case .farLeft: pan(columns: -max(1, size.columns / 2))
    case .farRight: pan(columns: max(1, size.columns / 2))
    case .farUp: pan(rows: -max(1, size.rows / 2))
    case .farDown: pan(rows: max(1, size.rows / 2))
    case .pageUp: pan(rows: -size.rows)
    case .pageDown: pan(rows: size.rows)
    case .zoomIn: zoom(by: 0.5)
    case .zoomOut: zoom(by: -0.5)
    default: drawMap(action)
    }
  }

  /// Carries out an action of the map that is independent of the focus.
  mutating func drawMap(_ action: Action) {
    switch action {
    case .showAll:
      fitAll()
      view.showsCrosshair = false
    case .center: centerOnSelection()
    case .measure: toggleMeasuring()
    case .coordinates: changeCoordinates()
    case .footprints: changeFootprints()
    case .glyphs: changeGlyphs()
    case .language: changeLanguage()
    case .projection: changeProjection()
    case .zoomIn: zoom(by: 0.5)
    case .zoomOut: zoom(by: -0.5)
    default: break
    }
  }

  private mutating func pan(columns: Int = 0, rows: Int = 0) {
    move(to: viewport.panned(columns: columns, rows: rows))
    view.showsCrosshair = true
    selectNearest()
  }

  private mutating func zoom(by change: Double) {
    move(to: viewport.zoomed(by: change, about: viewport.middle))
    view.showsCrosshair = true
    selectNearest()
  }

  private mutating func centerOnSelection() {
    guard let anchor = view.selection.flatMap({ dataset.events[$0.row].place.anchor }) else {
      dialogue.message = view.selection == nil ? "no event is selected" : "the selected event has no place on the map"
      return
    }
    center(on: anchor)
  }

  private mutating func changeCoordinates() {
    let all = CoordinateForm.allCases
    view.coordinateForm = all[((all.firstIndex(of: view.coordinateForm) ?? 0) + 1) % all.count]
    view.showsCrosshair = true
    dialogue.message = "coordinates: \(crosshairWords)"
  }

  private mutating func changeFootprints() {
    let all = Footprints.allCases
    view.footprints = all[((all.firstIndex(of: view.footprints) ?? 0) + 1) % all.count]
    dialogue.message = "how far places reach: \(view.footprints.words)"
  }

  private mutating func changeGlyphs() {
    guard environment.isUnicode else {
      dialogue.message = Refusal.glyphs.rawValue
      return
    }
    let all = GlyphSet.allCases
    let next = (all.firstIndex(of: view.glyphs) ?? 0) + 1
    view.glyphs = all[next % all.count]
    dialogue.message = "glyphs: \(view.glyphs.rawValue)"
  }

  /// Changes the projection: fits the whole situation again, or keeps the middle and the scale.
  private mutating func changeProjection() {
    let all = ProjectionKind.allCases
    let next = all[((all.firstIndex(of: viewport.projection) ?? 0) + 1) % all.count]
    layOut(in: next)
    dialogue.message = "projection: \(next.words)"
  }

  private mutating func changeLanguage() {
    guard environment.isUnicode else {
      dialogue.message = Refusal.language.rawValue
      return
    }
    let all = NameLanguage.allCases
    let next = (all.firstIndex(of: view.language) ?? 0) + 1
    view.language = all[next % all.count]
    dialogue.message = "names: \(view.language.title)"
  }

  /// Selects the pin nearest to the crosshair, if one is within a few cells.
  mutating func selectNearest() {
    // A story selects what it tells of.
    if tools.telling != nil { return }
    let stack = stackNearMiddle(within: 4)
    guard let first = stack.first else { return }
    if let selection = view.selection, stack.contains(selection.row) { return }
    select(first, stack: stack)
  }

  /// The rows of the cell with the point that is nearest to the middle, at most so many cell widths from it; none if there is no such
  /// point.
  ///
  /// Linear in the shown events, with a look at two numbers of each that is one point.
  private func stackNearMiddle(within reach: Double) -> [Int] {
    let (middle, grid) = (viewport.middle, WorldGrid(viewport))
    let points = grid.map { dataset.spots.look(results.matches, in: $0, around: middle, within: reach) }
    var nearest = points?.nearest.flatMap { viewport.contains($0.point) ? $0 : nil }
    var others: [(row: Int, cell: Position)] = []
    for match in points?.others ?? results.matches {
      for place in dataset.spots.places(of: match.row) {
        let point = viewport.point(of: place)
        guard viewport.contains(point) else { continue }
        others.append((match.row, point.cell))
        let distance = point.distance(from: middle)
        if distance <= reach, distance < nearest?.distance ?? .infinity { nearest = (distance, point) }
      }
    }
    guard let cell = nearest?.point.cell else { return [] }
    let stack = grid.map { dataset.spots.rows(points?.near ?? [], at: cell, in: $0) } ?? []
    let added = Set(others.lazy.filter { $0.cell == cell }.map(\.row))
    return added.isEmpty ? stack : (stack + added).sorted()
  }

  /// Moves the map, if need be, so that an event with a place is in view.
  mutating func bringIntoView(_ row: Int) {
    guard let anchor = dataset.events[row].place.anchor else { return }
    // The list of a source has what is in view: it would be another one with each move of the map.
    if dataset.partial != nil, viewport.bounds.contains(anchor) || dataset.remote?.closeUp != nil { return }
    let point = viewport.point(of: anchor)
    let margin = (column: min(3.0, Double(viewport.size.columns) / 4), row: min(1.0, Double(viewport.size.rows) / 4))
    let isInView =
      point.column >= margin.column && point.column < Double(viewport.size.columns) - margin.column
      && point.row >= margin.row && point.row < Double(viewport.size.rows) - margin.row
    if !isInView { center(on: anchor) }
  }

  /// Moves the middle of the map to a place.
  mutating func center(on place: Coordinate) {
    var moved = viewport
    moved.center = place
    move(to: moved)
  }
}

extension ProjectionKind {
  /// The name of the projection, and the property that it preserves.
  fileprivate var words: String {
    switch self {
    case .mercator: "mercator, true in angles"
    case .equirectangular: "equirectangular, a grid of degrees"
    case .azimuthal: "azimuthal equidistant, true in distance and direction from the middle"
    }
  }
}
