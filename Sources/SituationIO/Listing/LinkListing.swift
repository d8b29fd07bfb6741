import SituationModel

/// Pairs of reports that may be of one event, as text or JSON, and one pair side by side.
public struct LinkListing {
  private let linking: Linking
  private let events: EventTable
  private let pairs: [LinkCandidate]
  private let safe: (String) -> String

  /// A listing.
  ///
  /// - Parameters:
  ///   - linking: what compares the events of the table.
  ///   - events: the table.
  ///   - pairs: the pairs, best first.
  ///   - safe: makes a text of the files fit for one line of a terminal; JSON needs none, since it has escapes.
  public init(_ linking: Linking, of events: EventTable, _ pairs: [LinkCandidate], safe: @escaping (String) -> String) {
    (self.linking, self.events, self.pairs, self.safe) = (linking, events, pairs, safe)
  }

  private func most(_ limit: Int) -> ArraySlice<LinkCandidate> { limit == 0 ? pairs[...] : pairs.prefix(limit) }

  // MARK: Text

  /// A block of four lines for each pair, at most so many; 0 for all.
  public func text(_ limit: Int) -> String {
    let chosen = most(limit)
    let head =
      pairs.count == 1 ? "1 pair of reports may be of one event" : "\(pairs.count) pairs of reports may be of one event"
    let blocks = chosen.enumerated().flatMap { number, pair in block(number + 1, pair) }
    let more = pairs.count > chosen.count ? ["(the first \(chosen.count) of \(pairs.count): --limit 0 lists all)"] : []
    return ([head] + blocks + more).map { safe($0) + "\n" }.joined()
  }

  private func block(_ number: Int, _ pair: LinkCandidate) -> [String] {
    let origin = linking.origin(pair.first, pair.second)
    return [
      "\(number)  score \(pair.score)" + (origin.map { "  one origin: \($0.words)" } ?? ""),
      "    " + LinkListing.line(events[pair.first]), "    " + LinkListing.line(events[pair.second]),
      "    " + LinkListing.words(linking.reasons(pair.first, pair.second)),
    ]
  }

  private static func line(_ event: Event) -> String {
    let sources = event.sources.map(\.who).joined(separator: ", ")
    let file = event.file.map { ", \($0.name)" } ?? ""
    return "\(event.when?.edtf ?? "no date")  \(event.title)  (\(event.id)\(file))"
      + (sources.isEmpty ? "" : "  \(sources)")
  }

  /// The reasons in one sentence: those for one event, then those against it.
  private static func words(_ reasons: [LinkReason]) -> String {
    let (pro, contra) = (reasons.filter(\.isFor).map(\.words), reasons.filter { !$0.isFor }.map(\.words))
    return pro.joined(separator: ", ") + (contra.isEmpty ? "" : "; but \(contra.joined(separator: ", "))")
  }

  // MARK: JSON

  /// An object with the list `candidates`, each with both reports, the score, the reasons for and against, and whether they are of one origin.
  public func json(_ limit: Int) -> String {
    let objects = most(limit).map { pair in
      let reasons = linking.reasons(pair.first, pair.second)
      func list(_ isFor: Bool) -> PropertyValue {
        .list(reasons.filter { $0.isFor == isFor }.map { .text($0.words) })
      }
      var members: [(key: String, value: PropertyValue)] = [
        ("score", .number(pair.score)), ("first", value(pair.first)), ("second", value(pair.second)),
        ("for", list(true)), ("against", list(false)), ("one_origin", .flag(pair.isOneOrigin)),
      ]
      if let origin = linking.origin(pair.first, pair.second) { members.append(("origin", .text(origin.words))) }
      return PropertyValue.json(members)
    }
    return "{\"candidates\":[\n" + objects.joined(separator: ",\n") + (objects.isEmpty ? "" : "\n") + "]}\n"
  }

  private func value(_ row: Int) -> PropertyValue {
    let event = events[row]
    var members: [String: PropertyValue] = ["id": .text(event.id), "title": .text(event.title)]
    members["when"] = event.when.map { .text($0.edtf) }
    members["file"] = (event.file?.name).map(PropertyValue.text)
    return .object(members)
  }

  // MARK: Side by side

  /// The width of a report's column.
  private static let width = 32

  /// The two reports of a pair beside each other, with a mark between them: `=` where they say the same, `*` where they differ.
  ///
  /// - Parameter measure: the width of a text on a screen.
  public func pair(_ number: Int, width measure: (String) -> Int) -> String {
    guard pairs.indices.contains(number) else { return "" }
    let pair = pairs[number]
    var lines = ["score \(pair.score): " + LinkListing.words(linking.reasons(pair.first, pair.second))]
    lines.append(linking.origin(pair.first, pair.second).map { "one origin: \($0.words)" } ?? "no sign of one origin")
    lines.append("")
    for row in SideBySide(events[pair.first], events[pair.second]).rows {
      let (left, right) = (wrapped(row.first, measure), wrapped(row.second, measure))
      for line in 0..<max(left.count, right.count) {
        let cell = line < left.count ? left[line] : ""
        let padding = String(repeating: " ", count: max(0, LinkListing.width - measure(cell)))
        let name = line == 0 ? row.name : ""
        lines.append(
          "\(name)\(String(repeating: " ", count: max(0, 11 - name.count)))\(cell)\(padding) \(row.sign) "
            + (line < right.count ? right[line] : ""))
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text in lines that fit its column. A word that is too long is cut.
  private func wrapped(_ text: String, _ measure: (String) -> Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n") {
      var line = ""
      for word in safe(String(paragraph)).split(separator: " ") {
        var word = String(word)
        while true {
          let longer = line.isEmpty ? word : "\(line) \(word)"
          if measure(longer) <= LinkListing.width {
            line = longer
            break
          }
          if !line.isEmpty {
            lines.append(line)
            line = ""
          } else {
            var head = ""
            while let next = word.first, head.isEmpty || measure(head + String(next)) <= LinkListing.width {
              head.append(word.removeFirst())
            }
            lines.append(head)
            if word.isEmpty { break }
          }
        }
      }
      if !line.isEmpty { lines.append(line) }
    }
    return lines
  }
}
