import SituationModel

/// A log of changes: a file of JSON Lines beside a file of events, or for a whole case.
///
/// Lines may stand in any order, and twice, as after a merge of two people's logs: the order is that of times and ids.
public struct ChangeLog: Sendable {
  /// The file, as messages call it.
  public let file: String
  /// The changes that were understood, by time and then by id; each id once.
  public private(set) var changes: [Change] = []
  /// The lines of kinds and versions that this program does not know, which are kept.
  public private(set) var unknown: [Unknown] = []
  /// The lines that are no changes, and a last line that was not written to its end.
  public private(set) var rejections: [Rejection] = []

  /// A change that this program does not know.
  public struct Unknown: Hashable, Sendable {
    /// The id, where it has one.
    public let id: String?
    /// The number of its line, from 1.
    public let line: Int
    /// The reason why it is not known, as the end of a sentence.
    public let words: String
  }

  /// The limits that logs are read within.
  public static let limits = Limits(
    depth: 16, textBytes: 1 << 16, lineBytes: 1 << 20, fileBytes: 1 << 30, streamBytes: 64 << 20)

  /// The name of the log that belongs to a file of events.
  public static func path(beside file: String) -> String { file + ".changes" }

  /// Reads a log.
  ///
  /// - Throws: `ReadError` where it can't be opened, or is over a limit. Lines that are no changes are told in `rejections`.
  public init(path: String) throws(ReadError) {
    self.init(bytes: try ChangeLog.bytes(path: path), file: StandardInput.name(of: path))
  }

  /// The bytes of a log.
  public static func bytes(path: String) throws(ReadError) -> [UInt8] {
    Array(try FileBytes.read(path: path, limits: ChangeLog.limits))
  }

  /// Reads a log in memory; `file` is what messages call it. Linear in the bytes, on all processors.
  public init(bytes: [UInt8], file: String) {
    self.file = file
    let starts = ChangeLog.starts(of: bytes)
    let parts = bytes.count > 1 << 18 ? processors() : 1
    let readings = inParallel(parts) { part in
      let range = starts.count * part / parts..<starts.count * (part + 1) / parts
      return range.map { ChangeLog.reading(bytes, starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : bytes.count)) }
    }.flatMap { $0 }
    var places: [String: Int] = [:]
    places.reserveCapacity(readings.count)
    for (index, reading) in readings.enumerated() {
      let isTorn = index == readings.count - 1 && bytes.last != UInt8(ascii: "\n")
      take(reading, line: index + 1, isTorn: isTorn, &places)
    }
    // A sort of positions: a change is copied once.
    if zip(changes, changes.dropFirst()).contains(where: { $1.position < $0.position }) {
      changes.sort { $0.position < $1.position }
    }
  }

  private mutating func take(_ reading: ChangeLine.Reading?, line: Int, isTorn: Bool, _ places: inout [String: Int]) {
    switch reading {
    case nil: break
    case .change(let change)?:
      guard let place = places[change.id] else {
        places[change.id] = changes.count
        changes.append(change)
        return
      }
      guard changes[place] != change else { return }
      // Whichever line stands first: the same one counts in every order of the lines.
      let (kept, other) = (changes[place], change)
      if ChangeLine.text(of: other) < ChangeLine.text(of: kept) { changes[place] = other }
      reject("is another change with the id \(quoted(change.id)): one of the two is left out", line)
    case .unknown(let id, let words)?: unknown.append(Unknown(id: id, line: line, words: words))
    case .rejected(let reason)?:
      reject(isTorn ? "was not written to its end, as after a crash: it is left out" : reason, line)
    }
  }

  private mutating func reject(_ reason: String, _ line: Int) {
    rejections.append(Rejection(file: file, line: line, reason: "the line \(reason)", weight: .rejected))
  }

  /// The offsets at which lines begin.
  private static func starts(of bytes: [UInt8]) -> [Int] {
    guard !bytes.isEmpty else { return [] }
    var starts = [0]
    bytes.withUnsafeBufferPointer { bytes in
      for place in bytes.indices where bytes[place] == 0x0A && place + 1 < bytes.count { starts.append(place + 1) }
    }
    return starts
  }

  /// Reads one line; nil for an empty one.
  private static func reading(_ bytes: [UInt8], _ range: Range<Int>) -> ChangeLine.Reading? {
    var range = range
    while let last = range.last, bytes[last] == 0x0A || bytes[last] == 0x0D || bytes[last] == 0x20 {
      range = range.lowerBound..<last
    }
    if range.isEmpty { return nil }
    guard range.count <= limits.lineBytes else { return .rejected("is longer than \(limits.lineBytes) bytes") }
    var document = JSONDocument(Bytes(Array(bytes[range])), file: "", limits: limits)
    do throws(Fault) {
      let members = try document.json.members(&document.notes)
      try document.json.endOfFile()
      return ChangeLine.reading(members)
    } catch {
      return .rejected("\(error.words(from: 0))")
    }
  }

  /// The lines of changes.
  public static func bytes(of changes: [Change]) -> [UInt8] { Array(changes.map(ChangeLine.text).joined().utf8) }

  /// The lines of two logs, each once and in the order of the first and then of the second, as a merge of them. Lines that are no changes
  /// stay too.
  public static func union(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] {
    var seen = Set<ArraySlice<UInt8>>()
    var merged: [UInt8] = []
    for line in first.split(separator: 0x0A) + second.split(separator: 0x0A) where seen.insert(line).inserted {
      merged += line
      merged.append(0x0A)
    }
    return merged
  }
}
