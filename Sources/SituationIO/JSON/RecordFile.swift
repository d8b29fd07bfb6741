import SituationModel

/// A file of the program's own, or for it: a list of objects under a profile, with the line of each.
///
/// What the objects mean is for who asked: stories and bookmarks have views in them, which are words here.
public struct RecordFile: Sendable {
  /// One object of the list.
  public struct Record: Hashable, Sendable {
    /// The line at which it begins, from 1.
    public let line: Int
    /// All that it has.
    public let members: [String: PropertyValue]

    /// A record.
    public init(line: Int, members: [String: PropertyValue]) { (self.line, self.members) = (line, members) }
  }

  /// The name of the file in messages.
  public let file: String
  /// The title that the file gives itself; empty without one.
  public let title: String
  /// The objects, in the order of the file.
  public let records: [Record]
  /// The parts that could not be read.
  public let rejections: [Rejection]

  /// The limits that such a file is read within: a file that a person writes is far smaller.
  public static let limits = Limits(textBytes: 1 << 16, fileBytes: 16 << 20, streamBytes: 16 << 20)

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - profile: what its `profile` has to be; it has the version, so that no later form is taken for this one.
  ///   - list: the member that has the objects.
  /// - Throws: `ReadError` where it can't be opened, is no JSON to its end, or is of another profile.
  public init(path: String, profile: String, list: String) throws(ReadError) {
    try self.init(bytes: FileBytes.read(path: path, limits: Self.limits), file: path, profile: profile, list: list)
  }

  /// Reads one in memory; `file` is what messages call it.
  public init(bytes: Bytes, file: String, profile: String, list: String) throws(ReadError) {
    var document = JSONDocument(bytes, file: file, limits: Self.limits)
    if document.json.cursor.isAtEnd { throw document.error("is empty", at: 0) }
    var draft = RecordDraft(list: list)
    let start = document.json.mark()
    do throws(Fault) {
      try draft.read(&document)
      try document.json.endOfFile()
    } catch {
      throw document.error("the file \(error.words(from: start.offset))", at: error.offset)
    }
    guard let found = draft.profile else { throw document.error("the file has no \"profile\"", at: start.offset) }
    guard found == profile else {
      throw document.error("the profile is \(quoted(found)), not \(quoted(profile))", at: start.offset)
    }
    (self.file, title, records, rejections) = (file, draft.title, draft.records, document.rejections)
  }
}

/// The members of such a file, as they are read.
private struct RecordDraft {
  let list: String
  var profile: String?
  var title = ""
  var records: [RecordFile.Record] = []

  init(list: String) { self.list = list }

  mutating func read(_ document: inout JSONDocument) throws(Fault) {
    let start = document.json.mark()
    var seen = Set<String>()
    try document.json.beginObject()
    while let name = try document.nextKey(&seen) {
      switch name {
      case list: try readList(&document)
      case "profile": profile = try document.json.text()
      case "title":
        try document.member(name) { document throws(Fault) in title = try document.text(name) ?? "" }
      default: try document.json.skip()
      }
    }
    document.flushNotes(at: start.offset)
    if !seen.contains(list) { throw Fault(offset: start.offset, problem: .missing(list)) }
  }

  private mutating func readList(_ document: inout JSONDocument) throws(Fault) {
    try document.json.beginList()
    while try document.json.nextElement() {
      try document.record { document throws(Fault) in
        let line = document.line(at: document.json.mark().offset)
        records.append(RecordFile.Record(line: line, members: try document.json.members(&document.notes)))
      }
    }
  }
}
