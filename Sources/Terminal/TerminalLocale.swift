import Glibc

/// Sets the language of characters from the environment; returns whether it is UTF-8.
///
/// A login from another machine often brings the name of a locale that this one has not installed. If that name says
/// UTF-8, the terminal at the other end is one, so the C library's own UTF-8 locale takes its place.
func adoptLocale() -> Bool {
  if setlocale(LC_CTYPE, "") == nil && asksForUTF8() { setlocale(LC_CTYPE, "C.UTF-8") }
  return String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
}

/// Whether the environment's locale is one of UTF-8 by its name. The first variable that is set and not empty counts.
private func asksForUTF8() -> Bool {
  let names = ["LC_ALL", "LC_CTYPE", "LANG"].map(variable)
  guard let name = names.first(where: { !$0.isEmpty }) else { return false }
  let letters = name.lowercased().filter { $0 != "-" }
  return letters.hasSuffix(".utf8") || letters.contains(".utf8@")
}

/// A variable of the environment; empty when it isn't set.
private func variable(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
