import Cartography
import SituationModel
import TextCanvas

/// A view as members with names. Each member has the name of the command line's option for it, so that files and command lines
/// have one language. `Data/manual/stories.md` has the table.
extension SavedView {
  /// The members that differ from their usual values, in the best order for reading.
  public var members: [(key: String, value: PropertyValue)] {
    var members: [(key: String, value: PropertyValue)] = []
    func add(_ key: String, _ text: String?) { if let text, !text.isEmpty { members.append((key, .text(text))) } }
    func add(_ key: String, if flag: Bool) { if flag { members.append((key, .flag(true))) } }
    func add(_ key: String, _ list: [PropertyValue]) { if !list.isEmpty { members.append((key, .list(list))) } }
    add("area", area?.typed)
    add("at", at?.typed)
    if let zoom { members.append(("zoom", .number(zoom))) }
    if projection != .mercator { add("projection", projection.rawValue) }
    if worldview != .deFacto { add("worldview", worldview.rawValue) }
    add("crosshair", if: showsCrosshair)
    add("measure", measuredFrom?.typed)
    add("from", from?.typed)
    add("to", to?.typed)
    add("cumulative", if: timeLook.isCumulative)
    add("only-certain", if: timeLook.isCertainOnly)
    if timeLook.clock != .happened { add("clock", timeLook.clock.rawValue) }
    add("fade", if: timeLook.fades)
    add("buckets", timeLook.buckets?.typed)
    add("count", timeLook.count)
    add("fold-gaps", if: timeLook.foldsGaps)
    add("where", filter.text)
    add("search", search)
    if order.column != .time { add("sort", order.column.rawValue) }
    add("reverse", if: order.isTurned)
    if order.grouping != .usual(for: order.column) { add("group", order.grouping.rawValue) }
    add("select", select)
    let layers = MapLayer.allCases
    add(
      "hide",
      layers.filter { hiddenLayers.contains($0) && !MapLayer.hiddenAtFirst.contains($0) }.map { .text($0.rawValue) })
    add(
      "show",
      layers.filter { !hiddenLayers.contains($0) && MapLayer.hiddenAtFirst.contains($0) }.map { .text($0.rawValue) })
    add("hide-layer", hiddenFiles.sorted().map(PropertyValue.text))
    add("hide-overlay", hiddenOverlays.sorted().map { .number(Double($0 + 1)) })
    add("colour", colours?.rawValue)
    if footprints != .selected { add("footprints", footprints.rawValue) }
    add("glyphs", glyphs?.rawValue)
    add("language", language?.rawValue)
    add("theme", theme?.rawValue)
    add("coordinates", coordinates?.rawValue)
    return members
  }

  /// The view for some members. A member that can't be read keeps its usual value, and a note says why.
  ///
  /// - Parameters:
  ///   - members: the members by their names.
  ///   - zone: the zone for times that state none.
  ///   - place: the place for a name, for filters and for `at`.
  ///   - notes: a sentence is added for each member that can't be read.
  public init(
    _ members: [String: PropertyValue], on zone: Zone = .utc, place: @escaping (String) -> Coordinate?,
    notes: inout [String]
  ) {
    var reader = MemberReader(members: members, zone: zone, place: place)
    area = reader.read("area", "four degrees: west,south,east,north") { $0.text.flatMap(GeoBounds.init(typed:)) }
    at = reader.coordinate("at")
    zoom = reader.read("zoom", "a zoom from -2 to 18") { value in
      value.number.flatMap { Viewport.zoomRange.contains($0) ? $0 : nil }
    }
    (projection, worldview) = (reader.choice("projection") ?? .mercator, reader.choice("worldview") ?? .deFacto)
    showsCrosshair = reader.flag("crosshair")
    measuredFrom = reader.coordinate("measure")
    from = reader.read("from", "a date with a beginning") {
      zone.date($0).flatMap { $0.start == nil ? nil : $0 }
    }
    to = reader.read("to", "a date with an end") { zone.date($0).flatMap { $0.end == nil ? nil : $0 } }
    (timeLook.isCumulative, timeLook.isCertainOnly) = (reader.flag("cumulative"), reader.flag("only-certain"))
    timeLook.buckets = reader.read("buckets", "one of \(BucketUnit.choice.map(\.typed).joined(separator: ", "))") {
      $0.text.flatMap(BucketUnit.init(typed:))
    }
    (timeLook.fades, timeLook.clock) = (reader.flag("fade"), reader.choice("clock") ?? .happened)
    (timeLook.count, timeLook.foldsGaps) = (
      reader.read("count", "the word of a kind") { $0.text }, reader.flag("fold-gaps")
    )
    filter = reader.filter("where")
    search = reader.read("search", "a text") { $0.text } ?? ""
    let column: EventColumn = reader.choice("sort") ?? .time
    order = EventOrder(
      column: column, isTurned: reader.flag("reverse"), grouping: reader.choice("group") ?? .usual(for: column))
    select = reader.read("select", "the id of an event") { $0.text }
    hiddenLayers = MapLayer.hiddenAtFirst.union(reader.choices("hide")).subtracting(reader.choices("show"))
    hiddenFiles = Set(reader.texts("hide-layer", "a list of names of files"))
    hiddenOverlays = reader.numbers("hide-overlay")
    colours = reader.choice("colour")
    footprints = reader.choice("footprints") ?? .selected
    (glyphs, language) = (reader.choice("glyphs"), reader.choice("language"))
    (theme, coordinates) = (reader.choice("theme"), reader.choice("coordinates"))
    if let start = from?.start, let end = to?.end, end <= start {
      reader.notes.append("\"to\" lies before \"from\": the window is all time")
      (from, to) = (nil, nil)
    }
    notes += reader.finish()
  }
}

