import SituationModel
import TextCanvas

/// One event in full, as lines of some width, with the events that it is linked to.
struct DetailText {
  /// The target of a link.
  enum Link: Hashable {
    /// Another event, by its row.
    case event(Int)
    /// The web address of a source.
    case address(WebLink)
    /// Another event that is not loaded, and can be asked for by its id.
    case elsewhere(String)
  }

  /// The lines.
  var lines: [TextLine] = []
  /// The links, in the order of the lines that name them.
  private(set) var links: [Link] = []
  /// The line of each link.
  private(set) var linkLines: [Int] = []
  let columns: Int
  let event: Event
  private let copies: [LocalCopy: LocalCopy.State]
  private let chosen: Int?
  let keys: KeyMap
  /// The colour of the event's mark.
  private let ink: Ink
  /// True if events that are not loaded can be asked for.
  private let asks: Bool

  /// - Parameters:
  ///   - asks: true if events that are not loaded can be asked for.
  ///   - keys: the keys that the hints name.
  ///   - colouring: the meaning of the mark's colour; nil for the kind.
  ///   - chosen: the link that is ready to follow, counted from 0.
  ///   - copies: the results of checking the sources' copies.
  ///   - zone: the zone on whose clocks the times of changes are written.
  init(
    row: Int, in events: EventTable, columns: Int, keys: KeyMap = KeyMap(), colouring: Colouring? = nil,
    chosen: Int? = nil, copies: [LocalCopy: LocalCopy.State] = [:], asks: Bool = false,
    on zone: Zone = .utc
  ) {
    self.asks = asks
    self.columns = max(8, columns)
    self.chosen = chosen
    self.copies = copies
    self.keys = keys
    ink = colouring?.ink(ofRow: row) ?? events.kindSign(of: row).ink
    event = events[row]
    addHead(of: row, in: events)
    if event.hasClaims { addConclusion() } else { addSummary() }
    addLinks(of: row, in: events)
    addFacts()
    addSources()
    if let history = events.book[event: event.id] { addHistory(history, on: zone) }
  }

  private mutating func addHead(of row: Int, in events: EventTable) {
    add(event.title, Style(.emphasis, on: .plain, .bold))
    let words = EventWords(event)
    let kind = event.kind == .other ? SafeText(event.kindName).text : event.kind.rawValue
    let head = TextLine(events.mark(of: row) + " ", Style(ink, on: .plain, .bold))
    let standing = event.standing?.rawValue.uppercased() ?? words.standing
    lines.append(head.adding(kind + ", ").adding(standing, Style(.emphasis)))
    if let by = words.sourcesInBrief { add("source: \(by)", Style(.emphasis), indent: 2, hangs: true) }
    if let reports = words.reports { add(reports, Style(.emphasis), indent: 2, hangs: true) }
    addOthersView(of: row, in: events)
    if let change = events.change(of: row) { addChange(change) }
    if let history = events.book[event: event.id] { addHistoryInBrief(history) }
    add(words.whenSentence)
    add(words.placeSentence)
    if let coordinates = words.coordinates { add(coordinates, Style(.dim)) }
    lines.append(TextLine())
  }

  private mutating func addFacts() {
    let before = lines.count
    if let published = event.published { fact("Known", published.words) }
    if let destination = event.destination {
      fact("Bound", "for \(destination.name ?? "a place without a name"), as stated")
    }
    if !event.actors.isEmpty { fact("Who", event.actors.joined(separator: "; ")) }
    if let file = event.file { fact("File", file.words) }
    if lines.count > before { lines.append(TextLine()) }
  }

  private mutating func addSummary() {
    guard !event.summary.isEmpty else { return }
    for paragraph in event.summary.split(separator: "\n") { add(String(paragraph)) }
    lines.append(TextLine())
  }

  private mutating func addSources() {
    if event.hasClaims {
      addClaimTable()
      addFigures()
      lines.append(TextLine())
      heading("Sources in full")
    } else {
      heading(event.sources.isEmpty ? "No source is given" : event.sources.count == 1 ? "Source" : "Sources")
    }
    for (index, source) in event.sources.enumerated() { addSource(source, number: index + 1) }
  }

