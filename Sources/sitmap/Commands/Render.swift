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

  /// The format of the printed screen.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// Text alone.
    case text
    /// Text with the colours of a terminal.
    case ansi
    /// A picture with its colours, whose text stays text.
    case svg
    /// A page with its colours.
    case html
    /// The same facts in plain sentences.
    case prose

    /// Characters of frames: plain text stays in ASCII, so that it can be pasted anywhere.
    var frames: FrameGlyphs {
      switch self {
      case .text, .prose: .ascii
      case .ansi, .svg, .html: .lines
      }
    }

    /// The number of colours that the format has.
    var colorDepth: ColorDepth {
      switch self {
      case .text, .prose: .none
      case .ansi, .svg, .html: .indexed
      }
    }
  }

  @OptionGroup var opened: FileArguments

  @Option(help: ArgumentHelp("The size of the screen in cells.", valueName: "columnsxrows"))
  var size: Size = Size(columns: 100, rows: 36)

  @Option(
    help: "Plain text, text with a terminal's colours, a picture or a page with colours, or what it shows in sentences."
  )
  var format: Format = .text

  @OptionGroup var view: ViewArguments

  @OptionGroup var log: LogArguments

  func run() throws { try log.logged("render", run) }

  private func run(_ log: Logger) throws {
    let opening =
      if let address = try Opening.address(among: opened.files) {
        try view.opening(of: address, columns: opened.table.map)
      } else {
        try Opening(
          files: opened.files, columns: opened.table.map, overlays: view.map.overlay, story: view.storySource,
          on: view.clock.zone(), holding: .mapped)
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

extension Render.Format {
  /// The format of a screen that is written to a file.
  init(_ format: ScreenFormat) {
    switch format {
    case .ansi: self = .ansi
    case .svg: self = .svg
    case .html: self = .html
    }
  }

  /// The screen of a state.
  func text(of state: BrowserState) -> String {
    let (grid, theme) = (state.frame.grid, state.theme.theme)
    return switch self {
    case .text: PlainTextWriter().text(of: grid)
    case .ansi: ANSIWriter(theme: theme, depth: .indexed).text(of: grid)
    case .svg: SVGWriter(theme: theme, caption: state.caption).text(of: grid)
    case .prose: state.prose.text
    case .html: HTMLWriter(theme: theme, caption: state.caption).text(of: grid)
    }
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
