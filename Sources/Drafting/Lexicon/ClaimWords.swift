import SituationModel

/// The words that say who says so, and how firmly.
struct ClaimWords: Sendable {
  /// Phrases with the standing that they give.
  let hedges: PhraseTable<Standing>
  /// Verbs of saying; the meaning is true for those that are an act by themselves, as `condemned`.
  let speech: PhraseTable<Bool>
  let officials: PhraseTable<Bool>
  let media: PhraseTable<Bool>
  let witnesses: PhraseTable<Bool>
  /// Phrases before the name of the one who says so: `according to`.
  let attribution: PhraseTable<Bool>
  /// Phrases before the name of the one who checked or published: `verified by`.
  let madeBy: PhraseTable<Bool>
  let material: PhraseTable<Bool>
  let actorNouns: PhraseTable<Bool>
  let actorGroups: PhraseTable<Bool>
  /// Verbs that stand before a second teller: `told Reuters`.
  let tellers: PhraseTable<Bool>
  /// Words at the beginning and at the end of a name that are no part of it.
  let leading, trailing: PhraseTable<Bool>
  /// Words that stand for somebody named before.
  let pronouns: PhraseTable<Bool>
  /// Verbs of a claim, words for those who hear, and adjectives before words for people.
  let claiming, toHearers, actorAdjectives: PhraseTable<Bool>

  init(_ file: LexiconFile) throws(LexiconFile.Fault) {
    var hedges = PhraseTable<Standing>()
    let part = file.part("hedges")
    for standing in Standing.allCases {
      for phrase in try part.texts(standing.rawValue) { hedges.add(phrase, standing) }
    }
    self.hedges = hedges
    var speech = PhraseTable<Bool>()
    for word in try file.part("speech").texts("strong") { speech.add(word, true) }
    for word in try file.part("speech").texts("plain") { speech.add(word, false) }
    self.speech = speech
    officials = try file.phrases("officials")
    media = try file.phrases("media")
    witnesses = try file.phrases("witnesses")
    attribution = try file.phrases("attribution")
    madeBy = try file.phrases("madeBy")
    material = try file.phrases("material")
    actorNouns = try file.part("actors").phrases("nouns")
    actorGroups = try file.part("actors").phrases("groups")
    tellers = try file.phrases("tellers")
    leading = try file.phrases("leading")
    trailing = try file.phrases("trailing")
    claiming = try file.phrases("claiming")
    toHearers = try file.phrases("toHearers")
    actorAdjectives = try file.phrases("actorAdjectives")
    pronouns = try file.phrases("pronouns")
  }
}

extension ClaimWords {
  /// True if a token may stand between a verb of saying and its day: `told reporters in a statement on`.
  func hearers(_ tokens: [Token], _ index: Int) -> Bool {
    toHearers.contains(tokens, at: index) || media.contains(tokens, at: index)
  }
}
