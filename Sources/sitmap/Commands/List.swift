import ArgumentParser
import Browser
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap list`: the events as text for a pipe or a screen reader.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the events: one a line, or as CSV, Markdown or JSON.",
    discussion: """
      The columns of text, with tabs between them: date as EDTF, kind, standing, place, precision of the place, title, \
      sources, id, grade and, with several files, the file. Unknown values are empty. In CSV, a text that a spreadsheet would take for a formula (it begins \
      with = + - @ or a tab) has an apostrophe in front.
      """)

  @OptionGroup var opened: FileArguments

  @Option(help: "How the events are printed.")
  var format: ListingFormat = .text

  @Flag(help: "In plain sentences: what the screen shows, then each event, for a screen reader.")
  var prose = false

  @OptionGroup var order: OrderArguments

  @OptionGroup var filter: FilterArguments

  /// The screen that is put into sentences.
  private static let screen = Size(columns: 100, rows: 36)

  func validate() throws {
    if prose && format != .text { throw ValidationError("--prose is a format of its own: leave --format out.") }
  }

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("list", run) }

  private func run(_ log: Logger) throws {
    let opening = try Opening(files: opened.files, columns: opened.table.map, changes: opened.table.changes)
    opening.reportRejections()
    opening.log(to: log)
    var view = SavedView()
    try filter.apply(to: &view, for: opening)
    let options = ViewOptions(view).searching
    let events = opening.situation.events
    try order.check(in: events)
    let listed = order.order(grouping: .none).listed(options.matches(in: events), in: events)
    guard prose else { return try StandardOutput.write(Listing(listed, in: events).text(format)) }
    let state = try opening.state(size: List.screen, isUnicode: true, options: options)
    try StandardOutput.write(state.prose.text(with: listed))
  }
}

extension Listing {
  /// The listed rows of a table.
  init(_ listed: [ListedEvent], in events: EventTable) {
    self.init(
      listed.map { Entry(events[$0.row], isCertain: $0.isCertain, group: $0.group) }, safe: { SafeText($0).text },
      markdown: { MarkdownText($0).text })
  }
}

extension ListingFormat: ExpressibleByArgument {}
