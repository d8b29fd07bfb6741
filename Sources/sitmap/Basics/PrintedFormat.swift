import ArgumentParser
import Browser
import TextCanvas

/// The format of a screen that is printed or written to a file.
enum PrintedFormat: String, CaseIterable, ExpressibleByArgument {
  /// Text alone.
  case text
  /// Text with the colours of a terminal.
  case ansi
  /// A picture with its colours, whose text stays text.
  case svg
  /// A page with its colours.
  case html
  /// Plain sentences with the facts of the screen.
  case prose

  /// The format of a screen that a person writes to a file.
  init(_ format: ScreenFormat) {
    switch format {
    case .ansi: self = .ansi
    case .svg: self = .svg
    case .html: self = .html
    }
  }

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
