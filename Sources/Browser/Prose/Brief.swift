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
  /// True if there are more events than anybody reads one by one: a page of totals stands before them, or in their place.
  private let isLong: Bool

  /// So many events are told one by one if nothing is said.
  public static let mostEvents = 100

  /// The report of a state's events: those that pass its filter and its window.
  ///
  /// - Parameter tellsAllEvents: true to tell each event, however many there are.
  public init(_ state: BrowserState, tellsAllEvents: Bool = false) {
    self.state = state
    isLong = state.results.matches.count > Brief.mostEvents
    guard !isLong || tellsAllEvents else {
      events = []
      return
    }
    let order = EventOrder(grouping: .day)
    events = order.listed(state.results.matches, in: state.dataset.events).map { listed in
      BriefedEvent(state.dataset.events[listed.row], listed, map: state.environment.baseMap)
    }
  }

  /// The report.
  public var markdown: String {
    let told = events.isEmpty && isLong ? [leftOut] : byDay + uncertain + unplaced
    let blocks = heading + (isLong ? BriefPage(state).blocks : []) + map + told + rejected + credits
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
    let matches = state.results.matches
    let certain = matches.count(where: \.isCertain)
    var facts = ["- Window: \(TitleLine.words(for: state))"]
    let files = state.dataset.events.files
    if !files.isEmpty {
      facts.append("- Files: " + files.map { MarkdownText($0.words).text }.joined(separator: "; "))
    }
    if !state.view.filter.isEmpty { facts.append("- Filter: \(MarkdownText(state.view.filter.text).text)") }
    facts.append(
      "- Events: \(matches.count) of \(state.dataset.events.count); \(certain) certainly in the window, "
        + "\(matches.count - certain) possibly")
    let columns = state.dataset.events.columns
    facts.append(
      "- How firmly they stand: "
        + counts(Standing.allCases.map { ($0.code, $0.rawValue) } + [(0, "not stated")], columns.standings))
    facts.append(
      "- How exactly they are placed: "
        + counts(PlacePrecision.allCases.map { ($0.code, $0.shortWords) }, columns.precisions) + namedWords)
    return facts
  }

  /// The sentence in place of the events where they are too many.
  private var leftOut: String {
    "The \(state.results.matches.count) events are left out, since they are more than \(Brief.mostEvents): "
      + "`sitmap brief --events` tells each of them."
  }

  /// `; 3 of them placed by name`; empty where none is.
  private var namedWords: String {
    let flags = state.dataset.events.columns.flags
    let count = state.results.matches.count { flags[$0.row].contains(.isPlacedByName) }
    return count == 0 ? "" : "; \(count) of them placed by name"
  }

  /// `11 confirmed, 6 reported`: how many events have each code of a column, those that none has left out.
  private func counts(_ words: [(code: UInt8, words: String)], _ column: [UInt8]) -> String {
    var numbers = [Int](repeating: 0, count: 256)
    for match in state.results.matches { numbers[Int(column[match.row])] += 1 }
    let parts = words.filter { numbers[Int($0.code)] > 0 }.map { "\(numbers[Int($0.code)]) \($0.words)" }
    return parts.isEmpty ? "no event" : parts.joined(separator: ", ")
  }

  // MARK: Its map

  private var map: [String] {
    let table = state.dataset.events
    let slots = Set(state.results.matches.map { table.kindSign(of: $0.row).slot })
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
      known.isEmpty
      ? [
        "No event that is confirmed or reported, or says nothing of its standing, in the window for certain, and has a place."
      ] : []
    return ["## What happened, by day"] + words + days(of: known)
  }

  private var uncertain: [String] {
    let uncertain = events.filter { $0.section == .uncertain }
    guard !uncertain.isEmpty else { return [] }
    let words = "Claimed, alleged or disputed, or only possibly in the window."
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
    let rejections = state.situation.rejections
    // A long report has the first of them: `sitmap check` has all.
    let shown = isLong ? rejections.prefix(10) : rejections[...]
    let left = rejections.count - shown.count
    let lines =
      notes + shown.map { "- \(MarkdownText("\($0.file):\($0.line): \($0.reason)").text)" }
      + (left > 0 ? ["- \(left) more: `sitmap check` lists all"] : [])
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
