extension EventKind {
  /// The letter of its mark: capital where the place is exact, small where it is not. The letters differ in both cases, so that every
  /// mark reads without colour.
  public var letter: Character {
    switch self {
    case .convoy: "C"
    case .strike: "S"
    case .imagery: "I"
    case .incursion: "X"
    case .statement: "Q"
    case .diplomatic: "D"
    case .political: "P"
    case .other: "E"
    }
  }
}

/// Letters for words, so that a person can tell the word from the letter where that can be.
enum KindLetters {
  /// Letters that stand for something else on a map: other events, a town (`o`), and what lies beyond the lower edge (`v`).
  private static let reserved: Set<Character> = ["E", "O", "V"]
  /// Letters that are taken where no letter of a word is free; those that look like a line come last.
  private static let alphabet = Array("ABCDFGHJKMNPQRSTUWXYZIL")

  /// A letter for each of some words, all different.
  ///
  /// Each word in turn gets the letter of its codebook, or its first; those whose letter is gone then get another of theirs, the
  /// initials of its words first.
  /// - Parameters:
  ///   - words: at most eight words, the most frequent first.
  ///   - used: the letters of other kinds of the same map, at most seven.
  static func letters(of words: [String], without used: Set<Character>) -> [Character] {
    var taken = used.union(reserved)
    let wanted = words.map(candidates)
    var letters: [Character?] = wanted.map { letters in
      letters.first.flatMap { taken.insert($0).inserted ? $0 : nil }
    }
    for index in letters.indices where letters[index] == nil {
      letters[index] = (wanted[index] + alphabet).first { taken.insert($0).inserted }
    }
    return letters.map { $0 ?? EventKind.other.letter }
  }

  /// The letters that a word would have, the best first.
  private static func candidates(_ word: String) -> [Character] {
    let own = CodebookKind(word)?.letter
    let parts = FoldedText.bytes(of: word).split { !isLetter($0) }
    let letters = parts.compactMap(\.first) + parts.joined()
    return (own.map { [$0] } ?? []) + letters.map { Character(UnicodeScalar($0 - 0x20)) }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
}

/// Colours for words, by the numbers of `KindTable.Sign.color`.
enum KindColors {
  /// Order in which colours are given out: first the one that stands out most, and is far from the next.
  private static let order: [EventKind] = [
    .strike, .convoy, .imagery, .incursion, .political, .diplomatic, .statement, .other,
  ]

  /// A colour for each of some words: of its codebook where that is free, else the first that is. Where all are given out, kinds share
  /// them, and letters alone tell those apart.
  ///
  /// - Parameters:
  ///   - words: at most eight words, the most frequent first.
  ///   - used: other kinds of the same map, which keep their colours.
  static func colors(of words: [String], without used: [EventKind]) -> [UInt8] {
    var free = (order.filter { !used.contains($0) }).map(\.code) + [KindTable.spareColor]
    let wanted = words.map { CodebookKind($0)?.color.code }
    var colors: [UInt8?] = wanted.map { color in
      guard let place = free.firstIndex(where: { $0 == color }) else { return nil }
      return free.remove(at: place)
    }
    var next = 0
    for index in colors.indices where colors[index] == nil {
      colors[index] = free.isEmpty ? order[next % order.count].code : free.removeFirst()
      next += 1
    }
    return colors.map { $0 ?? EventKind.other.code }
  }
}
