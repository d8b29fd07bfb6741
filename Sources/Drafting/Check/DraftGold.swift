import SituationIO
import SituationModel

/// The events that a person found in a report, with which drafts are compared.
public struct DraftGold: Sendable {
  /// An event.
  struct Expected: Sendable {
    let words: String
    let kinds: [String]
    let place: Place?
    let time: DateInterval?
    let standing: [String]
    let by: [String]
    let actors: [String]
    let figures: [String: (low: Double?, high: Double?)]
  }

  /// The place of an event.
  struct Place: Sendable {
    let name: String?
    let precision: String
    /// Where the event may be, in metres around a point; nil where that can't be said so.
    let circle: (center: Coordinate, meters: Double)?
  }

  /// The day of publication.
  public let published: CivilDate?
  let events: [Expected]
  let repeats: [[String]]
  let nothing: [String]

  /// Reads a file of expected events.
  ///
  /// - Throws: `ReadError` where it is no such file.
  public init(json: [UInt8], file: String) throws(ReadError) {
    let root = try PropertyValue(json: json, file: file)
    published = root["published"]?.text.flatMap { try? DateInterval(edtf: $0) }?.start?.date
    guard case .list(let list)? = root["events"] else {
      throw .notUnderstood(file: file, line: 1, reason: "has no list \"events\"")
    }
    var events: [Expected] = []
    for item in list {
      guard let words = item["words"]?.text else {
        throw .notUnderstood(file: file, line: 1, reason: "has an event without \"words\"")
      }
      events.append(
        Expected(
          words: words, kinds: DraftGold.texts(item["kinds"]), place: DraftGold.place(item["place"]),
          time: item["time"]?.text.flatMap(DraftGold.time), standing: DraftGold.texts(item["standing"]),
          by: DraftGold.texts(item["by"]),
          actors: DraftGold.texts(item["actors"]), figures: DraftGold.figures(item["figures"])))
    }
    self.events = events
    repeats = (root["repeats"]?.list ?? []).map { DraftGold.texts($0) }
    nothing = DraftGold.texts(root["nothing"])
  }

  private static func texts(_ value: PropertyValue?) -> [String] { (value?.list ?? []).compactMap(\.text) }

  private static func place(_ value: PropertyValue?) -> Place? {
    guard let value, let precision = value["precision"]?.text else { return nil }
    let numbers = (value["within"]?.list ?? []).compactMap(\.number)
    var circle: (Coordinate, Double)?
    if numbers.count == 3, let center = Coordinate(checkedLatitude: numbers[0], longitude: numbers[1]) {
      circle = (center, numbers[2] * 1_000)
    }
    return Place(name: value["name"]?.text, precision: precision, circle: circle)
  }

  /// A time as its own clocks say it: drafts have the days of the report.
  private static func time(_ text: String) -> DateInterval? {
    let local = text.split(separator: "/", omittingEmptySubsequences: false).map { part -> Substring in
      guard let clock = part.firstIndex(of: "T") else { return part }
      return part[..<(part[clock...].firstIndex { $0 == "+" || $0 == "Z" || $0 == "-" } ?? part.endIndex)]
    }.joined(separator: "/")
    return try? DateInterval(edtf: local)
  }

  private static func figures(_ value: PropertyValue?) -> [String: (low: Double?, high: Double?)] {
    guard case .object(let members)? = value else { return [:] }
    var figures: [String: (low: Double?, high: Double?)] = [:]
    for (name, text) in members {
      let parts = (text.text ?? "").replacing("..", with: "~").split(separator: "~", omittingEmptySubsequences: false)
      let low = parts.first.flatMap { Double($0) }
      let high = parts.count == 1 ? low : parts.last.flatMap { Double($0) }
      figures[FigureName(name)?.text ?? name] = (low, high)
    }
    return figures
  }
}
