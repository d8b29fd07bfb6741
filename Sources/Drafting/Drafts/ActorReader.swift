/// Finds who takes part in what a sentence tells.
struct ActorReader {
  let lexicon: Lexicon
  let sentence: ReportSentence

  /// The most actors that a draft names.
  private static let most = 4

  /// The actors in some parts of the sentence: adjectives and names before a noun for people, and groups by their names.
  func actors(_ ranges: [Range<Int>]) -> [Reading<String>] {
    let tokens = sentence.tokens
    var found: [Reading<String>] = []
    func add(_ range: Range<Int>, _ reason: String) {
      let name = sentence.source(of: range)
      guard found.count < ActorReader.most, !found.contains(where: { $0.value == name }) else { return }
      found.append(Reading(name, [sentence.words(range)], reason))
    }
    for range in ranges {
      var index = range.lowerBound
      while index < range.upperBound {
        if let group = lexicon.claims.actorGroups.match(tokens, at: index, before: range.upperBound),
          tokens[index].isCapitalised
        {
          var end = index + group.count
          if let noun = lexicon.claims.actorNouns.match(tokens, at: end, before: range.upperBound) { end += noun.count }
          add(index..<end, "a group by its name")
          index = end
        } else if let noun = lexicon.claims.actorNouns.match(tokens, at: index, before: range.upperBound) {
          var start = index
          while start > range.lowerBound, index - start < 4, isPart(tokens[start - 1], start - 1) { start -= 1 }
          var end = index + noun.count
          while let more = lexicon.claims.actorNouns.match(tokens, at: end, before: range.upperBound) {
            end += more.count
          }
          if !sentence.isQuoted[index] { add(start..<end, "a word for people or forces") }
          index = end
        } else {
          index += 1
        }
      }
    }
    return found
  }

  private func isPart(_ token: Token, _ index: Int) -> Bool {
    if lexicon.nationalities.match(sentence.tokens, at: index) != nil { return true }
    if token.isCapitalised, index > 0, lexicon.places.prepositions.match(sentence.tokens, at: index) == nil {
      return !lexicon.places.skip.contains(sentence.tokens, at: index)
    }
    return lexicon.forces.contains(sentence.tokens, at: index)
      || lexicon.claims.actorAdjectives.contains(sentence.tokens, at: index)
  }
}

/// Makes headlines of the members of drafts, in the program's own words.
enum DraftTitle {
  /// `Air strike, Homs`; `Movement of forces: Russian convoy, between Damascus and Homs`.
  static func text(_ label: String, _ place: DraftPlace?, _ actor: String?) -> String {
    var title = label
    if let actor, !label.contains(actor) { title += " (\(actor))" }
    if let place, !place.name.isEmpty {
      let isNear = place.precision == .vicinity && !place.name.hasPrefix("near ")
      title += (isNear ? ", near " : ", ") + place.name
    }
    return title
  }
}
