/// Why no screen could be opened.
public enum ScreenError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Standard output goes elsewhere, or there is no terminal to read keys from.
  case noTerminal
  /// `TERM` names no terminal that the terminal database knows.
  case unknownTerminal(name: String)
  /// The terminal cannot put text where it is told to.
  case notAddressable(name: String)
  /// The process has a screen already: there is one terminal to own.
  case alreadyOpen
  /// The system refused something.
  case system(errno: Int32)

  /// One line for a person, without a full stop.
  public var description: String {
    switch self {
    case .noTerminal: "there is no terminal to draw on"
    case .unknownTerminal(""): "TERM is not set, so the kind of terminal is not known"
    case .unknownTerminal(let name): "the terminal database does not know TERM=\(name)"
    case .notAddressable(let name): "a terminal of TERM=\(name) cannot place text on its screen"
    case .alreadyOpen: "the screen is open already"
    case .system(let number): "the terminal could not be set up (error \(number))"
    }
  }
}
