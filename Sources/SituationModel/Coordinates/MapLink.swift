/// A place in an address: a `geo:` address (RFC 5870), or a link of a map on the web.
///
///     geo:34.7,36.7;u=35?z=12
///     https://www.openstreetmap.org/?mlat=34.7&mlon=36.7#map=12/34.7/36.7
///     https://www.google.com/maps/place/Homs/@34.7,36.7,12z/data=!3d34.73!4d36.72
///     https://www.bing.com/maps?cp=34.7~36.7&lvl=12
///     https://maps.apple.com/?ll=34.7,36.7&z=12
///     https://yandex.com/maps/?ll=36.7,34.7&z=12
///     http://wikimapia.org/#lat=34.7&lon=36.7&z=12
///
/// Only the text is read: nothing is fetched. A marker in a link comes before the middle of the map.
public struct MapLink: Sendable {
  /// A latitude and a longitude as they are written.
  private struct Pair: Sendable {
    let place: Coordinate
    let decimals: (Int, Int)
  }

  private let pair: Pair
  /// The zoom of a web map, from 0 to 22; nil if the address has none.
  private var zoom: Double?
  /// The uncertainty in metres; nil if the address has none.
  private var uncertainty: Double?

  /// The place.
  public var place: Coordinate { pair.place }

  /// True if a text is to be an address, whether or not it can be read.
  static func isAddress(_ text: String) -> Bool {
    let text = text.lowercased()
    if text.hasPrefix("geo:") || text.contains("://") { return true }
    let host = text.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
    return host.count < text.count && site(of: host) != nil
  }

  /// The position of a text that is an address.
  ///
  /// - Throws: why it has no place. Linear in the text.
  public init(_ text: String) throws(CoordinateError) {
    guard text.utf8.count <= 4_096 else { throw .linkWithoutPlace }
    self = text.lowercased().hasPrefix("geo:") ? try MapLink(geo: text.dropFirst(4)) : try MapLink(web: text)
  }

  private init(_ pair: Pair, zoom: Double?, uncertainty: Double? = nil) {
    (self.pair, self.zoom, self.uncertainty) = (pair, zoom, uncertainty)
  }

  /// The position, in the words of this program.
  var reading: CoordinateReader.Reading {
    let units = (AngleUnit.degrees(decimals: pair.decimals.0), AngleUnit.degrees(decimals: pair.decimals.1))
    let step = max(units.0.step, units.1.step) * GreatCircle.meanRadius * .pi / 180
    // A web map's tile has 256 points; a view of it is as wide as some 40 of a terminal's cells of 10 points.
    let view = zoom.map { zoom in
      (0..<Int(zoom)).reduce(40_075_017.0 / 256 * 40) { meters, _ in meters / 2 }
    }
    return CoordinateReader.Reading(
      place: pair.place, words: AngleUnit.words(pair.place, latitude: units.0, longitude: units.1), squareSide: nil,
      meters: max(step, view ?? 0, uncertainty ?? 0))
  }

  // MARK: geo:

  /// `34.7,36.7,400;crs=wgs84;u=35?z=12`; with `?q=34.7,36.7(name)` as telephones write it.
  private init(geo text: Substring) throws(CoordinateError) {
    let halves = text.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let parts = halves[0].split(separator: ";", omittingEmptySubsequences: false)
    let numbers = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    guard (2...3).contains(numbers.count), numbers.count == 2 || MapLink.number(numbers[2]) != nil else {
      throw .linkWithoutPlace
    }
    var pair = try MapLink.pair(numbers[0], numbers[1])
    var uncertainty: Double?
    for part in parts.dropFirst() {
      let (name, value) = MapLink.member(part)
      if name == "crs", value.lowercased() != "wgs84" { throw .otherDatum }
      guard name == "u" else { continue }
      guard let meters = MapLink.number(Substring(value)), meters.value >= 0, uncertainty == nil else {
        throw .linkWithoutPlace
      }
      uncertainty = meters.value
    }
    let query = halves.count == 2 ? MapLink.members(halves[1]) : [:]
    if pair.place == Coordinate(latitude: 0, longitude: 0), let name = query["q"] {
      pair = try MapLink.pair(Substring(name.prefix { $0 != "(" }))
    }
    self.init(pair, zoom: try MapLink.zoom(query["z"]), uncertainty: uncertainty)
  }

  // MARK: Links

  private enum Site { case openStreetMap, google, bing, apple, yandex, wikimapia, short }

