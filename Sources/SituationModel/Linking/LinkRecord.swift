#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The parts of an event by which it is compared with others.
struct LinkRecord: Sendable {
  /// The first moment and the first one after it; the least and the greatest number where an end is open or there is no date.
  var (start, end): (Int64, Int64) = (.min, .max)
  /// Where it was, with the metres in which it may lie around; nil where that is not known.
  private(set) var disc: (place: Coordinate, radius: Double)?
  /// Code of the kind; 0 for one that is not told.
  private(set) var kind: UInt16 = 0
  /// The words of the title and of the whole text, each once and in order.
  var (titleWords, textWords): ([UInt32], [UInt32])
  /// The words of the title and of the text behind it as they stand, small ones too.
  private(set) var (titleRun, textRun): ([UInt32], [UInt32])
  /// The numbers in the text.
  private(set) var numbers: [UInt32] = []
  private(set) var placeNames: [UInt32] = []
  private(set) var actors: [UInt32] = []
  private(set) var links: [UInt32] = []
  private(set) var outlets: [UInt32] = []
  private(set) var agencies: [UInt32] = []
  private(set) var figures: [(name: FigureName, range: FigureRange)] = []

  /// So many words of a text are compared in their order.
  private static let mostWords = 200
  /// An exact place is as wide as reports of one spot differ, in metres; coordinates that do not say how exact they are may be a town's.
  private static let (exactRadius, unknownRadius) = (1_000.0, 20_000.0)

  init(_ event: Event, kind: UInt16) {
    let (title, text) = (WordKeys(event.title), WordKeys(event.summary))
    titleWords = LinkRecord.sorted(title.words)
    textWords = LinkRecord.sorted(title.words + text.words)
    titleRun = Array(title.run.prefix(LinkRecord.mostWords))
    textRun = Array(text.run.prefix(LinkRecord.mostWords))
    numbers = LinkRecord.sorted(LinkRecord.numbers(event.title) + LinkRecord.numbers(event.summary))
    if let when = event.when {
      // "About" says that the ends are not meant.
      let slack = when.isApproximate || when.isUncertain ? LinkRecord.seconds(when.precision) : 0
      (start, end) = (
        (when.start?.seconds).map { $0 &- slack } ?? .min, (when.end?.seconds).map { $0 &+ slack } ?? .max
      )
    }
    disc = LinkRecord.disc(event.place)
    self.kind = kind
    if let name = event.place.name {
      placeNames = LinkRecord.sorted(name.split { ",;/(".contains($0) }.compactMap { WordKeys(String($0)).whole })
    }
    actors = LinkRecord.sorted(event.actors.compactMap { WordKeys($0).whole })
    for source in event.sources {
      if let link = source.link.flatMap(LinkRecord.address) { links.append(link) }
      if !source.isFileAlone, let who = WordKeys(source.who).whole { outlets.append(who) }
      if let via = source.via.flatMap({ WordKeys($0).whole }) { agencies.append(via) }
    }
    (links, outlets, agencies) = (LinkRecord.sorted(links), LinkRecord.sorted(outlets), LinkRecord.sorted(agencies))
    figures = event.figures.map { (name: $0.key, range: $0.value) }.sorted { $0.name < $1.name }
  }

  static func sorted(_ keys: [UInt32]) -> [UInt32] {
    let sorted = keys.sorted()
    return sorted.enumerated().filter { $0.offset == 0 || sorted[$0.offset - 1] != $0.element }.map(\.element)
  }

  private static func numbers(_ text: String) -> [UInt32] {
    text.utf8.split { !(0x30...0x39).contains($0) }.compactMap { UInt32(String(Substring($0))) }
  }

  private static func seconds(_ precision: TimePrecision) -> Int64 {
    switch precision {
    case .second: 60
    case .minute: 3_600
    case .hour, .day: 86_400
    case .month: 31 * 86_400
    case .year: 366 * 86_400
    }
  }

  private static func disc(_ place: Place) -> (place: Coordinate, radius: Double)? {
    guard let shape = place.shape, let anchor = place.anchor else { return nil }
    func meters(_ corner: Coordinate) -> Double { GreatCircle(from: anchor, to: corner).meters }
    let extent: Double =
      switch shape {
      case .points(let points): points.count == 1 ? 0 : points.map(meters).max() ?? 0
      case .lines(let lines): lines.joined().lazy.map(meters).max() ?? 0
      case .areas(let areas): areas.lazy.flatMap(\.outer).map(meters).max() ?? 0
      }
    let least = place.precision == .unknown ? unknownRadius : exactRadius
    return (anchor, max(least, place.reach) + extent)
  }

  /// The number of a web address; nil for one that leads to a whole site. The scheme, `www.`, a last slash and what follows `#` or marks a
  /// campaign do not count.
  private static func address(_ link: String) -> UInt32? {
    var text = link.lowercased()[...]
    if let scheme = text.firstRange(of: "://") { text = text[scheme.upperBound...] }
    if text.hasPrefix("www.") { text = text.dropFirst(4) }
    text = text.prefix { $0 != "#" }
    if let campaign = text.firstRange(of: "utm_") { text = text[..<campaign.lowerBound] }
    while let last = text.last, "/?&".contains(last) { text.removeLast() }
    guard text.contains("/") || text.contains("?") else { return nil }
    return text.utf8.reduce(2_166_136_261) { ($0 ^ UInt32($1)) &* 16_777_619 }
  }

  /// True if neither the times nor the places rule out that two are reports of one event.
  func canBeSame(as other: LinkRecord) -> Bool {
    guard start < other.end, other.start < end else { return false }
    guard let disc, let others = other.disc else { return true }
    return GreatCircle(from: disc.place, to: others.place).meters <= disc.radius + others.radius
  }
}

/// The longest run of keys that two lists have in the same order without a gap: its length, and where it begins in each. The product of
/// their lengths.
func longestRun(_ first: [UInt32], _ second: [UInt32]) -> (length: Int, first: Int, second: Int) {
  var (longest, row) = ((length: 0, first: 0, second: 0), [Int](repeating: 0, count: second.count + 1))
  for (number, key) in first.enumerated() {
    var diagonal = 0
    for place in second.indices {
      let above = row[place + 1]
      let length = key == second[place] ? diagonal + 1 : 0
      row[place + 1] = length
      if length > longest.length { longest = (length, number + 1 - length, place + 1 - length) }
      diagonal = above
    }
  }
  return longest
}

/// The number of keys that two sorted lists share.
func sharedCount(_ first: [UInt32], _ second: [UInt32]) -> Int {
  var count = 0
  forEachShared(first, second) { _ in count += 1 }
  return count
}

/// Calls a closure for each key that two sorted lists share. Linear in both.
func forEachShared(_ first: [UInt32], _ second: [UInt32], _ body: (UInt32) -> Void) {
  var (i, j) = (0, 0)
  while i < first.count, j < second.count {
    if first[i] == second[j] {
      body(first[i])
      i += 1
      j += 1
    } else if first[i] < second[j] {
      i += 1
    } else {
      j += 1
    }
  }
}
