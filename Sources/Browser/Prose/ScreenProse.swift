import Cartography
import SituationModel
import TextCanvas

/// The content of the screen in plain sentences: the text version of all its panes, for a screen reader.
///
/// It draws nothing and needs no colour: pins are described by distance and direction from known towns.
public struct ScreenProse {
  /// A part of the screen.
  public struct Section: Hashable, Sendable {
    /// The subject of the section.
    public let title: String
    /// The sentences of the section, one or several to a line.
    public let lines: [String]
  }

  let state: BrowserState
  /// The number of events up to which they are named; more are only counted.
  static let mostNamed = 6
  /// The number of pins up to which all are named; of more, only the fullest.
  static let mostPins = 24
  /// The number of events in one spot up to which they are read; of more, only the columns are used.
  static let mostRead = 500

  /// The words for a state.
  public init(_ state: BrowserState) { self.state = state }

  /// The parts of the screen, from the title to the selected event; empty parts are left out.
  public var sections: [Section] {
    let groups = EventGroups(state)
    return [
      Section(title: "The situation", lines: situation), Section(title: "The story", lines: story),
      Section(title: "The map", lines: map),
      Section(title: "On the map, from north to south", lines: pins(groups)),
      Section(title: "Off the map", lines: beyond(groups)),
      Section(title: "Of a whole country", lines: countries(groups)),
      Section(title: "Without a place", lines: unplaced(groups)),
      Section(title: "In time", lines: time), Section(title: "The selected event", lines: selected),
    ].filter { !$0.lines.isEmpty }
  }

  /// The parts as text: each under its heading, a line for each of its lines.
  public var text: String {
    sections.map { "\($0.title)\n" + $0.lines.map { "  \($0)\n" }.joined() }.joined(separator: "\n")
  }

  /// The same text, followed by each listed event in full.
  public func text(with listed: [ListedEvent]) -> String {
    var text = text
    for (index, entry) in listed.enumerated() {
      if let group = entry.group, index == 0 || listed[index - 1].group != group {
        text += "\n\(SafeText(group).text)\n"
      }
      let event = state.dataset.events[entry.row]
      let doubt = entry.isCertain ? [] : ["Only possibly in the window."]
      let sentences = EventProse(event, map: state.environment.baseMap).sentences + doubt + changes(of: event)
      text += "\nEvent \(index + 1) of \(listed.count)\n" + sentences.map { "  \($0)\n" }.joined()
    }
    return text
  }

  // MARK: Title and map

  private var situation: [String] {
    let all = state.dataset.wholeCount
    let shown =
      state.dataset.partial == nil
      ? state.results.matches.count : state.results.counts.certain + state.results.counts.possible
    let certain =
      state.dataset.partial == nil ? state.results.matches.count(where: \.isCertain) : state.results.counts.certain
    var lines = [SafeText(state.situation.title).text + "."]
    if !state.situation.summary.isEmpty { lines.append(SafeText(state.situation.summary).text) }
    lines += state.sourceSentences
    let window = "Window: \(TitleLine.words(for: state))."
    lines.append(
      state.results.counts.areKnown
        ? "\(window) \(shown) of \(counted(all, "event")) shown: \(certain) certainly in the window, "
          + "\(shown - certain) possibly."
        : "\(window) How many events it has is not yet known.")
    let files = state.dataset.events.files.map { file in
      let isOff = state.view.hidden.contains(.file(file.number)) ? ", off" : ""
      return "\(SafeText(file.words).text), \(counted(state.dataset.fileCounts[file.number], "event"))\(isOff)"
    }
    if !files.isEmpty { lines.append("Files: \(files.joined(separator: "; ")).") }
    if !state.view.filter.isEmpty { lines.append("Filter: \(SafeText(state.view.filter.text).text).") }
    if !state.view.search.isEmpty { lines.append("Searched for: \(SafeText(state.view.search).text).") }
    let rejected = state.situation.rejections.count { $0.weight != .note }
    lines += state.situation.notes.map { SafeText($0).text + "." }
    if rejected > 0 { lines.append("\(counted(rejected, "problem")) found while reading.") }
    return lines
  }

