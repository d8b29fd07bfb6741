import SituationModel

/// The towns, provinces and countries of the base map's files by their names, in all spellings.
///
/// Names are compared as a gazetteer folds them. A name that no spelling is the same as is looked for once more as its sound is written:
/// `Lādhiqīya` and `Ladhiqiyah`, `Tartous` and `Tartus`.
public struct PlaceIndex: PlaceLookup {
  private var places: [KnownPlace] = []
  /// The numbers of places by their folded names, and by the sounds of these.
  private var spellings: [String: Numbers] = [:]
  private var sounds: [String: Numbers] = [:]
  private var codes: [String: String] = [:]
  private var countryNames: [String: String] = [:]
  private var countries: [String: String] = [:]

  /// Towns of one name that are no farther apart are one.
  private static let apart = 30_000.0

  /// True if no file had any place.
  public var isEmpty: Bool { places.isEmpty }

  /// An index of files. Linear in their names, which are folded on all processors.
  public init(_ files: [PlaceFile: [Feature]]) {
    let all = PlaceFile.allCases.flatMap { file in
      (files[file] ?? []).lazy.filter(PlaceIndex.isPlace).map { (file: file, feature: $0) }
    }
    let parts = all.count > 1_000 ? processors() : 1
    let found = inParallel(parts) { part in
      all[all.count * part / parts..<all.count * (part + 1) / parts].compactMap { file, feature in
        NamedFeature(feature).map { (file: file, place: Spelled($0)) }
      }
    }
    spellings.reserveCapacity(all.count * 2)
    sounds.reserveCapacity(all.count * 2)
    for (file, place) in found.joined() {
      switch file {
      case .countries: addCountry(place)
      case .provinces: add(place, .province)
      case .places, .cities, .largePlaces, .towns, .townNames: add(place, .town)
      }
    }
  }

  /// The numbers of the places of one name, each once. Most names have one place, for which no array is made.
  private struct Numbers: Sendable {
    let first: Int32
    private(set) var others: [Int32] = []

    init(_ first: Int32) { self.first = first }

    mutating func add(_ number: Int32) {
      if number != first, !others.contains(number) { others.append(number) }
    }
  }

  /// A place with its names as they are compared.
  private struct Spelled: Sendable {
    let feature: NamedFeature
    /// The name that the map writes, folded.
    let main: String
    /// All names folded, each once, and their sounds.
    private(set) var keys: [String] = []
    private(set) var sounds: [String] = []

    init(_ feature: NamedFeature) {
      self.feature = feature
      main = FoldedName.compact(feature.name)
      for (number, name) in feature.names.enumerated() {
        // The first of them is the map's.
        let key = number == 0 ? main : FoldedName.compact(name)
        if key.isEmpty || keys.contains(key) { continue }
        keys.append(key)
        let sound = PlaceIndex.sound(key)
        if !sounds.contains(sound) { sounds.append(sound) }
      }
    }
  }

  /// Airfields have names of their own, which say where a town is and not where an event was.
  private static func isPlace(_ feature: Feature) -> Bool { feature.properties["kind"]?.text != "airfield" }

  private mutating func addCountry(_ place: Spelled) {
    let feature = place.feature
    for code in feature.codes { codes[code] = feature.country }
    countryNames[feature.country] = feature.name
    for name in feature.names { countries[FoldedName.compact(name)] = feature.country }
    add(place, .country)
  }

  private mutating func add(_ place: Spelled, _ kind: KnownPlace.Kind) {
    let feature = place.feature
    // The files have the same towns on several scales.
    func isSame(_ number: Int32) -> Bool {
      let other = places[Int(number)]
      return kind == .town && other.kind == kind && other.country == feature.country
        && GreatCircle(from: other.position, to: feature.position).meters < PlaceIndex.apart
    }
    let known = spellings[place.main]
    let same = known.flatMap { isSame($0.first) ? $0.first : $0.others.first(where: isSame) }
    let number = same ?? Int32(places.count)
    if same == nil {
      places.append(
        KnownPlace(
          name: feature.name, kind: kind, country: feature.country, position: feature.position, area: feature.area))
    }
    for key in place.keys { spellings[key, default: Numbers(number)].add(number) }
    for sound in place.sounds { sounds[sound, default: Numbers(number)].add(number) }
  }

  // MARK: Looking up

  /// The places that a name is a spelling of.
  public func places(named name: String) -> [KnownPlace] {
    let key = FoldedName.compact(name)
    guard !key.isEmpty, let found = spellings[key] ?? (key.utf8.count >= 5 ? sounds[PlaceIndex.sound(key)] : nil) else {
      return []
    }
    return [places[Int(found.first)]] + found.others.map { places[Int($0)] }
  }

  /// The code of the country that a text names.
  public func country(of text: String) -> String? {
    let letters = text.uppercased()
    if (2...3).contains(letters.utf8.count), let code = codes[letters] { return code }
    return countries[FoldedName.compact(text)]
  }

  /// The English name of a country.
  public func name(ofCountry code: String) -> String { countryNames[code] ?? code }

  /// A folded name as it sounds: Latin letters that are written in several ways for one sound become one.
  private static func sound(_ key: String) -> String {
    var key = key
    return key.withUTF8(soundOfASCII) ?? key
  }

  /// The sound of a name that is all ASCII; nil for any other.
  private static func soundOfASCII(_ letters: UnsafeBufferPointer<UInt8>) -> String? {
    guard letters.allSatisfy({ $0 < 0x80 }) else { return nil }
    let (e, i, o, u) = (UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"))
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: letters.count) { sound in
      var (place, count) = (0, 0)
      while place < letters.count {
        var letter = letters[place]
        let next = place + 1 < letters.count ? letters[place + 1] : 0
        // Two letters for one sound: ou and oo for u, ee for i.
        if letter == o && (next == o || next == u) || letter == e && next == e {
          letter = letter == e ? i : u
          place += 1
        }
        if count == 0 || sound[count - 1] != letter {
          sound.initializeElement(at: count, to: letter)
          count += 1
        }
        place += 1
      }
      if count > 4, sound[count - 1] == UInt8(ascii: "h"), sound[count - 2] == UInt8(ascii: "a") { count -= 1 }
      return String(decoding: sound[..<count], as: UTF8.self)
    }
  }
}
