import SituationModel

/// The reading of a file in one line for a person: `9 columns; time from "date", place from "lat" and "lon"; 2 kept as text`.
struct ReadingWords {
  /// The line; nil where the file has no fields.
  let text: String?

  init(_ recognition: Recognition) {
    let columns = recognition.columns
    guard !columns.isEmpty else {
      text = nil
      return
    }
    func names(_ meanings: [ColumnMeaning]) -> String? {
      let found = columns.filter { !Set($0.meanings).isDisjoint(with: meanings) }.map { "`\($0.name)`" }
      if found.isEmpty { return nil }
      return found.prefix(4).joined(separator: ", ") + (found.count > 4 ? " and \(found.count - 4) more" : "")
    }
    var parts = ReadingWords.roles.compactMap { role in names(role.meanings).map { "\(role.words) from \($0)" } }
    if names([.time, .start, .end, .year]) == nil { parts.append("no time") }
    if names([.lat, .geometry, .place]) == nil, recognition.isPlacedByFields { parts.append("no place") }
    let noun = recognition.separator == nil ? "field" : "column"
    let kept = columns.count { $0.meanings.contains(.other) || $0.meanings.contains(.fallbackTitle) }
    let unread = columns.count { $0.meanings == [.none] }
    var words = counted(columns.count, noun) + "; " + parts.joined(separator: ", ")
    if kept > 0 { words += "; \(kept) kept as text" }
    if let matching = recognition.matching { words += "; \(matching.words)" }
    if unread > 0 { words += "; \(unread) not read" }
    text = words
  }

  private static let roles: [(words: String, meanings: [ColumnMeaning])] = [
    ("time", [.time, .start, .end, .year, .month, .day, .clock, .hour, .minute]), ("place", [.lat, .lon, .geometry]),
    ("place name", [.place]), ("destination", [.destination, .destinationLat]), ("title", [.title, .fallbackTitle]),
    ("kind", [.kind]), ("who", [.actor]), ("source", [.source, .link, .sources]), ("figures", [.figure]),
  ]
}

extension Recognition {
  /// True if places can come from fields alone.
  fileprivate var isPlacedByFields: Bool { separator != nil || format == .json || format == .jsonLines }
}
