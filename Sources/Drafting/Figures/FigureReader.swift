import SituationModel

/// A number that a sentence gives.
struct FigureMention: Sendable {
  let figure: Figure
  let tokens: Range<Int>
}

/// Finds what a sentence counts.
struct FigureReader {
  let words: FigureWords

  /// A range of numbers in a sentence.
  private struct Count {
    var low: Double?
    var best: Double?
    var high: Double?
    var range: Range<Int>
  }

  /// The figures of some tokens, each name once.
  func figures(_ tokens: [Token], in range: Range<Int>) -> [FigureMention] {
    var found: [FigureMention] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let count = count(tokens, index, range.upperBound) else {
        index += 1
        continue
      }
      if let (name, end, start) = name(tokens, count.range, range), !name.isEmpty,
        !found.contains(where: { $0.figure.what == name }),
        let figure = Figure(name, low: count.low, best: count.best, high: count.high)
      {
        found.append(FigureMention(figure: figure, tokens: min(start, count.range.lowerBound)..<end))
      }
      index = count.range.upperBound
    }
    return found
  }

  private func count(_ tokens: [Token], _ index: Int, _ limit: Int) -> Count? {
    var place = index
    var bound: (isLow: Bool, isHigh: Bool, isAbout: Bool) = (false, false, false)
    if let low = words.low.match(tokens, at: place, before: limit) {
      bound.isLow = true
      place += low.count
    } else if let high = words.high.match(tokens, at: place, before: limit) {
      bound.isHigh = true
      place += high.count
    } else if let about = words.about.match(tokens, at: place, before: limit) {
      bound.isAbout = true
      place += about.count
    }
    let isBetween = place < limit && words.between.contains(tokens, at: place)
    if isBetween { place += 1 }
    guard let first = number(tokens, place, limit) else { return nil }
    if first.isAtLeast { return Count(low: first.value, range: index..<first.end) }
    // `12 to 15`, `between 12 and 15`, `12-15`
    if first.end < limit,
      words.ranges.contains(tokens, at: first.end) || isBetween && words.rangeAnd.contains(tokens, at: first.end),
      let last = number(tokens, first.end + 1, limit), !last.isAtLeast, last.value > first.value
    {
      return Count(low: first.value, high: last.value, range: index..<last.end)
    }
    if bound.isLow { return Count(low: first.value, range: index..<first.end) }
    if bound.isHigh { return Count(high: first.value, range: index..<first.end) }
    if bound.isAbout, first.value >= 5 {
      let slack = (first.value / 5).rounded(.up)
      return Count(low: first.value - slack, best: first.value, high: first.value + slack, range: index..<first.end)
    }
    return Count(best: first.value, range: index..<first.end)
  }

  private func number(_ tokens: [Token], _ index: Int, _ limit: Int) -> (value: Double, end: Int, isAtLeast: Bool)? {
    guard index < limit else { return nil }
    if let many = words.atLeast.match(tokens, at: index, before: limit) {
      return (many.meaning, index + many.count, true)
    }
    var found: (value: Double, end: Int)?
    if tokens[index].isNumber, let value = NumberText.value(tokens[index].low) {
      found = (value, index + 1)
    } else if let word = words.numbers.match(tokens, at: index, before: limit) {
      found = (word.meaning, index + word.count)
    }
    guard var (value, end) = found, value < 1e9 else { return nil }
    if end < limit, let times = words.multipliers[tokens[end].low] {
      value *= times
      end += 1
    }
    return (value, end, false)
  }

  /// The name of what a number counts: by the words behind it and its people, or by the word before.
  private func name(_ tokens: [Token], _ number: Range<Int>, _ range: Range<Int>) -> (
    name: String, end: Int, start: Int
  )? {
    let isArticle = number.count == 1 && words.articles.contains(tokens, at: number.lowerBound)
    var place = number.upperBound
    var end = place
    var hasPeople = false
    var steps = 0
    while place < range.upperBound, steps < 6, !isArticle {
      if let found = words.behind.match(tokens, at: place, before: range.upperBound) {
        // `33 displaced persons` counts persons.
        guard words.people.match(tokens, at: place + found.count, before: range.upperBound) != nil, !hasPeople else {
          return (found.meaning, place + found.count, number.lowerBound)
        }
        place += found.count
      }
      if let people = words.people.match(tokens, at: place, before: range.upperBound) {
        hasPeople = true
        place += people.count
        end = place
      } else if tokens[place].isWord, !tokens[place].isNumber, words.numbers.match(tokens, at: place) == nil,
        words.before.match(tokens, at: place) == nil, !words.stops.contains(tokens, at: place)
      {
        place += 1
      } else {
        break
      }
      steps += 1
    }
    for start in stride(from: number.lowerBound - 1, through: max(range.lowerBound, number.lowerBound - 3), by: -1) {
      guard let found = words.before.match(tokens, at: start, before: number.lowerBound) else {
        if !tokens[start].isWord { break }
        continue
      }
      guard start + found.count == number.lowerBound || hasPeople, !found.meaning.isEmpty else { return nil }
      // `killed 12 drones` would count no people.
      let isCounted =
        hasPeople || isArticle || number.upperBound >= range.upperBound || !tokens[number.upperBound].isWord
        || words.stops.contains(tokens, at: number.upperBound) || ["deaths", "injured"].contains(found.meaning)
      return isCounted ? (found.meaning, end, start) : nil
    }
    return nil
  }
}
