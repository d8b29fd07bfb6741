/// A text that names a place, taken apart: `near Homs, Syria` is the name Homs, what it lies in, and that it was around it.
struct PlacePhrase: Hashable, Sendable {
  /// How the thing that is meant lies to the place of the name.
  enum Extent: Hashable, Sendable {
    /// It is the place.
    case itself
    /// It is a part of it, as northern Aleppo is.
    case part
    /// It lies around it, at whatever distance.
    case surroundings
    /// It is the province of that name, or the land around the town.
    case province
  }

  /// The name alone.
  private(set) var name: String
  /// Words on where the place lies: the texts behind commas and in brackets.
  private(set) var qualifiers: [String] = []
  private(set) var extent = Extent.itself
  /// True if it names several places, or none.
  private(set) var isUnclear = false

  /// A longer text is no name.
  private static let mostBytes = 200

  /// A text taken apart.
  ///
  /// - Parameter isKnown: true for the name of a place: nothing of it is taken for another word.
  init(_ text: String, isKnown: (String) -> Bool) {
    name = text.trimmed
    if name.utf8.count > PlacePhrase.mostBytes {
      isUnclear = true
      return
    }
    // Somebody who writes `Homs?` or `possibly Homs` does not know.
    if name.contains("?") || PlaceWords.doubts.contains(firstWord) {
      isUnclear = true
      return
    }
    if isKnown(name) { return }
    takeBrackets()
    let parts = PlacePhrase.parts(name)
    if parts.count > 1, name.contains(";") { isUnclear = true }
    // `Aleppo, Idlib provinces` are two.
    if parts.count > 1, let last = parts.last?.split(separator: " ").last?.lowercased(),
      PlaceWords.plurals.contains(last)
    {
      isUnclear = true
    }
    name = parts.first ?? ""
    qualifiers = parts.dropFirst() + qualifiers
    if name.isEmpty || isKnown(name) {
      isUnclear = isUnclear || name.isEmpty
      return
    }
    if PlacePhrase.isJoined(name) {
      isUnclear = true
      return
    }
    takeWords(isKnown)
    for qualifier in qualifiers { takeQualifier(qualifier) }
  }

  /// The first word in small letters.
  private var firstWord: String { name.prefix { $0 != " " }.lowercased() }

