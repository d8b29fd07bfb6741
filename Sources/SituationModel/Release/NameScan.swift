/// Finds names of places in a text that are narrower than a release may say.
struct NameScan {
  private let names: Set<String>
  private let lookup: (any PlaceLookup)?
  /// True if names of provinces are too narrow.
  private let hidesProvinces: Bool
  /// The answers that were found, by the words.
  private var known: [String: FineWords.Reason?] = [:]

  /// No name has more words.
  private static let mostWords = 4

  /// A scan.
  ///
  /// - Parameters:
  ///   - places: the places of the file whose names are too narrow, by their names.
  ///   - lookup: the gazetteer.
  ///   - hidesProvinces: true if names of provinces are too narrow.
  init(places: some Sequence<String>, lookup: (any PlaceLookup)?, hidesProvinces: Bool) {
    self.lookup = lookup
    self.hidesProvinces = hidesProvinces
    names = Set(places.flatMap(NameScan.parts).map(FoldedName.compact).filter { $0.count >= 3 })
  }

  /// A name and its parts: "Talbiseh, north of Homs" has two.
  private static func parts(_ name: String) -> [String] {
    let parts = name.split { ",;/()|\n".contains($0) }.map(String.init)
    return ([name] + parts).filter { part in
      let words = words(of: part)
      return (1...mostWords).contains(words.count) && words.contains(where: isName)
    }
  }

  private static func words(of text: String) -> [Substring] {
    text.split { character in
      !(character.isLetter || character.isNumber || "-'\u{2019}\u{2018}`\u{2BF}\u{2BE}".contains(character))
    }
  }

  /// True for a word that may be a name: it has a capital, or letters that have none.
  private static func isName(_ word: Substring) -> Bool {
    word.unicodeScalars.contains { $0.properties.isUppercase || $0.properties.generalCategory == .otherLetter }
  }

  /// The names that are too narrow, the longest first where several begin with one word. Linear in the text.
  mutating func words(in text: String) -> [FineWords] {
    let words = NameScan.words(of: text)
    var (found, number): ([FineWords], Int) = ([], 0)
    while number < words.count {
      var taken = 1
      for count in stride(from: min(NameScan.mostWords, words.count - number), through: 1, by: -1) {
        let window = words[number..<number + count]
        guard let first = window.first, let last = window.last else { continue }
        // Words with other signs between them are no name together.
        let span = text[first.startIndex..<last.endIndex]
        guard count == 1 || !span.contains(where: { ",.;:!?()[]\n\"".contains($0) }) else { continue }
        // "Hill 12" is a name as well.
        guard
          let reason = reason(
            String(span), isName: NameScan.isName(first) && (NameScan.isName(last) || last.allSatisfy(\.isNumber)))
        else {
          continue
        }
        found.append(FineWords(span, reason))
        taken = count
        break
      }
      number += taken
    }
    return found
  }

  /// The reason for which a name is too narrow; nil if it is not.
  private mutating func reason(_ name: String, isName: Bool) -> FineWords.Reason? {
    guard isName else { return nil }
    if let answer = known[name] { return answer }
    let answer = newReason(name)
    known[name] = .some(answer)
    return answer
  }

  private func newReason(_ name: String) -> FineWords.Reason? {
    let key = FoldedName.compact(name)
    if names.contains(key) { return .placeOfFile }
    guard key.count >= 3, let lookup else { return nil }
    let places = lookup.places(named: name)
    if places.contains(where: { $0.kind == .country }) || lookup.country(of: name) != nil { return nil }
    if places.contains(where: { $0.kind == .town }) { return .town }
    return hidesProvinces && places.contains { $0.kind == .province } ? .province : nil
  }
}
