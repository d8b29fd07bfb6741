/// Looks for words in a released situation that say more exactly where something was than its places do.
public struct ReleaseCheck: Sendable {
  /// Words that are too exact, and where they stand.
  public struct Leak: Hashable, Sendable {
    /// The row of the event in the released table; nil for a text of the whole file.
    public let row: Int?
    /// The member that the text is of.
    public let member: ReleaseMember
    /// The words.
    public let words: FineWords
  }

  private let lookup: (any PlaceLookup)?
  private let coarsening: Coarsening
  private let allowed: [String]

  /// A check.
  ///
  /// - Parameters:
  ///   - coarsening: the width of the released places.
  ///   - lookup: the gazetteer that knows names of towns and provinces.
  ///   - allowed: words that a person allows wherever they stand.
  public init(_ coarsening: Coarsening, lookup: (any PlaceLookup)?, allowed: [String] = []) {
    self.lookup = lookup
    self.coarsening = coarsening
    self.allowed = allowed.filter { !$0.isEmpty }.sorted { $0.count > $1.count }
  }

  /// The words of a released situation that are too exact, in the order of its rows. Linear in the texts.
  ///
  /// - Parameter whole: the situation before the release, the names of whose places are not to be said.
  public func leaks(in released: Situation, of whole: Situation) -> [Leak] {
    var names = NameScan(places: hiddenNames(of: whole.events), lookup: lookup, hidesProvinces: coarsening == .country)
    let codes = CodeScan(meters: meters)
    var leaks: [Leak] = []
    func look(_ member: ReleaseMember, _ text: String?, row: Int? = nil, isName: Bool = false) {
      guard let text, !text.isEmpty else { return }
      let rest = masked(text)
      let found = codes.words(in: rest) + (isName ? [] : names.words(in: rest))
      leaks += found.map { Leak(row: row, member: member, words: $0) }
    }
    for text in [released.title, released.summary, released.attribution] + released.background { look(.about, text) }
    for (row, event) in released.events.events.enumerated() {
      for text in event.releasedTexts {
        look(text.member, text.text, row: row, isName: text.member == .province)
      }
    }
    return leaks
  }

  /// Coordinates that are known less finely may be said.
  private var meters: Double {
    switch coarsening {
    case .grid(let grid): grid.meters
    case .province: 50_000
    case .country: 200_000
    }
  }

  /// The names of places that are narrower than the released ones.
  private func hiddenNames(of events: EventTable) -> Set<String> {
    var names: Set<String> = []
    for event in events.events {
      for place in [event.place, event.destination].compactMap({ $0 }) {
        guard let name = place.name, isNarrow(place) else { continue }
        if lookup?.country(of: name) == nil { names.insert(name) }
      }
    }
    return names
  }

  private func isNarrow(_ place: Place) -> Bool {
    switch place.precision {
    case .exact, .vicinity, .locality, .unplaced, .unknown: true
    case .region: coarsening == .country
    case .country: false
    }
  }

  /// A text without the words that are allowed.
  private func masked(_ text: String) -> String {
    allowed.reduce(text) { text, words in
      text.contains(words)
        ? text.split(separator: words, omittingEmptySubsequences: false).joined(separator: "\n") : text
    }
  }
}

extension Event {
  /// The texts of a released event, but for the names of its widened places, each with its member.
  fileprivate var releasedTexts: [(member: ReleaseMember, text: String?)] {
    var texts: [(ReleaseMember, String?)] = [
      (.title, title), (.kind, kindName), (.summary, summary), (.ids, id), (.province, place.province),
      (.province, destination?.province),
    ]
    texts += actors.map { (.actors, $0) }
    texts += links.map { (.links, $0.target) }
    for source in sources {
      texts += [
        (.sources, source.who), (.sources, source.via), (.links, source.link), (.notes, source.note),
        (.says, source.says), (.copies, source.copy?.path),
      ]
      texts += source.figures.map { (.figures, $0.what) }
    }
    return texts.map { (member: $0.0, text: $0.1) }
  }
}
