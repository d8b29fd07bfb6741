import SituationModel

/// The towns, provinces and countries of the base map's files by their names, in all spellings.
///
/// Names are compared as a gazetteer folds them. A name that no spelling is the same as is looked for once more as its sound is written:
/// `Lādhiqīya` and `Ladhiqiyah`, `Tartous` and `Tartus`.
public struct PlaceIndex: PlaceLookup {
  private var places: [KnownPlace] = []
  /// The numbers of places by their folded names, and by the sounds of these.
  private var spellings: [String: [Int32]] = [:]
  private var sounds: [String: [Int32]] = [:]
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

  /// A place with its names as they are compared.
  private struct Spelled: Sendable {
    let feature: NamedFeature
    /// The name that the map writes, folded.
    let main: String
    /// All names folded, each once, and their sounds.
    let keys: Set<String>
    let sounds: Set<String>

    init(_ feature: NamedFeature) {
      self.feature = feature
      main = FoldedName(feature.name).compact
      keys = Set(feature.names.map { FoldedName($0).compact }.filter { !$0.isEmpty })
      sounds = Set(keys.map(PlaceIndex.sound))
    }
  }

  /// Airfields have names of their own, which say where a town is and not where an event was.
  private static func isPlace(_ feature: Feature) -> Bool { feature.properties["kind"]?.text != "airfield" }

  private mutating func addCountry(_ place: Spelled) {
    let feature = place.feature
    for code in feature.codes { codes[code] = feature.country }
    countryNames[feature.country] = feature.name
    for name in feature.names { countries[FoldedName(name).compact] = feature.country }
    add(place, .country)
  }

  private mutating func add(_ place: Spelled, _ kind: KnownPlace.Kind) {
    let feature = place.feature
    // The files have the same towns on several scales.
    let same = (spellings[place.main] ?? []).first { number in
      let other = places[Int(number)]
      return kind == .town && other.kind == kind && other.country == feature.country
        && GreatCircle(from: other.position, to: feature.position).meters < PlaceIndex.apart
    }
    let number = same ?? Int32(places.count)
    if same == nil {
      places.append(
        KnownPlace(
          name: feature.name, kind: kind, country: feature.country, position: feature.position, area: feature.area))
    }
    func add(_ number: Int32, to numbers: inout [Int32]) {
      if !numbers.contains(number) { numbers.append(number) }
    }
    for key in place.keys { add(number, to: &spellings[key, default: []]) }
    for sound in place.sounds { add(number, to: &sounds[sound, default: []]) }
  }

  // MARK: Looking up

  /// The places that a name is a spelling of.
  public func places(named name: String) -> [KnownPlace] {
    let key = FoldedName(name).compact
    guard !key.isEmpty else { return [] }
    let found = spellings[key] ?? (key.utf8.count >= 5 ? sounds[PlaceIndex.sound(key)] : nil) ?? []
    return found.map { places[Int($0)] }
  }

  /// The code of the country that a text names.
  public func country(of text: String) -> String? {
    let letters = text.uppercased()
    if (2...3).contains(letters.utf8.count), let code = codes[letters] { return code }
    return countries[FoldedName(text).compact]
  }

  /// The English name of a country.
  public func name(ofCountry code: String) -> String { countryNames[code] ?? code }

  /// A folded name as it sounds: Latin letters that are written in several ways for one sound become one.
  private static func sound(_ key: String) -> String {
    let letters = Array(key.utf8)
    guard letters.allSatisfy({ $0 < 0x80 }) else { return key }
    let (e, i, o, u) = (UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"))
    var sound: [UInt8] = []
    var place = 0
    while place < letters.count {
      var letter = letters[place]
      let next = place + 1 < letters.count ? letters[place + 1] : 0
      // Two letters for one sound: ou and oo for u, ee for i.
      if letter == o && (next == o || next == u) || letter == e && next == e {
        letter = letter == e ? i : u
        place += 1
      }
      if sound.last != letter { sound.append(letter) }
      place += 1
    }
    if sound.count > 4, sound.last == UInt8(ascii: "h"), sound.dropLast().last == UInt8(ascii: "a") {
      sound.removeLast()
    }
    return String(decoding: sound, as: UTF8.self)
  }
}
