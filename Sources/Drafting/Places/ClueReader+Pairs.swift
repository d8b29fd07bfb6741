/// Two names that a sentence joins.
extension ClueReader {

  func pairs(_ clues: [PlaceClue]) -> [PairClue] {
    var pairs: [PairClue] = []
    for first in clues.indices.dropLast() {
      let second = first + 1
      let (one, two) = (clues[first].mention, clues[second].mention)
      guard !one.isCountry, !two.isCountry else { continue }
      let gap = one.tokens.upperBound..<two.tokens.lowerBound
      let start = one.tokens.lowerBound
      // `the Damascus-Aleppo highway`
      if gap.count == 1, tokens[gap.lowerBound].low == "-", words.roadWords.contains(tokens, at: two.tokens.upperBound)
      {
        pairs.append(
          PairClue(tokens: start..<two.tokens.upperBound + 1, first: first, second: second, isRoad: true, isWay: false))
        continue
      }
      guard gap.count <= 6 else { continue }
      let joints = gap.filter { words.listWords.contains(tokens, at: $0) || words.toWords.contains(tokens, at: $0) }
      guard joints.count == 1, let joint = joints.first else { continue }
      let isTo = words.toWords.contains(tokens, at: joint)
      if let road = roadBefore(start) {
        pairs.append(
          PairClue(tokens: road..<two.tokens.upperBound, first: first, second: second, isRoad: true, isWay: isTo))
      } else if !isTo, let between = wordBefore(start, words.betweenWords) {
        pairs.append(
          PairClue(tokens: between..<two.tokens.upperBound, first: first, second: second, isRoad: false, isWay: false))
      } else if isTo, let from = wordBefore(start, words.fromWords) {
        pairs.append(
          PairClue(tokens: from..<two.tokens.upperBound, first: first, second: second, isRoad: false, isWay: true))
      }
    }
    return pairs
  }

  /// The first token of a phrase of a road that ends before a name.
  func roadBefore(_ start: Int) -> Int? {
    if let road = words.roadWords.match(tokens, endingAt: start) { return start - road.count }
    for place in stride(from: start - 1, through: max(0, start - 7), by: -1) {
      if let found = words.routePhrases.match(tokens, at: place), place + found.count <= start,
        (place + found.count..<start).allSatisfy({ words.skip.contains(tokens, at: $0) })
      {
        return place
      }
    }
    return nil
  }

  func wordBefore(_ start: Int, _ table: PhraseTable<Bool>) -> Int? {
    var place = start
    while place > 0, start - place < 4 {
      if let found = table.match(tokens, endingAt: place) { return place - found.count }
      guard words.skip.match(tokens, endingAt: place) != nil else { return nil }
      place -= 1
    }
    return nil
  }
}
