import SituationModel

/// A JSON file on its way into the model: the place reached, and what was wrong so far.
struct JSONDocument {
  var json: JSONReader
  /// The faults in parts of the record that is read.
  var notes = RecordNotes()
  /// The faults of the records before it.
  private(set) var rejections: [Rejection] = []
  /// The file, as messages call it.
  let file: String
  private var lines = LineCounter()
  /// The system of the coordinates.
  var coordinates = CoordinateSystem.degrees
  /// The names of members that a person gave a meaning, in small letters.
  var mappedNames: Set<String> = []
  /// A system that was named behind the features, which have to be read again.
  var lateCoordinates: CoordinateSystem?
  /// True if records on the first line are told by their number.
  var numbersRecords = false
  private var position = 0
  /// Who is told how far the reading is.
  var progress: ReadingProgress?

  /// A document from its bytes; `file` is the name for messages.
  init(_ bytes: Bytes, file: String, limits: Limits) {
    json = JSONReader(bytes, limits: limits)
    self.file = file
  }

  // MARK: Records

  /// Reads one record; where it can't be read, rejects it and goes on behind it. Throws only where the bytes are no JSON.
  mutating func record(_ read: (inout JSONDocument) throws(Fault) -> Void) throws(Fault) {
    let start = json.mark()
    position += 1
    do throws(Fault) { try read(&self) } catch {
      json.rewind(to: start)
      try json.skipAnyDepth()
      // What was wrong with its parts does not matter any more.
      _ = notes.take()
      json.repairs = 0
      reject("the record \(error.words(from: start.offset))", at: start.offset)
    }
    flushNotes(at: start.offset)
  }

  /// Reads a member beside the records; where it can't be read, says so and goes on behind it. Throws only where the
  /// bytes are no JSON.
  mutating func member(
    _ name: String, _ read: (inout JSONDocument) throws(Fault) -> Void
  ) throws(Fault) {
    let start = json.mark()
    do throws(Fault) { try read(&self) } catch {
      json.rewind(to: start)
      try json.skipAnyDepth()
      notes.add("\(quoted(name)) \(error.words(from: start.offset))", field: name)
    }
    flushNotes(at: start.offset)
  }

  /// Makes each note a rejection of a part of what begins at a byte.
  mutating func flushNotes(at offset: Int) {
    if json.repairs > 0 { notes.add("has text that is no Unicode: such places show as \"\u{FFFD}\"") }
    json.repairs = 0
    let notes = notes.take()
    if notes.isEmpty { return }
    let line = line(at: offset)
    rejections += notes.map { Rejection(file: file, line: line, record: number(on: line), $0) }
  }

  /// The number of the record that is read, where its line does not tell which it is.
  private func number(on line: Int) -> Int? { numbersRecords && line == 1 && position > 0 ? position : nil }

  /// Rejects what begins at a byte.
  mutating func reject(_ reason: String, at offset: Int, isWhole: Bool = true) {
    let line = lines.line(of: offset, in: json.cursor.bytes)
    rejections.append(
      Rejection(
        file: file, line: line, record: number(on: line), reason: reason, weight: isWhole ? .rejected : .repaired))
  }

  /// Says something by which nothing is lost of what begins at a byte.
  mutating func remark(_ reason: String, at offset: Int) {
    let line = lines.line(of: offset, in: json.cursor.bytes)
    rejections.append(Rejection(file: file, line: line, record: number(on: line), reason: reason, weight: .note))
  }

  /// The line of a byte, from 1.
  mutating func line(at offset: Int) -> Int { lines.line(of: offset, in: json.cursor.bytes) }

  /// The error that the file can't be understood, by what is wrong at a byte.
  mutating func error(_ reason: String, at offset: Int) -> ReadError {
    .notUnderstood(file: file, line: lines.line(of: offset, in: json.cursor.bytes), reason: reason)
  }
}
