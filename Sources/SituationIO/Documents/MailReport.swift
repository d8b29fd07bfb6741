import SituationModel

/// Reads a mail message (RFC 5322, with MIME): its day, its subject as a heading, and the text of its first readable part.
struct MailReport {
  /// The names of headers by which a file is seen to be a message.
  private static let usual: Set<String> = [
    "from", "to", "subject", "date", "received", "message-id", "mime-version", "return-path", "delivered-to",
  ]
  /// So deeply parts may lie in parts.
  private static let depth = 8

  /// True if bytes begin with headers of a message.
  static func fits(_ bytes: [UInt8]) -> Bool {
    let head = headers(bytes[...]).fields
    return head.count { usual.contains($0.name) } >= 2
  }

  /// The text of a message.
  static func content(_ bytes: [UInt8]) -> ReportDocument.Content {
    let (fields, body) = headers(bytes[...])
    var content = text(fields, body, MailReport.depth) ?? ReportDocument.Content([])
    content.published = fields.first { $0.name == "date" }.flatMap { day($0.value) }
    if let subject = fields.first(where: { $0.name == "subject" })?.value, !subject.contains("=?") {
      content.paragraphs.insert(.init(subject, isHeading: true), at: 0)
    }
    return content
  }

  private typealias Field = (name: String, value: String)

  /// The headers of a message or of a part, and the bytes behind them.
  private static func headers(_ bytes: ArraySlice<UInt8>) -> (fields: [Field], body: ArraySlice<UInt8>) {
    var fields: [Field] = []
    var place = bytes.startIndex
    while place < bytes.endIndex, fields.count < 500 {
      let end = bytes[place...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[place..<end]
      if line.last == 0x0D { line = line.dropLast() }
      let next = min(end + 1, bytes.endIndex)
      if line.isEmpty { return (fields, bytes[next...]) }
      if line.first == 0x20 || line.first == 0x09, !fields.isEmpty {
        fields[fields.count - 1].value += " " + String(decoding: line, as: UTF8.self).trimmed
      } else if let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ (0x21...0x7E).contains($0) })
      {
        fields.append(
          (
            String(decoding: line[..<colon], as: UTF8.self).lowercased(),
            String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed
          ))
      } else {
        return ([], bytes)
      }
      place = next
    }
    return (fields, bytes[place...])
  }

  private static func text(_ fields: [Field], _ body: ArraySlice<UInt8>, _ depth: Int) -> ReportDocument.Content? {
    let type = fields.first { $0.name == "content-type" }?.value ?? "text/plain"
    let kind = type.prefix { $0 != ";" }.lowercased().trimmed
    if kind.hasPrefix("multipart/") {
      guard depth > 0, let boundary = parameter("boundary", type) else { return nil }
      let parts = split(body, at: "--" + boundary).map { headers($0) }
      // The plain text goes before the same in HTML.
      let sorted = parts.sorted { first, last in isPlain(first.fields) && !isPlain(last.fields) }
      for part in sorted {
        if let found = text(part.fields, part.body, depth - 1), !found.paragraphs.isEmpty { return found }
      }
      return nil
    }
    guard kind.hasPrefix("text/"),
      !(fields.first { $0.name == "content-disposition" }?.value.lowercased().hasPrefix("attachment") ?? false)
    else { return nil }
    let decoded = decoded(
      body, fields.first { $0.name == "content-transfer-encoding" }?.value.lowercased().trimmed ?? "")
    let encoding = parameter("charset", type).flatMap(TextEncoding.init(named:)) ?? .utf8
    let string =
      encoding == .utf8
      ? ReportText.decoded(decoded) : String(decoding: encoding.decoded(Bytes(decoded), after: 0), as: UTF8.self)
    return kind == "text/html" ? HTMLReport.content(string) : ReportDocument.Content(PlainReport.paragraphs(string))
  }

  private static func isPlain(_ fields: [Field]) -> Bool {
    fields.first { $0.name == "content-type" }?.value.lowercased().hasPrefix("text/plain") ?? true
  }

  private static func parameter(_ name: String, _ value: String) -> String? {
    for part in value.split(separator: ";").dropFirst() {
      let halves = part.split(separator: "=", maxSplits: 1)
      guard halves.count == 2, String(halves[0]).trimmed.lowercased() == name else { continue }
      let text = String(halves[1]).trimmed
      return text.hasPrefix("\"")
        ? String(text.dropFirst().prefix { $0 != "\"" }) : String(text.prefix { !$0.isWhitespace })
    }
    return nil
  }

  /// The parts between lines that begin with a boundary.
  private static func split(_ body: ArraySlice<UInt8>, at boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array(boundary.utf8)
    var parts: [ArraySlice<UInt8>] = []
    var start: Int?
    var place = body.startIndex
    while place < body.endIndex, parts.count < 200 {
      if body[place...].starts(with: mark) {
        if let start { parts.append(body[start..<place]) }
        if body[(place + mark.count)...].starts(with: [0x2D, 0x2D]) { return parts }
        start = (body[place...].firstIndex(of: 0x0A) ?? body.endIndex - 1) + 1
      }
      place = (body[place...].firstIndex(of: 0x0A) ?? body.endIndex - 1) + 1
    }
    if let start, start < body.endIndex { parts.append(body[start...]) }
    return parts
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "quoted-printable": quotedPrintable(body)
    case "base64": base64(body)
    default: Array(body)
    }
  }

  private static func quotedPrintable(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var place = body.startIndex
    func digit(_ byte: UInt8) -> UInt8? { Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init) }
    while place < body.endIndex {
      if body[place] == UInt8(ascii: "="), place + 2 < body.endIndex, let high = digit(body[place + 1]),
        let low = digit(body[place + 2])
      {
        result.append(high << 4 | low)
        place += 3
      } else if body[place] == UInt8(ascii: "="), place + 1 < body.endIndex, body[place + 1] == 0x0A {
        place += 2
      } else if body[place] == UInt8(ascii: "="), place + 2 < body.endIndex, body[place + 1] == 0x0D,
        body[place + 2] == 0x0A
      {
        place += 3
      } else {
        result.append(body[place])
        place += 1
      }
    }
    return result
  }

  private static func base64(_ body: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var (bits, count): (UInt32, Int) = (0, 0)
    for byte in body {
      let value: UInt32
      switch byte {
      case 0x41...0x5A: value = UInt32(byte) - 0x41
      case 0x61...0x7A: value = UInt32(byte) - 0x61 + 26
      case 0x30...0x39: value = UInt32(byte) - 0x30 + 52
      case UInt8(ascii: "+"): value = 62
      case UInt8(ascii: "/"): value = 63
      default: continue
      }
      bits = bits << 6 | value
      count += 6
      if count >= 8 {
        count -= 8
        result.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return result
  }

  /// The day of a header: `Sat, 14 Dec 2024 10:30:00 +0200`, on the sender's clock.
  private static func day(_ text: String) -> CivilDate? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let parts = text.split { $0 == " " || $0 == "," }
    for (index, part) in parts.enumerated().dropFirst() {
      guard let month = months.firstIndex(of: part.lowercased()), index + 1 < parts.count,
        let day = Int(parts[index - 1]),
        let year = Int(parts[index + 1])
      else { continue }
      return CivilDate(year: year, month: month + 1, day: day)
    }
    return nil
  }
}
