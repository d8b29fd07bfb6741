/// Kinds of records while a table is made of them: how often each word stands, and the codes that follow from that.
struct KindCounts {
  /// The table.
  let table: KindTable
  /// The code in the table for each code of the records.
  let codes: [UInt8]

  /// The table of some records, decided over all of them.
  ///
  /// - Parameters:
  ///   - words: words of files by the codes of the records, from `KindTable.firstOwn` on.
  ///   - counts: how many records have each code, the known kinds' too.
  init(words: [String], counts: [Int]) {
    let first = KindTable.firstOwn
    // Words that fold to the same are one, spelt as it is first.
    var (kinds, numbers): ([(word: String, count: Int)], [[UInt8]: Int]) = ([], [:])
    let merged = words.enumerated().map { index, word in
      let count = counts[first + index]
      let folded = FoldedText.bytes(of: word)
      if let number = numbers[folded] {
        kinds[number].count += count
        return number
      }
      numbers[folded] = kinds.count
      kinds.append((word, count))
      return kinds.count - 1
    }
    let order = kinds.indices.filter { kinds[$0].count > 0 }
      .sorted { (kinds[$1].count, $0) < (kinds[$0].count, $1) }
    let coded = order.prefix(KindTable.mostOwn)
    var places = [UInt8](repeating: EventKind.other.code, count: kinds.count)
    for (place, number) in coded.enumerated() { places[number] = UInt8(first + place) }
    codes = (0..<first).map { UInt8($0) } + merged.map { places[$0] }
    table = KindTable(words: coded.map { kinds[$0].word }, isComplete: coded.count == order.count) { kind in
      counts[Int(kind.code)] > 0
    }
  }
}
