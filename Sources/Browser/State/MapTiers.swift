import Cartography

/// The tiers of the base map: those that are loaded, and those that are missing.
extension BrowserState {
  /// The parts of the base map that are here.
  public var loadedTiers: Set<BaseMap.Tier> { environment.baseMap.tiers }

  /// The parts of the base map that the view, a filter that is typed or a tool needs and nobody has asked for.
  public var missingTiers: Set<BaseMap.Tier> {
    BaseMap.tiersNeeded(by: viewport).union(tiersToFilter).union(tiersForTools)
      .subtracting(environment.baseMap.tiers).subtracting(environment.requestedTiers)
  }

  /// The parts of the base map that the tools in use need.
  private var tiersForTools: Set<BaseMap.Tier> {
    let names = dialogue.prompt?.purpose == .place ? BaseMap.gazetteerTiers : []
    let hasRoads = view.measuredFrom.map(BaseMap.regionBounds.contains) ?? false
    return hasRoads ? names.union([.region]) : names
  }

  /// Asks for the parts that are missing.
  mutating func askForMap() -> [Effect] {
    let missing = missingTiers
    environment.requestedTiers.formUnion(missing)
    return BaseMap.Tier.allCases.filter(missing.contains).map(Effect.load)
  }
}
