import SituationModel

/// One Placemark on its way to an event.
struct Placemark {
  private var draft = EventDraft()
  private var shape = ShapeDraft()
  private var trackTimes: [String] = []
  /// The data of `ExtendedData`.
  private var fields: [RecordField] = []
  /// The data that the points of a track have.
  private var series = SeriesFields()
  /// The content of the element of our own.
  private var members: String?
  /// The text of the name behind its first line.
  private var rest: String?
  private var wasJoined = false

  /// Reads the Placemark that was entered last.
  ///
  /// - Parameters:
  ///   - kind: the name of the folder around it.
  ///   - folders: the names of the folders around that one, the outermost first.
  ///   - when: the time that the folder states for all that it holds.
  static func read(
    _ element: XMLElement, kind: String?, folders: [String], when: String?, _ document: inout XMLDocument
  ) throws(XMLFault) -> (draft: EventDraft, id: String?, fields: [RecordField]) {
    var placemark = Placemark()
    while let child = try document.xml.nextChild() { try placemark.member(child, &document) }
    (placemark.draft.fallbackKind, placemark.draft.fallbackWhen) = (kind, when)
    placemark.draft.when = placemark.draft.when ?? TimeText.span(placemark.trackTimes)
    placemark.draft.place.shape = placemark.shape.shape(limits: document.xml.limits, &document.notes)
    if placemark.wasJoined { document.notes.add("its positions were joined by commas", field: "coordinates") }
    if let rest = placemark.rest {
      placemark.draft.summary = [rest, placemark.draft.summary].compactMap { $0 }.joined(separator: "\n")
    }
    if !folders.isEmpty { placemark.fields.append(RecordField(name: "folder", text: folders.joined(separator: " / "))) }
    placemark.fields += placemark.series.fields(&document.notes)
    let id = element["id"]
    guard let members = placemark.members else { return (placemark.draft, id, placemark.fields) }
    let limits = document.xml.limits
    // What our own element says goes over all; links in a description are none of the sources then.
    placemark.draft.sources = []
    placemark.draft.take(members, file: document.collector.file, limits: limits, &document.notes)
    return (placemark.draft, id ?? EventDraft.id(in: members, limits: limits), placemark.fields)
  }

  private mutating func member(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    switch element.name {
    case "name": try name(&document)
    case "description":
      let text = try document.text()
      let table = text.flatMap(MarkupTable.init)
      fields += table?.fields ?? []
      draft.summary = table.map { MarkupText.plain($0.rest).trimmed.unlessBlank } ?? text.map(MarkupText.plain)
      guard let text else { return }
      draft.sources += MarkupText.links(text).map {
        SourceDraft(who: WebAddress.host($0), link: $0, dataFile: document.collector.file)
      }
      for picture in MarkupText.links(text, in: "src") { document.notes.keep("image", picture) }
    case "address": draft.place.name = try document.text()
    case "TimeStamp", "TimeSpan": draft.when = try KMLTime.read(element, &document) ?? draft.when
    case "ExtendedData": try extendedData(&document)
    case "Snippet", "snippet": add("snippet", try document.text())
    case "phoneNumber": add("phone", try document.text())
    case "author", "Metadata": fields += try document.fields(of: element, as: element.name)
    case "link": try link(element, &document)
    default: try geometry(element, &document)
    }
  }

  /// A link of Atom to where the Placemark comes from.
  private mutating func link(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    if let address = element["href"], !address.isEmpty {
      draft.sources.append(
        SourceDraft(who: WebAddress.host(address), link: address, dataFile: document.collector.file))
    }
    try document.xml.skip()
  }

  /// A name of several lines is a title and a text.
  private mutating func name(_ document: inout XMLDocument) throws(XMLFault) {
    guard let text = try document.text().map(MarkupText.plain) else { return }
    let lines = text.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    draft.title = lines.first.map { String($0).trimmed } ?? text
    rest = lines.count == 2 ? String(lines[1]).trimmed : nil
  }

  // MARK: Geometry

  private mutating func geometry(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    switch element.name {
    case "Point": shape.add(point: try coordinates(&document))
    case "LineString", "LinearRing": shape.add(line: try coordinates(&document))
    case "Polygon":
      var outer: [Coordinate]? = []
      var holes: [[Coordinate]?] = []
      while let child = try document.xml.nextChild() {
        switch child.name {
        case "outerBoundaryIs": outer = try ring(&document)
        case "innerBoundaryIs": holes.append(try ring(&document))
        default: try document.xml.skip()
        }
      }
      shape.add(outer: outer, holes: holes)
    case "MultiGeometry", "MultiTrack":
      while let child = try document.xml.nextChild() { try geometry(child, &document) }
    case "Track": try track(&document)
    case "Model": try model(&document)
    default: try document.xml.skip()
    }
  }

  private mutating func ring(_ document: inout XMLDocument) throws(XMLFault) -> [Coordinate]? {
    var ring: [Coordinate]? = []
    while let child = try document.xml.nextChild() {
      if child.name == "LinearRing" { ring = try coordinates(&document) } else { try document.xml.skip() }
    }
    return ring
  }

