import ArgumentParser
import Browser
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap list`: the events as text for a pipe or a screen reader.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the events, one a line, or as JSON.",
    discussion: """
      The columns, with tabs between them: date as EDTF, kind, standing, place, precision of the place, title, \
      sources, id. What is not known is empty.
      """)

  /// How the events are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// A line each, with tabs between the columns.
    case text
    /// A JSON array with an object each.
    case json
  }

  @Argument(help: "The files to open; without one, the situation that comes with the program.")
  var files: [String] = []

  @Option(help: "Lines of text, or JSON.")
  var format: Format = .text

  @OptionGroup var filter: FilterArguments

  func run() throws {
    let opening = try Opening(files: files)
    opening.reportRejections()
    let options = try filter.options(for: opening)
    let events = options.matches(in: opening.situation.events)
    switch format {
    case .text: try StandardOutput.write(events.map { EventLine($0.event).text + "\n" }.joined())
    case .json:
      let objects = events.map { EventObject($0.event, isCertain: $0.isCertain).json }
      try StandardOutput.write("[\n" + objects.joined(separator: ",\n") + (objects.isEmpty ? "" : "\n") + "]\n")
    }
  }
}
