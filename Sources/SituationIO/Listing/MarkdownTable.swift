import SituationModel

/// Events as Markdown: a table for each group, under its heading.
struct MarkdownTable {
  /// The tables.
  let text: String

  init(_ entries: [Listing.Entry], escaped: (String) -> String) {
    func cell(_ text: String?) -> String { escaped(text ?? "") }
    let hasFiles = entries.contains { $0.event.file != nil }
    var blocks: [String] = []
    for group in Listing.groups(of: entries) {
      if let heading = group.first?.group { blocks.append("## \(cell(heading))") }
      var rows = [
        "| When | Title | Kind | Place | Standing | Grade | Sources |" + (hasFiles ? " File |" : ""),
        "| --- | --- | --- | --- | --- | --- | --- |" + (hasFiles ? " --- |" : ""),
      ]
      for entry in group {
        let event = entry.event
        let when = (event.when?.words ?? "not given") + (entry.isCertain ? "" : " (possibly in the window)")
        let place =
          (event.place.name ?? "")
          + " (\(event.place.precision.words)\(event.place.origin == .name ? ", by name" : ""))"
        let cells =
          [
            when, event.title, event.kindName, place, event.standing?.rawValue ?? "not stated", event.gradeWords ?? "",
            event.sources.map(\.voice).joined(separator: "; "),
          ] + (event.file.map { [$0.name] } ?? [])
        rows.append("| " + cells.map(cell).joined(separator: " | ") + " |")
      }
      blocks.append(rows.joined(separator: "\n"))
    }
    text = blocks.isEmpty ? "No event.\n" : blocks.joined(separator: "\n\n") + "\n"
  }
}

extension PlacePrecision {
  fileprivate var words: String { self == .unknown ? "precision not stated" : rawValue }
}
