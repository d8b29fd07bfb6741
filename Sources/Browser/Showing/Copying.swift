import SituationModel
import TextCanvas

/// A part of an event that can be copied.
enum EventPart {
  case coordinates, link, citation

  /// The part of an event; nil if the event has none.
  func text(of event: Event, in form: CoordinateForm) -> String? {
    switch self {
    case .coordinates: EventWords(event).pointWords(in: form)
    case .link: event.sources.lazy.compactMap { $0.link.flatMap(WebLink.init) }.first?.text
    case .citation: EventWords(event).citation
    }
  }

  /// The reason why an event has none.
  var missing: String {
    switch self {
    case .coordinates: "this event has no point: its place is an area, a road or not given"
    case .link: "no source of this event has a link to the web"
    case .citation: "this event can't be cited"
    }
  }
}

extension BrowserState {
  /// Puts a part of the selected event into the terminal's clipboard.
  mutating func copy(_ part: EventPart) -> [Effect] {
    guard let row = view.selection?.row else {
      dialogue.message = "no event is selected: \(environment.keys.shown(.nextEvent)) selects the next one"
      return []
    }
    guard let text = part.text(of: dataset.events[row], in: view.coordinateForm) else {
      dialogue.message = part.missing
      return []
    }
    return [.copy(SafeText(text).text)]
  }
}

extension EventWords {
  /// The event in one line with its date, place, standing and sources, for a report: `Title. 13 Dec 2024. Hmeimim air base. Confirmed.
  /// Source: NBC News, https://…`.
  var citation: String {
    let sources = event.sources.map { source in
      [
        source.who, source.via.map { "through \($0)" }, source.published.map { "published \($0.words)" },
        source.link.flatMap(WebLink.init)?.text,
      ].compactMap { $0 }.joined(separator: ", ")
    }
    let parts = [
      event.title, whenSentence.capitalizedFirst, placeSentence, event.standing.map { $0.rawValue.capitalizedFirst },
      sources.isEmpty ? nil : "\(sources.count == 1 ? "Source" : "Sources"): \(sources.joined(separator: "; "))",
    ]
    return parts.compactMap { $0 }.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }.joined(separator: ". ") + "."
  }

  /// The coordinates of the event's point in a form, with as many digits as the place is known by; nil if it has no point.
  func pointWords(in form: CoordinateForm) -> String? {
    guard case .points = event.place.shape, let anchor = event.place.anchor else { return nil }
    switch event.place.precision {
    case .region, .country, .unplaced: return nil
    case .unknown where form == .decimal: return anchor.wordsAsGiven
    case .exact, .unknown: return form.words(anchor, meters: 10)
    case .vicinity, .locality: return form.words(anchor, meters: event.place.radius ?? 1_000)
    }
  }
}

extension String {
  /// The text with a capital first letter.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
