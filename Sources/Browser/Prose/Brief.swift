import Cartography
import SituationModel
import TextCanvas

/// A situation report in Markdown: the map as text, the events by day, and in sections of their own what is uncertain
/// and what has no place.
///
/// Each event stands in it once, with its standing and its sources. It says nothing of the day on which it is made, so
/// that the same files and options give the same bytes.
public struct Brief {
  private let state: BrowserState
  private let events: [BriefedEvent]

  /// The report of a state's events: those that pass its filter and its window.
  public init(_ state: BrowserState) {
    self.state = state
    let order = EventOrder(grouping: .day)
    events = order.listed(state.results.matches, in: state.dataset.events).map { listed in
      BriefedEvent(state.dataset.events[listed.row], listed, map: state.environment.baseMap)
    }
  }

  /// The report.
  public var markdown: String {
    let blocks = heading + map + byDay + uncertain + unplaced + rejected + credits
    return blocks.joined(separator: "\n\n") + "\n"
  }

  // MARK: What it is about

  private var heading: [String] {
    let situation = state.situation
    let title = MarkdownText(situation.title).text
    let summary = situation.summary.isEmpty ? [] : [MarkdownText(situation.summary).text]
    return ["# \(title.isEmpty ? "Situation" : title)"] + summary + [facts.joined(separator: "\n")]
  }

  private var facts: [String] {
    let certain = events.count { $0.listed.isCertain }
    var facts = ["- Window: \(TitleLine.words(for: state))"]
    let files = state.dataset.events.files
    if !files.isEmpty {
      facts.append("- Files: " + files.map { MarkdownText($0.words).text }.joined(separator: "; "))
    }
    if !state.view.filter.isEmpty { facts.append("- Filter: \(MarkdownText(state.view.filter.text).text)") }
    facts.append(
      "- Events: \(events.count) of \(state.dataset.events.count); \(certain) certainly in the window, "
        + "\(events.count - certain) possibly")
    facts.append(
      "- How firmly they stand: " + counts(Standing.allCases.map(Optional.some) + [nil], \.standing, \.words))
    facts.append(
      "- How exactly they are placed: " + counts(PlacePrecision.allCases, \.place.precision, \.shortWords)
        + namedWords)
    return facts
  }

  /// `; 3 of them placed by name`; empty where none is.
  private var namedWords: String {
    let count = events.count { $0.event.place.origin == .name }
    return count == 0 ? "" : "; \(count) of them placed by name"
  }

  /// `11 confirmed, 6 reported`: how many events have each value, those that none has left out.
  private func counts<Value: Equatable>(
    _ values: [Value], _ value: (Event) -> Value, _ words: (Value) -> String
  ) -> String {
    let parts = values.compactMap { one in
      let count = events.count { value($0.event) == one }
      return count == 0 ? nil : "\(count) \(words(one))"
    }
    return parts.isEmpty ? "no event" : parts.joined(separator: ", ")
  }

  // MARK: Its map

  private var map: [String] {
    let table = state.dataset.events
    let slots = Set(events.map { table.kindSign(of: $0.listed.row).slot })
    let kinds = table.kinds.signs.filter { slots.contains($0.slot) }
    let letters = kinds.map { "\($0.letter) \(MarkdownText($0.title).text)" }.joined(separator: ", ")
    let words =
      kinds.isEmpty
      ? "No event passes."
      : "\(letters). A capital stands where the place is exact; a number says how many events share a cell; `!` is "
        + "claimed, `?` alleged, `%` disputed. What has no spot of its own is in words below."
    return ["## The map", MarkdownText.block(PlainTextWriter().text(of: state.frame.grid)), words]
  }

  // MARK: Its events

  private var byDay: [String] {
    let known = events.filter { $0.section == .known }
    let words =
      known.isEmpty ? ["No event that is confirmed or reported, in the window for certain, and has a place."] : []
    return ["## What happened, by day"] + words + days(of: known)
  }

  private var uncertain: [String] {
    let uncertain = events.filter { $0.section == .uncertain }
    guard !uncertain.isEmpty else { return [] }
    let words = "Claimed, alleged or disputed, of a standing that is not stated, or only possibly in the window."
    return ["## Uncertain", words] + days(of: uncertain)
  }

  private var unplaced: [String] {
    let unplaced = events.filter { $0.section == .unplaced }
    let others = events.filter { $0.section == .uncertain && $0.event.place.shape == nil }.map(\.event.title)
    guard !unplaced.isEmpty || !others.isEmpty else { return [] }
    let titles = others.map { MarkdownText($0).text }.joined(separator: "; ")
    let words = others.isEmpty ? [] : ["Told above as uncertain, and without a place as well: \(titles)."]
    return ["## Without a place"] + words + days(of: unplaced)
  }

  /// A heading for each day, and its events under it.
  private func days(of events: [BriefedEvent]) -> [String] {
    var blocks: [String] = []
    var start = events.startIndex
    for index in events.indices where index + 1 == events.count || events[index + 1].day != events[index].day {
      blocks.append("### \(MarkdownText(events[index].day).text)")
      blocks.append(events[start...index].map(\.markdown).joined(separator: "\n"))
      start = index + 1
    }
    return blocks
  }

  // MARK: What it rests on

  private var rejected: [String] {
    guard !state.situation.rejections.isEmpty || !state.situation.notes.isEmpty else { return [] }
    let notes = state.situation.notes.map { "- \(MarkdownText($0).text)" }
    let lines =
      notes + state.situation.rejections.map { "- \(MarkdownText("\($0.file):\($0.line): \($0.reason)").text)" }
    return ["## What could not be read", lines.joined(separator: "\n")]
  }

  private var credits: [String] {
    let data = state.situation.attribution
    let lines =
      (data.isEmpty ? [] : ["- Events: \(MarkdownText(data).text)"])
      + state.environment.credits.map { "- Map: \(MarkdownText($0).text)" }
    return lines.isEmpty ? [] : ["## Where it comes from", lines.joined(separator: "\n")]
  }
}

extension Standing? {
  fileprivate var words: String { self?.rawValue ?? "not stated" }
}

extension PlacePrecision {
  fileprivate var shortWords: String {
    switch self {
    case .exact: "exact"
    case .vicinity: "in the vicinity"
    case .locality: "to the town"
    case .region: "to the region"
    case .country: "to the country"
    case .unplaced: "without a place"
    case .unknown: "not stated how exactly"
    }
  }
}
