import SituationModel

/// Reads GPX 1.1 (and 1.0): each waypoint, track and route is an event. A track's time is that from its first point to its last.
struct GPX {
  private var title: String?
  private var summary: String?

  /// True if bytes are GPX.
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
  private var source: String?
  private var links: [(address: String, text: String?)] = []
  private var words: [String] = []
  private var type: String?
  private var symbol: String?
  private var times: [String] = []
  private var route: [Coordinate]? = []

  /// The fields of its extensions, and all that no member of an event takes.
  private var fields: [RecordField] = []
  /// The values that its points have.
  private var series = SeriesFields()

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
    record.draft.sources = record.sources
    return (record.draft, record.fields + record.series.fields(&document.notes))
  }

  /// The source that it names, and its links: one link is that of the source.
  private var sources: [SourceDraft] {
    let linked = links.map { link in SourceDraft(who: link.text ?? link.address, link: link.address) }
    guard let source else { return linked }
    if links.count == 1 { return [SourceDraft(who: source, link: links[0].address)] }
    return [SourceDraft(who: source)] + linked
  }

  private mutating func member(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    switch element.name {
    case "name": draft.title = try document.text()
    case "time": if let text = try document.text() { times.append(TimeText.edtf(text)) }
    case "cmt", "desc":
      if let text = try document.text().map(MarkupText.plain), !words.contains(text) { words.append(text) }
    case "src": source = try document.text() ?? source
    case "link": try link(element, &document)
    case "url": if let address = try document.text() { links.append((address, nil)) }
    case "type": type = try document.text()
    case "sym": symbol = try document.text()
    case "extensions": fields += try document.fields()
    case "trkseg":
      var line: [Coordinate]? = []
      while let child = try document.xml.nextChild() {
        if child.name == "trkpt" {
          try point(child, &line, &document)
        } else if child.name == "extensions" {
          for field in try document.fields() { series.add("segment.\(field.name)", field.text) }
        } else {
          fields += try document.fields(of: child, as: "segment.\(child.name)")
        }
      }
      shape.add(line: line)
    case "rtept":
      var line = route
      try point(element, &line, &document)
      route = line
    default: fields += try document.fields(of: element, as: element.name)
    }
  }

  /// A link, with the text that it has for people.
  private mutating func link(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    var text: String?
    while let child = try document.xml.nextChild() {
      if child.name == "text" {
        text = try document.text()
      } else {
        fields += try document.fields(of: child, as: "link.\(child.name)")
      }
    }
    if let address = element["href"], !address.isEmpty { links.append((address, text)) }
  }

  private mutating func point(
    _ element: XMLElement, _ line: inout [Coordinate]?, _ document: inout XMLDocument
  ) throws(XMLFault) {
    if let place = GPXRecord.place(element) { line?.append(place) } else { line = nil }
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "time": if let text = try document.text() { times.append(TimeText.edtf(text)) }
      case "extensions": for field in try document.fields() { series.add("point.\(field.name)", field.text) }
      default:
        for field in try document.fields(of: child, as: "point.\(child.name)") { series.add(field.name, field.text) }
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
