import Cartography
import SituationModel

/// Measuring from a marked place to the crosshair.
extension BrowserState {
  /// Marks the place under the crosshair, or ends measuring.
  mutating func toggleMeasuring() {
    if view.measuredFrom != nil {
      endMeasuring()
    } else {
      measure(from: viewport.center)
    }
  }

  /// Marks a place, from which the crosshair is measured.
  mutating func measure(from place: Coordinate) {
    view.measuredFrom = place
    view.showsCrosshair = true
    panes.focus = panes.pages.isEmpty ? .map : panes.focus
    let words = view.coordinateForm.words(place, meters: cellWorth)
    dialogue.message =
      "measuring from \(words): move the map; \(environment.keys.shown(.measure)) or \(environment.keys.shown(.close)) ends"
  }

  /// Forgets the marked place.
  mutating func endMeasuring() {
    view.measuredFrom = nil
    dialogue.message = "measuring has ended"
  }

  /// The present measurement; nil while no place is marked.
  var measure: Measure? {
    guard let measuredFrom = view.measuredFrom else { return nil }
    return Measure(
      GreatCircle(from: measuredFrom, to: viewport.center),
      route: tools.roads?.route(from: measuredFrom, to: viewport.center))
  }

  /// Makes the network of roads when it is needed, and frees it afterwards.
  mutating func settleRoads() {
    if view.measuredFrom == nil {
      tools.roads = nil
    } else if tools.roads == nil, environment.baseMap.tiers.contains(.region) {
      tools.roads = RoadNetwork(environment.baseMap)
    }
  }

  /// The coordinates under the crosshair, as precise as a cell allows.
  var crosshairWords: String { view.coordinateForm.words(viewport.center, meters: cellWorth) }

  /// The precision of a place on the screen in metres: a cell's width.
  var cellWorth: Double { viewport.metersPerColumn }
}
