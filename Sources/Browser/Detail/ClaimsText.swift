import SituationModel
import TextCanvas

/// The part of a detail that keeps apart what is concluded, who claims what, and whose numbers can't be true together.
extension DetailText {
  /// The event's own standing and summary.
  mutating func addConclusion() {
    heading("Conclusion: \(EventWords(event).standing)")
    for paragraph in event.summary.split(separator: "\n") { add(String(paragraph)) }
    lines.append(TextLine())
  }

  /// A row for each source: who, when, with which grade; `%` where it disputes the event.
  mutating func addClaimTable() {
    // A date that is cut would say something else: one that has no room stands below, in full.
    let room = max(11, columns / 3)
    let dates = event.sources.map { source in
      source.published.map { $0.typed.count > room ? "see below" : $0.typed } ?? "-"
    }
    let dateColumns = max(4, dates.map(\.count).max() ?? 0)
    // The number, the date, the grade and a mark, with a space before each.
    let numberColumns = String(event.sources.count).count
    let whoColumns = max(4, columns - numberColumns - dateColumns - 8)
    let names = filled("Claims", numberColumns + 1 + whoColumns) + " " + filled("when", dateColumns) + " grade"
    heading(clipped(names, to: columns))
    for (index, source) in event.sources.enumerated() {
      let number = filled(String(index + 1), numberColumns, isNumber: true)
      let line = TextLine("\(number) \(filled(SafeText(source.who).text, whoColumns)) ")
        .adding(filled(dates[index], dateColumns) + " ")
        .adding(filled(source.grade?.text ?? "-", 2), Style(.emphasis))
      lines.append(source.disputes ? line.adding(" %", Style(.warning)) : line)
    }
    if event.sources.contains(where: \.disputes) { add("% disputes the conclusion", Style(.warning), indent: 2) }
  }

  /// Adds, for each thing that is counted, the numbers of each source, and the sources that exclude each other.
  mutating func addFigures() {
    let contradictions = Dictionary(event.contradictions.map { ($0.what, $0) }, uniquingKeysWith: { first, _ in first })
    let all = event.sources.enumerated().flatMap { index, source in
      source.figures.map { (source: index, figure: $0) }
    }
    let groups = Dictionary(grouping: all, by: \.figure.what)
    for what in event.counted {
      lines.append(TextLine())
      let figures = groups[what] ?? []
      let cells = figures.map { item in
        [item.figure.low, item.figure.best, item.figure.high].map { $0?.figureWords ?? "-" }
      }
      let width = min(9, max(4, cells.flatMap { $0 }.map(\.count).max() ?? 0))
      let nameColumns = max(4, columns - 3 * (width + 1) - 2)
      let titles = ["low", "best", "high"].map { " " + filled($0, width, isNumber: true) }.joined()
      heading(clipped(filled(SafeText(what).text, nameColumns) + titles, to: columns))
      for (item, numbers) in zip(figures, cells) {
        let name = "\(item.source + 1) \(SafeText(event.sources[item.source].who).text)"
        let texts = numbers.map { " " + filled($0, width, isNumber: true) }.joined()
        let isApart = contradictions[what]?.sources.contains(item.source) ?? false
        let line = TextLine(filled(name, nameColumns) + texts)
        lines.append(isApart ? line.adding(" %", Style(.warning)) : line)
      }
      if let found = contradictions[what] { addContradiction(found) }
    }
  }

  private mutating func addContradiction(_ found: Contradiction) {
    /// A number alone is no limit.
    func bound(_ source: Int, _ words: String, _ number: Double) -> String {
      let isAlone = event.sources[source].figures.contains { $0.what == found.what && $0.floor == $0.ceiling }
      return "\(source + 1) says \(isAlone ? "" : words + " ")\(number.figureWords)"
    }
    let (lower, upper) = (bound(found.lower, "at most", found.ceiling), bound(found.upper, "at least", found.floor))
    add("% contradiction: \(lower), \(upper)", Style(.warning), indent: 2)
  }

  /// Adds the events whose sources dispute or corroborate this one.
  mutating func addOthersView(of row: Int, in events: EventTable) {
    for (relation, sign) in [(Event.Link.Relation.disputes, "%"), (.corroborates, "+")] {
      let rows = events.rows(linkingTo: event.id).filter { other in
        other != row && events[other].links.contains { $0.target == event.id && $0.relation == relation }
      }
      for other in rows.prefix(3) {
        let style = relation == .disputes ? Style(.warning) : .plain
        add("\(sign) \(relation.wordsBack.dropFirst(3)) \(events[other].voices)", style, indent: 2)
      }
      if rows.count > 3 { add("\(sign) and by \(rows.count - 3) more: see the linked events", Style(.dim), indent: 2) }
    }
  }

  /// A text in so many columns: cut, or filled with spaces behind it, before it where it is a number.
  private func filled(_ text: String, _ columns: Int, isNumber: Bool = false) -> String {
    let text = clipped(text, to: columns)
    let spaces = String(repeating: " ", count: max(0, columns - displayWidth(of: text)))
    return isNumber ? spaces + text : text + spaces
  }
}

extension Event {
  /// The names behind the event's claims: its sources, or else the actors, or else its title.
  fileprivate var voices: String {
    let names = sources.isEmpty ? actors : sources.map(\.who)
    return names.isEmpty ? "\u{22}\(title)\u{22}" : names.joined(separator: ", ")
  }
}
