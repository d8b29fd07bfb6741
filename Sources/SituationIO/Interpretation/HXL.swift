/// Tags of the Humanitarian Exchange Language (hxlstandard.org, 1.1): a row of them under the names of a table's columns, or in
/// their place, says what each column means.
enum HXL {
  /// A tag, as `#affected+killed+f`.
  struct Tag: Hashable, Sendable {
    /// The name in small letters, without `#`.
    let name: String
    /// The words behind each `+`, in small letters.
    let attributes: Set<String>

    /// The tag of a cell; nil where it is none.
    init?(_ cell: String) {
      let text = cell.filter { !$0.isWhitespace }.lowercased()
      guard text.utf8.first == UInt8(ascii: "#") else { return nil }
      let parts = text.dropFirst().split(separator: "+", omittingEmptySubsequences: false)
      guard parts.allSatisfy(Tag.isWord) else { return nil }
      name = String(parts[0])
      attributes = Set(parts.dropFirst().map(String.init))
    }

    private static func isWord(_ part: Substring) -> Bool {
      guard let first = part.utf8.first, first &- 0x61 < 26 else { return false }
      return part.utf8.allSatisfy { $0 &- 0x61 < 26 || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "_") }
    }

    func has(_ wanted: String...) -> Bool { wanted.contains(where: attributes.contains) }
  }

  /// The tags whose texts say of an event what it is.
  private static let telling: Set<String> = [
    "activity", "cause", "crisis", "description", "event", "impact", "indicator", "item", "need", "output", "service",
  ]

  /// True if the texts of a field with a tag may stand for titles: those of units, organisations and codes do not.
  static func mayBeTitle(_ tag: Tag) -> Bool { telling.contains(tag.name) && !tag.has("code", "id", "type") }

  /// The tags are looked for in so many rows.
  static let searched = 25

  /// True if cells are a row of tags: half of those that say something, as libhxl has it.
  static func areTags(_ cells: [String]) -> Bool {
    let told = cells.filter { cell in cell.contains { !$0.isWhitespace } }
    let tags = told.count { Tag($0) != nil }
    // One cell alone is a comment rather than a tag.
    return tags > 1 && tags * 2 >= told.count
  }

  /// The columns of a table that has a row of tags.
  struct Header {
    /// The number of the row of tags.
    let row: Int
    let tags: [String]
    /// The names of the columns: those above the tags, or, where nothing stands there but a title, the tags.
    let names: [String]

    /// The header in the first rows of a table; nil where they have no tags.
    init?(_ rows: [[String]]) {
      guard let row = rows.firstIndex(where: HXL.areTags) else { return nil }
      (self.row, tags) = (row, rows[row])
      let above = row > 0 ? rows[row - 1] : []
      let hasNames = above.count(where: { !$0.isEmpty }) * 10 >= tags.count(where: { !$0.isEmpty }) * 6
      names = (0..<max(tags.count, hasNames ? above.count : 0)).map { column in
        let candidates = [hasNames ? above : [], rows[row]].compactMap { column < $0.count ? $0[column] : nil }
        return candidates.first { !$0.isEmpty } ?? "column \(column + 1)"
      }
    }
  }

  /// A meaning that a tag gives a column, and how good it is among those of that meaning: the least rank counts.
  struct Choice {
    let meaning: ColumnMeaning
    let rank: Int
    var figure = ""
  }

  /// The meaning of a tag; nil where the tag says nothing of an event that has a place of its own.
  static func choice(_ tag: Tag) -> Choice? {
    switch tag.name {
    case "date": date(tag)
    case "geo": geo(tag)
    case "loc":
      tag.has("code", "type", "id", "destination") ? nil : Choice(meaning: .place, rank: tag.has("name") ? 0 : 1)
    case "adm1", "adm2", "adm3", "adm4", "adm5", "country":
      // The smallest unit is the best name of a place.
      tag.has("code", "id", "iso2", "iso3")
        ? nil : Choice(meaning: .place, rank: 10 - (tag.name.last?.wholeNumberValue ?? 0))
    case "event": event(tag)
    case "cause": Choice(meaning: .kind, rank: 3)
    case "affected", "inneed", "population", "reached", "targeted":
      Choice(meaning: .figure, rank: 0, figure: figure(tag))
    case "description": Choice(meaning: .summary, rank: 0)
    case "group": tag.has("code", "id", "type") ? nil : Choice(meaning: .actor, rank: 0)
    case "meta": meta(tag)
    default: nil
    }
  }

  private static func date(_ tag: Tag) -> Choice? {
    if tag.has("start") { return Choice(meaning: .start, rank: 0) }
    if tag.has("end") { return Choice(meaning: .end, rank: 0) }
    if tag.has("published", "reported", "released") { return Choice(meaning: .published, rank: 0) }
    if tag.has("year", "month", "day", "week", "updated", "modified", "precision") { return nil }
    return Choice(meaning: .time, rank: tag.has("occurred") ? 0 : 1)
  }

  private static func geo(_ tag: Tag) -> Choice? {
    if tag.has("lat") { return Choice(meaning: .lat, rank: 0) }
    if tag.has("lon") { return Choice(meaning: .lon, rank: 0) }
    if tag.has("radius") { return Choice(meaning: .radius, rank: 0) }
    if tag.has("precision") { return Choice(meaning: .precision, rank: 0) }
    if tag.has("coord", "coords", "wkt", "point") { return Choice(meaning: .geometry, rank: 0) }
    return nil
  }

  private static func event(_ tag: Tag) -> Choice? {
    if tag.has("id", "code") { return Choice(meaning: .id, rank: 0) }
    if tag.has("related", "date", "status") { return nil }
    if tag.has("type") { return Choice(meaning: .kind, rank: tag.has("main") ? 0 : tag.has("sub") ? 2 : 1) }
    if tag.has("description", "notes") { return Choice(meaning: .summary, rank: 0) }
    return Choice(meaning: .title, rank: tag.has("title", "name") ? 0 : 1)
  }

  private static func meta(_ tag: Tag) -> Choice? {
    if tag.has("source") { return Choice(meaning: tag.has("url", "link") ? .link : .source, rank: 0) }
    if tag.has("url", "link") { return Choice(meaning: .link, rank: 0) }
    if tag.has("id") { return Choice(meaning: .id, rank: 1) }
    return nil
  }

  /// The tag that we write for a column of the table of our own.
  static func tag(ofOwn name: String) -> String { ownTags[name] ?? "#meta+\(name)" }

  private static let ownTags = [
    "id": "#event+id", "title": "#event+name", "kind": "#event+type", "when": "#date+occurred",
    "published": "#date+published", "place": "#loc+name", "precision": "#geo+precision", "radius_m": "#geo+radius+m",
    "latitude": "#geo+lat", "longitude": "#geo+lon", "destination": "#loc+destination+name", "standing": "#status",
    "grade": "#meta+reliability", "actors": "#group+name", "summary": "#description", "sources": "#meta+source",
    "links": "#event+related", "geometry": "#geo+wkt", "sources_json": "#meta+sources+json",
    "members_json": "#meta+members+json",
  ]

  /// The words for a figure: `killed`, or `displaced, f` of `#affected+displaced+f`.
  private static func figure(_ tag: Tag) -> String {
    let words = tag.attributes.subtracting(["num", "total", "ind"]).sorted()
    return words.isEmpty ? tag.name : words.joined(separator: ", ")
  }
}

