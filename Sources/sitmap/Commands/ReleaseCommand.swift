import ArgumentParser
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap release`: events for the public, with places no finer than was asked for.
struct ReleaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "release",
    abstract:
      "Write events for the public: places widened to a grid, a province or a country, and only listed members.",
    discussion: """
      Ids, links, copies, comments, summaries (with the columns that no member has) and what the file says of itself are \
      written only when --keep names them. If a text that is to be written names a town, or has coordinates, grid references, \
      geohashes, plus codes or links of maps, nothing is written, and the status is 65.
      """)

  @Argument(help: "The files to read, - for standard input.", completion: .file())
  var files: [String]

  @OptionGroup var table: TableArguments

  @Option(
    help: ArgumentHelp(
      "The width of places: cells of a fixed grid, such as 10km; province; or country.", valueName: "width"))
  var coarsen: String

  @Option(
    help: ArgumentHelp(
      "Members that are left out, with commas: \(ReleaseCommand.words(ReleaseMember.usual)).",
      valueName: "members"))
  var drop: String?

  @Option(
    help: ArgumentHelp(
      "Members that are written although they usually are not: \(ReleaseCommand.words(ReleaseCommand.unusual)).",
      valueName: "members"))
  var keep: String?

  @Option(
    help: ArgumentHelp(
      "Words that may be written although they look like a place, such as a name of a newspaper; may be repeated.",
      valueName: "words"))
  var allow: [String] = []

  @Option(name: .customLong("to"), help: "The format; without it, the one that the ending of the new file's name says.")
  var format: WrittenFormat?

  @Option(name: .shortAndLong, help: "The new file, - for standard output.")
  var output: String

  @Flag(help: "Replace a file that is there.")
  var force = false

  @OptionGroup var log: LogArguments

  /// So many findings are told.
  private static let mostLeaks = 20

  private static var unusual: Set<ReleaseMember> { Set(ReleaseMember.allCases).subtracting(ReleaseMember.usual) }

  private static func words(_ members: Set<ReleaseMember>) -> String {
    ReleaseMember.allCases.filter(members.contains).map(\.rawValue).joined(separator: ", ")
  }

  func validate() throws {
    if format == nil, WrittenFormat(path: output) == nil {
      throw ValidationError("say the format by --to: the name of the new file does not.")
    }
    if Coarsening(coarsen) == nil {
      throw ValidationError("--coarsen takes a width from 1km to 2000km, province or country.")
    }
    _ = try members
  }

  /// The members that are written.
  private var members: Set<ReleaseMember> {
    get throws {
      let (dropped, kept) = (try ReleaseCommand.members(drop, "--drop"), try ReleaseCommand.members(keep, "--keep"))
      if let both = ReleaseMember.allCases.first(where: { dropped.contains($0) && kept.contains($0) }) {
        throw ValidationError("--drop and --keep both name \(both.rawValue).")
      }
      return ReleaseMember.usual.union(kept).subtracting(dropped)
    }
  }

  private static func members(_ text: String?, _ option: String) throws -> Set<ReleaseMember> {
    guard let text else { return [] }
    let names = text.split(separator: ",").map { $0.filter { !$0.isWhitespace }.lowercased() }
    let members = names.compactMap(ReleaseMember.init(rawValue:))
    guard members.count == names.count, !names.isEmpty else {
      let wrong = names.first { ReleaseMember(rawValue: $0) == nil } ?? ""
      let all = ReleaseMember.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\(option) does not know \(SafeText(wrong).text): there are \(all).")
    }
    return Set(members)
  }

  func run() throws { try log.logged("release", run) }

  private func run(_ log: Logger) throws {
    try SourceAddress.refuse(among: files)
    guard let format = format ?? WrittenFormat(path: output), let coarsening = Coarsening(coarsen) else { return }
    let file = EventOutput(path: output, format: format, isReplacing: force)
    try file.check()
    let opening = try Opening(files: files, columns: table.map, changes: table.changes)
    opening.reportRejections()
    opening.log(to: log)
    let whole = opening.read
    let release = Release(coarsening, members: try members, map: try opening.atlas.areas())
    let released = release.released(whole)
    let check = ReleaseCheck(coarsening, lookup: PlaceNames.shared, allowed: allow)
    let leaks = check.leaks(in: released, of: whole)
    guard leaks.isEmpty else {
      report(leaks, in: released, of: whole)
      throw ExitCode(65)
    }
    _ = try file.write(released)
    log.info("released", metadata: ["file": "\(output)", "events": "\(released.events.count)"])
    for note in notes(released, whole, coarsening) { StandardError.write("sitmap: \(note)") }
  }

  /// Says where words stand that are too exact.
  private func report(_ leaks: [ReleaseCheck.Leak], in released: Situation, of whole: Situation) {
    for leak in leaks.prefix(ReleaseCommand.mostLeaks) {
      let place = leak.row.map { row in
        "record \(whole.events.events.record(of: row) + 1) (\(SafeText(whole.events[row].id).text))"
      }
      let words = SafeText(String(leak.words.words.prefix(100))).text
      StandardError.write(
        "sitmap: \(place ?? "the file"), \(leak.member.rawValue): \"\(words)\" \(leak.words.reason.words)")
    }
    let more = leaks.count - ReleaseCommand.mostLeaks
    if more > 0 { StandardError.write("sitmap: and \(more) more") }
    StandardError.write(
      "sitmap: nothing was written: take these words out of the file, --drop the members, or --allow the words")
  }

  /// Remarks on what was widened further than was asked.
  private func notes(_ released: Situation, _ whole: Situation, _ coarsening: Coarsening) -> [String] {
    guard coarsening != .country else { return [] }
    let wider = released.events.events.indices.count { row in
      released.events[row].place.precision == .country && whole.events[row].place.precision != .country
    }
    return wider == 0
      ? []
      : [
        "\(wider == 1 ? "1 event lies" : "\(wider) events lie") where the map has no provinces: the place is the country"
      ]
  }
}
