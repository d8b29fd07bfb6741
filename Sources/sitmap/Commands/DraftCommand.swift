import ArgumentParser
import Drafting
import Glibc
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap draft`: proposes the events that reports tell.
struct DraftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "draft",
    abstract: "Propose the events that reports tell, each beside its sentence; a person decides.",
    discussion: """
      Reads plain text, Markdown, HTML, DOCX, ODT and mail (EML), offline and by rules alone. A draft should never be more precise than its \
      sentence. With --output the drafts are a log of changes, for sitmap --case FILE.
      """)

  @Argument(help: "The reports.", completion: .file())
  var reports: [String]

  @Option(
    help: ArgumentHelp(
      "The day of publication, as 2024-12-14; without it, the day that a report states.", valueName: "day"))
  var published: String?

  @Option(help: ArgumentHelp("The language of the reports: en, de, fr, es, ru, uk or ar.", valueName: "code"))
  var language = "en"

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write the drafts to a log of changes.", valueName: "file"),
    completion: .file(extensions: ["changes"]))
  var output: String?

  @Flag(help: "Keep the words of the sentences in the log, and not their positions alone.")
  var quotes = false

  @Flag(help: "Print JSON.")
  var json = false

  @Flag(name: .customLong("left-out"), help: "Print the sentences of which nothing is drafted, with the reasons.")
  var leftOut = false

  @Option(
    name: .customLong("check"),
    help: ArgumentHelp(
      "Compare the drafts with expected ones, and print precision and recall by member.", valueName: "gold"),
    completion: .file(extensions: ["json"]))
  var gold: [String] = []

  @OptionGroup var author: AuthorArguments

  @OptionGroup var config: SettingsArguments

  @OptionGroup var log: LogArguments

  func validate() throws {
    if reports.count { $0 == StandardInput.path } > 1 { throw ValidationError("standard input can be read once.") }
    if !gold.isEmpty, gold.count != reports.count {
      throw ValidationError("--check takes one file of expected events for each report.")
    }
    if !gold.isEmpty, json || output != nil { throw ValidationError("--check writes no JSON and no log.") }
  }

  func run() throws { try log.logged("draft", run) }

  private func run(_ log: Logger) throws {
    let day = try published.map(DraftCommand.day)
    let data = DraftingData(data: try DataFolder())
    let lexicon = try data.lexicon(language)
    let documents = try read()
    let drafter = Drafter(lexicon: lexicon, gazetteer: try data.gazetteer())
    if !gold.isEmpty { return try check(documents, drafter, day) }
    let drafts = drafter.drafts(of: documents, published: day)
    log.info("drafted", metadata: ["sentences": "\(drafts.sentences.count)", "drafts": "\(drafts.drafts.count)"])
    for (document, day) in zip(documents, drafts.published) where day == nil {
      StandardError.write(
        "sitmap: \(document.name): states no day of publication: name it with --published; dates that count from it stay open"
      )
    }
    if let output { try write(drafts, documents, to: output) }
    let listing = DraftListing(drafts, documents, tellsQuotes: quotes, showsLeftOut: leftOut) { SafeText($0).text }
    if json {
      try StandardOutput.write(listing.json)
    } else if output == nil || leftOut {
      try StandardOutput.write(listing.text)
    }
  }

  private func read() throws -> [ReportDocument] {
    var documents: [ReportDocument] = []
    for path in reports {
      do throws(ReadError) { documents.append(try ReportDocument.read(path: path)) } catch {
        throw Failure(message: "sitmap: \(error.message)", status: error.exitCode)
      }
    }
    return documents
  }

  private static func day(_ text: String) throws(Failure) -> CivilDate {
    guard let interval = try? DateInterval(edtf: text), interval.precision == .day, !interval.isSpan,
      let day = interval.start?.date
    else {
      throw .usage("--published takes a day, as 2024-12-14, and not \(SafeText(text).text)")
    }
    return day
  }

  // MARK: Comparing

  private func check(_ documents: [ReportDocument], _ drafter: Drafter, _ day: CivilDate?) throws {
    for (document, path) in zip(documents, gold) {
      let expected: DraftGold
      do throws(ReadError) { expected = try DraftGold(json: Array(try readText(path: path).utf8), file: path) } catch {
        throw Failure(message: "sitmap: \(error.message)", status: error.exitCode)
      }
      let check = DraftCheck(drafter.drafts(of: [document], published: day ?? expected.published), expected)
      try StandardOutput.write(DraftListing.text(of: check, document.name) { SafeText($0).text })
    }
  }

  // MARK: Writing

  private func write(_ drafts: ReportDrafts, _ documents: [ReportDocument], to path: String) throws {
    let name = Author.name(author.author, settings: try config.settings().author)
    let changes = DraftLog(drafts, documents, quotes: quotes, language: language).changes(
      by: name, now: DraftCommand.now())
    do throws(ChangeWriter.Problem) { try ChangeWriter.append(changes, to: path) } catch {
      throw Failure(message: "sitmap: the drafts were not written: \(error.words)", status: 73)
    }
    StandardError.write("sitmap: \(drafts.drafts.count) drafts in \(path): sitmap --case \(path) shows them")
  }

  /// Milliseconds since 1970.
  private static func now() -> Int64 {
    var clock = timespec()
    clock_gettime(CLOCK_REALTIME, &clock)
    return Int64(clock.tv_sec) * 1_000 + Int64(clock.tv_nsec) / 1_000_000
  }
}