  private mutating func addSource(_ source: Source, number: Int) {
    let via = source.via.map { ", through \($0)" } ?? ""
    let published = source.published.map { "; published \($0.words)" } ?? ""
    // The numbers of the tables stand before the names, so that each is found again.
    add("\(event.hasClaims ? "\(number)" : "-") \(source.who)\(via)\(published)", indent: 2, hangs: false)
    if let says = source.says { add("says: \(says)", indent: 2) }
    if source.disputes { add("disputes the conclusion", Style(.warning), indent: 2) }
    if let note = source.note { add(note, Style(.dim), indent: 2) }
    if let link = source.link {
      if let address = WebLink(link) {
        addLink(.address(address), link)
      } else {
        add(link, Style(.dim), indent: 2)
      }
    }
    if let grade = source.grade { add("grade \(grade.text): \(grade.words)", Style(.dim), indent: 2) }
    if let copy = source.copy {
      let words = copies[copy]?.words ?? "not checked (\(keys.shown(.verify)) checks)"
      let isFine = copies[copy] == nil || copies[copy] == .same || copies[copy] == .unrecorded
      add("copy \(copy.path): \(words)", Style(isFine ? .dim : .warning), indent: 2)
    }
  }

  private mutating func addLinks(of row: Int, in events: EventTable) {
    var found: [(words: String, link: Link?, title: String)] = event.links.map { link in
      if let target = events.row(of: link.target) { return (link.relation.words, .event(target), events[target].title) }
      return asks
        ? (link.relation.words, .elsewhere(link.target), "\(link.target) (not loaded: follow the link to load it)")
        : (link.relation.words, nil, "\(link.target) (not in this file)")
    }
    for other in events.rows(linkingTo: event.id) where other != row {
      for link in events[other].links where link.target == event.id {
        found.append((link.relation.wordsBack, .event(other), events[other].title))
      }
    }
    guard !found.isEmpty else { return }
    heading("Linked events")
    for link in found {
      addLink(link.link, "\(link.words): \(link.title)")
    }
    lines.append(TextLine())
  }

  /// Adds a line that can be chosen, with a sign before it. Without a link it is only a text.
  private mutating func addLink(_ link: Link?, _ text: String) {
    let isChosen = link != nil && chosen == links.count
    let style = Style(.key, on: .plain, isChosen ? .reverse : [])
    let target = link.map { _ in Target.link(links.count) }
    if let link {
      linkLines.append(lines.count)
      links.append(link)
    }
    let sign = isChosen ? "> " : "- "
    for (index, piece) in wrapped(SafeText(text).text, width: columns - 2).enumerated() {
      lines.append(TextLine((index == 0 ? sign : "  ") + piece, style, target: target))
    }
  }

  mutating func heading(_ text: String) {
    lines.append(TextLine(text, Style(.title)))
  }

  /// Adds a fact under a name of at most five letters.
  private mutating func fact(_ name: String, _ text: String, _ style: Style = .plain) {
    let indent = 6
    for (index, line) in wrapped(SafeText(text).text, width: columns - indent).enumerated() {
      let label = index == 0 ? name : ""
      let padding = String(repeating: " ", count: indent - label.count)
      lines.append(TextLine(label + padding, Style(.dim)).adding(line, style))
    }
  }

  /// Adds a paragraph. The lines after the first are indented, and the first too unless it begins with a sign.
  mutating func add(
    _ text: String, _ style: Style = .plain, indent: Int = 0, target: Target? = nil, hangs: Bool = true
  ) {
    let hasSign = !hangs || ["- ", "> ", "% ", "+ "].contains { text.hasPrefix($0) }
    for (index, piece) in wrapped(SafeText(text).text, width: columns - indent).enumerated() {
      let isIndented = index > 0 || (indent > 0 && !hasSign)
      lines.append(TextLine(isIndented ? String(repeating: " ", count: indent) + piece : piece, style, target: target))
    }
  }
}

extension LocalCopy.State {
  /// The result of a check in a few words.
  var words: String {
    switch self {
    case .same: "ok, as recorded"
    case .changed: "changed: not what was recorded"
    case .unrecorded: "there, but no SHA-256 was recorded"
    case .missing: "missing"
    case .outside: "outside of the data's folder, not looked at"
    case .unreadable(let reason): "can't be read: \(reason)"
    }
  }
}
