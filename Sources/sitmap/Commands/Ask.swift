import ArgumentParser
import Logging
import SituationModel

/// `sitmap db ask`: what a server answers, and how long it takes.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask a server what a screen asks it: counts by cell and by stretch of time, a page, one event.",
    discussion: """
      Prints a line for each question: what the answer has, and how long it took, in milliseconds; of several times the one in the \
      middle and the one that 95 of 100 do not pass.
      """)

  @Argument(help: "The server; without it, the one of libpq's environment.")
  var address: String = ""

  @Option(
    name: .customLong("where"), parsing: .unconditional,
    help: ArgumentHelp("Only events that pass this filter; its places are coordinates.", valueName: "filter"))
  var expression: String = ""

  @Option(parsing: .unconditional, help: ArgumentHelp("The beginning of the window.", valueName: "date"))
  var from: TypedDate?

  @Option(parsing: .unconditional, help: ArgumentHelp("The end of the window, this date included.", valueName: "date"))
  var to: TypedDate?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Which part of the map; all without it.", valueName: "west,south,east,north"))
  var area: AskedArea?

  @Option(help: "How often the sides of the map's cells are halved from 360 degrees, 0 to 24.")
  var level = 6

  @Option(help: "How often each question is asked.")
  var times = 1

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("db ask") { _ in try ask(try Servers.source(address)) } }

  private func ask(_ source: any EventSource) throws {
    let filter: EventFilter
    do throws(FilterError) { filter = try EventFilter(expression) { _ in nil } } catch {
      throw Failure.usage("--where: \(error)")
    }
    let overview = try answer { () throws(SourceFailure) in try source.overview() }
    try say("overview", "\(overview.value.count) events", overview.milliseconds)
    var window: TimeWindow?
    if let start = from?.interval.start ?? overview.value.span?.start,
      let end = to?.interval.end ?? overview.value.span?.end,
      from != nil || to != nil
    {
      window = TimeWindow(start: start, end: end)
    }
    let (scope, bounds) = (EventScope(filter: filter, window: window), area?.bounds)
    let cells = try answer { () throws(SourceFailure) in
      try source.cells(CellQuestion(scope: scope, area: bounds, grid: DegreeGrid(level: level)))
    }
    try say(
      "cells",
      "\(cells.value.cells.count) cells of \(cells.value.all.certain) certain and \(cells.value.all.possible) possible events, \(cells.value.unplaced) unplaced",
      cells.milliseconds)
    if let span = window ?? overview.value.span {
      let question = BucketQuestion(scope: scope, bounds: Ask.bounds(of: span))
      let buckets = try answer { () throws(SourceFailure) in try source.buckets(question) }
      let certain = buckets.value.buckets.reduce(0) { $0 + $1.certain.reduce(0, +) }
      try say("buckets", "\(question.bounds.count - 1) with \(certain) certain events", buckets.milliseconds)
    }
    let page = try answer { () throws(SourceFailure) in
      try source.page(PageQuestion(scope: scope, area: bounds, limit: 50))
    }
    try say(
      "page", "\(page.value.events.count) of \(page.value.all.map { String($0.all) } ?? "many")", page.milliseconds)
    if let id = page.value.events.first?.id {
      let event = try answer { () throws(SourceFailure) in try source.event(id) }
      try say("event", "\(id): \(event.value?.title ?? "gone")", event.milliseconds)
    }
  }

  /// About a hundred stretches of whole days over a window, or of seconds over a short one.
  private static func bounds(of window: TimeWindow) -> [Instant] {
    let unit: Int64 = window.seconds > 100 * 86_400 ? 86_400 : 1
    let step = max(1, window.seconds / 100 / unit) * unit
    let start = window.start.seconds - (window.start.seconds % unit + unit) % unit
    return stride(from: start, through: window.end.seconds + step - 1, by: Int64.Stride(step)).map(Instant.init)
  }

  /// An answer and how long it took, each time.
  private func answer<Value>(
    _ ask: () throws(SourceFailure) -> Value
  ) throws(Failure) -> (value: Value, milliseconds: [Double]) {
    var (value, milliseconds): (Value?, [Double]) = (nil, [])
    let clock = ContinuousClock()
    do throws(SourceFailure) {
      for _ in 0..<max(1, times) {
        let start = clock.now
        value = try ask()
        let passed = (clock.now - start).components
        milliseconds.append(Double(passed.seconds) * 1_000 + Double(passed.attoseconds) / 1e15)
      }
    } catch { throw Failure(error) }
    guard let value else { throw .usage("nothing was asked") }
    return (value, milliseconds.sorted())
  }

  private func say(_ question: String, _ words: String, _ milliseconds: [Double]) throws(Failure) {
    func share(_ part: Double) -> String {
      let value = milliseconds[min(milliseconds.count - 1, Int(Double(milliseconds.count) * part))]
      return String((value * 10).rounded() / 10)
    }
    let time = milliseconds.count == 1 ? share(0) : "\(share(0.5)) \(share(0.95))"
    try StandardOutput.write("\(question)\t\(time)\t\(words)\n")
  }
}

/// A rectangle as a filter's `within:` has it.
struct AskedArea: ExpressibleByArgument {
  let bounds: GeoBounds

  init?(argument: String) {
    let degrees = argument.split(separator: ",").compactMap { Double($0) }
    guard degrees.count == 4, abs(degrees[1]) <= 90, abs(degrees[3]) <= 90, degrees[1] <= degrees[3],
      abs(degrees[0]) <= 180, abs(degrees[2]) <= 180
    else { return nil }
    bounds = GeoBounds(south: degrees[1], west: degrees[0], north: degrees[3], east: degrees[2])
  }
}
