import ArgumentParser
import Browser
import Glibc
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap compare`: what has changed between two windows, two filters or two files.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Compare the totals of two windows, two filters or two files.",
    discussion: """
      Two dates behind the files are windows: sitmap compare events.csv 2017-03 2018-03. With --against the events of --where are \
      compared with those of another filter. Two files without either are compared with each other. No ratio is given of fewer \
      than 10 events.
      """)

  /// The forms in which a comparison is written.
  enum Format: String, CaseIterable, ExpressibleByArgument { case text, csv, json, markdown }

  @Argument(help: "The files, and behind them two dates as windows, where these are compared.", completion: .file())
  var arguments: [String] = []

  @OptionGroup var table: TableArguments

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A filter: its events come after, those of --where before.", valueName: "filter"))
  var against: String?

  @Option(
    help: ArgumentHelp(
      "What is compared: place, province, actor, kind, standing, precision, source, file, day, month or year.",
      valueName: "what"))
  var by: Dimension?

  @Option(help: ArgumentHelp("The figure that is compared for each part, such as deaths.", valueName: "name"))
  var figure: String?

  @Option(help: "How the comparison is written.")
  var format: Format = .text

  @Option(help: ArgumentHelp("How many rows a section of text or Markdown has; 0 for all.", valueName: "count"))
  var top: Int = 10

  @OptionGroup var filter: FilterArguments

  @OptionGroup var clock: ZoneArguments

  @OptionGroup var log: LogArguments

  /// The two dates behind the files; nil where there are none.
  private var windows: (files: [String], before: String, after: String)? {
    guard arguments.count >= 2 else { return nil }
    let dates = Array(arguments.suffix(2))
    guard dates.allSatisfy({ (try? DateInterval(edtf: $0)) != nil && access($0, F_OK) != 0 }) else { return nil }
    return (Array(arguments.dropLast(2)), dates[0], dates[1])
  }

  func validate() throws {
    if top < 0 { throw ValidationError("--top takes a number from 0 on.") }
    let isOneWay = [windows != nil, against != nil].count { $0 } == 1
    guard isOneWay || windows == nil && against == nil && arguments.count == 2 else {
      throw ValidationError(
        "compare takes two dates behind the files, or --where and --against, or two files.")
    }
    if windows != nil, filter.from != nil || filter.to != nil {
      throw ValidationError("two windows leave no room for --from and --to.")
    }
  }

  func run() throws { try log.logged("compare", run) }

  /// One side of the comparison.
  private struct Side {
    let words: String
    let totals: Totals
    let window: TimeWindow?
  }

  private func run(_ log: Logger) throws {
    let (title, before, after) = try sides(log)
    let contrast = TotalsContrast(before: before.totals, after: after.totals)
    var notes: [String] = []
    if let first = before.window, let last = after.window, first.seconds != last.seconds {
      notes.append("the windows are \(CompareCommand.days(first)) and \(CompareCommand.days(last)) long")
    }
    let listing = ContrastListing(
      contrast, title: title, before: before.words, after: after.words, notes: notes, most: top == 0 ? nil : top,
      form: TextForm())
    switch format {
    case .text: try StandardOutput.write(listing.text)
    case .csv: try StandardOutput.write(listing.csv)
    case .json: try StandardOutput.write(listing.json)
    case .markdown: try StandardOutput.write(listing.markdown)
    }
  }

  private static func days(_ window: TimeWindow) -> String {
    let days = Double(window.seconds) / 86_400
    return "\(days.figureWords) day\(days == 1 ? "" : "s")"
  }

  private func sides(_ log: Logger) throws -> (title: String, before: Side, after: Side) {
    if let windows {
      let opening = try open(windows.files, log)
      let scope = try scope(of: opening)
      let parts = try partitions(of: opening)
      let sides = try [windows.before, windows.after].map { text -> Side in
        guard let date = try? DateInterval(edtf: text, on: opening.situation.zone), let start = date.start,
          let end = date.end
        else { throw Failure.usage("\(SafeText(text).text) is not a window: it needs a beginning and an end") }
        let window = TimeWindow(start: start, end: end)
        return try side(date.words, opening, parts, EventScope(filter: scope.filter, window: window))
      }
      return (opening.situation.title, sides[0], sides[1])
    }
    if let against {
      let opening = try open(arguments, log)
      let parts = try partitions(of: opening)
      let first = try scope(of: opening)
      var other = filter
      other.expression = against
      var view = SavedView()
      try other.apply(to: &view, for: opening, option: "--against")
      let last = ViewOptions(view).scope(in: opening.situation.events)
      let words = (first.filter.text, last.filter.text)
      return (
        opening.situation.title, try side(words.0.isEmpty ? "all events" : words.0, opening, parts, first),
        try side(words.1.isEmpty ? "all events" : words.1, opening, parts, last)
      )
    }
    let sides = try arguments.map { file -> Side in
      let opening = try open([file], log)
      return try side(file, opening, try partitions(of: opening), try scope(of: opening))
    }
    return ("\(sides[0].words) and \(sides[1].words)", sides[0], sides[1])
  }

  private func open(_ files: [String], _ log: Logger) throws -> Opening {
    let opening = try Opening(files: files, columns: table.map, changes: table.changes, on: clock.zone())
    opening.reportRejections()
    opening.log(to: log)
    return opening
  }

  private func scope(of opening: Opening) throws -> EventScope {
    var view = SavedView()
    try filter.apply(to: &view, for: opening)
    return ViewOptions(view).scope(in: opening.situation.events)
  }

  private func partitions(of opening: Opening) throws -> PartitionTable {
    let events = opening.situation.events
    // Months differ between two windows, whatever has changed.
    let dimensions = by.map { [$0] } ?? Dimension.overview(of: events).filter { $0.unit == nil && $0 != .file }
    let finder = dimensions.contains(.province) ? try opening.atlas.provinces(of: events) : nil
    return PartitionTable(events, by: dimensions, provinces: finder)
  }

  private func side(
    _ words: String, _ opening: Opening, _ partitions: PartitionTable, _ scope: EventScope
  ) throws -> Side {
    let events = opening.situation.events
    let dimensions = by.map { [$0] } ?? Dimension.overview
    let totals = Totals(
      events.sureMatches(scope), of: partitions, by: dimensions,
      figure: try TotalsCommand.figure(figure, in: events))
    return Side(words: words, totals: totals, window: scope.window)
  }
}

extension Dimension: ExpressibleByArgument {}
