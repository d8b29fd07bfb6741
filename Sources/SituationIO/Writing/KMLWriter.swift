import SituationModel

/// Writes KML 2.2, a Placemark for each event.
///
/// What an element would not give back as it is (a date that is about, blanks at a text's ends) stands in an element of our own
/// among the extended data, with all that KML has no element for (`KMLMembers`).
struct KMLWriter: FileWriter {
  private let whole: Situation

  init(_ whole: Situation) { self.whole = whole }

  var unsaid: WholeMembers { [.background, .attribution, .view, .countries] }

  func begin(_ output: inout OutputBytes) {
    output.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"")
    output.append(" xmlns:sitmap=\"\(KMLMembers.namespace)\">\n<Document>\n")
    output.append(element: "name", whole.title)
    if !whole.summary.isEmpty { output.append(element: "description", whole.summary) }
  }

  func end(_ output: inout OutputBytes) { output.append("</Document>\n</kml>\n") }

  func append(_ event: Event, _ output: inout OutputBytes) {
    var members: EventMembers = [.published, .destination, .standing, .actors, .sources, .links]
    // A name without a word on its place would be looked up where the file is read.
    if event.place.shape != nil || event.place.radius != nil || event.place.name != nil { members.insert(.precision) }
    if event.place.province != nil { members.insert(.province) }
    /// Writes an element, or leaves the text to our own.
    func add(_ name: String, _ text: String, _ member: EventMembers) {
      if KMLWriter.survives(text) { output.append(element: name, text) } else { members.insert(member) }
    }
    output.append("<Placemark")
    if KMLWriter.isXMLID(event.id) { output.append(" id=\"\(event.id)\"") } else { members.insert(.id) }
    output.append(">\n")
    // A name of several lines is taken for a title and a text.
    if event.title.utf8.contains(0x0A) { members.insert(.title) } else { add("name", event.title, .title) }
    if let name = event.place.name {
      // Without coordinates a program may look an address up, and put a point where nobody knows of one.
      if event.place.shape != nil { add("address", name, .placeName) } else { members.insert(.placeName) }
    }
    if !event.summary.isEmpty { add("description", event.summary, .summary) }
    if let when = event.when, output.append(time: when) != when { members.insert(.when) }
    output.append("<ExtendedData>")
    if KMLWriter.survives(event.kindName) {
      output.append("<Data name=\"kind\"><value>")
      output.append(xml: event.kindName)
      output.append("</value></Data>")
    } else {
      members.insert(.kind)
    }
    var json = OutputBytes()
    json.append(members: members, of: event)
    // An address alone would be taken for a source.
    if json.count > 2 || !MarkupText.links(event.summary).isEmpty {
      output.append("<sitmap:\(KMLMembers.element)>")
      var text = String(decoding: json.bytes, as: UTF8.self)
      if text.utf8.hasNoncharacter {
        // These two are JSON as they stand, and no XML.
        text = text.unicodeScalars.reduce(into: "") { text, scalar in
          text += scalar.value | 1 == 0xFFFF ? "\\u\(String(scalar.value, radix: 16))" : String(scalar)
        }
      }
      output.append(xml: text)
      output.append("</sitmap:\(KMLMembers.element)>")
    }
    output.append("</ExtendedData>\n")
    if let shape = event.place.shape {
      output.append(kml: shape)
      output.append("\n")
    }
    output.append("</Placemark>\n")
  }

  /// True if an element keeps a text: no blanks at its ends, nothing that is taken for HTML, no character that XML lacks.
  private static func survives(_ text: String) -> Bool {
    guard let first = text.utf8.first, let last = text.utf8.last, first > 0x20, last > 0x20 else { return false }
    let isSaid = text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 } && !text.utf8.hasNoncharacter
    return isSaid && (!text.utf8.contains(UInt8(ascii: "<")) || MarkupText.plain(text) == text)
  }

  /// True if a text is what an `xs:ID` may be, of ASCII alone.
  private static func isXMLID(_ text: String) -> Bool {
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte == UInt8(ascii: "_") }
    guard let first = text.utf8.first, isLetter(first) else { return false }
    return text.utf8.allSatisfy {
      isLetter($0) || $0 &- 0x30 < 10 || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
    }
  }
}

extension OutputBytes {
  fileprivate mutating func append(element name: String, _ text: String) {
    append("<\(name)>")
    append(xml: text)
    append("</\(name)>\n")
  }

  /// Appends when something was, as well as KML can say it.
  ///
  /// - Returns: what is read from that.
  fileprivate mutating func append(time when: DateInterval) -> DateInterval? {
    if !when.isSpan, let start = when.start {
      let text = OutputBytes.text(unit: start, when.precision)
      append("<TimeStamp><when>\(text)</when></TimeStamp>\n")
      return try? DateInterval(edtf: text)
    }
    let first = when.start.map { OutputBytes.text(unit: $0, when.startPrecision) }
    let last = when.end.map { OutputBytes.text(unit: when.endPrecision.start(ofUnitBefore: $0), when.endPrecision) }
    append("<TimeSpan>")
    if let first { append("<begin>\(first)</begin>") }
    if let last { append("<end>\(last)</end>") }
    append("</TimeSpan>\n")
    return try? DateInterval(edtf: "\(first ?? "..")/\(last ?? "..")")
  }

  /// The year, month, day or second that begins at a moment; XML Schema has no hour or minute alone.
  private static func text(unit start: Instant, _ precision: TimePrecision) -> String {
    DateInterval(unit: precision < .day ? .second : precision, at: start).edtf
  }
}