  /// The site of a host; nil for any other.
  private static func site(of host: some StringProtocol) -> Site? {
    func isHost(_ name: String) -> Bool { host == name || host.hasSuffix("." + name) }
    if ["maps.app.goo.gl", "goo.gl", "osm.to", "binged.it"].contains(where: isHost) { return .short }
    if isHost("openstreetmap.org") || isHost("osm.org") { return .openStreetMap }
    if isHost("bing.com") { return .bing }
    if isHost("maps.apple.com") { return .apple }
    if isHost("wikimapia.org") { return .wikimapia }
    // google.com, www.google.co.uk
    let names = host.split(separator: ".").drop { ["www", "maps", "earth"].contains($0) }
    guard (2...3).contains(names.count) else { return nil }
    return names.first == "google" ? .google : names.first == "yandex" ? .yandex : nil
  }

  private init(web text: String) throws(CoordinateError) {
    var rest = text[...]
    if let scheme = rest.firstRange(of: "://") {
      guard ["http", "https"].contains(rest[..<scheme.lowerBound].lowercased()) else { throw .unknownLink }
      rest = rest[scheme.upperBound...]
    }
    let fragment = rest.firstIndex(of: "#").map { rest[rest.index(after: $0)...] } ?? ""
    rest = rest.prefix { $0 != "#" }
    let query = MapLink.members(rest.firstIndex(of: "?").map { rest[rest.index(after: $0)...] } ?? "")
    rest = rest.prefix { $0 != "?" }
    let host = rest.prefix { $0 != "/" }.lowercased()
    let path = MapLink.decoded(rest.dropFirst(host.count))
    guard let site = MapLink.site(of: host) else { throw .unknownLink }
    let found =
      switch site {
      case .openStreetMap: try MapLink.openStreetMap(query, MapLink.members(fragment))
      case .google where path.hasPrefix("/maps") || !host.hasPrefix("www.") && !host.hasPrefix("google."):
        try MapLink.google(path, query)
      case .google: throw CoordinateError.linkWithoutPlace
      case .bing: try MapLink.bing(query)
      case .apple: try MapLink.apple(query)
      case .yandex: try MapLink.yandex(query)
      case .wikimapia: try MapLink.openStreetMap(query.merging(MapLink.members(fragment)) { $1 }, [:])
      case .short: throw CoordinateError.shortLink
      }
    guard let found else {
      throw site == .openStreetMap && path.hasPrefix("/go/") ? .shortLink : .linkWithoutPlace
    }
    self = found
  }

  private typealias Members = [String: String]

  private static func openStreetMap(_ query: Members, _ fragment: Members) throws(CoordinateError) -> MapLink? {
    let map = fragment["map"]?.split(separator: "/", omittingEmptySubsequences: false)
    if let map, map.count != 3 { throw .linkWithoutPlace }
    let middle = try map.map { parts throws(CoordinateError) in
      MapLink(try pair(parts[1], parts[2]), zoom: try zoom(String(parts[0])))
    }
    for (latitude, longitude) in [("mlat", "mlon"), ("lat", "lon")] {
      guard query[latitude] != nil || query[longitude] != nil else { continue }
      guard let north = query[latitude], let east = query[longitude] else { throw .linkWithoutPlace }
      return MapLink(try pair(north[...], east[...]), zoom: try zoom(query["zoom"] ?? query["z"]) ?? middle?.zoom)
    }
    return middle
  }

  private static func google(_ path: String, _ query: Members) throws(CoordinateError) -> MapLink? {
    var middle: MapLink?
    if let sign = path.firstRange(of: "/@") {
      let parts = path[sign.upperBound...].prefix { $0 != "/" }.split(separator: ",", omittingEmptySubsequences: false)
      guard parts.count >= 2 else { throw .linkWithoutPlace }
      let height = parts.dropFirst(2).first { $0.last == "z" }
      middle = MapLink(try pair(parts[0], parts[1]), zoom: try zoom(height.map { String($0.dropLast()) }))
    }
    // The last pin of the data is the place that the link is about.
    if let pin = path.ranges(of: "!3d").last {
      let numbers = path[pin.upperBound...].prefix { $0 != "!" && $0 != "/" }
      let behind = path[numbers.endIndex...]
      guard behind.hasPrefix("!4d") else { throw .linkWithoutPlace }
      let longitude = behind.dropFirst(3).prefix { $0 != "!" && $0 != "/" }
      return MapLink(try pair(numbers, longitude), zoom: middle?.zoom)
    }
    for name in ["q", "query", "ll", "center", "destination", "daddr", "viewpoint"] {
      guard let text = query[name], let pair = try pairIfAny(text) else { continue }
      return MapLink(pair, zoom: try zoom(query["z"] ?? query["zoom"]) ?? middle?.zoom)
    }
    for part in path.split(separator: "/") where !part.hasPrefix("@") {
      if let pair = try pairIfAny(String(part)) { return MapLink(pair, zoom: middle?.zoom) }
    }
    return middle
  }

