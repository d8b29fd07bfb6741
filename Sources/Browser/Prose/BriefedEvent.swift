import Cartography
import SituationModel
import TextCanvas

/// An event of a report, in its section.
struct BriefedEvent {
  /// The sections of a report.
  enum Section { case known, uncertain, unplaced }

  let event: Event
  let listed: ListedEvent
  private let prose: EventProse

  init(_ event: Event, _ listed: ListedEvent, map: BaseMap) {
    self.event = event
    self.listed = listed
    prose = EventProse(event, map: map)
  }

  /// The heading for the event: its day, or words for its date.
  var day: String { listed.group ?? "" }

  /// The section. An uncertain event is told as such, whether it has a place or not.
  var section: Section {
    switch event.standing {
    case .claimed, .alleged, .disputed: .uncertain
    // An event that states no standing is not in doubt for that.
    case .confirmed, .reported, nil: !listed.isCertain ? .uncertain : event.place.shape == nil ? .unplaced : .known
    }
  }

  /// The event as an item of a list, with an item under it for each source.
  var markdown: String {
    let doubt = listed.isCertain ? nil : "Only possibly in the window."
    let sentences = [
      prose.when, doubt, prose.known, prose.place, prose.destination, prose.actors, prose.file, prose.summary,
    ]
    let words = sentences.compactMap { $0 }.map { MarkdownText($0).text }.joined(separator: " ")
    let head = "- **\(MarkdownText(event.title).text)** (\(MarkdownText(prose.shortCharacter).text)). \(words)"
    let items = sources + prose.contradictions.map { MarkdownText($0).text }
    return ([head] + items.map { "  - \($0)" }).joined(separator: "\n")
  }

  private var sources: [String] {
    event.sources.isEmpty ? ["No source is given."] : event.sources.map(line)
  }

  /// A source; its address is a link if it leads to the web.
  private func line(for source: Source) -> String {
    let words = MarkdownText(prose.words(of: source)).text
    guard let link = source.link else { return words }
    let text = MarkdownText(link).text
    return words + "; " + (WebLink(link).map { "[\(text)](<\($0.text)>)" } ?? text)
  }
}
