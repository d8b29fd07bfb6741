import SituationModel

/// Events written as a list, in the order in which they are given.
public struct Listing {
  /// An event of the list.
  public struct Entry: Sendable {
    let event: Event
    let isCertain: Bool
    let group: String?

    /// - Parameters:
    ///   - event: what is listed.
    ///   - isCertain: True if it is certainly in the window, and not only possibly.
    ///   - group: what the heading above it says; nil where there are no groups.
    public init(_ event: Event, isCertain: Bool, group: String? = nil) {
      self.event = event
      self.isCertain = isCertain
      self.group = group
    }
  }

  private let entries: [Entry]
  private let safe: (String) -> String
  private let markdown: (String) -> String

  /// A list of some events.
  ///
  /// - Parameters:
  ///   - entries: what is listed, in its order.
  ///   - safe: makes a text of the file fit for one line of a terminal, where the list may end; JSON needs none, since it
  ///     has escapes.
  ///   - markdown: makes it fit for a line of Markdown.
  public init(
    _ entries: [Entry], safe: @escaping (String) -> String, markdown: @escaping (String) -> String
  ) {
    self.entries = entries
    self.safe = safe
    self.markdown = markdown
  }

  /// The whole list in a format.
  public func text(_ format: ListingFormat) -> String {
    switch format {
    case .text: textLines
    case .csv: CSVTable(entries, safe: safe).text
    case .markdown: MarkdownTable(entries, escaped: markdown).text
    case .json: json
    }
  }

  /// The whole list as a workbook of XLSX: the table of our own, in the order of the list, in as many sheets as it needs.
  public var workbook: [UInt8] {
    var zip = ZipWriter()
    var bytes = WorkbookParts.begin(&zip)
    let most = WorkbookWriter.Limit().rows - WorkbookWriter.headRows(hasTags: false)
    let hasOrigins = entries.contains { $0.event.place.origin == .name }
    let starts = Array(stride(from: 0, to: max(1, entries.count), by: most))
    for (number, start) in starts.enumerated() {
      let rows = start..<min(entries.count, start + most)
      let writer = WorkbookWriter(rows, hasTags: false, hasOrigins: hasOrigins)
      bytes += zip.begin(WorkbookParts.path(ofSheet: number + 1))
      var output = OutputBytes()
      writer.begin(&output)
      for row in rows {
        writer.append(entries[row].event, at: row, &output)
        if output.count < 1 << 20 { continue }
        bytes += zip.add(output.bytes)
        output.removeAll()
      }
      writer.end(&output)
      bytes += zip.add(output.bytes) + zip.end()
    }
    return bytes + WorkbookParts.end(&zip, sheets: starts.count)
  }

  /// The entries of each group, in order.
  static func groups(of entries: [Entry]) -> [ArraySlice<Entry>] {
    var groups: [ArraySlice<Entry>] = []
    var start = entries.startIndex
    for index in entries.indices where index > start && entries[index].group != entries[index - 1].group {
      groups.append(entries[start..<index])
      start = index
    }
    return entries.isEmpty ? [] : groups + [entries[start...]]
  }

  private var textLines: String {
    var lines = ""
    for group in Listing.groups(of: entries) {
      if let heading = group.first?.group { lines += "# \(safe(heading)) (\(group.count))\n" }
      for entry in group { lines += line(of: entry.event) + "\n" }
    }
    return lines
  }

  /// A line with tabs between the columns. What is not known is empty.
  private func line(of event: Event) -> String {
    let columns: [String?] =
      [
        event.when?.edtf, event.kindName, event.standing?.rawValue, event.place.name, event.place.knownWords,
        event.title, event.sources.map(\.voice).joined(separator: "; "), event.id, event.gradeWords,
      ] + (event.file.map { [$0.name] } ?? [])
    return columns.map { safe($0 ?? "") }.joined(separator: "\t")
  }

  private var json: String {
    let objects = entries.map { EventObject($0.event, isCertain: $0.isCertain, group: $0.group).json }
    return "[\n" + objects.joined(separator: ",\n") + (objects.isEmpty ? "" : "\n") + "]\n"
  }
}

extension Place {
  /// The precision, and that it was found by name where it was.
  var knownWords: String { origin == .name ? "\(precision.rawValue) by name" : precision.rawValue }
}

extension Source {
  /// `Maxar through a news article`.
  var voice: String { who + (via.map { " through \($0)" } ?? "") }
}
