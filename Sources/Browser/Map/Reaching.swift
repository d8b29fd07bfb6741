import Cartography
import SituationModel
import TextCanvas

/// The drawing of places beyond their pins: their extents, and the connections of the selected event.
extension BrowserState {
  /// The greatest number of extents at once; more would hide each other.
  private static let mostReaches = 24

  /// The extents of the shown events' places. If there are too many, only the smallest, which are the most precise.
  var shownReaches: [Reach] { eventReaches + [placedBox].compactMap { $0 } }

  private var eventReaches: [Reach] {
    guard view.footprints != .none, !dataset.spots.reaches.isEmpty else { return [] }
    let selected = view.selection.map { dataset.spots.traits($0.row).reach } ?? -1
    let colouring = colouring
    var colours = [UInt32](repeating: 0, count: dataset.spots.reaches.count)
    // Where cells are counted, those that are here are no fair sample.
    if view.footprints == .all, !dataset.countsByCell {
      for row in dataset.spots.reachingRows where results.matches.hasRow(Int(row)) {
        colours[Int(dataset.spots.traits(Int(row)).reach)] |= colouring.bit(ofRow: Int(row))
      }
    }
    let bounds = viewport.bounds
    var shown = colours.indices.filter {
      colours[$0] != 0 && $0 != selected && isSeen(dataset.spots.reaches[$0], in: bounds)
    }
    if shown.count > Self.mostReaches {
      let areas = shown.map { index in dataset.spots.reaches[index].bounds.area }
      shown = zip(shown, areas).sorted { $0.1 < $1.1 }.prefix(Self.mostReaches).map(\.0)
    }
    var reaches = shown.map { index in
      Reach(dataset.spots.reaches[index].form, ink: colouring.ink(ofBits: colours[index]) ?? .emphasis)
    }
    if selected >= 0, let row = view.selection?.row {
      reaches.append(Reach(dataset.spots.reaches[Int(selected)].form, ink: colouring.ink(ofRow: row), isSelected: true))
    }
    return reaches
  }

  private func isSeen(_ reach: SpotTable.Reaching, in bounds: GeoBounds) -> Bool {
    // A circle may reach into the bounds from outside; there are few, and far ones cost little.
    if case .circles = reach.form { return true }
    return reach.bounds.intersects(bounds)
  }

  /// Lines from and to the selected event: to the place that it was bound for, and to and from the shown events that
  /// follow or precede it. None if either end has no place.
  var shownTracks: [Track] {
    guard let row = view.selection?.row, let here = dataset.spots.places(of: row).first else { return [] }
    let event = dataset.events[row]
    let ink = colouring.ink(ofRow: row)
    var tracks = [moveTrack].compactMap { $0 }
    let place = event.place
    if let destination = event.destination, let end = destination.anchor {
      let name = destination.name.map { SafeText($0).text }
      let label = [name.map { "bound for \($0)" }, place.somewhereWords.map { "from \($0)" }].compactMap { $0 }
      tracks.append(
        Track(
          from: here, in: place.edgeAreas, to: end, in: destination.edgeAreas,
          label: label.isEmpty ? nil : label.joined(separator: ", "), ink: ink))
    }
    for (other, comesAfter) in neighbours(of: row) {
      guard let there = dataset.spots.places(of: other).first, there != here else { continue }
      let otherPlace = dataset.events[other].place
      let (start, end) = comesAfter ? (place, otherPlace) : (otherPlace, place)
      let words = [start.somewhereWords.map { "from \($0)" }, end.somewhereWords.map { "to \($0)" }].compactMap { $0 }
      tracks.append(
        Track(
          from: comesAfter ? here : there, in: start.edgeAreas, to: comesAfter ? there : here, in: end.edgeAreas,
          label: words.isEmpty ? nil : words.joined(separator: " "), ink: ink))
    }
    return tracks
  }

  /// The shown events that come before or after an event by a link, each once.
  private func neighbours(of row: Int) -> [(row: Int, comesAfter: Bool)] {
    let events = dataset.events
    var found: [(row: Int, comesAfter: Bool)] = []
    func add(_ other: Int?, _ relation: Event.Link.Relation, isBack: Bool) {
      guard let other, other != row, relation == .follows || relation == .precedes else { return }
      let comesAfter = (relation == .precedes) != isBack
      guard results.matches.hasRow(other) else { return }
      if !found.contains(where: { $0 == (other, comesAfter) }) { found.append((other, comesAfter)) }
    }
    for link in events[row].links { add(events.row(of: link.target), link.relation, isBack: false) }
    for other in events.rows(linkingTo: events[row].id) {
      for link in events[other].links where link.target == events[row].id { add(other, link.relation, isBack: true) }
    }
    return found
  }
}

extension Place {
  /// The areas at whose edge a track begins or ends; empty for a point or a line.
  fileprivate var edgeAreas: [Shape.Area] {
    guard case .areas(let areas) = shape else { return [] }
    return areas
  }

  /// The words `somewhere in Southern Syria` if the place is an area; nil for a point or a line.
  fileprivate var somewhereWords: String? {
    guard !edgeAreas.isEmpty else { return nil }
    return "somewhere in " + (name.map { SafeText($0).text } ?? "an area")
  }
}

extension GeoBounds {
  /// The size in square degrees, which is enough to sort areas.
  fileprivate var area: Double { width * (north - south) }
}
