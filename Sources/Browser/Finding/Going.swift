import Cartography
import Places
import SituationModel
import TextCanvas

/// Going to a place by its name or its coordinates.
extension BrowserState {
  /// Looks up what is being typed.
  mutating func lookUp() {
    guard let prompt = dialogue.prompt, prompt.purpose == .place else { return }
    if tools.gazetteer == nil {
      tools.gazetteer = Gazetteer(environment.baseMap, events: dataset.events, shown: results.matches)
    }
    let destinations = destinations(of: prompt.text)
    dialogue.prompt?.destinations = destinations
  }

  /// The places that a text may mean, or the reason why it means none.
  private func destinations(of text: String) -> Destinations {
    var destinations = Destinations()
    do throws(CoordinateError) { destinations.coordinates = try CoordinateReader().read(text) } catch {
      guard !error.isOfAddress, let gazetteer = tools.gazetteer else {
        destinations.problem = error.description
        return destinations
      }
      destinations.matches = gazetteer.search(text, limit: Destinations.limit)
      let parts = text.split { $0 == "," || $0 == "\u{60C}" }.map(String.init).filter { !FoldedName($0).words.isEmpty }
      // An event's place may have a comma in its name.
      let isWhole = destinations.matches.contains { if case .near = $0.fit { false } else { true } }
      if parts.count > 1, !isWhole, parts.allSatisfy({ $0.contains(where: \.isLetter) }) {
        AreaSearch(gazetteer: gazetteer, state: self).find(parts, &destinations)
      }
      if destinations.matches.isEmpty, destinations.problem == nil {
        let isNumber = text.contains(where: \.isNumber)
        destinations.problem =
          isNumber ? error.description : "no place is called \u{22}\(SafeText(text).text)\u{22}"
      }
    }
    return destinations
  }

  /// Chooses the next of the places that what is typed may mean.
  mutating func chooseDestination(by step: Int) {
    guard let destinations = dialogue.prompt?.destinations, !destinations.matches.isEmpty else { return }
    let count = destinations.matches.count
    let next = destinations.chosen.map { $0 + step } ?? (step > 0 ? 0 : count - 1)
    dialogue.prompt?.destinations.chosen = (next + count) % count
  }

  /// Goes where a typed text says. If that is nowhere, the prompt stays open with the reason, so that the text can be corrected.
  mutating func go(to text: String, _ destinations: Destinations) {
    if text == "g" {
      // In vi the key twice goes to the beginning; no place is called by a letter.
      dialogue.message = "gg does nothing here: \(environment.keys.shown(.first)) goes to the beginning"
      return
    }
    if let reading = destinations.coordinates {
      go(to: reading)
    } else if let match = destinations.matches.dropFirst(destinations.chosen ?? 0).first {
      go(to: match.entry)
      dialogue.message = words(for: match, typed: text, destinations)
    } else if !text.allSatisfy(\.isWhitespace) {
      dialogue.prompt = Prompt(purpose: .place, text: text, remark: destinations.problem, destinations: destinations)
    }
  }

  /// A place with the areas that it lies in: `Hassia, Homs, Syria`.
  func words(for entry: Gazetteer.Entry) -> String {
    let isTown = entry.kind == .settlement
    let areas =
      isTown ? environment.baseMap.areas(aroundTown: entry.place) : environment.baseMap.areas(around: entry.place)
    let name = SafeText(entry.name).text
    let around =
      switch entry.kind {
      case .country: [String?]()
      case .governorate: [areas.country]
      case .settlement: [areas.province == entry.name ? nil : areas.province, areas.country]
      // An event's place is called as its file calls it, and that may say all.
      case .event: [areas.country].filter { $0.map { !name.contains($0) } ?? false }
      }
    let kind = entry.kind == .governorate ? " province" : ""
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
    return "\(words); also \(self.words(for: other.entry))\(more): Tab chooses while you type"
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
    var place = Viewport(center: reading.place, zoom: 4, size: viewport.size, projection: viewport.projection)
    while place.metersPerColumn > reading.meters / 4 && place.zoom < 13 { place.zoom += 0.5 }
    show(place)
    dialogue.message = reading.words
    if let side = reading.squareSide {
      let size = side >= 1_000 ? "\(side / 1_000) km" : "\(side) m"
      dialogue.message = "\(reading.words): the middle of this square of \(size)"
    }
    if let reason = whyNotMiddle(reading.place) { dialogue.message = reason }
  }

  private mutating func show(_ place: Viewport) {
    panes.pages.removeAll { !$0.isStory }
    panes.overlay = nil
    panes.focus = .map
    move(to: place)
    view.showsCrosshair = true
    selectNearest()
  }
}
