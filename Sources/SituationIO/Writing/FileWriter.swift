import SituationModel

/// Writes the events of a file in one of the formats: each by itself, so that several threads can.
protocol FileWriter: Sendable {
  /// The text before the events.
  func begin(_ output: inout OutputBytes)
  /// One event.
  func append(_ event: Event, _ output: inout OutputBytes)
  /// One event that has a number, counted from 0; the same as without it where the format has no numbers.
  func append(_ event: Event, at row: Int, _ output: inout OutputBytes)
  /// The text between two events.
  var separator: String { get }
  /// The text behind the events.
  func end(_ output: inout OutputBytes)
  /// The members of the whole that the format has no place for.
  var unsaid: WholeMembers { get }
}

extension FileWriter {
  var separator: String { "" }

  func append(_ event: Event, at row: Int, _ output: inout OutputBytes) { append(event, &output) }
}

/// The members of a whole file beside its events.
struct WholeMembers: OptionSet {
  let rawValue: UInt8

  static let title = WholeMembers(rawValue: 1)
  static let summary = WholeMembers(rawValue: 2)
  static let background = WholeMembers(rawValue: 4)
  static let attribution = WholeMembers(rawValue: 8)
  static let view = WholeMembers(rawValue: 16)
  static let countries = WholeMembers(rawValue: 32)
  static let all: WholeMembers = [.title, .summary, .background, .attribution, .view, .countries]
}

/// A FeatureCollection of the profile, with an event on each line.
struct GeoJSONWriter: FileWriter {
  private let whole: Situation

  init(_ whole: Situation) { self.whole = whole }

  var unsaid: WholeMembers { [] }

  func begin(_ output: inout OutputBytes) {
    output.append("{\"type\":\"FeatureCollection\",\"profile\":\"\(SituationDraft.profile)\",\n\"title\":")
    output.append(json: whole.title)
    for (name, text) in [("summary", whole.summary), ("attribution", whole.attribution)] where !text.isEmpty {
      output.append(",\n\"\(name)\":")
      output.append(json: text)
    }
    for (name, texts) in [("background", whole.background), ("countries", whole.countries.sorted())]
    where !texts.isEmpty {
      output.append(",\n\"\(name)\":")
      output.append(list: texts, "[", "]") { $0.append(json: $1) }
    }
    if let view = whole.view {
      let east = view.east > 180 ? view.east - 360 : view.east
      output.append(",\n\"view\":")
      output.append(list: [view.west, view.south, east, view.north], "[", "]") { $0.append($1) }
    }
    output.append(",\n\"features\":[\n")
  }

  var separator: String { ",\n" }

  func append(_ event: Event, _ output: inout OutputBytes) {
    output.append(feature: event, changedBy: whole.changes[event: event.id])
  }

  func end(_ output: inout OutputBytes) { output.append("\n]}\n") }
}

/// A feature on each line, without a record separator.
struct GeoJSONSequenceWriter: FileWriter {
  /// The changes that people made to the events.
  let changes: ChangeBook

  var unsaid: WholeMembers { .all }
  func begin(_ output: inout OutputBytes) {}
  func append(_ event: Event, _ output: inout OutputBytes) {
    output.append(feature: event, changedBy: changes[event: event.id])
    output.append("\n")
  }
  func end(_ output: inout OutputBytes) {}
}
