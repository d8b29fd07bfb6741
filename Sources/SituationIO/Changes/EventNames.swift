import SituationModel

/// Finds the events of a situation by the names that changes have for them, and names events.
struct EventNames {
  /// The result of looking for an event.
  enum Found: Hashable {
    /// One event: the row, and the id under which it is open.
    case row(Int, id: String)
    /// No open file has it.
    case none
    /// Several records say exactly the same.
    case several
    /// Several records of the file have the id.
    case repeated
    /// It is in a file that is not open.
    case elsewhere
  }

  /// A name in a log.
  struct Key: Hashable {
    let name: EventName
    /// The number of the file beside which the log stands; nil for a log of all open files.
    let scope: Int?
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

  /// Finds the events of names: ids of one file together, since a file is then looked through once.
  func find(_ keys: some Collection<Key>) -> [Key: Found] {
    var found: [Key: Found] = [:]
    found.reserveCapacity(keys.count)
    var sought: [Int?: [(key: Key, id: String)]] = [:]
    var numbers: [Key: (file: Int?, Void)?] = [:]
    for key in keys {
      let (id, digits, file): (String?, String?, String?) =
        switch key.name {
        case .id(let id, let file): (id, nil, file)
        case .content(let digits, let file): (nil, digits, file)
        }
      let place = Key(name: .id("", file: file), scope: key.scope)
      let number = numbers[place] ?? self.number(of: file, key.scope)
      numbers[place] = .some(number)
      guard let number else {
        found[key] = .elsewhere
        continue
      }
      if let digits { found[key] = event(ofContent: digits, inFile: number.file) }
      guard let id else { continue }
      if EventFingerprint.isMade(id: id) {
        found[key] = Found.none
      } else if repeatedIDs[number.file ?? 0]?.contains(id) ?? false {
        found[key] = .repeated
      } else {
        sought[number.file, default: []].append((key, id))
      }
    }
    for (file, names) in sought {
      for (name, place) in zip(names, table.rows(ofIDs: names.map(\.id), inFile: file)) {
        found[name.key] = place.map { .row($0.row, id: $0.id) } ?? Found.none
      }
    }
    return found
  }

  private func event(ofContent digits: String, inFile number: Int?) -> Found {
    let rows = rows(ofContent: digits).filter { row in
      number == nil || table.file(of: row).map { $0.number == number } ?? true
    }
    return rows.count > 1 ? .several : rows.first.map { .row($0, id: table[$0].id) } ?? .none
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
