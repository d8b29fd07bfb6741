import ArgumentParser
import Browser
import Logging
import SituationModel
import TextCanvas

/// `sitmap brief`: a situation report.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Print a situation report in Markdown. The same files and options give the same bytes.",
    discussion: """
      The map as text, the events by day, and in sections of their own what is uncertain and what has no place; each event \
      once, with its standing and who says so. Of more than 100 events a page of totals, peaks and changes stands in their place.
      """)

  @OptionGroup var opened: FileArguments

  @Option(help: ArgumentHelp("The size of the map in cells.", valueName: "columnsxrows"))
  var size: Size = Size(columns: 100, rows: 32)

  @Flag(name: .customLong("events"), help: "Tell each event behind the totals, however many there are.")
  var tellsEvents = false

  @OptionGroup var map: MapArguments

  @OptionGroup var events: FilterArguments

  @OptionGroup var clock: ZoneArguments

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("brief", run) }

  private func run(_ log: Logger) throws {
    let opening = try Opening(
      files: opened.files, columns: opened.table.map, changes: opened.table.changes, overlays: map.overlay,
      on: clock.zone())
    opening.reportRejections()
    opening.log(to: log)
    var view = SavedView()
    try events.apply(to: &view, for: opening)
    try map.apply(to: &view, for: opening)
    let options = ViewOptions(view, overlays: opening.overlays, pane: .map).searching
    let state = try opening.state(size: size, isUnicode: true, options: options)
    try StandardOutput.write(Brief(state, tellsAllEvents: tellsEvents).markdown)
  }
}