  private var story: [String] {
    guard let telling = state.tools.telling, let story = state.tools.story, let step = state.toldStep else { return [] }
    let events = step.rows.map { SafeText(state.dataset.events[$0].title).text }
    let head =
      "Step \(telling.step + 1) of \(story.steps.count) of \(SafeText(story.title).text): \(SafeText(step.title).text)."
    return [head] + SafeParagraphs(step.text).lines
      + (events.isEmpty ? [] : ["It rests on: \(events.joined(separator: "; "))."])
  }

  private var map: [String] {
    let view = state.viewport
    let areas = state.environment.baseMap.areas(around: view.center, in: view).words
    let near = state.environment.baseMap.nearWords(
      to: view.center, zoom: view.zoom, worth: view.metersPerColumn, in: view)?.words
    let middle = [state.view.coordinateForm.words(view.center, meters: view.metersPerColumn), areas, near ?? ""]
    let (across, down) = (Double(view.size.columns), 2 * Double(view.size.rows))
    let worth = view.metersPerColumn * 10
    func length(_ columns: Double) -> String { LengthWords(columns * view.metersPerColumn, worth: worth).text }
    var lines = [
      "Its middle: " + middle.filter { !$0.isEmpty }.joined(separator: ", ") + ".",
      "About \(length(across)) from left to right and \(length(down)) from top to bottom, in the "
        + "\(view.projection.rawValue) projection.",
    ]
    if let note = state.view.worldview.note { lines.append("Contested names and \(note).") }
    let hidden = MapLayer.allCases.filter { state.view.hidden.contains(.layer($0)) }.map(\.rawValue)
    if !hidden.isEmpty { lines.append("Layers that are off: \(hidden.joined(separator: ", ")).") }
    return lines
  }

  // MARK: Time and selection

  private var time: [String] {
    guard state.dataset.isDated else {
      return [state.dataset.isOverviewKnown ? "No event has a date." : "The dates are not yet known."]
    }
    let buckets = state.results.histogram.buckets
    let tallies = state.results.histogram.tallies
    let full = tallies.indices.filter { tallies[$0].total > 0 }
    let most = full.sorted { (tallies[$0].total, $1) > (tallies[$1].total, $0) }.prefix(Self.mostPins).sorted()
    let precision: TimePrecision = buckets.unit.precision
    let words = most.map { index in
      let tally = tallies[index]
      let certain = tally.certain.values.reduce(0, +)
      let parts = [
        certain > 0 ? "\(certain) certainly" : "", tally.overlapping > 0 ? "\(tally.overlapping) possibly" : "",
      ]
      return "\(buckets.bounds[index].words(precision)): " + parts.filter { !$0.isEmpty }.joined(separator: ", ")
    }
    let head = full.count > most.count ? "The \(most.count) fullest of \(full.count)" : "Events"
    let empty = buckets.count - full.count
    return ["\(head) by \(buckets.unit.name), in and out of the window: \(words.joined(separator: "; "))."]
      + (empty == 0 ? [] : ["\(counted(empty, buckets.unit.name)) without an event."])
  }

  private var selected: [String] {
    guard let row = state.view.selection?.row else { return [] }
    let event = state.dataset.events[row]
    let links = event.links.compactMap { link in
      state.dataset.events.row(of: link.target).map { target in
        "It \(link.relation.words): \(SafeText(state.dataset.events[target].title).text)."
      }
    }
    return EventProse(event, map: state.environment.baseMap).sentences + links + changes(of: event)
  }

  private func changes(of event: Event) -> [String] {
    state.dataset.events.book[event: event.id].map { HistoryProse($0, on: state.situation.zone).sentences } ?? []
  }

  // MARK: Words

  func counted(_ number: Int, _ thing: String) -> String { "\(number) \(thing)\(number == 1 ? "" : "s")" }

  func unique<Item: Hashable>(_ items: [Item]) -> [Item] {
    var seen: Set<Item> = []
    return items.filter { seen.insert($0).inserted }
  }
}

extension BrowserState {
  /// The content of the screen in plain sentences.
  public var prose: ScreenProse { ScreenProse(self) }
}

extension BucketUnit {
  /// The precision with which the beginnings of buckets are written.
  fileprivate var precision: TimePrecision {
    switch seconds {
    case ..<60: .second
    case ..<3_600: .minute
    case ..<86_400: .minute
    case ..<(86_400 * 27): .day
    case ..<(86_400 * 360): .month
    default: .year
    }
  }
}
