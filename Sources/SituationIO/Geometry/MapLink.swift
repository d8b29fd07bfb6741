/// Places in the addresses of web maps: a pin, or else the middle of the map.
enum MapLink {
  /// The place of an address; nil where it is none of a known map, or a short one that has no place in it.
  static func place(_ text: String) -> (latitude: Double, longitude: Double)? {
    if text.hasPrefix("geo:") { return pair(text.dropFirst(4).prefix { $0 != ";" && $0 != "?" }, ",") }
    guard text.utf8.count <= 2_000, WebAddress.fits(text) else { return nil }
    let address = text.replacing("%2C", with: ",").replacing("%2c", with: ",").replacing("%20", with: "+")
    let host = WebAddress.host(address).lowercased()
    func isHost(_ names: String...) -> Bool { names.contains { host == $0 || host.hasSuffix(".\($0)") } }
    if host.contains("google."), address.contains("/maps") || host.hasPrefix("maps.") || host.hasPrefix("earth.") {
      return google(address)
    }
    if isHost("openstreetmap.org", "osm.org") { return openStreetMap(address) }
    if isHost("maps.apple.com") {
      return value("q", address).flatMap { pair($0, ",") } ?? value("ll", address).flatMap { pair($0, ",") }
    }
    if host.contains("yandex.") {
      let found = value("pt", address) ?? value("ll", address)
      return found.flatMap { pair($0.prefix { $0 != "~" }, ",") }.map { ($0.longitude, $0.latitude) }
    }
    if isHost("bing.com") { return value("cp", address).flatMap { pair($0, "~") } }
    if isHost("wikimapia.org") {
      guard let lat = value("lat", address), let lon = value("lon", address) else { return nil }
      return pair("\(lat),\(lon)", ",")
    }
    return nil
  }

  private static func google(_ address: String) -> (latitude: Double, longitude: Double)? {
    // The pin stands behind the place that the map is centred on.
    if let mark = address.ranges(of: "!3d").last {
      let rest = address[mark.upperBound...]
      if let middle = rest.firstRange(of: "!4d") {
        let last = rest[middle.upperBound...].prefix { $0 != "!" && $0 != "?" && $0 != "/" && $0 != "&" }
        if let found = pair("\(rest[..<middle.lowerBound]),\(last)", ",") { return found }
      }
    }
    for name in ["q", "query", "ll", "center", "daddr", "destination"] {
      if let found = value(name, address).flatMap({ pair($0, ",") }) { return found }
    }
    for mark in ["/place/", "/search/", "/@"] {
      guard let start = address.firstRange(of: mark)?.upperBound else { continue }
      let parts = address[start...].prefix { $0 != "/" && $0 != "?" }.split(separator: ",").prefix(2)
      if let found = pair(parts.joined(separator: ","), ",") { return found }
    }
    return nil
  }

  private static func openStreetMap(_ address: String) -> (latitude: Double, longitude: Double)? {
    if let lat = value("mlat", address), let lon = value("mlon", address) { return pair("\(lat),\(lon)", ",") }
    guard let parts = value("map", address)?.split(separator: "/"), parts.count >= 3 else { return nil }
    return pair("\(parts[1]),\(parts[2])", ",")
  }

  /// The value of a name in the query of an address, or behind its number sign.
  private static func value(_ name: String, _ address: String) -> Substring? {
    for mark in ["?", "&", "#"] {
      guard let start = address.firstRange(of: "\(mark)\(name)=")?.upperBound else { continue }
      return address[start...].prefix { $0 != "&" && $0 != "#" }
    }
    return nil
  }

  private static func pair(_ text: some StringProtocol, _ separator: Character) -> (
    latitude: Double, longitude: Double
  )? {
    let parts = text.split(separator: separator).map { part in String(part.filter { $0 != "+" && $0 != " " }) }
    guard parts.count == 2 || separator == "," && parts.count == 3, let first = TableNumber.number(parts[0]),
      let last = TableNumber.number(parts[1])
    else { return nil }
    return (first, last)
  }
}
