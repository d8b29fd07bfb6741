import ArgumentParser
import SituationModel

/// The options for the fields of an event. A field that is not named stays as it is; an empty text takes its value away.
struct FieldArguments: ParsableArguments {
  @Option(help: ArgumentHelp("What happened, in a few words.", valueName: "text"))
  var title: String?

  @Option(help: ArgumentHelp("The kind: a word of the program's or of the file.", valueName: "word"))
  var kind: String?

  @Option(
    name: [.customLong("when"), .customLong("date")],
    help: ArgumentHelp(
      "When it happened, such as 2024-12-13, 2024-12-13T14:30Z, 2024-12-08/2024-12-11 or 13 Dec 2024.",
      valueName: "date"))
  var when: String?

  @Option(help: ArgumentHelp("When the report became known.", valueName: "date"))
  var published: String?

  @Option(help: ArgumentHelp("The name of the place. It is a name alone: --at puts it on the map.", valueName: "name"))
  var place: String?

  @Option(
    name: .customLong("at"), parsing: .unconditional,
    help: ArgumentHelp("Coordinates in any notation, such as '34.73, 36.72', or a shape as WKT.", valueName: "place"))
  var at: String?

  @Option(
    help: ArgumentHelp(
      "How exactly the place is known: exact, vicinity, locality, region or country.", valueName: "word"))
  var precision: String?

  @Option(help: ArgumentHelp("The distance within which the place lies, such as '5 km'.", valueName: "distance"))
  var radius: String?

  @Option(help: ArgumentHelp("The province.", valueName: "name"))
  var province: String?

  @Option(help: ArgumentHelp("The place for which it was bound.", valueName: "name"))
  var destination: String?

  @Option(help: ArgumentHelp("How firmly it stands: confirmed, reported, claimed, alleged or disputed.", valueName: "word"))
  var standing: String?

  @Option(help: ArgumentHelp("Who took part, with semicolons between them.", valueName: "names"))
  var actors: String?

  @Option(help: ArgumentHelp("Numbers with their names, such as 'deaths 5-7; injured 12'.", valueName: "numbers"))
  var figures: String?

  @Option(help: ArgumentHelp("A description, in some sentences.", valueName: "text"))
  var summary: String?

  @Option(
    help: ArgumentHelp("Who says so, with semicolons between them, each with its address if it has one.", valueName: "names"))
  var sources: String?

  @Option(help: ArgumentHelp("Links to other events, such as 'disputes ev-12'.", valueName: "links"))
  var links: String?

  /// The texts of the fields that were named.
  var texts: [EventField: String] {
    var texts: [EventField: String] = [:]
    for field in EventField.allCases { texts[field] = text(of: field) }
    return texts
  }

  private func text(of field: EventField) -> String? {
    switch field {
    case .title: title
    case .kind: kind
    case .date: when
    case .published: published
    case .place: place
    case .coordinates: at
    case .precision: precision
    case .radius: radius
    case .province: province
    case .destination: destination
    case .standing: standing
    case .actors: actors
    case .figures: figures
    case .summary: summary
    case .sources: sources
    case .links: links
    }
  }

  /// The option of a field, for messages.
  static func option(of field: EventField) -> String {
    switch field {
    case .date: "--when"
    case .coordinates: "--at"
    case .title, .kind, .published, .place, .precision, .radius, .province, .destination, .standing, .actors, .figures,
      .summary, .sources, .links:
      "--\(field.rawValue)"
    }
  }
}
