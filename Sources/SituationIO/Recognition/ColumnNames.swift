/// The meanings of fields by their names, whoever wrote the file, with the values as evidence. The guess is shown
/// (`sitmap check`), and `--map` goes over it.
enum ColumnNames {
  /// A name in small letters, without what is no letter or digit.
  static func fold(_ name: String) -> String {
    String(
      String.UnicodeScalarView(
        name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }))
  }

  /// The folded name of a field, as its list has it: of one within an object, what it is called there.
  static func known(_ name: String) -> String {
    if let question = question(name) { return question }
    // Firestore has moments as seconds and nanoseconds.
    if name.hasSuffix("._seconds") { return known(String(name.dropLast(9))) }
    guard name.contains(".") else { return fold(name) }
    var parts = name.split(separator: ".").map { $0.lowercased() }
    while parts.count > 1, FieldNames.containers.contains(parts[0]) { parts.removeFirst() }
    guard parts.count > 1, let leaf = parts.last else { return fold(parts.joined()) }
    let isName = ["name", "title", "label", "screen_name", "display_name", "fullname", "full_name"].contains(leaf)
    if isName, FieldNames.placeObjects.contains(parts[parts.count - 2]) { return "placename" }
    if isName, FieldNames.kindObjects.contains(parts[parts.count - 2]) { return "type" }
    if isName, FieldNames.sourceObjects.contains(parts[parts.count - 2]) { return "source" }
    if isName, ["actor", "actors", "party", "parties", "perpetrator"].contains(parts[parts.count - 2]) {
      return "actor"
    }
    if ["url", "href", "link"].contains(leaf), FieldNames.sourceObjects.contains(parts[parts.count - 2]) {
      return "url"
    }
    return fold(name)
  }

  /// The short name of a question of a form for the time or the place: `when` of "When did it happen?". Nil for other names, and where the
  /// question is about the record or about a person.
  private static func question(_ name: String) -> String? {
    guard name.contains(" ") else { return nil }
    let parts = parts(name)
    guard parts.count > 2, let first = parts.first,
      parts.allSatisfy({
        !FieldNames.publications.contains($0) && !FieldNames.otherDates.contains($0)
          && !FieldNames.strangers.contains($0) && !["you", "he", "she", "they"].contains($0)
      })
    else { return nil }
    if ["when", "wann", "quand", "cuándo", "когда", "коли", "متى"].contains(first) { return "when" }
    return ["where", "où", "dónde", "где", "де", "أين"].contains(first) ? "where" : nil
  }

  /// The parts of a name in small letters: `pointLatitude`, `point_latitude` and `point.latitude` have two.
  static func parts(_ name: String) -> [String] {
    var parts = [""]
    var wasSmall = false
    for scalar in name.unicodeScalars {
      let isLetter = scalar.properties.isAlphabetic || scalar.properties.numericType != nil
      let isCapital = scalar.properties.isUppercase
      if !isLetter || isCapital && wasSmall { parts.append("") }
      if isLetter { parts[parts.count - 1] += scalar.properties.lowercaseMapping }
      wasSmall = isLetter && !isCapital
    }
    return parts.filter { !$0.isEmpty }
  }

  /// The meanings of the columns of a table of our own: each name has one, and no value is asked.
  static func ownMeanings(of names: [String]) -> [ColumnMeaning] {
    names.map { name in
      let folded = fold(name)
      if name == "placed" { return .placed }
      return FieldNames.single.first { $0.names.contains(folded) }?.meaning
        ?? FieldNames.several.first { $0.names.contains(folded) }?.meaning ?? .other
    }
  }

  /// True if one of some names is known.
  static func isKnown(_ names: [String]) -> Bool {
    names.contains { name in
      let folded = fold(name)
      return FieldNames.single.contains { $0.names.contains(folded) }
        || FieldNames.several.contains { $0.names.contains(folded) }
        || parts(name).contains { $0.count > 1 && (FieldNames.latitudes.contains($0) || FieldNames.dates.contains($0)) }
    }
  }
}
