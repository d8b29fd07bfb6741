import Cartography
import SituationModel
import TextCanvas

/// One event in plain sentences: the same facts as the detail pane, for a screen reader or a report.
///
/// Texts of the file are made safe for one line; a sentence ends with a full stop.
public struct EventProse {
  private let event: Event
  private let words: EventWords
  private let map: BaseMap

  /// The sentences for an event.
  ///
  /// - Parameters:
  ///   - event: the event to describe.
  ///   - map: the base map whose towns help to say where a place is; an empty one names none.
  public init(_ event: Event, map: BaseMap) {
    self.event = event
    self.map = map
    words = EventWords(event)
  }

  /// All sentences: what, when, where, who, the summary, and the sources.
  public var sentences: [String] {
    [title, character, words.reports.map(sentence), when, known, place, destination, actors, file, summary].compactMap {
      $0
    } + sources
      + contradictions
  }

  /// The title: `Two An-124s with raised nose cones.`
  public var title: String { sentence(event.title) }

  /// The kind and standing: `Imagery, confirmed.`
  public var character: String { sentence("\(kind), \(words.standing)") }

  /// The kind and standing for a list in a sentence: `imagery, confirmed`.
  var shortCharacter: String { "\(SafeText(event.kindName).text), \(words.standing)" }

  /// The date: `When: Fri 13 Dec 2024, to the day.`
  public var when: String {
    let precision = words.whenPrecision
    return sentence("When: \(words.when)" + (precision.isEmpty ? "" : ", \(precision)"))
  }

  /// The time of the report: `Known: Sat 14 Dec 2024.`; nil if the file does not say when the report became known.
  var known: String? { event.published.map { sentence("Became known: \($0.words)") } }

  /// The place: `Where: Hmeimim air base (exact: this spot), 35.4011 N 35.9487 E, 20 km SSE of Latakia.`
  public var place: String {
    let known = event.place.precision == .unplaced ? "" : " (\(words.placePrecision))"
    return sentence(
      (["Where: \(words.place)\(known)", words.coordinates, nearTown].compactMap { $0 }).joined(separator: ", "))
  }

  /// The distance and direction of a spot from a known town; nil if the place is not a spot, or is that town.
  var nearTown: String? {
    guard case .points(let points) = event.place.shape, let point = points.first else { return nil }
    let worth: Double = event.place.precision == .exact ? 1_000 : 5_000
    guard let near = map.nearWords(to: point, zoom: EventProse.townZoom, worth: worth) else { return nil }
    return near.isHere && words.place.contains(near.town) ? nil : near.words
  }

  /// The zoom that selects the towns that are named: those on a map of a country.
  static let townZoom = 5.5

  var destination: String? {
    event.destination.map { sentence("Bound for \($0.name ?? "a place without a name"), as stated") }
  }

  var actors: String? {
    event.actors.isEmpty ? nil : sentence("Who: " + event.actors.joined(separator: "; "))
  }

  /// The file: `File: 2 floods.kml.`; nil if one file is open.
  var file: String? { event.file.map { sentence("File: \($0.words)") } }

  /// The summary, with blanks in place of its line breaks.
  public var summary: String? {
    event.summary.isEmpty ? nil : sentence(event.summary.split(separator: "\n").joined(separator: " "))
  }

  /// A sentence for each source; or one that there is none.
  public var sources: [String] {
    guard !event.sources.isEmpty else { return ["No source is given."] }
    return event.sources.map { sentence(([words(of: $0)] + [$0.link].compactMap { $0 }).joined(separator: "; ")) }
  }

  /// A source without its link: `Source: Maxar, through a news article; published Fri 13 Dec 2024; grade B2, …`.
  func words(of source: Source) -> String {
    var parts = ["Source: " + source.who + (source.via.map { ", through \($0)" } ?? "")]
    if let published = source.published { parts.append("published \(published.words)") }
    if let grade = source.grade { parts.append("grade \(grade.text), \(grade.words)") }
    if let says = source.says { parts.append("says: \(says)") }
    for figure in source.figures { parts.append(figure.words) }
    if source.disputes { parts.append("disputes the conclusion") }
    if let note = source.note { parts.append(note) }
    return parts.joined(separator: "; ")
  }

  /// The sources whose numbers contradict each other: a sentence for each thing that is counted.
  var contradictions: [String] {
    event.contradictions.map { found in
      sentence(
        "Contradiction: \(found.what): \(event.sources[found.upper].who) says at least \(found.floor.figureWords), "
          + "\(event.sources[found.lower].who) at most \(found.ceiling.figureWords)")
    }
  }

  private var kind: String {
    let name = SafeText(event.kindName).text
    return name.prefix(1).uppercased() + name.dropFirst()
  }

  /// A text with one full stop at its end, if it has no other ending.
  private func sentence(_ text: String) -> String {
    let safe = SafeText(text).text
    return [".", "!", "?", "…", ":"].contains { safe.hasSuffix($0) } ? safe : safe + "."
  }
}

/// The position of a place relative to the nearest town.
struct NearWords: Hashable {
  /// The town.
  let town: String
  /// True if the place lies in the town, as far as one can tell.
  let isHere: Bool
  /// The position in words: `21 km SSE of Latakia`, `near Homs`.
  let words: String
}

extension BaseMap {
  /// The position of a place relative to the nearest town that a view of this zoom would show; nil without one.
  ///
  /// - Parameters:
  ///   - worth: the precision of the place in metres.
  ///   - view: the view that selects parts of the map; nil for all that is loaded.
  func nearWords(to place: Coordinate, zoom: Double, worth: Double, in view: Viewport? = nil) -> NearWords? {
    guard let town = nearestTown(to: place, zoom: zoom, in: view) else { return nil }
    // A town has some extent, and its point is somewhere in it.
    let length = LengthWords(town.way.meters, worth: max(worth, 1_000))
    if length.isNothing { return NearWords(town: town.name, isHere: true, words: "near \(town.name)") }
    let point = CompassPoint(bearing: town.way.bearing, ofEight: true).name
    return NearWords(town: town.name, isHere: false, words: "\(length.text) \(point) of \(town.name)")
  }
}

extension Figure {
  /// The figure in words: `deaths: at least 3, best 5, at most 9`.
  fileprivate var words: String {
    let numbers = [("at least ", low), ("best ", best), ("at most ", high)].compactMap { word, number in
      number.map { word + $0.figureWords }
    }
    return "\(what): " + numbers.joined(separator: ", ")
  }
}
