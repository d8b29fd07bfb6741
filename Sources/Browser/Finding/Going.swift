import Cartography
import Places
import SituationModel
import TextCanvas

/// Going to a place by its name or its coordinates.
extension BrowserState {
  /// What a typed text may mean.
  struct Destinations: Hashable, Sendable {
    /// Coordinates, when the text is such.
    var coordinates: CoordinateReader.Reading?
    /// Places by name, the likeliest first.
    var matches: [Gazetteer.Match] = []
    /// The one that Tab has chosen.
    var chosen: Int?

    /// How many are looked up and can be chosen.
    static let limit = 12
  }

  /// Looks up what is being typed.
  mutating func lookUp() {
    guard let prompt, prompt.purpose == .place else { return }
    if gazetteer == nil { gazetteer = Gazetteer(baseMap, events: situation.events, shown: matches) }
    var destinations = Destinations()
    destinations.coordinates = try? CoordinateReader().read(prompt.text)
    if destinations.coordinates == nil {
      destinations.matches = gazetteer?.search(prompt.text, limit: Destinations.limit) ?? []
    }
    self.prompt?.destinations = destinations
  }

  /// Chooses the next of the places that what is typed may mean.
  mutating func chooseDestination(by step: Int) {
    guard let destinations = prompt?.destinations, !destinations.matches.isEmpty else { return }
    let count = destinations.matches.count
    let next = destinations.chosen.map { $0 + step } ?? (step > 0 ? 0 : count - 1)
    prompt?.destinations.chosen = (next + count) % count
  }

  /// Goes where a typed text says.
  mutating func go(to text: String, _ destinations: Destinations) {
    if let reading = destinations.coordinates {
      go(to: reading)
    } else if let match = destinations.matches.dropFirst(destinations.chosen ?? 0).first {
      go(to: match.entry)
      message = words(for: match, typed: text, destinations)
    } else if text.contains(where: \.isNumber) {
      do throws(CoordinateError) { _ = try CoordinateReader().read(text) } catch { message = error.description }
    } else if !text.isEmpty {
      message = "no place is called \u{22}\(SafeText(text).text)\u{22}"
    }
  }

  /// A place with the areas that it lies in: `Hassia, Homs, Syria`.
  func words(for entry: Gazetteer.Entry) -> String {
    let isTown = entry.kind == .settlement
    let areas = isTown ? baseMap.areas(aroundTown: entry.place) : baseMap.areas(around: entry.place)
    let name = SafeText(entry.name).text
    let around =
      switch entry.kind {
      case .country: [String?]()
      case .governorate: [areas.country]
      case .settlement: [areas.province == entry.name ? nil : areas.province, areas.country]
      // An event's place is called as its file calls it, and that may say all.
      case .event: [areas.country].filter { $0.map { !name.contains($0) } ?? false }
      }
    let kind = entry.kind == .governorate ? " governorate" : ""
    return ([name + kind] + around.compactMap { $0 }).joined(separator: ", ")
  }

  private func words(for match: Gazetteer.Match, typed text: String, _ destinations: Destinations) -> String {
    let words = words(for: match.entry)
    if case .near = match.fit {
      return "\(words): no place is called \u{22}\(SafeText(text).text)\u{22}, this is nearest"
    }
    let same = destinations.matches.filter { $0.fit == .exact && $0.entry != match.entry }
    guard match.fit == .exact, destinations.chosen == nil, let other = same.first else { return words }
    let more = same.count > 1 ? " and \(same.count - 1) more" : ""
    return "\(words); also \(self.words(for: other.entry))\(more): Tab chooses"
  }

  private mutating func go(to entry: Gazetteer.Entry) {
    let isPoint = entry.bounds.map { $0.east - $0.west < 0.02 && $0.north - $0.south < 0.02 } ?? true
    if let bounds = entry.bounds, !isPoint {
      show(Viewport.fitting(bounds, in: viewport.size, projection: viewport.projection))
    } else {
      // A country without an extent is seen with its neighbours, a town with its surroundings.
      let zoom = entry.kind == .country ? 5.5 : entry.kind == .governorate ? 7.5 : 8.5
      show(Viewport(center: entry.place, zoom: zoom, size: viewport.size, projection: viewport.projection))
    }
  }

  private mutating func go(to reading: CoordinateReader.Reading) {
    // What was typed is seen as large as a few cells, so that the map shows no more than that either.
    var view = Viewport(center: reading.place, zoom: 4, size: viewport.size, projection: viewport.projection)
    while view.metersPerColumn > reading.meters / 4 && view.zoom < 13 { view.zoom += 0.5 }
    show(view)
    message = reading.words
    if let side = reading.squareSide {
      let size = side >= 1_000 ? "\(side / 1_000) km" : "\(side) m"
      message = "\(reading.words): the middle of this square of \(size)"
    }
    if let reason = whyNotMiddle(reading.place) { message = reason }
  }

  private mutating func show(_ view: Viewport) {
    pages.removeAll { !$0.isStory }
    overlay = nil
    focus = .map
    look(at: view)
    showsCrosshair = true
    selectNearest()
  }
}
