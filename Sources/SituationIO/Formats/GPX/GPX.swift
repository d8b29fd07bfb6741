import SituationModel

/// Reads GPX 1.1 (and 1.0): each waypoint, track and route is an event. A track's time is that from its first point to its last.
struct GPX {
  private var title: String?
  private var summary: String?

  /// Whether bytes are GPX.
  static func fits(_ bytes: Bytes) -> Bool { XMLDocument.rootName(bytes) == "gpx" }

  /// Reads a file.
  static func situation(
    _ bytes: Bytes, file: String, map: ColumnMap, limits: Limits
  ) throws(ReadError) -> (situation: Situation, interpretation: FieldInterpretation?) {
    var document = XMLDocument(bytes, file: file, map: map, limits: limits)
    var gpx = GPX()
    try document.read { document throws(XMLFault) in
      while try document.xml.nextChild() != nil {
        while let child = try document.xml.nextChild() { try gpx.member(child, &document) }
      }
    }
    return (
      document.collector.situation(title: gpx.title, summary: gpx.summary ?? ""), document.collector.interpretation
    )
  }

  private mutating func member(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    switch element.name {
    case "wpt", "trk", "rte":
      try document.record(element) { document throws(XMLFault) in
        let record = try GPXRecord.read(element, &document)
        return (record.draft, nil, record.fields)
      }
    case "metadata": while let child = try document.xml.nextChild() { try member(child, &document) }
    case "name": title = try document.text()
    case "desc": summary = try document.text()
    default: try document.xml.skip()
    }
  }
}

/// One waypoint, track or route.
private struct GPXRecord {
  private var draft = EventDraft()
  private var shape = ShapeDraft()
  private var source = SourceDraft()
  private var words: [String] = []
  private var type: String?
  private var symbol: String?
  private var times: [String] = []
  private var route: [Coordinate]? = []

  /// The fields of its extensions.
  private var fields: [RecordField] = []

  static func read(
    _ element: XMLElement, _ document: inout XMLDocument
  ) throws(XMLFault) -> (draft: EventDraft, fields: [RecordField]) {
    var record = GPXRecord()
    if element.name == "wpt" { record.shape.add(point: place(element).map { [$0] }) }
    while let child = try document.xml.nextChild() { try record.member(child, &document) }
    if element.name == "rte" { record.shape.add(line: record.route) }
    let kinds = ["wpt": "waypoint", "trk": "track", "rte": "route"]
    record.draft.kind = record.type ?? record.symbol
    record.draft.fallbackKind = kinds[element.name]
    record.draft.when = TimeText.span(record.times)
    record.draft.place.shape = record.shape.shape(limits: document.xml.limits, &document.notes)
    record.draft.summary = record.words.isEmpty ? nil : record.words.joined(separator: "\n")
    record.source.who = record.source.who ?? record.source.link
    if record.source.who != nil { record.draft.sources = [record.source] }
    return (record.draft, record.fields)
  }

  private mutating func member(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    switch element.name {
    case "name": draft.title = try document.text()
    case "time": if let text = try document.text() { times.append(TimeText.edtf(text)) }
    case "cmt", "desc":
      if let text = try document.text().map(MarkupText.plain), !words.contains(text) { words.append(text) }
    case "src": source.who = try document.text()
    case "link":
      source.link = element["href"]
      try document.xml.skip()
    case "url": source.link = try document.text()
    case "type": type = try document.text()
    case "sym": symbol = try document.text()
    case "extensions": fields += try document.fields()
    case "trkseg":
      var line: [Coordinate]? = []
      while let child = try document.xml.nextChild() {
        if child.name == "trkpt" { try point(child, &line, &document) } else { try document.xml.skip() }
      }
      shape.add(line: line)
    case "rtept":
      var line = route
      try point(element, &line, &document)
      route = line
    default: try document.xml.skip()
    }
  }

  private mutating func point(
    _ element: XMLElement, _ line: inout [Coordinate]?, _ document: inout XMLDocument
  ) throws(XMLFault) {
    if let place = GPXRecord.place(element) { line?.append(place) } else { line = nil }
    while let child = try document.xml.nextChild() {
      if child.name == "time", let text = try document.text() {
        times.append(TimeText.edtf(text))
      } else if child.name != "time" {
        try document.xml.skip()
      }
    }
  }

  private static func place(_ element: XMLElement) -> Coordinate? {
    guard let latitude = element["lat"].flatMap(Double.init), let longitude = element["lon"].flatMap(Double.init) else {
      return nil
    }
    return Coordinate(checkedLatitude: latitude, longitude: longitude)
  }
}
