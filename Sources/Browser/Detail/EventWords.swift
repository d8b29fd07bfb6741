import SituationModel

/// The words for an event's place, date and standing, for the panes and for `list` alike.
///
/// The words are as exact as the data and no more: coordinates are given for a spot, about for a town, and not at all for
/// a region or a country.
public struct EventWords {
  let event: Event

  /// The words for an event.
  public init(_ event: Event) { self.event = event }

  /// The date: `Fri 13 Dec 2024`; or words for no date.
  public var when: String { event.when?.words ?? "no date" }

  /// The precision of the date: `to the day`, `some time in these 7 days`; empty without a date.
  public var whenPrecision: String { event.when?.precisionWords ?? "" }

  /// The name of the place; or words for no place or no name.
  public var place: String {
    event.place.name ?? (event.place.precision == .unplaced ? "no place" : "place without a name")
  }

  /// The precision of the place, `exact`, `vicinity`, …, with its meaning here.
  public var placePrecision: String { EventWords.precision(of: event.place) }

  /// Words for the precision of a place, and for its origin if it was placed by its name.
  static func precision(of place: Place) -> String {
    precisionAlone(of: place) + (place.origin == .name ? "; placed by name" : "")
  }

  private static func precisionAlone(of place: Place) -> String {
    switch place.precision {
    case .exact: return "exact: this spot"
    case .vicinity:
      guard let radius = place.radius else { return "vicinity: near here" }
      return "vicinity: \(within(radius))"
    case .locality: return "locality: somewhere in this town"
    case .region:
      if case .lines = place.shape { return "region: somewhere along this road" }
      return "region: somewhere in this area"
    case .country: return "country: somewhere in it"
    case .unplaced: return "no place on the map"
    case .unknown: return "precision not stated"
    }
  }

  /// `within 5 km`, for a radius in metres.
  private static func within(_ radius: Double) -> String {
    "within \(radius < 1_000 ? "\(decimal(radius, 0)) m" : "\(decimal(radius / 1_000, 0)) km")"
  }

  /// The date with its doubt: `Fri 13 Dec 2024`, `8-14 Dec 2024, some time in these 7 days`.
  public var whenSentence: String {
    guard let date = event.when else { return when }
    return date.isWithinOneDay && !date.isApproximate && !date.isUncertain || whenPrecision.isEmpty
      ? when : "\(when), \(whenPrecision)"
  }

  /// True if a name says itself that the place is near another: `Around Hmeimim air base`.
  private func isRelative(_ name: String) -> Bool {
    ["near ", "around ", "outside ", "vicinity of ", "close to "].contains { name.lowercased().hasPrefix($0) }
  }

  /// The place with its doubt in one sentence: `Somewhere along the M5`, `Near Hassia, within 5 km`.
  public var placeSentence: String {
    let name = event.place.name ?? "a place without a name"
    let origin = event.place.origin == .name ? "; placed by name" : ""
    let words =
      switch event.place.precision {
      case .exact: "\(name), exact spot"
      case .vicinity:
        (isRelative(name) ? name : "Near \(name)") + (event.place.radius.map { ", " + EventWords.within($0) } ?? "")
      case .locality: "In \(name), exact spot not known"
      case .region:
        if case .lines = event.place.shape { "Somewhere along \(name)" } else { "Somewhere in \(name)" }
      case .country: "Somewhere in \(name)"
      case .unplaced: event.place.name.map { "\($0), no place on the map" } ?? "No place"
      case .unknown: "\(name), precision not stated"
      }
    return words + origin
  }

  /// The first source, and the number of the others: `NBC News and 2 more`; nil without any.
  public var sourcesInBrief: String? {
    event.sources.first.map { $0.who + (event.sources.count > 1 ? " and \(event.sources.count - 1) more" : "") }
  }

  /// The number of reports that were joined, and how many go back to others: `5 reports of 1 event; 4 outlets, 1 origin`; nil for one report.
  public var reports: String? {
    event.reports.isEmpty ? nil : "\(event.reports.count) reports of 1 event; \(Origins(event).words)"
  }

  /// The coordinates, as exact as the place: nil for an area or a line, which has none.
  public var coordinates: String? { EventWords.coordinates(of: event.place) }

