import SituationModel

/// Reads KML 2.2: each Placemark is an event, each folder around it a kind. Styles, overlays and views are passed over.
struct KML {
  private var title: String?
  private var summary: String?

  /// Whether bytes are KML.
  static func fits(_ bytes: Bytes) -> Bool { XMLDocument.rootName(bytes) == "kml" }

  /// Reads a file.
  static func situation(_ bytes: Bytes, file: String, limits: Limits) throws(ReadError) -> Situation {
    var document = XMLDocument(bytes, file: file, limits: limits)
    var kml = KML()
    try document.read { document throws(XMLFault) in
      while try document.xml.nextChild() != nil { try kml.container(nil, isTop: true, &document) }
    }
    return document.collector.situation(title: kml.title, summary: kml.summary ?? "")
  }

  /// What lies in a document or folder.
  private mutating func container(
    _ folder: String?, isTop: Bool, _ document: inout XMLDocument
  ) throws(XMLFault) {
    var name = folder
    while let child = try document.xml.nextChild() {
      switch child.name {
      case "Document": try container(folder, isTop: isTop, &document)
      case "Folder": try container(name, isTop: false, &document)
      case "Placemark":
        try document.record(child) { document throws(XMLFault) in
          try Placemark.read(child, kind: name, &document)
        }
      case "name":
        let text = try document.text()
        if isTop { title = title ?? text } else { name = text ?? folder }
      case "description" where isTop: summary = try document.text().map(MarkupText.plain)
      default: try document.xml.skip()
      }
    }
  }
}
