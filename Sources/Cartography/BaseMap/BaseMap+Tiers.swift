import SituationModel

extension BaseMap {
  /// The tiers that a view needs.
  static func tiers(for viewport: Viewport) -> Set<Tier> {
    var tiers: Set<Tier> = [.seas]
    let seesRegion = viewport.zoom >= FirstZoom.region && viewport.bounds.intersects(regionBounds)
    if seesRegion { tiers.insert(.region) }
    if seesRegion && viewport.zoom >= FirstZoom.fineShore { tiers.insert(.fine) }
    if !seesRegion || !regionBounds.contains(viewport.bounds) {
      // Names of countries are in the coarse tier at every scale.
      tiers.insert(.world110)
      if viewport.zoom >= FirstZoom.world50 { tiers.insert(.cities) }
      if viewport.zoom >= FirstZoom.world10 {
        tiers.insert(.world10)
      } else if viewport.zoom >= FirstZoom.world50 {
        tiers.insert(.world50)
      }
    }
    return tiers
  }
}
