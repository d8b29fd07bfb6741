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

  /// The bytes that were read, by their number and a hash: a later reading goes on behind them while they are still the same.
  private var known = Known()
  /// The number of lines that were read.
  private var lineCount = 0

  private struct Known {
    var count = 0
    var hash: UInt64 = 0
    /// True if the last line was written to its end.
    var isWhole = true
  }

  /// Reads a log.
  ///
  /// - Parameter earlier: an earlier reading of it. If lines were appended since, they alone are read as changes; if the file was
  ///   replaced, shortened or edited, all are.
  /// - Throws: `ReadError` where it can't be opened, or is over a limit. Lines that are no changes are told in `rejections`.
  public init(path: String, after earlier: ChangeLog? = nil) throws(ReadError) {
    let bytes = try FileBytes.read(path: path, limits: ChangeLog.limits)
    self = earlier.flatMap { $0.appending(bytes) } ?? ChangeLog(bytes, file: StandardInput.name(of: path))
  }

  /// The bytes of a log.
  public static func bytes(path: String) throws(ReadError) -> [UInt8] {
    Array(try FileBytes.read(path: path, limits: ChangeLog.limits))
  }

  /// Reads a log in memory; `file` is what messages call it. Linear in the bytes, on all processors.
  public init(bytes: [UInt8], file: String) { self.init(Bytes(bytes), file: file) }

  private init(_ bytes: Bytes, file: String) {
    self.file = file
    read(bytes)
  }

  /// The log with the lines behind those that are known; nil if the known ones are not there any more.
  private func appending(_ bytes: Bytes) -> ChangeLog? {
    let isSame = bytes.withUnsafeBufferPointer { bytes in
      known.isWhole && bytes.count >= known.count && IDTable.hash(bytes, 0..<known.count) == known.hash
    }
    guard isSame else { return nil }
    var log = self
    log.read(bytes)
    return log
  }

  /// Reads the lines behind those that are known.
  private mutating func read(_ bytes: Bytes) {
    let (start, end) = (known.count, bytes.count)
    let parts = end - start > 1 << 18 ? processors() : 1
    let readings = inParallel(parts) { part in
      bytes.withUnsafeBufferPointer { bytes in
        // Each part begins with the first line that begins in it.
        func edge(_ part: Int) -> Int {
          let place = start + (end - start) / parts * part
          return part == 0 ? start : part == parts ? end : ChangeLog.end(ofLineAt: place, bytes)
        }
        return ChangeLog.readings(bytes, edge(part)..<edge(part + 1))
      }
    }
    let isWhole = bytes.last ?? 0x0A == 0x0A
    var places = Dictionary(changes.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    places.reserveCapacity(changes.count + readings.reduce(0) { $0 + $1.count })
    let lastLine = lineCount + readings.reduce(0) { $0 + $1.count }
    for reading in readings.joined() {
      lineCount += 1
      take(reading, line: lineCount, isTorn: lineCount == lastLine && !isWhole, &places)
    }
    // A sort of positions: a change is copied once.
    if zip(changes, changes.dropFirst()).contains(where: { $1.position < $0.position }) {
      changes.sort { $0.position < $1.position }
    }
    known = Known(
      count: end, hash: bytes.withUnsafeBufferPointer { IDTable.hash($0, 0..<end) }, isWhole: isWhole)
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

  /// The place behind the line that a byte is in.
  private static func end(ofLineAt place: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// Reads the lines of a range, each with its result; nil for an empty one.
  private static func readings(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> [ChangeLine.Reading?] {
    var readings: [ChangeLine.Reading?] = []
    var place = range.lowerBound
    while place < range.upperBound {
      let end = end(ofLineAt: place, bytes)
      readings.append(reading(bytes, place..<end))
      place = end
    }
    return readings
  }

  /// Reads one line; nil for an empty one.
  private static func reading(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> ChangeLine.Reading? {
    var range = range
    while let last = range.last, bytes[last] == 0x0A || bytes[last] == 0x0D || bytes[last] == 0x20 {
      range = range.lowerBound..<last
    }
    if range.isEmpty { return nil }
    guard range.count <= limits.lineBytes else { return .rejected("is longer than \(limits.lineBytes) bytes") }
    if let change = PlainChangeLine.change(bytes.extracting(range)) { return .change(change) }
    var document = JSONDocument(Bytes(bytes[range]), file: "", limits: limits)
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
