import SituationModel
import TextCanvas

extension KindTable {
  /// A sentence on kinds whose letters are others than in an earlier table of the same files; nil if all have kept theirs.
  func news(since earlier: KindTable) -> String? {
    func letters(_ table: KindTable) -> [[UInt8]: Character] {
      Dictionary(
        table.signs.map { (FoldedText.bytes(of: $0.word), $0.letter) }, uniquingKeysWith: { first, _ in first })
    }
    let (before, now) = (letters(earlier), letters(self))
    let moved = signs.filter { sign in
      before[FoldedText.bytes(of: sign.word)].map { $0 != sign.letter } ?? false
    }.map { "\($0.letter) is \(KindTable.short($0.word))" }
    let lost = earlier.signs.filter { $0.known == nil && now[FoldedText.bytes(of: $0.word)] == nil }
      .map { "\(EventKind.other.letter) has \(KindTable.short($0.word))" }
    let changes = moved + lost
    return changes.isEmpty ? nil : "letters of kinds have changed: " + changes.joined(separator: ", ")
  }

  private static func short(_ word: String) -> String { clipped(SafeText(word).text, to: 30) }
}