  /// The texts between commas and semicolons.
  private static func parts(_ name: String) -> [String] {
    // Each sign has one of these bytes, and few names have any: to look at characters takes long.
    guard name.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0xD8 }) else {
      return name.isEmpty ? [] : [name]
    }
    return name.split(whereSeparator: { ",،;".contains($0) }).map { String($0).trimmed }.filter { !$0.isEmpty }
  }

  /// Takes the texts in brackets out of the name.
  private mutating func takeBrackets() {
    guard name.utf8.contains(where: { "()[]".utf8.contains($0) }) else { return }
    var (outer, inner, depth) = ("", "", 0)
    for character in name {
      if "([".contains(character) {
        depth += 1
      } else if ")]".contains(character) {
        depth = max(0, depth - 1)
        if depth == 0 {
          qualifiers += inner.split(separator: ",").map { String($0).trimmed }.filter { !$0.isEmpty }
          inner = ""
          outer.append(" ")
        }
      } else if depth > 0 {
        inner.append(character)
      } else {
        outer.append(character)
      }
    }
    if !inner.trimmed.isEmpty { qualifiers.append(inner.trimmed) }
    name = outer.trimmed
  }

  /// True for two names with a sign between them.
  private static func isJoined(_ name: String) -> Bool {
    // Each of them has one of these bytes, and few names have any: to look for texts takes long.
    guard name.utf8.contains(where: { "-/&+".utf8.contains($0) || $0 == 0xE2 }) else { return false }
    let signs = [" - ", " \u{2013} ", " \u{2014} ", "\u{2013}", "\u{2014}", "/", "&", " + ", "->", "\u{2192}"]
    return signs.contains { name.contains($0) }
  }

  /// Takes words off both ends until a name is left.
  private mutating func takeWords(_ isKnown: (String) -> Bool) {
    var words = name.split(separator: " ").map(String.init)
    func word(_ text: String?) -> String { (text ?? "").lowercased().trimmingDots }
    if words.dropFirst().contains(where: { PlaceWords.several.contains(word($0)) })
      || ["between", "zwischen", "entre", "между", "між", "بين"].contains(word(words.first))
    {
      // `15 km from Homs` has one of these words, too.
      let isDistance = PlacePhrase.number(words.first) != nil
      if !isDistance || words.contains(where: { ["and", "to", "between"].contains(word($0)) }) {
        isUnclear = true
        return
      }
    }
    var hasTaken = true
    while hasTaken, !words.isEmpty, !isKnown(words.joined(separator: " ")) {
      hasTaken = takeFirst(&words) || takeLast(&words)
    }
    name = words.joined(separator: " ")
    if words.isEmpty { isUnclear = true }
  }

  private mutating func takeFirst(_ words: inout [String]) -> Bool {
    let first = (words.first ?? "").lowercased().trimmingDots
    func next(_ index: Int) -> String { index < words.count ? words[index].lowercased().trimmingDots : "" }
    if let unit = PlacePhrase.number(words.first) {
      guard PlaceWords.units.contains(unit) || PlaceWords.units.contains(next(1)) else { return false }
      words.removeFirst(PlaceWords.units.contains(unit) ? 1 : 2)
      if PlaceWords.letters.contains(next(0)) || PlaceWords.parts.contains(next(0)) { words.removeFirst() }
      extent = .surroundings
    } else if PlaceWords.nearness.contains(first) || ["close", "next"].contains(first) && next(1) == "to" {
      words.removeFirst(next(1) == "to" ? 2 : 1)
      extent = .surroundings
    } else if PlaceWords.parts.contains(first), words.count > 1 {
      let isBearing = PlaceWords.bearings.contains(first) || PlaceWords.joints.contains(next(1))
      words.removeFirst()
      extent = isBearing ? .surroundings : max(extent, .part)
    } else if PlaceWords.surroundings.contains(first), PlaceWords.joints.contains(next(1)) {
      words.removeFirst()
      extent = .surroundings
    } else if PlaceWords.provinces.contains(first), words.count > 1 {
      words.removeFirst()
      extent = max(extent, .province)
    } else if PlaceWords.towns.contains(first), words.count > 1 {
      words.removeFirst()
    } else if PlaceWords.openings.contains(first), words.count > 1 {
      words.removeFirst()
      return true
    } else {
      return false
    }
    while words.count > 1, PlaceWords.joints.contains(next(0)) { words.removeFirst() }
    return true
  }

  private mutating func takeLast(_ words: inout [String]) -> Bool {
    guard words.count > 1 else { return false }
    let last = (words.last ?? "").lowercased().trimmingDots
    if PlaceWords.provinces.contains(last) {
      extent = max(extent, .province)
    } else if PlaceWords.surroundings.contains(last) {
      extent = .surroundings
    } else if !PlaceWords.towns.contains(last) {
      return false
    }
    words.removeLast()
    return true
  }

  /// Takes a text behind the name that says nothing of what it lies in.
  private mutating func takeQualifier(_ text: String) {
    let word = text.lowercased().trimmingDots
    if PlaceWords.towns.contains(word) {
      qualifiers.removeAll { $0 == text }
    } else if PlaceWords.surroundings.contains(word) || PlaceWords.nearness.contains(word)
      || PlaceWords.parts.contains(word)
    {
      qualifiers.removeAll { $0 == text }
      extent = .surroundings
    } else if PlaceWords.provinces.contains(word) {
      qualifiers.removeAll { $0 == text }
      extent = max(extent, .province)
    }
  }

  /// The text behind the digits with which a word begins; nil where it begins with none.
  private static func number(_ word: String?) -> String? {
    guard let word, let first = word.unicodeScalars.first, ("0"..."9").contains(first) || first == "~" else {
      return nil
    }
    return String(word.drop { $0.isNumber || ".,~".contains($0) }).lowercased().trimmingDots
  }
}

extension PlacePhrase.Extent: Comparable {
  private var rank: Int {
    switch self {
    case .itself: 0
    case .part: 1
    case .province: 2
    case .surroundings: 3
    }
  }

  static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }
}

extension String {
  /// The text without full stops at its end, as abbreviations have them.
  fileprivate var trimmingDots: String {
    var text = self[...]
    while text.last == "." { text.removeLast() }
    return String(text)
  }
}
