import SituationModel

/// Takes the main text out of a page of HTML: no menus, forms, scripts, notes at the edge or captions.
///
/// Pages are read as they come, sound or not: a tag that is not closed ends with the page. Linear in the page.
struct HTMLReport {
  /// Elements whose content is no text of the report.
  private static let passed: Set<String> = [
    "script", "style", "nav", "aside", "footer", "form", "button", "figure", "figcaption", "noscript", "iframe", "svg",
    "template", "select",
    "object", "canvas", "dialog", "head", "table", "video", "audio",
  ]
  /// Elements that stand on lines of their own.
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "blockquote", "br",
    "hr", "pre", "dd",
    "dt", "dl", "body", "html", "header", "address", "details", "summary",
  ]
  /// Elements without an end.
  private static let empty: Set<String> = [
    "br", "hr", "img", "meta", "link", "input", "source", "area", "base", "col", "embed", "wbr", "track",
  ]

  private let bytes: [UInt8]
  private var place = 0
  private var published: CivilDate?
  /// The texts of the page, each with the places where it stands.
  private var texts: [(text: String, isHeading: Bool, inArticle: Bool, inMain: Bool, inHeader: Bool)] = []
  private var open: [UInt8] = []
  private var heading = 0
  private var article = 0
  private var main = 0
  private var header = 0

  private init(_ text: String) { bytes = Array(text.utf8) }

  /// The paragraphs of a page, and the day of publication that it states.
  static func content(_ text: String) -> ReportDocument.Content {
    var page = HTMLReport(text)
    page.read()
    page.close()
    // The innermost element that is for the text, where a page has one.
    let chosen =
      page.texts.contains { $0.inArticle && !$0.isHeading }
      ? page.texts.filter(\.inArticle)
      : page.texts.contains { $0.inMain && !$0.isHeading }
        ? page.texts.filter(\.inMain) : page.texts.filter { !$0.inHeader }
    return ReportDocument.Content(
      chosen.map { ReportDocument.Paragraph($0.text, isHeading: $0.isHeading) }, published: page.published)
  }

  private mutating func read() {
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "<"), isTag(place) {
        readTag()
      } else if bytes[place] == UInt8(ascii: "&") {
        readReference()
      } else {
        open.append(bytes[place])
        place += 1
      }
    }
  }

  private func isTag(_ index: Int) -> Bool {
    guard index + 1 < bytes.count else { return false }
    let next = bytes[index + 1]
    return next == UInt8(ascii: "/") || next == UInt8(ascii: "!") || next == UInt8(ascii: "?")
      || (0x61...0x7A).contains(next | 0x20)
  }

  /// Ends the paragraph that is open.
  private mutating func close() {
    let text = String(decoding: open, as: UTF8.self)
    open.removeAll(keepingCapacity: true)
    guard !text.isBlank else { return }
    texts.append((text, heading > 0, article > 0, main > 0, header > 0))
  }

  private mutating func readTag() {
    if starts("<!--") {
      place = find("-->", from: place + 4).map { $0 + 3 } ?? bytes.count
      return
    }
    let isEnd = bytes[place + 1] == UInt8(ascii: "/")
    var end = place + (isEnd ? 2 : 1)
    let nameStart = end
    while end < bytes.count, (0x61...0x7A).contains(bytes[end] | 0x20) || (0x30...0x39).contains(bytes[end]) {
      end += 1
    }
    let name = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
    let close = tagEnd(from: end)
    let attributes = end..<close
    place = min(close + 1, bytes.count)
    if name == "meta" || name == "time" { readDate(attributes, isMeta: name == "meta") }
    if isEnd {
      leave(name)
    } else if HTMLReport.passed.contains(name) || isHidden(attributes) && !HTMLReport.empty.contains(name) {
      pass(name)
    } else {
      enter(name)
    }
  }

  /// The `>` of a tag, which may stand in the value of an attribute as well.
  private func tagEnd(from start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), index > start,
        bytes[index - 1] == UInt8(ascii: "=")
      {
        quote = byte
      }
    }
    return bytes.count
  }

  private mutating func enter(_ name: String) {
    if HTMLReport.blocks.contains(name) { close() }
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": heading = 1
    case "article": article += 1
    case "main": main += 1
    case "header": header += 1
    default: break
    }
  }

  private mutating func leave(_ name: String) {
    if HTMLReport.blocks.contains(name) { close() }
    switch name {
    case "h1", "h2", "h3", "h4", "h5", "h6": heading = 0
    case "article": article = max(0, article - 1)
    case "main": main = max(0, main - 1)
    case "header": header = max(0, header - 1)
    default: break
    }
  }

  /// Passes over an element and all elements of its name in it. The dates in a head are read.
  private mutating func pass(_ name: String) {
    close()
    var depth = 1
    while depth > 0, let start = bytes[place...].firstIndex(of: UInt8(ascii: "<")) {
      place = start
      if starts("<!--") {
        place = find("-->", from: place + 4).map { $0 + 3 } ?? bytes.count
        continue
      }
      let isEnd = start + 1 < bytes.count && bytes[start + 1] == UInt8(ascii: "/")
      let nameStart = start + (isEnd ? 2 : 1)
      var end = nameStart
      while end < bytes.count, (0x61...0x7A).contains(bytes[end] | 0x20) || (0x30...0x39).contains(bytes[end]) {
        end += 1
      }
      let found = String(decoding: bytes[nameStart..<end], as: UTF8.self).lowercased()
      let isRaw = name == "script" || name == "style"
      if found == name, isEnd || !isRaw { depth += isEnd ? -1 : 1 }
      // A head without an end stops where the body begins.
      if name == "head", found == "body" { return }
      if isRaw, found != name {
        place = start + 1
        continue
      }
      let close = tagEnd(from: end)
      if name == "head", found == "meta" { readDate(end..<close, isMeta: true) }
      place = min(close + 1, bytes.count)
    }
    if depth > 0 { place = bytes.count }
  }

  private func isHidden(_ attributes: Range<Int>) -> Bool {
    let text = String(decoding: bytes[attributes].prefix(400), as: UTF8.self).lowercased()
    guard text.contains("=") || text.contains("hidden") else { return false }
    return [
      "role=\"dialog\"", "role=\"navigation\"", "role=\"banner\"", "aria-hidden=\"true\"", "cookie", "consent",
      "newsletter", "class=\"byline",
    ]
    .contains { text.contains($0) } || text.split(separator: " ").contains("hidden")
  }

  private mutating func readReference() {
    if let end = bytes[place...].prefix(12).firstIndex(of: UInt8(ascii: ";")) {
      let reference = bytes[(place + 1)..<end]
      if let character = CharacterReference.character(reference)
        ?? HTMLNames.character(String(decoding: reference, as: UTF8.self))
      {
        open += Array(String(character).utf8)
        place = end + 1
        return
      }
    }
    open.append(bytes[place])
    place += 1
  }

  // MARK: Dates

  private static let datePlaces = [
    "article:published_time", "datepublished", "pubdate", "publishdate", "dc.date", "date", "publish-date",
    "parsely-pub-date", "sailthru.date",
  ]

  private mutating func readDate(_ attributes: Range<Int>, isMeta: Bool) {
    guard published == nil else { return }
    let text = String(decoding: bytes[attributes].prefix(2_000), as: UTF8.self)
    let small = text.lowercased()
    if isMeta {
      let name =
        HTMLReport.value("property", small) ?? HTMLReport.value("name", small) ?? HTMLReport.value("itemprop", small)
      guard let name, HTMLReport.datePlaces.contains(name) else { return }
    }
    guard let value = HTMLReport.value(isMeta ? "content" : "datetime", text), value.utf8.count >= 10 else { return }
    published = (try? DateInterval(edtf: String(value.prefix(10))))?.start?.date
  }

  private static func value(_ name: String, _ text: String) -> String? {
    guard let start = text.firstRange(of: name + "=") else { return nil }
    let rest = text[start.upperBound...]
    guard let mark = rest.first else { return nil }
    return mark == "\"" || mark == "'"
      ? String(rest.dropFirst().prefix { $0 != mark }) : String(rest.prefix { !$0.isWhitespace })
  }

  private func starts(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[place...].starts(with: $0) }
  }

  private func find(_ text: StaticString, from start: Int) -> Int? {
    text.withUTF8Buffer { wanted in
      guard let first = wanted.first else { return nil }
      var index = start
      while index < bytes.count, let found = bytes[index...].firstIndex(of: first) {
        if bytes[found...].starts(with: wanted) { return found }
        index = found + 1
      }
      return nil
    }
  }
}
