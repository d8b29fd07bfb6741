import Cartography
import SituationModel

/// What a pass over the shown events found, with all that it hangs on: after a key that changes none of that, nothing is counted
/// anew.
struct KeptGroups: Sendable {
  /// What a pass is made of.
  private struct Basis: Hashable {
    let matches: Int
    let viewport: Viewport
    let colours: MarkColours
    /// Parts of the base map: they say which countries are in view.
    let tiers: Set<BaseMap.Tier>
    /// By which events fade; nil while none does.
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

  /// Whether they are those of a state.
  func hold(for state: BrowserState) -> Bool { basis == Basis(state) }
}

extension BrowserState {
  /// Sorts the shown events into the cells of the map, unless that was done for the same ones and the same view.
  ///
  /// To be called before a frame is drawn; one that nobody did it for does it itself, and keeps nothing.
  public mutating func prepareFrame() {
    guard !dataset.countsByCell, pass == nil else { return }
    results.groups = KeptGroups(self)
  }

  /// What was kept, where it is right.
  var pass: GroupPass? {
    guard let groups = results.groups, groups.hold(for: self) else { return nil }
    return groups.pass
  }
}

extension [EventTable.Match] {
  /// Whether a row is among them. They are in the order of rows: logarithmic.
  func hasRow(_ row: Int) -> Bool {
    let place = place(of: row)
    return place < count && self[place].row == row
  }

  /// The first place whose row is this one or a later one; logarithmic too.
  func place(of row: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].row < row { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
