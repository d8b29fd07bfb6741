/// Kinds of records while a table is made of them: how often each word stands, and the codes that follow from that.
struct KindCounts {
  /// The table.
  let table: KindTable
  /// The code in the table for each code of the records.
  let codes: [UInt8]

  private struct Kind {
    let folded: [UInt8]
    var word: String
    /// How often the word is spelt like this.
    var spelled: Int
    var count: Int

    mutating func add(_ other: String, _ count: Int) {
      self.count += count
      if count > spelled || count == spelled && other.utf8.lexicographicallyPrecedes(word.utf8) {
        (word, spelled) = (other, count)
      }
    }

    func isBefore(_ other: Kind) -> Bool {
      count == other.count ? folded.lexicographicallyPrecedes(other.folded) : count > other.count
    }
  }

  /// The table of some records, decided over all of them.
  ///
  /// - Parameters:
  ///   - words: words of files by the codes of the records, from `KindTable.firstOwn` on.
  ///   - counts: how many records have each code, the known kinds' too.
  init(words: [String], counts: [Int]) {
    let first = KindTable.firstOwn
    // Words that fold to the same are one, in the spelling that stands most often. Neither that nor the order may hang on which record
    // comes first: a file is read in parts, and its rows are put into the order of time.
    var (kinds, numbers): ([Kind], [[UInt8]: Int]) = ([], [:])
    let merged = words.enumerated().map { index, word in
      let count = counts[first + index]
      let folded = FoldedText.bytes(of: word)
      if let number = numbers[folded] {
        kinds[number].add(word, count)
        return number
      }
      numbers[folded] = kinds.count
      kinds.append(Kind(folded: folded, word: word, spelled: count, count: count))
      return kinds.count - 1
    }
    let order = kinds.indices.filter { kinds[$0].count > 0 }
      .sorted { kinds[$0].isBefore(kinds[$1]) }
    let coded = order.prefix(KindTable.mostOwn)
    var places = [UInt8](repeating: EventKind.other.code, count: kinds.count)
    for (place, number) in coded.enumerated() { places[number] = UInt8(first + place) }
    codes = (0..<first).map { UInt8($0) } + merged.map { places[$0] }
    table = KindTable(words: coded.map { kinds[$0].word }, isComplete: coded.count == order.count) { kind in
      counts[Int(kind.code)] > 0
    }
  }
}
