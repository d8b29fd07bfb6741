/// An address of the web that may be handed to another program: `http` or `https`, with a host, and nothing in it that
/// could be taken for anything else.
public struct WebLink: Hashable, Sendable {
  /// The address.
  public let text: String

  /// Nil for any other scheme, for an address without a host or with a name before it (`https://bank.example@evil.example`
  /// leads to the second), and for one with blanks, quotes, control or format characters.
  public init?(_ text: String) {
    guard let scheme = ["http://", "https://"].first(where: { text.lowercased().hasPrefix($0) }) else { return nil }
    let rest = text.unicodeScalars.dropFirst(scheme.unicodeScalars.count)
    let host = rest.prefix { !["/", "?", "#"].contains($0) }
    guard let first = host.first, first != ":", !host.contains("@"), !host.contains("\\") else { return nil }
    guard text.utf8.count <= 8_000, text.unicodeScalars.allSatisfy(WebLink.isPlain) else { return nil }
    self.text = text
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return (0x21...0x7E).contains(scalar.value) && !["\"", "<", ">", "`", "\\"].contains(scalar) }
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .spaceSeparator, .lineSeparator, .paragraphSeparator:
      return false
    default: return true
    }
  }
}
