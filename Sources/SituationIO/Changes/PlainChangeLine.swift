import SituationModel

/// Reads the lines that most of a log consists of in one pass, without making values of their members first: about ten times as fast as
/// `ChangeLine`, which reads all others and gives the same for these.
///
/// A line is plain if it has members that `ChangeLine` writes and no other, each once, texts without escapes, and no blanks but spaces.
struct PlainChangeLine {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset = 0
  private var texts = Texts()
  private var event: EventName?
  private var changes: [EventField: FieldChange] = [:]
  private var stated: [EventField: String] = [:]

  /// The members of a line whose values are texts, by where these stand.
  private struct Texts {
    var change, id, time, author, reason, text, tag, reverts: Range<Int>?
  }

  /// The change of a line without its line feed; nil if the line is not plain, or is no change.
  static func change(_ bytes: UnsafeBufferPointer<UInt8>) -> Change? {
    var line = PlainChangeLine(bytes)
    return line.members() ? line.change : nil
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  // MARK: Members

  /// Reads the members; false if the line is not plain.
  private mutating func members() -> Bool {
    object { line, key in
      if line.isText(key, "version") { return line.takes("1") && !line.isInNumber }
      if line.isText(key, "event") { return line.event == nil && line.takeEvent() }
      if line.isText(key, "fields") { return line.takeFields() }
      guard let value = line.range() else { return false }
      return line.keep(value, of: key)
    }
      && offset == bytes.count
  }

  /// Keeps the text of a member; false if the member is not known, or was there before.
  private mutating func keep(_ value: Range<Int>, of key: Range<Int>) -> Bool {
    func keep(_ place: inout Range<Int>?) -> Bool {
      defer { place = value }
      return place == nil
    }
    if isText(key, "change") { return keep(&texts.change) }
    if isText(key, "id") { return keep(&texts.id) }
    if isText(key, "time") { return keep(&texts.time) }
    if isText(key, "author") { return keep(&texts.author) }
    if isText(key, "reason") { return keep(&texts.reason) }
    if isText(key, "text") { return keep(&texts.text) }
    if isText(key, "tag") { return keep(&texts.tag) }
    return isText(key, "reverts") && keep(&texts.reverts)
  }

  private mutating func takeEvent() -> Bool {
    var (id, content, file): (String?, String?, String?)
    let isPlain = object { line, key in
      let text = line.range().flatMap(line.text)
      if line.isText(key, "id"), id == nil {
        id = text
      } else if line.isText(key, "content"), content == nil {
        content = text
      } else if line.isText(key, "file"), file == nil {
        file = text
      } else {
        return false
      }
      return text != nil
    }
    guard isPlain, (id == nil) != (content == nil) else { return false }
    if let id, ChangeLine.isName(id) { event = .id(id, file: file) }
    if let content, ChangeLine.isDigest(content) { event = .content(content, file: file) }
    return event != nil
  }

  private mutating func takeFields() -> Bool {
    guard changes.isEmpty, stated.isEmpty else { return false }
    return object { line, key in
      guard let field = line.text(key).flatMap(EventField.init) else { return false }
      if line.next == UInt8(ascii: "\"") {
        guard let text = line.range().flatMap(line.text) else { return false }
        return line.stated.updateValue(text, forKey: field) == nil
      }
      var (from, to): (String?, String?)
      let isPlain = line.object { line, key in
        let text = line.range().flatMap(line.text)
        if line.isText(key, "from"), from == nil {
          from = text
        } else if line.isText(key, "to"), to == nil {
          to = text
        } else {
          return false
        }
        return text != nil
      }
      guard isPlain, let from, let to else { return false }
      return line.changes.updateValue(FieldChange(from: from, to: to), forKey: field) == nil
    }
  }

  // MARK: The change

  private var change: Change? {
    guard let id = texts.id.flatMap(text), ChangeLine.isName(id), let time = texts.time.flatMap(instant), let deed,
      let author = texts.author.map(text) ?? "", let reason = texts.reason.map(text) ?? ""
    else { return nil }
    return Change(id: id, time: time, author: author, reason: reason, deed)
  }

  private var deed: Change.Deed? {
    guard let word = texts.change else { return nil }
    if isText(word, "add") { return changes.isEmpty && !stated.isEmpty ? .add(stated) : nil }
    if isText(word, "revert") {
      return texts.reverts.flatMap(text).flatMap { ChangeLine.isName($0) ? .revert($0) : nil }
    }
    guard let event else { return nil }
    if isText(word, "set") { return stated.isEmpty && !changes.isEmpty ? .set(event, changes) : nil }
    if isText(word, "comment") { return texts.text.flatMap(said).map { .comment(event, $0) } }
    if isText(word, "tag") { return texts.tag.flatMap(said).map { .tag(event, $0) } }
    return isText(word, "withdraw") ? .withdraw(event) : nil
  }

  private func said(_ range: Range<Int>) -> String? { range.isEmpty ? nil : text(range) }

  /// The moment of a text as the program writes it: `2024-12-13T14:30:05Z`.
  private func instant(_ range: Range<Int>) -> Instant? {
    let start = range.lowerBound
    func number(_ place: Int, _ digits: Int) -> Int {
      var number = 0
      for place in start + place..<start + place + digits {
        let digit = Int(bytes[place] &- 0x30)
        number = digit < 10 && number >= 0 ? number * 10 + digit : -1
      }
      return number
    }
    func has(_ sign: UInt8, _ places: Int...) -> Bool { places.allSatisfy { bytes[start + $0] == sign } }
    guard range.count == 20, has(UInt8(ascii: "-"), 4, 7), has(UInt8(ascii: "T"), 10), has(UInt8(ascii: ":"), 13, 16),
      has(UInt8(ascii: "Z"), 19)
    else { return nil }
    let (year, hour, minute, second) = (number(0, 4), number(11, 2), number(14, 2), number(17, 2))
    guard year > 0, 0..<24 ~= hour, 0..<60 ~= minute, 0..<60 ~= second,
      let day = CivilDate(year: year, month: number(5, 2), day: number(8, 2))
    else { return nil }
    return Instant(day, hour: hour, minute: minute, second: second)
  }

  // MARK: Bytes

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  /// True if a number would go on here.
  private var isInNumber: Bool {
    guard let next else { return false }
    return next != UInt8(ascii: ",") && next != UInt8(ascii: "}") && next != UInt8(ascii: " ")
  }

  /// Steps over a sign with the spaces before and behind it; false where another one stands.
  private mutating func takes(_ sign: Unicode.Scalar) -> Bool {
    skipSpaces()
    guard next == UInt8(ascii: sign) else { return false }
    offset += 1
    return true
  }

  private mutating func skipSpaces() { while next == UInt8(ascii: " ") { offset += 1 } }

  /// Reads the object ahead: hands over each key, before its value; false if the object is not plain.
  private mutating func object(_ member: (inout PlainChangeLine, Range<Int>) -> Bool) -> Bool {
    guard takes("{") else { return false }
    repeat {
      guard let key = range(), takes(":") else { return false }
      skipSpaces()
      guard member(&self, key) else { return false }
    } while takes(",")
    return takes("}")
  }

  /// The bytes of the text ahead, between its quotes; nil where there is none, or one with an escape.
  private mutating func range() -> Range<Int>? {
    guard takes("\"") else { return nil }
    let start = offset
    while let byte = next, byte != UInt8(ascii: "\"") {
      if byte < 0x20 || byte == UInt8(ascii: "\\") { return nil }
      offset += 1
    }
    guard offset < bytes.count, offset - start <= ChangeLog.limits.textBytes else { return nil }
    offset += 1
    return start..<offset - 1
  }

  /// The text of some bytes; nil if they are no UTF-8.
  private func text(_ range: Range<Int>) -> String? {
    String(validating: bytes.extracting(range), as: UTF8.self)
  }

  private func isText(_ range: Range<Int>, _ text: StaticString) -> Bool {
    range.count == text.utf8CodeUnitCount
      && UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        .elementsEqual(bytes.extracting(range))
  }
}
