import SituationModel

/// Reads KML 2.2: each Placemark is an event, each folder around it a kind. Styles, overlays and views are passed over; a link to
/// another file is told, and not followed.
struct KML {
  private var title: String?
  private var summary: String?

  /// The names that the outermost element may have.
  private static let roots: Set<String> = ["kml", "Document", "Folder", "Placemark", "NetworkLink"]

  /// True if bytes are KML.
  static func fits(_ bytes: Bytes) -> Bool { XMLDocument.rootName(bytes).map(roots.contains) ?? false }

  /// Reads a file.
  static func situation(
    _ bytes: Bytes, file: String, map: ColumnMap, limits: Limits
  ) throws(ReadError) -> (situation: Situation, interpretation: FieldInterpretation?) {
    var document = XMLDocument(bytes, file: file, map: map, limits: limits)
    var kml = KML()
    try document.read { document throws(XMLFault) in
      while let root = try document.xml.nextChild() {
        var container = Container(isTop: true)
        if root.name == "kml" {
          try kml.read(&container, &document)
        } else {
          try kml.element(root, in: &container, &document)
        }
      }
    }
    return (
      document.collector.situation(title: kml.title, summary: kml.summary ?? ""), document.collector.interpretation
    )
  }

  /// A document or folder, with what its Placemarks inherit.
  private struct Container {
    var isTop: Bool
    var name: String?
    /// The names of the folders around the one of `name`, the outermost first.
    var outer: [String] = []
    var when: String?
  }

  private mutating func read(_ container: inout Container, _ document: inout XMLDocument) throws(XMLFault) {
    while let child = try document.xml.nextChild() { try element(child, in: &container, &document) }
  }

  private mutating func element(
    _ child: XMLElement, in container: inout Container, _ document: inout XMLDocument
  ) throws(XMLFault) {
    switch child.name {
    case "Document":
      var inner = container
      try read(&inner, &document)
    case "Folder":
      var inner = container
      inner.isTop = false
      if let name = inner.name { inner.outer.append(name) }
      inner.name = nil
      try read(&inner, &document)
    case "Placemark":
      // A folder without a name is a part of the one around it.
      let (kind, outer) =
        container.name.map { ($0, container.outer) } ?? (container.outer.last, container.outer.dropLast())
      let when = container.when
      try document.record(child) { document throws(XMLFault) in
        try Placemark.read(child, kind: kind, folders: Array(outer), when: when, &document)
      }
    case "name":
      let text = try document.text()
      if container.isTop { title = title ?? text } else { container.name = text ?? container.name }
    case "description" where container.isTop: summary = try document.text().map(MarkupText.plain)
    case "TimeStamp", "TimeSpan": container.when = try KMLTime.read(child, &document) ?? container.when
    case "NetworkLink": try link(child, &document)
    default: try document.xml.skip()
    }
  }

  /// A link to another file: what it has is not here.
  private func link(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) {
    let line = document.line(at: element.offset)
    var address: String?
    while let child = try document.xml.nextChild() {
      guard child.name == "Link" || child.name == "Url" else {
        try document.xml.skip()
        continue
      }
      while let part = try document.xml.nextChild() {
        if part.name == "href" { address = try document.text() } else { try document.xml.skip() }
      }
    }
    document.collector.remark(
      "points to \(address.map(quoted) ?? "another file"), which sitmap does not fetch", line: line)
  }
}

/// The time elements of KML.
enum KMLTime {
  /// A `TimeStamp` or a `TimeSpan`, as EDTF; nil where it is empty.
  static func read(_ element: XMLElement, _ document: inout XMLDocument) throws(XMLFault) -> String? {
    var (when, begin, end): (String?, String?, String?)
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "when": when = try text(&document)
      case "begin": begin = try text(&document)
      case "end": end = try text(&document)
      default: try document.xml.skip()
      }
    }
    if element.name == "TimeStamp" { return when }
    return begin == nil && end == nil ? nil : "\(begin ?? "..")/\(end ?? "..")"
  }

  /// A time as EDTF.
  static func text(_ document: inout XMLDocument) throws(XMLFault) -> String? {
    try document.text().map { text in
      let edtf = TimeText.edtf(text)
      if (try? DateInterval(edtf: edtf)) != nil { return edtf }
      guard let reading = try? DateReading().reading(text.trimmed) else { return edtf }
      if reading.remainder != nil { document.notes.keep("when", text) }
      return reading.date.edtf
    }
  }
}
