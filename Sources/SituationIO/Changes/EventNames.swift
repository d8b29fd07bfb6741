import SituationModel

/// Finds the events of a situation by the names that changes have for them, and names events.
struct EventNames {
  /// The result of looking for an event.
  enum Found: Hashable {
    case row(Int)
    /// No open file has it.
    case none
    /// Several records say exactly the same.
    case several
    /// Several records of the file have the id.
    case repeated
    /// It is in a file that is not open.
    case elsewhere
  }

  private let table: EventTable
  private let files: [String]
  /// The ids that several records of a file have, by the number of the file.
  private let repeatedIDs: [Int: Set<String>]
  private let contents: Lazy

  /// The rows by the fingerprints of their contents, made when the first is looked for: all events are read for it.
  private final class Lazy {
    var rows: [String: [Int]]?
  }

  init(_ situation: Situation, files: [String]) {
    (table, self.files, contents) = (situation.events, files, Lazy())
    let numbers = Dictionary(
      files.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var repeated: [Int: Set<String>] = [:]
    for rejection in situation.rejections where EventID.isRepeated(rejection) {
      guard let id = rejection.value else { continue }
      repeated[numbers[rejection.file] ?? 0, default: []].insert(id)
    }
    repeatedIDs = repeated
  }

  /// The row of an event by the id under which it is open.
  func row(ofID id: String) -> Int? { table.row(of: id) }

  /// Finds the event of a name.
  ///
  /// - Parameter scope: the number of the file beside which the log stands; nil for a log of all open files.
  func find(_ name: EventName, scope: Int?) -> Found {
    switch name {
    case .id(let id, let file):
      guard let number = number(of: file, scope) else { return .elsewhere }
      if EventFingerprint.isMade(id: id) { return .none }
      if repeatedIDs[number.file ?? 0]?.contains(id) ?? false { return .repeated }
      return table.row(of: id, inFile: number.file).map(Found.row) ?? .none
    case .content(let digits, let file):
      guard let number = number(of: file, scope) else { return .elsewhere }
      let rows = rows(ofContent: digits).filter { row in
        number.file == nil || table.file(of: row).map { $0.number == number.file } ?? true
      }
      return rows.count > 1 ? .several : rows.first.map(Found.row) ?? .none
    }
  }

  /// The number of the file that a name is about, nil within for all of them; nil where it is not open.
  private func number(of file: String?, _ scope: Int?) -> (file: Int?, Void)? {
    guard let file else { return (table.files.isEmpty ? nil : scope, ()) }
    if table.files.isEmpty {
      return files.isEmpty || files.contains { EventNames.fits(file, $0) } ? (nil, ()) : nil
    }
    if let open = table.files.first(where: { $0.name == file }) { return (open.number, ()) }
    return files.firstIndex { EventNames.fits(file, $0) }.map { ($0, ()) }
  }

  /// True if a name is the end of a path.
  private static func fits(_ name: String, _ path: String) -> Bool { path == name || path.hasSuffix("/" + name) }

  private func rows(ofContent digits: String) -> [Int] {
    if let rows = contents.rows { return rows[digits] ?? [] }
    let parts = table.count > 2_000 ? processors() : 1
    let table = table
    let found = inParallel(parts) { part in
      (table.count * part / parts..<table.count * (part + 1) / parts).map { row in
        (EventFingerprint.digits(of: table[row]), row)
      }
    }
    let rows = Dictionary(grouping: found.joined(), by: \.0).mapValues { $0.map(\.1) }
    contents.rows = rows
    return rows[digits] ?? []
  }

  /// The name of the event of a row, by which it is found again wherever it stands in its file; nil where another record says exactly
  /// the same and neither has an id of its own.
  ///
  /// - Parameter hasFiles: true if the name has that of the file, as in a log of several files.
  func name(of row: Int, hasFiles: Bool) -> EventName? {
    let event = table[row]
    let file = hasFiles ? table.file(of: row)?.name ?? files.first.map(EventNames.lastPart) : nil
    let (own, number) = (table.ownID(of: row), table.file(of: row)?.number ?? 0)
    if !EventFingerprint.isMade(id: own), !(repeatedIDs[number]?.contains(own) ?? false) { return .id(own, file: file) }
    let digits = EventFingerprint.digits(of: event)
    return isAlone(row, event, digits) ? .content(digits, file: file) : nil
  }

  private static func lastPart(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// True if no other record of the file says the same. Records of one time are neighbours.
  private func isAlone(_ row: Int, _ event: Event, _ digits: String) -> Bool {
    func isTwin(_ other: Int) -> Bool {
      table.file(of: other)?.number == table.file(of: row)?.number
        && EventFingerprint.digits(of: table[other]) == digits
    }
    for direction in [-1, 1] {
      var other = row + direction
      while table.events.indices.contains(other), table.date(of: other) == event.when {
        if isTwin(other) { return false }
        other += direction
      }
    }
    return true
  }
}
