import Cartography
import SituationModel
import TextCanvas

/// The events of the screen by their places: the pins, those beyond the map, those of whole countries, those without a place.
extension ScreenProse {
  func pins(_ groups: EventGroups) -> [String] {
    if state.dataset.countsByCell { return counted(state.countedSpots) }
    let all = zip(groups.places.points, groups.places.areas).flatMap { (point: Int32, area: Int32) -> [Int] in
      [point, area].filter { $0 >= 0 }.map { Int($0) }
    }
    let fullest = all.indices.sorted { (groups.count(of: all[$0]), $1) > (groups.count(of: all[$1]), $0) }
    let named = fullest.prefix(Self.mostPins).sorted().map { all[$0] }
    let rows = groups.rows(of: Set(named))
    let lines = named.flatMap { pin(rows[$0] ?? []) }
    guard all.count > named.count else { return lines }
    let events = all.reduce(0) { $0 + groups.count(of: $1) }
    return ["\(events) events at \(all.count) spots of the map. The fullest:"] + lines
  }

  /// The spots of a source whose events are not loaded: `20 km SSE of Latakia: 1234 events.`
  func counted(_ spots: [CountedSpot]) -> [String] {
    let fullest = spots.indices.sorted { (spots[$0].count, $1) > (spots[$1].count, $0) }.prefix(Self.mostPins)
    let all = spots.reduce(0) { $0 + $1.count }
    let head = "\(counted(all, "event")) at \(counted(spots.count, "pin")) of the map, as the server counts them."
    let view = state.viewport
    return [head]
      + fullest.sorted { (spots[$0].row, spots[$0].column) < (spots[$1].row, spots[$1].column) }.map { index in
        let near = state.environment.baseMap.nearWords(
          to: spots[index].place, zoom: view.zoom, worth: view.metersPerColumn, in: view)?.words
        let place = near ?? state.view.coordinateForm.words(spots[index].place, meters: view.metersPerColumn)
        return "\(place): \(counted(spots[index].count, "event"))."
      }
  }

  /// A line for each of the pin's places: `Hmeimim air base (exact: this spot), 20 km SSE of Latakia: 3 events: …`
  private func pin(_ rows: [Int]) -> [String] {
    guard rows.count <= Self.mostRead else { return ["In one cell: \(listed(rows))."] }
    let events = rows.map { state.dataset.events[$0] }
    let places = unique(events.map(\.place))
    guard places.count <= Self.mostNamed else {
      return ["\(counted(places.count, "place")) in one cell: \(listed(rows))."]
    }
    return places.enumerated().map { index, place in
      let own = rows.indices.filter { events[$0].place == place }
      let here = own.map { events[$0] }
      let near = EventProse(here[0], map: state.environment.baseMap).nearTown
      let name = "\(SafeText(EventWords(here[0]).place).text) (\(EventWords.precision(of: place)))"
      let words = [name, near ?? ""].filter { !$0.isEmpty }.joined(separator: ", ")
      return (index == 0 ? "" : "In the same cell: ") + "\(words): \(listed(own.map { rows[$0] }))."
    }
  }

  func beyond(_ groups: EventGroups) -> [String] {
    guard state.dataset.holdsBeyond else { return [] }
    return Sector.allCases.compactMap { sector in
      let id = groups.places.sectors[sector.rawValue]
      guard id >= 0 else { return nil }
      let rows = groups.rows(of: Int(id))
      let read = rows.prefix(Self.mostRead).map { state.dataset.events[$0] }
      let names = unique(read.compactMap(\.place.name)).prefix(3).map { SafeText($0).text }
      let places = names.isEmpty ? "" : " (\(names.joined(separator: ", ")))"
      return "To the \(sector.words)\(places): \(listed(rows))."
    }
  }

  /// A line for each country in view: `Syria: 2 events: …`
  func countries(_ groups: EventGroups) -> [String] {
    if let chips = state.sourceChips?.filter({ $0.id != EventMarks.unplacedSign }) {
      return chips.map { "\($0.words): \(counted($0.count, "event")), which are not here." }
    }
    let shown = groups.places.countries.indices.filter { groups.places.countries[$0] >= 0 }
    let fullest = shown.sorted {
      (groups.count(of: Int(groups.places.countries[$0])), $1) > (
        groups.count(of: Int(groups.places.countries[$1])), $0
      )
    }
    let lines = fullest.prefix(Self.mostPins).map { country in
      let name = state.dataset.spots.countries[country].name
      let words = name < 0 ? "A country without a name" : SafeText(state.dataset.spots.names[Int(name)]).text
      return "\(words): \(listed(groups.rows(of: Int(groups.places.countries[country]))))."
    }
    return lines + (fullest.count > lines.count ? ["And \(fullest.count - lines.count) more countries."] : [])
  }

  func unplaced(_ groups: EventGroups) -> [String] {
    if let chip = state.sourceChips?.first(where: { $0.id == EventMarks.unplacedSign }) {
      return ["\(counted(chip.count, "event")), which are not here."]
    }
    guard groups.places.unplaced >= 0 else { return [] }
    return [listed(groups.rows(of: Int(groups.places.unplaced))) + "."]
  }

  /// The events in words: `2 events: Packing (imagery, confirmed); …`, or the number of each kind if they are many.
  func listed(_ rows: [Int]) -> String {
    let table = state.dataset.events
    guard rows.count <= Self.mostNamed else {
      // Of very many the kinds' own names are not read.
      let names =
        rows.count <= Self.mostRead
        ? rows.map { table[$0].kindName } : rows.map { table.kinds.word(ofCode: table.columns.kinds[$0]) }
      let kinds = Dictionary(grouping: names) { $0 }.mapValues(\.count)
      let parts = kinds.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        "\($0.value) \(SafeText($0.key).text)"
      }
      return "\(counted(rows.count, "event")): \(parts.joined(separator: ", "))"
    }
    let events = rows.map { table[$0] }
    let titles = events.map {
      "\(SafeText($0.title).text) (\(EventProse($0, map: state.environment.baseMap).shortCharacter))"
    }
    return events.count == 1 ? titles[0] : "\(counted(events.count, "event")): " + titles.joined(separator: "; ")
  }
}

extension Sector {
  /// The name of the direction: `north-east`.
  fileprivate var words: String {
    switch self {
    case .north: "north"
    case .northeast: "north-east"
    case .east: "east"
    case .southeast: "south-east"
    case .south: "south"
    case .southwest: "south-west"
    case .west: "west"
    case .northwest: "north-west"
    }
  }
}