  private static func bing(_ query: Members) throws(CoordinateError) -> MapLink? {
    let zoom = try zoom(query["lvl"])
    if let point = query["sp"], point.hasPrefix("point.") {
      let parts = point.dropFirst(6).split(separator: "_", omittingEmptySubsequences: false)
      guard parts.count >= 2 else { throw .linkWithoutPlace }
      return MapLink(try pair(parts[0], parts[1]), zoom: zoom)
    }
    guard let middle = query["cp"] else { return nil }
    let parts = middle.split(separator: "~", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .linkWithoutPlace }
    return MapLink(try pair(parts[0], parts[1]), zoom: zoom)
  }

  private static func apple(_ query: Members) throws(CoordinateError) -> MapLink? {
    for name in ["ll", "coordinate", "q", "center", "sll"] {
      guard let text = query[name], let pair = try pairIfAny(text) else { continue }
      return MapLink(pair, zoom: try zoom(query["z"]))
    }
    return nil
  }

  private static func yandex(_ query: Members) throws(CoordinateError) -> MapLink? {
    guard let text = query["pt"] ?? query["ll"] else { return nil }
    let parts = text.prefix { $0 != "~" }.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count >= 2 else { throw .linkWithoutPlace }
    return MapLink(try pair(parts[1], parts[0]), zoom: try zoom(query["z"]))
  }

  // MARK: Parts

  /// The members between `&`, decoded; of several with one name the first.
  private static func members(_ text: Substring) -> Members {
    Dictionary(text.split(separator: "&").map(member), uniquingKeysWith: { first, _ in first })
  }

  private static func member(_ text: Substring) -> (name: String, value: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (parts[0].lowercased(), parts.count > 1 ? decoded(parts[1]) : "")
  }

  /// The text with its `%2C` and `+` as characters; unchanged where a code is none.
  private static func decoded(_ text: Substring) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let code = String(rest.prefix(2)), code.utf8.count == 2,
        code.allSatisfy(\.isHexDigit), let value = UInt8(code, radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The two numbers of a text that has nothing else; nil for a text that begins otherwise, such as a name.
  private static func pairIfAny(_ text: String) throws(CoordinateError) -> Pair? {
    // `loc:` stands before coordinates in older links of Google.
    let text = text.hasPrefix("loc:") ? text.dropFirst(4) : text[...]
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ number(trimmed($0)) != nil }) else { return nil }
    return try pair(text)
  }

  private static func pair(_ text: Substring) throws(CoordinateError) -> Pair {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw .linkWithoutPlace }
    return try pair(parts[0], parts[1])
  }

  private static func pair(_ first: Substring, _ second: Substring) throws(CoordinateError) -> Pair {
    guard let latitude = number(trimmed(first)), let longitude = number(trimmed(second)) else {
      throw .linkWithoutPlace
    }
    guard abs(latitude.value) <= 90 else { throw .latitudeOutOfRange }
    guard abs(longitude.value) <= 180 else { throw .longitudeOutOfRange }
    return Pair(
      place: Coordinate(latitude: latitude.value, longitude: longitude.value),
      decimals: (latitude.decimals, longitude.decimals))
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }

  /// A decimal number that is the whole of a text, and the count of its decimals, at most nine.
  private static func number(_ text: Substring) -> (value: Double, decimals: Int)? {
    let digits = text.first == "-" || text.first == "+" ? text.dropFirst() : text
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), digits.utf8.count <= 40,
      parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }), let value = Double(text)
    else { return nil }
    return (value, min(9, parts.count > 1 ? parts[1].count : 0))
  }

  private static func zoom(_ text: String?) throws(CoordinateError) -> Double? {
    guard let text else { return nil }
    guard let zoom = number(text[...])?.value, (0...22).contains(zoom) else { throw .linkWithoutPlace }
    return zoom
  }
}
