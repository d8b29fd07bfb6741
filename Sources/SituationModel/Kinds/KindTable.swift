/// Kinds of the events of a table: a code of one byte for each word, and a sign for those that are told apart on the screen.
///
/// Known kinds have the codes of `EventKind`. The words of files follow, the most frequent first; words that fold to the same text
/// (`Protests`, `PROTESTS`) are one kind. The first eight have a letter and a colour of their own, the rest is shown as other
/// events. Words beyond the last code have the code of `EventKind.other`.
public struct KindTable: Hashable, Sendable {
  /// A kind as a screen shows it.
  public struct Sign: Hashable, Sendable {
    /// Number of the sign, below `slotCount`.
    public let slot: UInt8
    /// The word that a filter finds it by: the known kind's own, or the file's as it is spelt most often. Not made safe.
    public let word: String
    /// The kind that the program knows; nil for a word of files.
    public let known: EventKind?
    /// Capital letter that stands for it.
    public let letter: Character
    /// Number of its colour: those of the known kinds by their codes, then `spareColor`.
    public let color: UInt8
  }

  /// Signs have numbers below this: a frame keeps the kinds of a cell as bits of them.
  public static let slotCount = 16
  /// Number of the one colour that is no known kind's.
  public static let spareColor: UInt8 = 8
  /// Code of the first word of files.
  static let firstOwn = EventKind.codeCount
  /// No more words of files than this have codes.
  static let mostOwn = 247

  /// Words of files by their codes, from `firstOwn` on, the most frequent first.
  public let words: [String]
  /// True if every word of the files has a code.
  public let isComplete: Bool
  /// The signs of kinds that occur: known ones, then those of files by their frequency, then the one for all others.
  public let signs: [Sign]
  private let bySlot: [Sign]

  /// A table of the known kinds alone, all of which may occur.
  public static let known = KindTable(words: [], isComplete: false) { _ in true }

  /// A table of words, the most frequent first.
  ///
  /// - Parameters:
  ///   - words: different words, at most `mostOwn`.
  ///   - isComplete: false where there are more.
  ///   - occurs: true for a known kind that some event has; of `other`, without regard to `words`.
  init(words: [String], isComplete: Bool, occurs: (EventKind) -> Bool) {
    (self.words, self.isComplete) = (words, isComplete)
    let known = EventKind.allCases.filter { $0 != .other && occurs($0) }
    let shown = Array(words.prefix(KindTable.slotCount - KindTable.firstOwn))
    let hasOthers = occurs(.other) || words.count > shown.count || !isComplete
    let letters = KindLetters.letters(of: shown, without: Set(known.map(\.letter)))
    let colors = KindColors.colors(of: shown, without: known + (hasOthers ? [.other] : []))
    var bySlot = (0..<KindTable.slotCount).map { Sign(EventKind(code: $0) ?? .other) }
    for (index, word) in shown.enumerated() {
      let slot = KindTable.firstOwn + index
      bySlot[slot] = Sign(
        slot: UInt8(slot), word: word, known: nil, letter: letters[index], color: colors[index])
    }
    let other = Sign(.other)
    signs = known.map(Sign.init) + bySlot[KindTable.firstOwn...].prefix(shown.count) + (hasOthers ? [other] : [])
    self.bySlot = bySlot
  }

  /// The slot of the sign that stands for a code.
  @inline(__always)
  public static func slot(ofCode code: UInt8) -> UInt8 { code < 16 ? code : 7 }

  /// The sign that stands for a code.
  public subscript(code: UInt8) -> Sign { bySlot[Int(KindTable.slot(ofCode: code))] }

  /// Words of files that have no sign of their own, the most frequent first.
  public var rest: ArraySlice<String> { words.dropFirst(KindTable.slotCount - KindTable.firstOwn) }

  /// True for each code, from 0 to 255, that a word means, whatever its case and accents. The word `other` means all that its sign
  /// stands for.
  public func codes(named word: String) -> [Bool] {
    var named = [Bool](repeating: false, count: 256)
    let folded = FoldedText.bytes(of: word)
    guard !folded.isEmpty else { return named }
    for kind in EventKind.allCases where FoldedText.bytes(of: kind.rawValue) == folded {
      named[Int(kind.code)] = true
      if kind == .other { for code in KindTable.slotCount..<256 { named[code] = true } }
    }
    for (index, own) in words.enumerated() where FoldedText.bytes(of: own) == folded {
      named[KindTable.firstOwn + index] = true
    }
    return named
  }

  /// True if a word means a kind that an event may have.
  public func has(_ word: String) -> Bool { codes(named: word).contains(true) }

  /// The word that a code stands for: the known kind's own, or the file's.
  public func word(ofCode code: UInt8) -> String {
    let index = Int(code) - KindTable.firstOwn
    return words.indices.contains(index) ? words[index] : (EventKind(code: Int(code)) ?? .other).rawValue
  }
}

extension KindTable.Sign {
  /// The sign of a known kind.
  public init(_ kind: EventKind) {
    self.init(slot: kind.code, word: kind.rawValue, known: kind, letter: kind.letter, color: kind.code)
  }
}
