import ArgumentParser
import Browser
import Logging
import SituationModel
import TextCanvas

/// `sitmap db ask`: asks a server the questions of one screen and measures how long the answers take.
struct Ask: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Ask a server what a screen asks it, and say how long the answers take.",
    discussion: """
      The screen is one of that size and with these options, as `sitmap render` has it. When it has all its answers, each question is \
      asked again: what the whole is, the counts of the map, the events of the list, the timeline, and one event in full. Prints a line \
      for each: how long it took in milliseconds, and what the answer has; of several times the one in the middle and the one that 95 \
      of 100 do not pass.
      """)

  @Argument(help: "The server; without it, the one of libpq's environment.")
  var address: String = ""

  @Option(help: ArgumentHelp("The size of the screen in cells.", valueName: "columnsxrows"))
  var size: Size = Size(columns: 100, rows: 36)

  @Option(help: "How often each question is asked, 1 to 10000.")
  var times = 1

  @OptionGroup var view: ViewArguments

  @OptionGroup var log: LogArguments

  func validate() throws {
    guard (1...10_000).contains(times) else { throw ValidationError("--times \(times): from 1 to 10000.") }
  }

  func run() throws { try log.logged("db ask") { _ in try ask() } }

  private func ask() throws {
    guard let place = address.isEmpty ? .environment : try SourceAddress(address) else {
      throw Failure.usage("\(address) is no address of a server")
    }
    let opening = try view.opening(of: place, columns: nil)
    guard let source = opening.source else { return }
    let state = try opening.state(size: size, isUnicode: true, options: view.options(for: opening))
    for question in state.questions { try tell(question, source) }
    let some = state.situation.events
    if some.count > 0 { try tell(.event(some[0].id), source) }
  }

  /// Asks a question `times` times, and prints its line.
  private func tell(_ question: SourceQuestion, _ source: any EventSource) throws {
    var (last, milliseconds): (SourceAnswer?, [Double]) = (nil, [])
    let clock = ContinuousClock()
    do throws(SourceFailure) {
      for _ in 0..<times {
        let start = clock.now
        last = try question.answer(from: source)
        let passed = (clock.now - start).components
        milliseconds.append(Double(passed.seconds) * 1_000 + Double(passed.attoseconds) / 1e15)
      }
    } catch { throw Failure(error) }
    milliseconds.sort()
    func share(_ part: Double) -> String {
      let value = milliseconds[min(milliseconds.count - 1, Int(Double(milliseconds.count) * part))]
      return String((value * 10).rounded() / 10)
    }
    let time = times == 1 ? share(0) : "\(share(0.5)) \(share(0.95))"
    let words = last.map { Ask.words(question, $0) } ?? ""
    try StandardOutput.write("\(question.name)\t\(time)\t\(SafeText(words).text)\n")
  }

  /// The content of an answer in words.
  private static func words(_ question: SourceQuestion, _ answer: SourceAnswer) -> String {
    switch (question, answer) {
    case (_, .overview(let overview)): "\(overview.count) events"
    case (.cells(let question), .cells(let answer)):
      "\(answer.cells.count) cells of level \(question.grid.level), of \(answer.all.certain) certain and \(answer.all.possible) possible "
        + "events, \(answer.unplaced) unplaced, \(answer.countries.reduce(0) { $0 + $1.count.all }) of whole countries"
    case (.page(let question), .page(let answer)):
      "\(answer.events.count) of \(answer.all.map { String($0.all) } ?? "many"), up to \(question.limit)"
    case (_, .buckets(let answer)):
      "\(answer.buckets.count) with \(answer.buckets.reduce(0) { $0 + $1.certain.reduce(0, +) }) certain events"
    case (.event(let id), .event(let event)): "\(id): \(event?.title ?? "gone")"
    default: ""
    }
  }
}
