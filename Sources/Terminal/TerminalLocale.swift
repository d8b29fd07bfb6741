import Glibc

/// Sets the language of characters from the environment; returns true if it is UTF-8.
///
/// A login from another machine often brings the name of a locale that this one has not installed, or none but the name of the
/// encoding. If that name says UTF-8, the terminal at the other end is one, so the C library's own UTF-8 locale takes its place.
func adoptLocale() -> Bool {
  if setlocale(LC_CTYPE, "") == nil, LocaleName.ofEnvironment.map(\.isUTF8) ?? false {
    let installed: [String] = ["C.UTF-8", "C.utf8", "en_US.UTF-8"]
    _ = installed.first { setlocale(LC_CTYPE, $0) != nil }
  }
  return String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
}

/// The name of a locale: `language_TERRITORY.encoding@modifier`, of which anything may be missing.
struct LocaleName: Hashable {
  let name: String

  /// True if the encoding is UTF-8, in any of its spellings: `de_DE.UTF-8@euro`, `en_US.utf8`, `UTF-8`.
  var isUTF8: Bool {
    let plain = name.prefix { $0 != "@" }.lowercased().filter { $0 != "-" && $0 != "_" }
    return plain.hasSuffix("utf8")
  }

  /// The name in the environment: of the variables for letters, the first that is set and not empty.
  static var ofEnvironment: LocaleName? {
    let variables: [String] = ["LC_ALL", "LC_CTYPE", "LANG"]
    let names = variables.compactMap { getenv($0).map { String(cString: $0) } }
    return names.first { !$0.isEmpty }.map(LocaleName.init)
  }
}