/// Reads members one after the other, and notes the problems.
private struct MemberReader {
  let members: [String: PropertyValue]
  let zone: Zone
  let place: (String) -> Coordinate?
  var notes: [String] = []
  private var known: Set<String> = []

  init(members: [String: PropertyValue], zone: Zone, place: @escaping (String) -> Coordinate?) {
    (self.members, self.zone, self.place) = (members, zone, place)
  }

  /// A member's value; nil, with a note, if it is not as wanted.
  mutating func read<Value>(_ name: String, _ wanted: String, _ take: (PropertyValue) -> Value?) -> Value? {
    known.insert(name)
    guard let value = members[name], value != .null else { return nil }
    let taken = take(value)
    if taken == nil { notes.append("\"\(name)\" is not \(wanted)") }
    return taken
  }

  mutating func flag(_ name: String) -> Bool { read(name, "true or false") { $0.flag } ?? false }

  /// A value of an enumeration, by its raw value.
  mutating func choice<Value: RawRepresentable & CaseIterable>(_ name: String) -> Value?
  where Value.RawValue == String {
    read(name, "one of \(Value.allCases.map(\.rawValue).joined(separator: ", "))") { value in
      value.text.flatMap(Value.init(rawValue:))
    }
  }

  mutating func choices(_ name: String) -> [MapLayer] {
    let wanted = "a list of layers: \(MapLayer.allCases.map(\.rawValue).joined(separator: ", "))"
    return read(name, wanted) { value in
      let layers = value.list.map { $0.text.flatMap(MapLayer.init(rawValue:)) }
      return layers.contains(nil) || layers.isEmpty ? nil : layers.compactMap { $0 }
    } ?? []
  }

  mutating func texts(_ name: String, _ wanted: String) -> [String] {
    read(name, wanted) { value in
      let texts = value.list.map(\.text)
      return texts.contains(nil) || texts.isEmpty ? nil : texts.compactMap { $0 }
    } ?? []
  }

  mutating func numbers(_ name: String) -> Set<Int> {
    let numbers = read(name, "a list of numbers from 1 on") { value -> [Int]? in
      let numbers = value.list.map { $0.number.flatMap { Int(exactly: $0) } }
      return numbers.contains { $0.map { $0 < 1 } ?? true } || numbers.isEmpty ? nil : numbers.compactMap { $0 }
    }
    return Set((numbers ?? []).map { $0 - 1 })
  }

  mutating func coordinate(_ name: String) -> Coordinate? {
    let named = place
    return read(name, "a place: coordinates, or a town") { value in
      guard let text = value.text else { return nil }
      return (try? CoordinateReader().read(text))?.place ?? named(text)
    }
  }

  mutating func filter(_ name: String) -> EventFilter {
    guard let text = read(name, "a filter", { $0.text }) else { return EventFilter() }
    do throws(FilterError) { return try EventFilter(text, on: zone, figures: .any, place: place) } catch {
      notes.append("\"\(name)\": \(error)")
      return EventFilter()
    }
  }

  /// The notes, with one for each unknown member.
  func finish() -> [String] {
    notes + members.keys.filter { !known.contains($0) }.sorted().map { "\"\($0)\" is unknown and was ignored" }
  }
}

extension Zone {
  /// The date in a text, on this zone's clocks.
  fileprivate func date(_ value: PropertyValue) -> DateInterval? {
    value.text.flatMap { try? DateInterval(edtf: $0, on: self) }
  }
}

extension Coordinate {
  /// The coordinates as text, from which `CoordinateReader` reads the same place again.
  var typed: String { "\(Self.plain(latitude)),\(Self.plain(longitude))" }

  /// A number of degrees without an exponent. A value below a thousandth of a millimetre becomes zero.
  private static func plain(_ degrees: Double) -> String {
    let text = abs(degrees) < 1e-4 ? (degrees < 0 ? "-" : "") + decimal(abs(degrees), 6) : String(degrees)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension GeoBounds {
  /// Four degrees with commas between them, in the order of `bbox`; nil if they are not a rectangle on the globe.
  public init?(typed text: String) {
    let degrees = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      Double(part.filter { $0 != " " })
    }
    guard degrees.count == 4, let west = degrees[0], let south = degrees[1], let east = degrees[2],
      let north = degrees[3],
      Coordinate(checkedLatitude: south, longitude: west) != nil,
      Coordinate(checkedLatitude: north, longitude: east) != nil, south < north, west != east
    else { return nil }
    self.init(south: south, west: west, north: north, east: east)
  }

  /// The rectangle as it is typed.
  var typed: String { [west, south, east > 180 ? east - 360 : east, north].map { "\($0)" }.joined(separator: ",") }
}
