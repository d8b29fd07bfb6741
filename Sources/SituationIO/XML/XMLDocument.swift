import SituationModel

/// An XML file on its way into the model: the place reached, the events so far, and what was wrong with them.
struct XMLDocument {
  var xml: XMLReader
  /// The events so far.
  var collector: EventCollector
  /// The faults in parts of the record that is read.
  var notes = RecordNotes()
  private var lines = LineCounter()

  /// A document from its bytes, which are UTF-8 or say that they are Latin-1; `file` is the name for messages.
  init(_ bytes: Bytes, file: String, map: ColumnMap = ColumnMap(), limits: Limits) {
    xml = XMLReader(XMLDocument.isLatin1(bytes) ? XMLDocument.utf8(latin1: bytes) : bytes, limits: limits)
    collector = EventCollector(file: file, map: map, limits: limits)
  }

  /// The outermost element's name, without its prefix; nil where bytes are no XML.
  static func rootName(_ bytes: Bytes) -> String? {
    let first = bytes.prefix(64).first { $0 > 0x20 && ![0xEF, 0xBB, 0xBF].contains($0) }
    guard first == UInt8(ascii: "<") else { return nil }
    var xml = XMLReader(bytes.first(1 << 16), limits: Limits())
    do throws(XMLFault) { return try xml.nextChild()?.name } catch {
      // Of a file that declares a document type, which its reader refuses, that is the name.
      var cursor = xml.cursor
      guard cursor.take("<!DOCTYPE") else { return nil }
      cursor.skipSpaces()
      let name = cursor.bytes[cursor.offset...].prefix {
        $0 > 0x20 && $0 != UInt8(ascii: "[") && $0 != UInt8(ascii: ">")
      }
      return String(decoding: name, as: UTF8.self)
    }
  }

  /// The situation of all that `readRoots` takes in.
  ///
  /// A file that breaks off, or stops being XML, behind its first record opens with what stands before; one rejection says
  /// where. Before that it is an error.
  mutating func read(_ readRoots: (inout XMLDocument) throws(XMLFault) -> Void) throws(ReadError) {
    do throws(XMLFault) { try readRoots(&self) } catch {
      let line = self.line(at: error.offset)
      let reason = "the file \(error.words)"
      guard collector.position > 0 else {
        throw .notUnderstood(file: collector.file, line: line, reason: reason)
      }
      collector.reject("what follows can't be read: \(reason)", line: line)
    }
  }

  /// Takes the element that was entered last as one record; see `attempt`.
  mutating func record(
    _ element: XMLElement,
    _ read: (inout XMLDocument) throws(XMLFault) -> (draft: EventDraft, id: String?, fields: [RecordField])
  ) throws(XMLFault) {
    guard let record = try attempt(element, read) else { return }
    collector.add(record.draft, id: record.id, fields: record.fields, line: line(at: element.offset), &notes)
  }

  /// Reads the element that was entered last. Where it goes beyond a limit it is rejected, the result is nil, and the
  /// reader goes on behind it. Throws where the bytes stop being XML.
  mutating func attempt<Value>(
    _ element: XMLElement, _ read: (inout XMLDocument) throws(XMLFault) -> Value
  ) throws(XMLFault) -> Value? {
    let depth = xml.depth
    do throws(XMLFault) {
      let value = try read(&self)
      if xml.repairs > 0 { notes.add("has text or references that are no characters: they stay as they are") }
      xml.repairs = 0
      return value
    } catch {
      _ = notes.take()
      xml.repairs = 0
      guard error.isLimit else { throw error }
      try xml.skip(toDepth: depth - 1)
      collector.addRejected("the record \(error.words)", line: line(at: element.offset))
      return nil
    }
  }

  /// The line of a byte, from 1.
  mutating func line(at offset: Int) -> Int { lines.line(of: offset, in: xml.cursor.bytes) }

  /// A text; an empty one is none.
  mutating func text() throws(XMLFault) -> String? {
    let text = try xml.text()
    return text.isEmpty ? nil : text
  }

  /// The texts and attributes of the elements within the one that was entered, by their names: `a.b` for one within another.
  mutating func fields(in name: String = "") throws(XMLFault) -> [RecordField] {
    var fields: [RecordField] = []
    while let child = try xml.nextChild() {
      let path = name.isEmpty ? child.name : "\(name).\(child.name)"
      fields += try self.fields(of: child, as: path)
    }
    return fields
  }

  /// The attributes of the element that was entered last, and its text, or the fields of the elements in it.
  mutating func fields(of element: XMLElement, as path: String) throws(XMLFault) -> [RecordField] {
    let attributes = element.attributes.filter { !$0.value.isEmpty && !$0.name.hasPrefix("xmlns") }
    return attributes.map { RecordField(name: "\(path).\($0.name)", text: $0.value) } + (try leafOrFields(path))
  }

  /// The text of the element that was entered, where it has no elements in it; else the fields of those.
  private mutating func leafOrFields(_ path: String) throws(XMLFault) -> [RecordField] {
    var ahead = self
    let hasElements = try ahead.xml.nextChild() != nil
    if hasElements { return try fields(in: path) }
    return try text().map { [RecordField(name: path, text: $0)] } ?? []
  }

  // MARK: Encodings

  /// True if bytes say that they are Latin-1.
  static func isLatin1(_ bytes: Bytes) -> Bool {
    let head = String(decoding: bytes.prefix(100), as: UTF8.self).lowercased()
    return head.hasPrefix("<?xml") && (head.contains("iso-8859-1") || head.contains("windows-1252"))
  }

  private static func utf8(latin1 bytes: Bytes) -> Bytes {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        result.append(0xC0 | byte >> 6)
        result.append(0x80 | byte & 0x3F)
      }
    }
    return Bytes(result)
  }
}
