import SituationIO
import SituationModel

/// The words of a language by which sentences are read: a file of `Data/drafting`.
public struct Lexicon: Sendable {
  /// The code of the language, as `en`.
  public let language: String

  /// A sort of event with the words that tell it.
  struct EventGroup: Sendable {
    /// The words for a title.
    let label: String
    /// The kind, by the program's word.
    let kind: String
    /// True if the words alone tell no event: a place, a time or a figure must stand with them.
    let isWeak: Bool
    /// True if the words tell what came of another event: `killing three`.
    let isConsequence: Bool
    /// True if the words tell of something that was seen.
    let isSighting: Bool
    /// True if the words tell an event only of forces or vehicles.
    let needsForces: Bool
  }

  /// A word that tells an event.
  struct Trigger: Sendable {
    /// The number of its group.
    let group: Int
    /// True for a noun, which needs a verb beside it.
    let isNoun: Bool
  }

  let groups: [EventGroup]
  let triggers: PhraseTable<Trigger>
  let abbreviations: Set<String>
  /// True if all nouns have a capital letter, so that one says nothing of names.
  let hasCapitalNouns: Bool
  let forces: PhraseTable<Bool>
  let support: PhraseTable<Bool>
  let pastEndings: [String]
  let ongoingEndings: [String]
  let ongoingBefore: PhraseTable<Bool>
  let modals: PhraseTable<Bool>
  let negations: PhraseTable<Bool>
  let hypothetical: PhraseTable<Bool>
  let nounBlockers: PhraseTable<Bool>
  let background: PhraseTable<Bool>
  let opinion: PhraseTable<Bool>
  let nationalities: PhraseTable<String>
  /// The kind of event by the weapon.
  let weapons: PhraseTable<String>
  let clauses, denials, modalsOfSpeech, definite, hearers, appearances, compoundBehind, infinitive, relatives,
    different, smallWords, asides, untrue, departures: PhraseTable<Bool>
  let claims: ClaimWords
  let figures: FigureWords
  let times: TimeWords
  let places: PlaceWords

  /// The words of a file.
  ///
  /// - Parameters:
  ///   - json: the file, in UTF-8.
  ///   - file: what messages call it.
  /// - Throws: `ReadError` where it is no such file.
  public init(json: [UInt8], file: String) throws(ReadError) {
    let value = try PropertyValue(json: json, file: file)
    do throws(LexiconFile.Fault) { self = try Lexicon(LexiconFile(value, name: "the file")) } catch {
      throw .notUnderstood(file: file, line: 1, reason: error.words)
    }
  }

  private init(_ file: LexiconFile) throws(LexiconFile.Fault) {
    language = file.text("language") ?? ""
    hasCapitalNouns = file.flag("capitalNouns")
    abbreviations = Set(try file.texts("abbreviations"))
    (groups, triggers) = try Lexicon.events(file)
    forces = try file.phrases("forces")
    support = try file.phrases("support")
    pastEndings = try file.texts("pastEndings")
    ongoingEndings = try file.texts("ongoingEndings")
    ongoingBefore = try file.phrases("ongoingBefore")
    modals = try file.phrases("modals")
    negations = try file.phrases("negations")
    hypothetical = try file.phrases("hypothetical")
    nounBlockers = try file.phrases("nounBlockers")
    background = try file.phrases("background")
    opinion = try file.phrases("opinion")
    clauses = try file.phrases("clauses")
    denials = try file.phrases("denials")
    modalsOfSpeech = try file.phrases("modalsOfSpeech")
    definite = try file.phrases("definite")
    compoundBehind = try file.phrases("compoundBehind")
    relatives = try file.phrases("relatives")
    different = try file.phrases("different")
    smallWords = try file.phrases("smallWords")
    departures = try file.phrases("departures")
    untrue = try file.phrases("untrue")
    asides = try file.phrases("asides")
    infinitive = try file.phrases("infinitive")
    appearances = try file.phrases("appearances")
    hearers = try file.phrases("hearers")
    var adjectives = PhraseTable<String>()
    for (name, code) in try file.names("nationalities") { adjectives.add(name, code) }
    nationalities = adjectives
    var weapons = PhraseTable<String>()
    for (word, kind) in try file.names("weapons") { weapons.add(word, kind) }
    self.weapons = weapons
    claims = try ClaimWords(file)
    figures = try FigureWords(file.part("figures"))
    times = try TimeWords(file.part("times"), numbers: figures.numbers, counted: figures.people)
    places = try PlaceWords(file.part("places"))
  }

  /// The words for a title of a kind.
  func label(of kind: String) -> String { kind.prefix(1).uppercased() + kind.dropFirst() }

  private static func events(
    _ file: LexiconFile
  ) throws(LexiconFile.Fault) -> ([EventGroup], PhraseTable<Trigger>) {
    var groups: [EventGroup] = []
    var triggers = PhraseTable<Trigger>()
    for part in try file.list("events") {
      guard let label = part.text("label"), let kind = part.text("kind") else {
        throw LexiconFile.Fault(words: "an event has no label or no kind")
      }
      for noun in try part.texts("nouns") { triggers.add(noun, Trigger(group: groups.count, isNoun: true)) }
      for verb in try part.texts("verbs") { triggers.add(verb, Trigger(group: groups.count, isNoun: false)) }
      groups.append(
        EventGroup(
          label: label, kind: kind, isWeak: part.flag("weak"), isConsequence: part.flag("consequence"),
          isSighting: part.flag("sighting"), needsForces: part.text("needs") == "forces"))
    }
    return (groups, triggers)
  }
}
