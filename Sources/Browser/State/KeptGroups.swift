import Cartography
import SituationModel

/// The result of a pass over the shown events, with all that it depends on: after a key that changes none of that, nothing is counted
/// again.
struct KeptGroups: Sendable {
  /// The input of a pass.
  private struct Basis: Hashable {
    let matches: Int
    let viewport: Viewport
    let colours: MarkColours
    /// The loaded parts of the base map, which determine the countries in view.
    let tiers: Set<BaseMap.Tier>
    /// The input for the fading of events; nil if none fade.
    let age: AgeBasis?

    init(_ state: BrowserState) {
      (matches, viewport, colours) = (state.results.matchesVersion, state.viewport, state.view.colours)
      tiers = state.loadedTiers
      age =
        state.view.timeLook.fades
        ? AgeBasis(window: state.view.window, isCumulative: state.view.timeLook.isCumulative) : nil
    }
  }

  private struct AgeBasis: Hashable {
    let window: TimeWindow
    let isCumulative: Bool
  }

  private let basis: Basis
  let pass: GroupPass

  init(_ state: BrowserState) { (basis, pass) = (Basis(state), GroupPass(state, over: state.results.matches)) }

  /// True if the groups are valid for a state.
  func hold(for state: BrowserState) -> Bool { basis == Basis(state) }
}

extension BrowserState {
  /// Sorts the shown events into the cells of the map, unless that was done for the same events and the same view.
  ///
  /// Called before a frame is drawn. Without this call the frame sorts the events itself, and keeps nothing.
  public mutating func prepareFrame() {
    guard !dataset.countsByCell, pass == nil else { return }
    results.groups = KeptGroups(self)
  }

  /// The last pass if it is still valid; otherwise nil.
  var pass: GroupPass? {
    guard let groups = results.groups, groups.hold(for: self) else { return nil }
    return groups.pass
  }
}

extension [EventTable.Match] {
  /// True if a row is among the matches, which are in the order of rows. Logarithmic.
  func hasRow(_ row: Int) -> Bool {
    let place = place(of: row)
    return place < count && self[place].row == row
  }

  /// The first index whose row is this one or a later one. Logarithmic.
  func place(of row: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
