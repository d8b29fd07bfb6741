import Cartography
import SituationModel

/// Measuring from a marked place to the crosshair.
extension BrowserState {
  /// Marks the place under the crosshair, or ends measuring.
  mutating func toggleMeasuring() {
    if marked != nil {
      endMeasuring()
    } else {
      marked = viewport.center
      showsCrosshair = true
      focus = pages.isEmpty ? .map : focus
      message = "measuring from \(crosshairWords): move the map; \(keys.shown(.measure)) or \(keys.shown(.close)) ends"
    }
  }

  /// Forgets the marked place.
  mutating func endMeasuring() {
    marked = nil
    message = "measuring has ended"
  }

  /// What is measured now; nil while no place is marked.
  var measure: Measure? {
    guard let marked else { return nil }
    return Measure(
      GreatCircle(from: marked, to: viewport.center), route: roads?.route(from: marked, to: viewport.center))
  }

  /// Keeps the roads' network while it is needed.
  mutating func settleRoads() {
    if marked == nil {
      roads = nil
    } else if roads == nil, baseMap.tiers.contains(.region) {
      roads = RoadNetwork(baseMap)
    }
  }

  /// The coordinates under the crosshair, as fine as a cell is worth.
  var crosshairWords: String { coordinateForm.words(viewport.center, meters: cellWorth) }

  /// The metres that a place on the screen is known to: a cell's width.
  var cellWorth: Double { viewport.metersPerColumn }
}
