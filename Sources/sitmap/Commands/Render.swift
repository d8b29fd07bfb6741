import ArgumentParser
import Browser
import Cartography
import Logging
import SituationIO
import SituationModel
import TextCanvas

/// `sitmap render`: one screen, printed.
struct Render: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print one screen. The same files and options give the same bytes, on any machine.")

  @OptionGroup var opened: FileArguments

  @Option(help: ArgumentHelp("The size of the screen in cells.", valueName: "columnsxrows"))
  var size: Size = Size(columns: 100, rows: 36)

  @Option(
    help: "Plain text, text with a terminal's colours, a picture or a page with colours, or what it shows in sentences."
  )
  var format: PrintedFormat = .text

  @OptionGroup var view: ViewArguments

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("render", run) }

  private func run(_ log: Logger) throws {
    let opening =
      if let address = try Opening.address(among: opened.files) {
        try opened.opening(of: address, by: view)
      } else {
        try Opening(
          files: opened.files, columns: opened.table.map, changes: opened.table.changes, overlays: view.map.overlay,
          story: view.storySource, on: view.clock.zone(), holding: .mapped)
      }
    opening.reportRejections()
    opening.log(to: log)
    let options = try view.options(for: opening)
    let state = try opening.state(
      size: size, isUnicode: true, colorDepth: format.colorDepth, frames: format.frames, options: options)
    for sentence in state.unmetRequests(of: options.asked) { StandardError.write("sitmap: \(sentence)") }
    try StandardOutput.write(format.text(of: state))
  }
}

extension Size: ExpressibleByArgument {
  /// `100x36`: columns and rows, each from 1 to 1000.
  public init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false)
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]) else { return nil }
    guard (1...1_000).contains(columns), (1...1_000).contains(rows) else { return nil }
    self.init(columns: columns, rows: rows)
  }

  /// The size as it is typed.
  public var defaultValueDescription: String { "\(columns)x\(rows)" }
}
