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
  ///   - event: what they tell of.
  ///   - map: whose towns may be named to say where a place is; an empty one names none.
  public init(_ event: Event, map: BaseMap) {
    self.event = event
    self.map = map
    words = EventWords(event)
  }

  /// All of it: what, when, where, who, the summary, and who says so.
  public var sentences: [String] {
    [title, character, when, known, place, destination, actors, file, summary].compactMap { $0 } + sources
      + contradictions
  }

  /// `Two An-124s with raised nose cones.`
  public var title: String { sentence(event.title) }

  /// `Imagery, confirmed.`
  public var character: String { sentence("\(kind), \(words.standing)") }

  /// `imagery, confirmed`, for a list in a sentence.
  var shortCharacter: String { "\(SafeText(event.kindName).text), \(words.standing)" }

  /// `When: Fri 13 Dec 2024, to the day.`
  public var when: String {
    let precision = words.whenPrecision
    return sentence("When: \(words.when)" + (precision.isEmpty ? "" : ", \(precision)"))
  }

  /// `Known: Sat 14 Dec 2024.`; nil where the file does not say when the report became known.
  var known: String? { event.published.map { sentence("Known: \($0.words)") } }

  /// `Where: Hmeimim air base (exact: this spot), 35.4011 N 35.9487 E, 20 km SSE of Latakia.`
  public var place: String {
    let known = event.place.precision == .unplaced ? "" : " (\(words.placePrecision))"
    return sentence(
      (["Where: \(words.place)\(known)", words.coordinates, nearTown].compactMap { $0 }).joined(separator: ", "))
  }

  /// How far and in which direction a spot lies from a town that is known; nil for what is no spot, and for that town.
  var nearTown: String? {
    guard case .points(let points) = event.place.shape, let point = points.first else { return nil }
    let worth: Double = event.place.precision == .exact ? 1_000 : 5_000
    guard let near = map.nearWords(to: point, zoom: EventProse.townZoom, worth: worth) else { return nil }
    return near.isHere && words.place.contains(near.town) ? nil : near.words
  }

  /// Towns are named that a map of a country would show.
  static let townZoom = 5.5

  var destination: String? {
    event.destination.map { sentence("Bound for \($0.name ?? "a place without a name"), as stated") }
  }

  var actors: String? {
    event.actors.isEmpty ? nil : sentence("Who: " + event.actors.joined(separator: "; "))
  }

  /// `File: 2 floods.kml.`; nil where one is open.
  var file: String? { event.file.map { sentence("File: \($0.words)") } }

  /// The summary, its line breaks as blanks.
  public var summary: String? {
    event.summary.isEmpty ? nil : sentence(event.summary.split(separator: "\n").joined(separator: " "))
  }

  /// A sentence for each source, or that there is none.
  public var sources: [String] {
    guard !event.sources.isEmpty else { return ["No source is given."] }
    return event.sources.map { sentence(([words(of: $0)] + [$0.link].compactMap { $0 }).joined(separator: "; ")) }
  }

  /// `Source: Maxar, through a news article; published Fri 13 Dec 2024; grade B2, …`: all of a source but its link.
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

  /// Whose numbers can't be true together, a sentence for each thing that is counted.
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

/// Where a place is, seen from the nearest town.
struct NearWords: Hashable {
  /// The town.
  let town: String
  /// Whether the place lies in it, as far as one can tell.
  let isHere: Bool
  /// `21 km SSE of Latakia`, `near Homs`.
  let words: String
}

extension BaseMap {
  /// Where a place is, seen from the nearest town that a view of this zoom would show; nil without one.
  ///
  /// - Parameters:
  ///   - worth: to how many metres the place is known.
  ///   - view: whose parts of the map count; nil for all that is loaded.
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
  /// `deaths: at least 3, best 5, at most 9`.
  fileprivate var words: String {
    let numbers = [("at least ", low), ("best ", best), ("at most ", high)].compactMap { word, number in
      number.map { word + $0.figureWords }
    }
    return "\(what): " + numbers.joined(separator: ", ")
  }
}
