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
      if gap.count == 1, ClueReader.isDash(tokens[gap.lowerBound]) {
        // `на трасі Херсон – Миколаїв`: in some languages the word for the road stands before them.
        let isBehind = words.roadWords.contains(tokens, at: two.tokens.upperBound)
        let road = isBehind ? start : roadBefore(start)
        if let road {
          let end = two.tokens.upperBound + (isBehind ? 1 : 0)
          pairs.append(PairClue(tokens: road..<end, first: first, second: second, isRoad: true, isWay: false))
          continue
        }
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

  /// True for a hyphen or a dash.
  static func isDash(_ token: Token) -> Bool {
    ["-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{2014}"].contains(token.low)
  }

  /// True if a name is joined by a dash with another one that no gazetteer has, as the ends of a road are: `the Beni-Kasindi road`.
  func isEndOfRoad(_ mention: PlaceMention) -> Bool {
    let (start, end) = (mention.tokens.lowerBound, mention.tokens.upperBound)
    let isFirst = end + 1 < tokens.count && ClueReader.isDash(tokens[end]) && tokens[end + 1].isCapitalised
    let isSecond = start > 1 && ClueReader.isDash(tokens[start - 1]) && tokens[start - 2].isCapitalised
    guard isFirst || isSecond else { return false }
    return roadBefore(start) != nil
      || (end..<min(end + 4, tokens.count)).contains { words.roadWords.contains(tokens, at: $0) }
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
