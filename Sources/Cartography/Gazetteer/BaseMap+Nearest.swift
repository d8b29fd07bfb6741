import SituationModel

extension BaseMap {
  /// A town, and the way from it to a place.
  public struct NearTown: Hashable, Sendable {
    /// The town's name, in Latin letters.
    public let name: String
    /// The shortest way from the town to the place.
    public let way: GreatCircle
  }

  /// The town nearest to a place, among those that a map of this zoom or a little closer shows; nil if none is loaded
  /// within 500 km. Linear in the places, but only those at about its latitude cost anything.
  ///
  /// - Parameters:
  ///   - place: the place.
  ///   - zoom: the zoom of the map, as `Viewport` counts it.
  ///   - view: the view that selects parts of the map; nil for all that is loaded.
  public func nearestTown(to place: Coordinate, zoom: Double, in view: Viewport? = nil) -> NearTown? {
    let wanted = view.map(BaseMap.tiersNeeded) ?? tiers
    var best: (town: BasePlace, angle: Double)?
    var reach = 500_000 / GreatCircle.meanRadius * 180 / .pi
    for file in Self.townFiles + [.worldTowns] where wanted.contains(file.tier) {
      for town in places[file] ?? [] where abs(town.place.latitude - place.latitude) <= reach {
        guard town.rank != .airfield, FirstZoom.place(town, isForeign: false) <= zoom + 1.5 else { continue }
        let angle = GreatCircle(from: town.place, to: place).angle * 180 / .pi
        guard angle < reach else { continue }
        (best, reach) = ((town, angle), angle)
      }
    }
    return best.map { NearTown(name: $0.town.name, way: GreatCircle(from: $0.town.place, to: place)) }
  }
}
