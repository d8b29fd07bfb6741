import ArgumentParser
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap link`: reports that may be of one event.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "List pairs of reports that may be of one event, best first, with the reasons.",
    discussion: """
      Reports whose times or places rule one event out are never listed. The others are compared by time, place, kind, words, \
      figures, parties and links; nothing is joined by this. "One origin" says that two texts are so alike, or lead to \
      each other so, that one source is behind both.
      """)

  @OptionGroup var opened: FileArguments

  @Option(help: ArgumentHelp("So many pairs are listed; 0 for all.", valueName: "count"))
  var limit = 50

  @Option(
    help: ArgumentHelp("Show the two reports of a pair of the list side by side, by its number.", valueName: "number"))
  var show: Int?

  @Flag(help: "Write JSON.")
  var json = false

  @OptionGroup var log: LogArguments

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit takes a number from 0 on.") }
    if let show, show < 1 { throw ValidationError("--show takes the number of a pair, from 1 on.") }
    if show != nil, json { throw ValidationError("--show writes no JSON.") }
  }

  func run() throws { try log.logged("link", run) }

  private func run(_ log: Logger) throws {
    let opening = try Opening(files: opened.files, columns: opened.table.map, changes: opened.table.changes)
    opening.reportRejections()
    opening.log(to: log)
    let events = opening.situation.events
    let linking = Linking(events)
    let decided = DecidedPairs(events)
    let found = linking.candidates { decided.contains($0, $1) }
    log.info("linked", metadata: ["events": "\(events.count)", "candidates": "\(found.pairs.count)"])
    if found.crowded > 0 {
      StandardError.write(
        "sitmap: \(found.crowded) events share day and place with so many others that each was compared with its neighbours alone"
      )
    }
    let listing = LinkListing(linking, of: events, found.pairs) { SafeText($0).text }
    if let show {
      guard show <= found.pairs.count else {
        throw Failure.usage(
          "there \(found.pairs.count == 1 ? "is 1 pair" : "are \(found.pairs.count) pairs"), no number \(show)")
      }
      try StandardOutput.write(listing.pair(show - 1) { displayWidth(of: $0) })
    } else if json {
      try StandardOutput.write(listing.json(limit))
    } else {
      try StandardOutput.write(listing.text(limit))
    }
  }
}