  /// The places of the `coordinates` in the element that was entered; nil where one is none.
  private mutating func coordinates(_ document: inout XMLDocument) throws(XMLFault) -> [Coordinate]? {
    var places: [Coordinate]? = []
    while let child = try document.xml.nextChild() {
      guard child.name == "coordinates" else {
        try document.xml.skip()
        continue
      }
      let text = try document.xml.text()
      let read = KMLCoordinates.places(text)
      wasJoined = wasJoined || read.wasJoined
      if read.places?.contains(where: { $0.wasWrapped }) == true {
        document.notes.add("has a longitude beyond 180, which was wrapped", field: "coordinates")
      }
      if read.places == nil { document.notes.keep("coordinates", String(text.prefix(1_000))) }
      places = read.places?.map(\.place)
    }
    return places
  }

  private mutating func track(_ document: inout XMLDocument) throws(XMLFault) {
    var places: [Coordinate]? = []
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "when": if let time = try KMLTime.text(&document) { trackTimes.append(time) }
      case "coord":
        let place = KMLCoordinates.place(try document.xml.text().split(separator: " "))
        if let place { places?.append(place.place) } else { places = nil }
      case "ExtendedData": try extendedData(&document)
      default: try document.xml.skip()
      }
    }
    shape.add(line: places)
  }

  /// A three-dimensional model, which stands on a point.
  private mutating func model(_ document: inout XMLDocument) throws(XMLFault) {
    while let child = try document.xml.nextChild() {
      guard child.name == "Location" else {
        try document.xml.skip()
        continue
      }
      var angles: [String: String] = [:]
      while let part = try document.xml.nextChild() { angles[part.name] = try document.text() }
      let place = KMLCoordinates.place([angles["longitude"] ?? "", angles["latitude"] ?? ""].map { $0[...] })
      shape.add(point: place.map { [$0.place] })
    }
  }

  // MARK: Extended data

  private mutating func extendedData(_ document: inout XMLDocument) throws(XMLFault) {
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "Data":
        while let part = try document.xml.nextChild() {
          if part.name == "value" { add(child["name"], try document.text()) } else { try document.xml.skip() }
        }
      case "SchemaData":
        while let part = try document.xml.nextChild() { try schemaData(part, &document) }
      case KMLMembers.element: members = try document.text()
      default:
        for field in try document.fields(of: child, as: child.name) { add(field.name, field.text) }
      }
    }
  }

  /// A value of a schema, or of the points of a track one each.
  private mutating func schemaData(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    guard element.name == "SimpleArrayData", let name = element["name"] else {
      return add(element["name"], try document.text())
    }
    while let child = try document.xml.nextChild() {
      if child.name == "value", let text = try document.text() {
        series.add(name, text)
      } else if child.name != "value" {
        try document.xml.skip()
      }
    }
  }

  private mutating func add(_ name: String?, _ value: String?) {
    guard let name, let value else { return }
    // As files of our own have it, whatever the word is.
    if name == "kind", draft.kind == nil {
      draft.kind = MarkupText.plain(value)
    } else {
      fields.append(RecordField(name: name, text: MarkupText.plain(value)))
    }
  }
}

/// The positions of KML: longitude, latitude and maybe height, with commas between them and blanks behind each.
enum KMLCoordinates {
  /// A place, and true with it if its longitude had to be wrapped.
  typealias Place = (place: Coordinate, wasWrapped: Bool)

  /// The places of a text; nil where one is none. Positions that are joined by commas, or have blanks behind their commas, are read too.
  static func places(_ text: String) -> (places: [Place]?, wasJoined: Bool) {
    var tuples = text.split(whereSeparator: \.isWhitespace).map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    if tuples.contains(where: { $0.first?.isEmpty == true || $0.last?.isEmpty == true }) {
      tuples = joined(text)
    }
    if let long = tuples.first, tuples.count == 1, long.count > 3 {
      let size = size(long)
      let parts = stride(from: 0, to: long.count, by: size).map { Array(long[$0..<min(long.count, $0 + size)]) }
      return (checked(parts), true)
    }
    return (checked(tuples), false)
  }

  /// The tuples of a text with blanks beside its commas.
  private static func joined(_ text: String) -> [[Substring]] {
    var tuples: [[Substring]] = []
    var endsWithComma = false
    for word in text.split(whereSeparator: \.isWhitespace) {
      let parts = word.split(separator: ",")
      if endsWithComma || word.hasPrefix(","), !tuples.isEmpty {
        tuples[tuples.count - 1] += parts
      } else {
        tuples.append(parts)
      }
      endsWithComma = word.hasSuffix(",")
    }
    return tuples
  }

  /// The count of numbers in each position of a long tuple: three where each third may be a height of them all.
  private static func size(_ numbers: [Substring]) -> Int {
    guard numbers.count % 3 == 0 else { return 2 }
    let heights = Set(stride(from: 2, to: numbers.count, by: 3).map { numbers[$0] })
    return numbers.count % 2 == 1 || heights.count == 1 ? 3 : 2
  }

  private static func checked(_ tuples: [[Substring]]) -> [Place]? {
    var places: [Place] = []
    for tuple in tuples {
      guard let place = place(tuple) else { return nil }
      places.append(place)
    }
    return places
  }

  static func place(_ parts: [Substring]) -> Place? {
    guard (2...3).contains(parts.count), let longitude = Double(parts[0]), let latitude = Double(parts[1]) else {
      return nil
    }
    return CoordinateSystem.degrees.place(x: longitude, y: latitude)
  }
}