extension Interpretation {
  /// Gives fields the meanings of their tags, which go over what their names seem to mean.
  mutating func apply(tags cells: [String]) {
    let choices = cells.prefix(names.count).map { HXL.Tag($0).flatMap(HXL.choice) }
    let several: Set<ColumnMeaning> = [.actor, .source, .link, .summary, .figure]
    for (column, cell) in cells.prefix(names.count).enumerated() where HXL.Tag(cell) != nil {
      uses.removeAll { $0.column == column }
      if HXL.Tag(cell).map(HXL.mayBeTitle) == false { untitledColumns.insert(column) }
      guard let choice = choices[column] else {
        uses.append(Use(column: column, meaning: .other))
        continue
      }
      let isBest = !choices.indices.contains { other in
        guard let rival = choices[other], rival.meaning == choice.meaning else { return false }
        return (rival.rank, other) < (choice.rank, column)
      }
      let isTaken = several.contains(choice.meaning) || isBest
      if isTaken, !several.contains(choice.meaning) {
        for place in uses.indices where uses[place].meaning == choice.meaning { uses[place].meaning = .other }
      }
      uses.append(Use(column: column, meaning: isTaken ? choice.meaning : .other, figure: choice.figure))
    }
    uses.sort { $0.column < $1.column }
    dropWeakerTimes()
  }

  /// Of a moment and a span the span says more, where it has both ends; else the moment does.
  private mutating func dropWeakerTimes() {
    guard use(of: .time) != nil, use(of: .start) != nil || use(of: .end) != nil else { return }
    let hasSpan = use(of: .start) != nil && use(of: .end) != nil
    for place in uses.indices {
      let meaning = uses[place].meaning
      if hasSpan ? meaning == .time : meaning == .start || meaning == .end { uses[place].meaning = .other }
    }
  }
}
