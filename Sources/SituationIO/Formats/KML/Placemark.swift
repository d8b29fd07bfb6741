import SituationModel

/// One Placemark on its way to an event.
struct Placemark {
  private var draft = EventDraft()
  private var shape = ShapeDraft()
  private var trackTimes: [String] = []
  /// What `ExtendedData` says beside the members that an event has.
  private var more: [String] = []
  /// What the element of our own says.
  private var members: String?

  /// Reads the Placemark that was entered last; `kind` is that of the folder around it.
  static func read(
    _ element: XMLElement, kind: String?, _ document: inout XMLDocument
  ) throws(XMLFault) -> (draft: EventDraft, id: String?) {
    var placemark = Placemark()
    placemark.draft.kind = kind
    while let child = try document.xml.nextChild() { try placemark.member(child, &document) }
    placemark.draft.when = placemark.draft.when ?? TimeText.span(placemark.trackTimes)
    placemark.draft.place.shape = placemark.shape.shape(limits: document.xml.limits, &document.notes)
    let paragraphs = [placemark.draft.summary].compactMap { $0 } + placemark.more
    placemark.draft.summary = paragraphs.isEmpty ? nil : paragraphs.joined(separator: "\n")
    let id = element["id"]
    guard let members = placemark.members else { return (placemark.draft, id) }
    let limits = document.xml.limits
    placemark.draft.take(members, file: document.collector.file, limits: limits, &document.notes)
    return (placemark.draft, id ?? EventDraft.id(in: members, limits: limits))
  }

  private mutating func member(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    switch element.name {
    case "name": draft.title = try document.text().map(MarkupText.plain)
    case "description": draft.summary = try document.text().map(MarkupText.plain)
    case "address": draft.place.name = try document.text()
    case "TimeStamp":
      while let child = try document.xml.nextChild() {
        if child.name == "when" { draft.when = try time(&document) } else { try document.xml.skip() }
      }
    case "TimeSpan": try span(&document)
    case "ExtendedData": try extendedData(&document)
    default: try geometry(element, &document)
    }
  }

  private func time(_ document: inout XMLDocument) throws(XMLFault) -> String? {
    try document.text().map { TimeText.edtf($0) }
  }

  private mutating func span(_ document: inout XMLDocument) throws(XMLFault) {
    var (begin, end): (String?, String?)
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "begin": begin = try time(&document)
      case "end": end = try time(&document)
      default: try document.xml.skip()
      }
    }
    if begin != nil || end != nil { draft.when = "\(begin ?? "..")/\(end ?? "..")" }
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
    default: try document.xml.skip()
    }
  }

  private func ring(_ document: inout XMLDocument) throws(XMLFault) -> [Coordinate]? {
    var ring: [Coordinate]? = []
    while let child = try document.xml.nextChild() {
      if child.name == "LinearRing" { ring = try coordinates(&document) } else { try document.xml.skip() }
    }
    return ring
  }

  /// The places of the `coordinates` in the element that was entered; nil where one is none.
  private func coordinates(_ document: inout XMLDocument) throws(XMLFault) -> [Coordinate]? {
    var places: [Coordinate]? = []
    while let child = try document.xml.nextChild() {
      guard child.name == "coordinates" else {
        try document.xml.skip()
        continue
      }
      places = Placemark.places(try document.xml.text())
    }
    return places
  }

  private mutating func track(_ document: inout XMLDocument) throws(XMLFault) {
    var places: [Coordinate]? = []
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "when": if let time = try time(&document) { trackTimes.append(time) }
      case "coord":
        let place = Placemark.place(try document.xml.text().split(separator: " "))
        if let place { places?.append(place) } else { places = nil }
      default: try document.xml.skip()
      }
    }
    shape.add(line: places)
  }

  /// Tuples of longitude, latitude and maybe height, blanks between them.
  private static func places(_ text: String) -> [Coordinate]? {
    var places: [Coordinate] = []
    for tuple in text.split(whereSeparator: \.isWhitespace) {
      guard let place = place(tuple.split(separator: ",")) else { return nil }
      places.append(place)
    }
    return places
  }

  private static func place(_ parts: [Substring]) -> Coordinate? {
    guard parts.count >= 2, let longitude = Double(parts[0]), let latitude = Double(parts[1]) else { return nil }
    return Coordinate(checkedLatitude: latitude, longitude: longitude)
  }

  // MARK: Extended data

  private mutating func extendedData(_ document: inout XMLDocument) throws(XMLFault) {
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "Data":
        while let part = try document.xml.nextChild() {
          if part.name == "value" { take(child["name"], try document.text()) } else { try document.xml.skip() }
        }
      case "SchemaData":
        while let part = try document.xml.nextChild() { take(part["name"], try document.text()) }
      case KMLMembers.element: members = try document.text()
      default: try document.xml.skip()
      }
    }
  }

  /// Takes one value: as a member of the event where its name says so, else as a line of the summary.
  private mutating func take(_ name: String?, _ value: String?) {
    guard let name, let value else { return }
    switch name.lowercased() {
    case "kind", "type", "category": draft.kind = value
    case "date", "when", "time", "datetime": draft.when = draft.when ?? TimeText.edtf(value)
    case "source":
      var source = SourceDraft()
      source.who = MarkupText.plain(value)
      draft.sources.append(source)
    default: more.append("\(name): \(MarkupText.plain(value))")
    }
  }
}
