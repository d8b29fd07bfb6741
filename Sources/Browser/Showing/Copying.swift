import SituationModel
import TextCanvas

/// Copies parts of the selected event for use elsewhere.
extension BrowserState {
  /// Puts a part of the selected event into the terminal's clipboard.
  ///
  /// - Parameter action: one of `copyCoordinates`, `copyLink` and `copyCitation`.
  mutating func copyPart(_ action: Action) -> [Effect] {
    guard let row = view.selection?.row else {
      dialogue.message = "no event is selected: \(environment.keys.shown(.nextEvent)) selects the next one"
      return []
    }
    let event = dataset.events[row]
    let text: String?
    let missing: String
    switch action {
    case .copyCoordinates:
      text = EventWords(event).pointWords(in: view.coordinateForm)
      missing = "this event has no point: its place is an area, a road or not given"
    case .copyLink:
      text = event.sources.lazy.compactMap { $0.link.flatMap(WebLink.init) }.first?.text
      missing = "no source of this event has a link to the web"
    default:
      text = EventWords(event).citation
      missing = ""
    }
    guard let text else {
      dialogue.message = missing
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
      event.title, whenSentence, placeSentence, event.standing.map { $0.rawValue.capitalizedFirst },
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