  static func coordinates(of place: Place) -> String? {
    guard case .points(let points) = place.shape, let anchor = place.anchor else { return nil }
    func words(_ point: Coordinate) -> String? {
      switch place.precision {
      case .exact: point.words(decimals: 4)
      case .unknown: point.wordsAsGiven
      case .vicinity, .locality: "about " + point.words(decimals: 2)
      case .region, .country, .unplaced: nil
      }
    }
    let note = place.precision == .unknown ? ", as the file has it" : ""
    guard points.count > 1 else { return words(anchor).map { $0 + note } }
    let shown = points.prefix(4).compactMap(words)
    let rest = points.count > 4 ? " and \(points.count - 4) more" : ""
    return shown.isEmpty ? nil : "\(points.count) points: \(shown.joined(separator: "; "))\(rest)\(note)"
  }

  /// The standing: `confirmed`; or words for none.
  public var standing: String { event.standing?.rawValue ?? "standing not stated" }

  /// The event's word in a column of a list; nil if it is not known.
  func word(of column: EventColumn) -> String? {
    switch column {
    case .time: event.when?.shortWords
    case .title: event.title
    case .kind: event.kindName
    case .place: event.place.name
    case .file: event.file?.name
    case .figure(let name): event.figure(name)?.words
    case .actor: event.actors.isEmpty ? nil : event.actors.joined(separator: "; ")
    case .standing: event.standing?.rawValue
    case .grade: event.gradeWords
    case .precision:
      if event.place.origin == .name {
        "\(event.place.precision.rawValue) by name"
      } else {
        event.place.precision == .unknown ? nil : event.place.precision.rawValue
      }
    case .source: event.sources.first.map { $0.who + (event.sources.count > 1 ? " +\(event.sources.count - 1)" : "") }
    }
  }

  /// The text of a column in a list on the screen: its word, or words for none.
  ///
  /// - Parameter columns: the width of the column.
  func cell(of column: EventColumn, columns: Int) -> String {
    // A number says nothing without its name, which stands in no heading.
    if case .figure(let name) = column, let words = word(of: column) {
      return words.count + name.text.count < columns ? "\(words) \(name.text)" : words
    }
    guard column == .place else { return word(of: column) ?? "-" }
    let name = event.place.name
    // A name alone would look like a place on the map that the file gives.
    let isUnplaced = event.place.precision == .unplaced
    guard isUnplaced || event.place.origin == .name else { return name ?? "-" }
    let note = isUnplaced ? "no place" : "by name"
    return columns < 12 ? note : [note, name].compactMap { $0 }.joined(separator: ": ")
  }

  /// The place in a word or two for a list without a column for it: that there is none, that it is wide, or that it was found by its
  /// name. Empty where the place is simply on the map.
  var placeNote: String {
    let isNamed = event.place.origin == .name
    return switch event.place.precision {
    case .exact, .vicinity, .locality, .unknown: isNamed ? "by name" : ""
    case .region, .country: event.place.precision.rawValue + (isNamed ? " by name" : "")
    case .unplaced: "no place"
    }
  }
}

extension EventTable {
  /// The heading of an event's group in a list.
  func heading(of row: Int, by grouping: EventGrouping) -> String {
    if grouping == .file { return file(of: row)?.words ?? "one file" }
    let event = self[row]
    switch grouping {
    case .day:
      guard let day = date(of: row)?.day else { return "no date" }
      return day.isWithinOneDay ? day.words : day.someDayWords
    case .actor: return event.actors.isEmpty ? "no actor named" : event.actors.joined(separator: "; ")
    case .kind: return event.kindName
    case .place: return EventWords(event).place
    case .change: return change(of: row)?.words ?? "the same in both"
    case .file, .none: return ""
    }
  }
}

extension EventChange.Sort {
  /// The meaning of the sign.
  var words: String {
    switch self {
    case .new: "new: only the later version has it"
    case .withdrawn: "withdrawn: only the earlier version has it"
    case .moved: "moved: another place, precision or destination"
    case .redated: "re-dated"
    case .regraded: "re-graded: another standing, or another grade of a source"
    case .reworded: "changed in anything else"
    }
  }
}

extension EventChange {
  /// `moved, re-dated`.
  public var words: String { sorts.map(\.rawValue).joined(separator: ", ") }
}

extension Event.Link.Relation {
  /// The relation in a sentence from the event that has the link.
  var words: String {
    switch self {
    case .follows: "follows"
    case .precedes: "came before"
    case .supports: "supports"
    case .disputes: "disputes"
    case .corroborates: "corroborates"
    case .related: "goes with"
    case .partOf: "is part of"
    }
  }

  /// The same relation in a sentence from the other event.
  var wordsBack: String {
    switch self {
    case .follows: "is followed by"
    case .precedes: "came after"
    case .supports: "is supported by"
    case .disputes: "is disputed by"
    case .corroborates: "is corroborated by"
    case .related: "goes with"
    case .partOf: "includes"
    }
  }
}
