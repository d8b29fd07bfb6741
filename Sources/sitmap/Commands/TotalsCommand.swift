import ArgumentParser
import Browser
import Cartography
import Glibc
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap totals`: how many events there are, what they count, and where, when and by whom.
struct TotalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "totals",
    abstract: "Count events, and add up what they count: by place, province, actor, kind, month and more.",
    discussion: """
      Each count is what surely belongs, and what may: since a date, a place or the filter leaves it open. Sums of figures are \
      ranges, least/best/most, and say how many events state none. An event that may be in two parts is maybe in both, and \
      counts once in the whole. --by province,month is a table of both.
      """)

  /// The forms in which totals are written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, json, markdown, xlsx }

  @OptionGroup var opened: FileArguments

  @Option(
    help: ArgumentHelp(
      "What is counted by: place, province, actor, kind, standing, precision, source, file, day, month or year; two with a comma.",
      valueName: "what"))
  var by: String?

  @Option(
    help: ArgumentHelp(
      "The figure that is added up, such as deaths; by default the first that the events state.", valueName: "name"))
  var figure: String?

  @Option(help: "How the totals are written.")
  var format: Format = .text

  @Option(help: ArgumentHelp("How many rows a section of text or Markdown has; 0 for all.", valueName: "count"))
  var top: Int = 10

  @Flag(help: "Draw the lines over time with blocks instead of signs of ASCII.")
  var blocks = false

  @OptionGroup var filter: FilterArguments

  @OptionGroup var clock: ZoneArguments

  @OptionGroup var log: LogArguments

  func validate() throws {
    _ = try dimensions
    if top < 0 { throw ValidationError("--top takes a number from 0 on.") }
  }

  func run() throws { try log.logged("totals", run) }

  /// The dimensions of `--by`; nil for an overview.
  private var dimensions: [Dimension]? {
    get throws { try by.map(TotalsCommand.dimensions) }
  }

  /// One dimension, or two with a comma between them.
  static func dimensions(_ text: String) throws -> [Dimension] {
    let names = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let dimensions = names.compactMap(Dimension.init(rawValue:))
    guard dimensions.count == names.count, names.count <= 2, Set(names).count == names.count else {
      let all = Dimension.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--by takes one of \(all), or two of them with a comma.")
    }
    return dimensions
  }

  private func run(_ log: Logger) throws {
    let opening = try Opening(
      files: opened.files, columns: opened.table.map, changes: opened.table.changes, on: clock.zone())
    opening.reportRejections()
    opening.log(to: log)
    var view = SavedView()
    try filter.apply(to: &view, for: opening)
    let events = opening.situation.events
    let scope = ViewOptions(view).scope(in: events)
    let listing = TotalsListing(
      try content(of: events, scope, opening), head: TotalsCommand.head(opening.situation, scope),
      most: top == 0 ? nil : top,
      form: TextForm(blocks: blocks))
    switch format {
    case .text: try StandardOutput.write(listing.text)
    case .csv: try StandardOutput.write(listing.csv)
    case .json: try StandardOutput.write(listing.json)
    case .markdown: try StandardOutput.write(listing.markdown)
    case .xlsx:
      if isatty(STDOUT_FILENO) == 1 {
        throw Failure.usage("a workbook is not text: send it to a file, such as >totals.xlsx")
      }
      try StandardOutput.write(listing.workbook)
    }
  }

  private func content(
    of events: EventTable, _ scope: EventScope, _ opening: Opening
  ) throws -> TotalsListing.Content {
    let figure = try TotalsCommand.figure(figure, in: events)
    let dimensions = try dimensions
    let wanted = dimensions ?? Dimension.overview(of: events)
    let finder = wanted.contains(.province) ? try opening.atlas.provinces(of: events) : nil
    let partitions = PartitionTable(events, by: wanted, provinces: finder)
    let matches = events.sureMatches(scope)
    if wanted.count == 2, dimensions != nil {
      let cross = CrossTable(matches, of: partitions, rows: wanted[0], columns: wanted[1], figure: figure)
      if let cross { return .cross(cross) }
    }
    return .totals(
      Totals(matches, of: partitions, by: wanted, figure: figure, window: scope.window ?? events.span))
  }

  /// The name of a figure that events state.
  static func figure(_ name: String?, in events: EventTable) throws -> FigureName? {
    guard let name else { return nil }
    if let figure = FigureName(name), events.figureNames.contains(figure) { return figure }
    let known = events.figureNames.map(\.text).joined(separator: ", ")
    throw Failure.usage(
      "no event states the figure \(SafeText(name).text)" + (known.isEmpty ? "" : "; there are: \(known)"))
  }

  /// The words above totals.
  static func head(_ situation: Situation, _ scope: EventScope) -> TotalsListing.Head {
    let window = scope.window?.interval.map { (words: $0.words, edtf: $0.edtf) }
    return TotalsListing.Head(title: situation.title, window: window, filter: scope.filter.text)
  }
}

extension TextForm {
  /// The form of texts for a terminal or a file.
  init(blocks: Bool = false) {
    self.init(
      safe: { SafeText($0).text }, markdown: { MarkdownText($0).text }, width: { displayWidth(of: $0) },
      hasBlocks: blocks)
  }
}
