import Cartography
import SituationModel
import TextCanvas

/// Choosing a place for the form on the map: a spot under the crosshair, or a box from a corner to the crosshair.
extension BrowserState {
  /// Puts the form out of the way, and lets the arrows move the crosshair.
  mutating func beginPlacing() {
    guard !layout.map.isEmpty else {
      dialogue.message = "the map is not shown here: type the coordinates"
      return
    }
    panes.placing = Placing(camera: view.camera, focus: panes.focus, showedCrosshair: view.showsCrosshair)
    (panes.focus, view.showsCrosshair) = (.map, true)
  }

  /// Shows the form again.
  ///
  /// - Parameter keepsView: true if the map stays where it was moved to.
  mutating func endPlacing(keepsView: Bool) {
    guard let placing = panes.placing else { return }
    panes.placing = nil
    (panes.focus, view.showsCrosshair) = (placing.focus, keepsView || placing.showedCrosshair)
    if !keepsView { view.camera = placing.camera }
  }

  /// Carries out a key while a place is chosen. The keys that move the map mean what they mean on the map, but for the arrows, which go cell
  /// by cell.
  mutating func choosePlace(by key: Key) {
    switch (key.code, key.modifiers) {
    case (.escape, _), (.character("c"), .control), (.character("g"), .control): return endPlacing(keepsView: false)
    case (.enter, _), (.character("x"), .control), (.character("t"), .control): return takeChosenPlace()
    case (.character("b"), []): return toggleCorner()
    default: break
    }
    let size = viewport.size
    switch environment.keys[key] {
    case .left: moveCrosshair(columns: -1)
    case .right: moveCrosshair(columns: 1)
    case .up: moveCrosshair(rows: -1)
    case .down: moveCrosshair(rows: 1)
    case .farLeft: moveCrosshair(columns: -max(1, size.columns / 4))
    case .farRight: moveCrosshair(columns: max(1, size.columns / 4))
    case .farUp: moveCrosshair(rows: -max(1, size.rows / 4))
    case .farDown: moveCrosshair(rows: max(1, size.rows / 4))
    case .pageUp: moveCrosshair(rows: -size.rows)
    case .pageDown: moveCrosshair(rows: size.rows)
    case .zoomIn: move(to: viewport.zoomed(by: 0.5, about: viewport.middle))
    case .zoomOut: move(to: viewport.zoomed(by: -0.5, about: viewport.middle))
    default:
      dialogue.message =
        "the arrows move the crosshair; Enter takes the place, b begins a box, Esc goes back to the form"
    }
  }

  private mutating func moveCrosshair(columns: Int = 0, rows: Int = 0) {
    move(to: viewport.panned(columns: columns, rows: rows))
  }

  private mutating func toggleCorner() {
    let hasCorner = panes.placing?.corner != nil
    let center = viewport.center
    panes.placing?.corner = hasCorner ? nil : center
    dialogue.message =
      hasCorner ? "a spot is chosen again, and no box" : "a box from here: move the crosshair to the opposite corner"
  }

  private mutating func takeChosenPlace() {
    guard let corner = panes.placing?.corner else {
      endPlacing(keepsView: true)
      return takeCrosshair()
    }
    guard let box = MapBox(from: corner, to: viewport.center, decimals: mapDecimals) else {
      dialogue.message =
        "a box needs two corners that differ in both directions, and does not cross the 180th meridian"
      return
    }
    let (across, down) = (box.metersAcross, box.metersDown)
    func words(_ length: Double) -> String { LengthWords(length, worth: max(cellWorth, length / 20)).text }
    endPlacing(keepsView: true)
    takePlace(box.wellKnownText)
    dialogue.message = "taken: a box of \(words(across)) by \(words(down)); how exactly is the place known?"
  }

  /// The outline of the box that is being drawn; nil while there is none.
  var placedBox: Reach? {
    guard let corner = panes.placing?.corner else { return nil }
    guard let box = MapBox(from: corner, to: viewport.center, decimals: 6) else { return nil }
    return Reach(.line([box.outline]), ink: .emphasis, isSelected: true)
  }
}

/// A box between two meridians and two parallels.
struct MapBox: Hashable {
  private let (south, west, north, east): (Double, Double, Double, Double)
  private let decimals: Int

  /// A box between two corners, rounded to some decimals of degrees; nil if it has no size then, or crosses the 180th meridian.
  init?(from one: Coordinate, to other: Coordinate, decimals: Int) {
    func rounded(_ degrees: Double) -> Double { Double(MapBox.text(degrees, decimals)) ?? degrees }
    self.decimals = decimals
    (south, north) = (
      rounded(min(one.latitude, other.latitude)), rounded(max(one.latitude, other.latitude))
    )
    (west, east) = (
      rounded(min(one.longitude, other.longitude)), rounded(max(one.longitude, other.longitude))
    )
    guard south < north, west < east, east - west <= 180, west >= -180, east <= 180 else { return nil }
  }

  /// The box as well-known text.
  var wellKnownText: String {
    func text(_ corner: Coordinate) -> String {
      "\(MapBox.text(corner.longitude, decimals)) \(MapBox.text(corner.latitude, decimals))"
    }
    return "POLYGON((\(corners.map(text).joined(separator: ", "))))"
  }

  private static func text(_ degrees: Double, _ decimals: Int) -> String {
    (degrees < 0 ? "-" : "") + decimal(abs(degrees), decimals)
  }

  private var corners: [Coordinate] {
    [(south, west), (south, east), (north, east), (north, west), (south, west)]
      .map { Coordinate(latitude: $0.0, longitude: $0.1) }
  }

  /// The outline, with points on its sides: a parallel is no straight line on all maps.
  var outline: [Coordinate] {
    let corners = corners
    return zip(corners, corners.dropFirst()).flatMap { start, end in
      (0..<8).map { step in
        let share = Double(step) / 8
        return Coordinate(
          latitude: start.latitude + (end.latitude - start.latitude) * share,
          longitude: start.longitude + (end.longitude - start.longitude) * share)
      }
    } + corners.suffix(1)
  }

  /// The length of the middle from west to east, and of the western side, in metres.
  var metersAcross: Double {
    let middle = (south + north) / 2
    return GreatCircle(
      from: Coordinate(latitude: middle, longitude: west), to: Coordinate(latitude: middle, longitude: east)
    ).meters
  }
  /// The length of a side from south to north in metres.
  var metersDown: Double {
    GreatCircle(
      from: Coordinate(latitude: south, longitude: west), to: Coordinate(latitude: north, longitude: west)
    ).meters
  }
}
