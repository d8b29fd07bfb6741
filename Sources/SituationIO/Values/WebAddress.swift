/// Addresses of the web.
enum WebAddress {
  /// True if a text is an address, and nothing else.
  static func fits(_ text: String) -> Bool {
    let small = text.prefix(8).lowercased()
    return (small.hasPrefix("http://") || small.hasPrefix("https://")) && !text.contains(" ")
  }

  /// The host of an address; of another text, the text.
  static func host(_ link: String) -> String {
    let parts = link.split(separator: "://", maxSplits: 1)
    guard parts.count == 2 else { return link }
    let host = parts[1].prefix { !"/?#".contains($0) }
    return host.isEmpty ? link : String(host)
  }
}
