import SituationModel

/// Names of places with their positions, to be found as they are typed.
public struct Gazetteer: Sendable {
  /// A named place.
  public struct Entry: Hashable, Sendable {
    /// The sort of place.
    public enum Kind: Hashable, Sendable { case settlement, governorate, country, event }

    /// The name that the map writes.
    public let name: String
    /// The sort of place.
    public let kind: Kind
    /// The middle of the place.
    public let place: Coordinate
    /// How far it extends, where that is known.
    public let bounds: GeoBounds?
    /// Inhabitants or, for what has none, a number that puts it in its place among towns.
    let weight: Double
    /// The names of the place, folded.
    fileprivate let spellings: [FoldedName]

    /// An entry by its names, of which the first is the one to write.
    public init(_ names: [String], _ kind: Kind, at place: Coordinate, bounds: GeoBounds? = nil, weight: Double) {
      name = names.first ?? ""
      self.kind = kind
      self.place = place
      self.bounds = bounds
      self.weight = weight
      var seen: Set<FoldedName> = []
      spellings = names.map(FoldedName.init).filter { !$0.words.isEmpty && seen.insert($0).inserted }
    }

    /// A place that an event names; nil when it has no point or no name.
    public init?(_ place: Place) {
      guard let name = place.name, let anchor = place.anchor else { return nil }
      let bounds = place.shape?.bounds
      self.init([name], .event, at: anchor, bounds: bounds, weight: 3e5)
    }
  }

  /// How well a name fits what was typed, the best first.
  public enum Fit: Hashable, Comparable, Sendable {
    /// It is a spelling of the place.
    case exact
    /// A spelling begins with it.
    case beginning
    /// A word of a spelling begins with it.
    case word
    /// A spelling differs from it in so many letters.
    case near(Int)
  }

  /// A place that fits what was typed.
  public struct Match: Hashable, Sendable {
    /// The place.
    public let entry: Entry
    /// How well it fits.
    public let fit: Fit
  }

  private let entries: [Entry]

  /// A gazetteer of some entries; of several in one place and of one name the first is kept. Linear in their number.
  public init(_ all: [Entry]) {
    var seen: [String: [Coordinate]] = [:]
    entries = all.filter { entry in
      guard let name = entry.spellings.first?.compact else { return false }
      let key = entry.kind == .settlement || entry.kind == .event ? name : "\(name) \(entry.kind)"
      let known = seen[key, default: []]
      if known.contains(where: { GreatCircle(from: $0, to: entry.place).meters < 30_000 }) { return false }
      seen[key] = known + [entry.place]
      return true
    }
  }

  /// The places that a name may mean, the likeliest first: by how well the name fits, then by their size.
  ///
  /// Only when no name has what was typed in it, those that differ from it in few letters count: one for a name of four
  /// letters, two for one of eight. Linear in the number of spellings.
  public func search(_ text: String, limit: Int) -> [Match] {
    let name = FoldedName(text)
    guard !name.words.isEmpty else { return [] }
    let shorter = name.withoutLastArticle
    var matches = entries.compactMap { entry in
      let fit = entry.fit(name) ?? shorter.flatMap(entry.fit).map { max($0, .beginning) }
      return fit.map { Match(entry: entry, fit: $0) }
    }
    let slack = name.compact.count < 4 ? 0 : name.compact.count < 8 ? 1 : 2
    if matches.isEmpty && slack > 0 {
      matches = entries.compactMap { entry in
        entry.distance(name, limit: slack).map { Match(entry: entry, fit: .near($0)) }
      }
    }
    let order = matches.indices.sorted { first, second in
      let (a, b) = (matches[first], matches[second])
      if a.fit != b.fit { return a.fit < b.fit }
      return a.entry.weight != b.entry.weight ? a.entry.weight > b.entry.weight : first < second
    }
    return order.prefix(limit).map { matches[$0] }
  }
}

extension Gazetteer {
  /// The countries and provinces that a text names: those of which it is a spelling, or else those whose names begin with it. Linear in
  /// the number of spellings.
  public func areas(called text: String) -> [Entry] {
    let name = FoldedName(text)
    guard !name.words.isEmpty else { return [] }
    let areas = entries.filter { $0.kind == .country || $0.kind == .governorate }
    let exact = areas.filter { $0.fit(name) == .exact }
    return exact.isEmpty ? areas.filter { $0.fit(name) == .beginning } : exact
  }
}

extension Gazetteer.Entry {
  /// True if a text is one of the spellings of the place.
  public func isCalled(_ text: String) -> Bool { fit(FoldedName(text)) == .exact }

  /// How well a name fits; nil when nothing of a spelling begins with it.
  fileprivate func fit(_ name: FoldedName) -> Gazetteer.Fit? {
    var best: Gazetteer.Fit?
    for spelling in spellings {
      if spelling.compact == name.compact { return .exact }
      if spelling.compact.hasPrefix(name.compact) {
        best = .beginning
      } else if best == nil && spelling.words.count > 1 {
        let tails = spelling.words.indices.dropFirst().map { spelling.words[$0...].joined() }
        if tails.contains(where: { $0.hasPrefix(name.compact) }) { best = .word }
      }
    }
    return best
  }

  /// In how many letters the nearest spelling differs; nil when it is more than the limit.
  fileprivate func distance(_ name: FoldedName, limit: Int) -> Int? {
    spellings.compactMap { name.distance(to: $0, limit: limit) }.min()
  }
}
