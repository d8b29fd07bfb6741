import ArgumentParser
import Glibc
import Terminal

/// The options that say how the browser treats its terminal.
struct ScreenArguments: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help:
      "Use the mouse in sitmap (the default), or leave it to the terminal for selecting text."
  )
  var mouse: Bool?

  /// The options of the screen: as the command line and the environment say, else as the settings do.
  ///
  /// - Parameter notes: a sentence is added for what can't be heeded.
  func options(_ settings: Settings, notes: inout [String]) -> ScreenOptions {
    var options = ScreenOptions()
    options.usesMouse = mouse ?? settings.usesMouse
    options.escapeDelay = settings.escapeDelay ?? options.escapeDelay
    guard let text = getenv("ESCDELAY").map({ String(cString: $0) }), !text.isEmpty else { return options }
    if let delay = Int(text), ScreenOptions.escapeDelays.contains(delay) {
      options.escapeDelay = delay
    } else {
      notes.append(
        "ESCDELAY=\(text) is not a number of milliseconds from \(ScreenOptions.escapeDelayWords): sitmap uses "
          + "\(options.escapeDelay)")
    }
    return options
  }
}
