import SituationModel

/// The rows of a part of a table, in columns, with what is wrong with them. Parts are read at once and put together then.
struct TableChunk: Sendable {
  /// A row for each record, also for one that turns out to be none.
  private(set) var records = EventRecords()
  /// Where each record begins.
  private(set) var starts: [UInt32] = []
  /// The hash of each record's id; 0 for none of its own. Empty where the table has no ids, and where they rise.
  private(set) var hashes: [UInt64] = []
  /// The ids, as long as they rise.
  private(set) var rising: RisingIDs? = RisingIDs()
  /// The faults of records, in order.
  private(set) var faults: [Fault] = []
  /// Events with links, by record.
  private(set) var linked: [(record: Int, targets: [String])] = []
  /// True if bytes were found that are no UTF-8.
  private(set) var hasBadBytes = false
  /// Where the last row ends.
  private(set) var end: Int
  /// True if a line end closes the last row.
  private(set) var isEnded = true

  /// The fault of a record.
  struct Fault: Sendable {
    var record: Int
    let note: RecordNotes.Note
    /// True if it is no record at all.
    let isWhole: Bool

    init(record: Int, _ note: RecordNotes.Note, isWhole: Bool = false) {
      (self.record, self.note, self.isWhole) = (record, note, isWhole)
    }

    init(record: Int, reason: String, isWhole: Bool) {
      self.init(record: record, RecordNotes.Note(reason: reason, weight: .rejected), isWhole: isWhole)
    }
  }

  /// About how many rows there are.
  private var expected = 0
  private var names = NameNumbers(of: .places)
  private var kinds = NameNumbers(of: .kinds)
  private var provinces = NameNumbers(of: .provinces)
  /// The codes of kinds that the file has as numbers of one digit, by the digit.
  private var kindsByDigit: [UInt8: UInt16] = [:]
  /// The figures of the row that is read.
  private var figures: [(name: FigureName, range: FigureRange)] = []

  /// Reads the rows that begin in a range, which begins where a row does. Linear in their bytes.
  ///
  /// - Parameter room: for how many bytes of rows there is to be room, with those of later parts.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, room: Int, plan: RowScan.Plan, file: String,
    limits: Limits, stopsAtBadBytes: Bool
  ) {
    end = range.lowerBound
    var scanner = RowScanner(bytes, at: range.lowerBound, dialect: plan.layout.dialect, limits: limits)
    let expected = room / TableChunk.length(ofRowsIn: bytes, range)
    var told = range.lowerBound
    records.reserve(expected)
    starts.reserveCapacity(expected)
    // They are needed from the first id on that does not rise.
    self.expected = expected
    while scanner.offset < range.upperBound, scanner.next(columns: plan.count) {
      end = scanner.offset
      if scanner.isBlank { continue }
      isEnded = scanner.isEnded
      if starts.count % 4_096 == 0 {
        plan.progress?.add(end - told)
        told = end
        if plan.progress?.isStopped == true { return }
      }
      var isSuspect = plan.isSuspect
      if scanner.isSuspect {
        let characters = TableChunk.characters(of: scanner, bytes)
        isSuspect = isSuspect || !characters.isPlain
        if !characters.isSound {
          hasBadBytes = true
          if stopsAtBadBytes { return }
        }
      }
      append(scanner, bytes, plan, isSuspect: isSuspect, file: file, limits: limits)
    }
  }

  /// About how long rows are, by those at the beginning of a range; rather too short.
  private static func length(ofRowsIn bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Int {
    let head = bytes[range.lowerBound..<min(range.upperBound, range.lowerBound + 1 << 16)]
    return max(8, head.count / (head.count { $0 == 0x0A } + 1) * 15 / 16)
  }

  @inline(__always)
  private static func characters(of scanner: RowScanner, _ bytes: UnsafeBufferPointer<UInt8>) -> RowCharacters {
    if !scanner.isIrregular { return RowCharacters(scanner.unprintables, in: bytes) }
    let last = scanner.problem == nil ? scanner.fields.last?.end : nil
    return RowCharacters(UnsafeBufferPointer(rebasing: bytes[scanner.start..<(last ?? scanner.offset)]))
  }

  @inline(__always)
  private mutating func append(
    _ scanner: RowScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: RowScan.Plan, isSuspect: Bool, file: String,
    limits: Limits
  ) {
    starts.append(UInt32(truncatingIfNeeded: scanner.start))
    if scanner.problem == nil, let scan = RowScan(scanner, in: bytes, by: plan),
      plan.figures.isEmpty || plan.figures.read(scanner.fields, bytes, into: &figures),
      let kind = kind(scan.kind, bytes, plan)
    {
      if let id = scan.id {
        if rising?.take(id.start..<id.end, in: bytes) == false { hashAll(bytes, plan, limits) }
        if rising == nil { hashes.append(IDTable.hash(bytes, id.start..<id.end)) }
      }
      var flags: EventColumns.Flags = isSuspect ? .isSuspect : []
      if scan.point != nil { flags.insert(.isPoint) }
      if kind.isOwn { flags.insert(.hasOwnKind) }
      let name = scan.name.map { names.number(bytes, $0.start..<$0.end, &records) } ?? -1
      records.append(
        when: scan.when, kind: kind.code, precision: scan.precision, standing: scan.standing, point: scan.point,
        name: name, flags: flags)
      if let province = scan.province {
        records.setProvince(provinces.number(bytes, province.start..<province.end, &records))
      }
      for figure in figures { records.addFigure(figure.name, figure.range) }
      return
    }
    read(scanner, bytes, plan, file: file, limits: limits)
  }

  /// Reads a row in words, and keeps what is wrong with it.
  private mutating func read(
    _ scanner: RowScanner, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: RowScan.Plan, file: String, limits: Limits
  ) {
    if rising != nil { hashAll(bytes, plan, limits) }
    var notes = RecordNotes()
    let record = records.count
    do throws(TableRows.Unreadable) {
      let (event, id) = try TableRows.event(scanner, bytes, plan.layout, file: file, limits: limits, &notes)
      if plan.id != nil { hashes.append(id.map { IDTable.hash($0) } ?? 0) }
      let name = event.place.name.map { name in
        Array(name.utf8).withUnsafeBufferPointer { names.number($0, 0..<$0.count, &records) }
      }
      if !event.links.isEmpty { linked.append((record, event.links.map(\.target))) }
      records.append(event, name: name, kind: event.ownKind.map { code(ofKind: $0) } ?? UInt16(event.kind.code))
    } catch {
      if plan.id != nil { hashes.append(0) }
      records.append(when: nil, kind: 0, precision: 0, standing: 0, point: nil, name: -1, flags: [])
      faults.append(Fault(record: record, reason: error.reason, isWhole: true))
    }
    faults += notes.take().map { Fault(record: record, $0) }
  }

  /// The code of the word for a kind, and true if the word is not the kind's own; nil where the row has to be read to know.
  @inline(__always)
  private mutating func kind(
    _ field: RowScanner.Field?, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: RowScan.Plan
  ) -> (code: UInt16, isOwn: Bool)? {
    guard let field else { return (UInt16(plan.otherKind), false) }
    if !plan.hasKindCodes { return kinds.kind(bytes, field.start..<field.end, &records) }
    return code(ofKind: field, bytes, plan).map { ($0, true) }
  }

  /// The code of a kind that the file has as a code of its own; nil where the row has to be read.
  private mutating func code(
    ofKind field: RowScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: RowScan.Plan
  ) -> UInt16? {
    if bytes[field.start..<field.end].contains(0xE2) { return nil }
    let words = plan.layout.interpretation.use(of: .kind)?.codes ?? [:]
    if field.count == 1, let code = kindsByDigit[bytes[field.start]] { return code }
    let text = String(decoding: bytes.extracting(field.start..<field.end), as: UTF8.self)
    let word = words[text] ?? text
    let code = EventKind(rawValue: word.lowercased()).map { UInt16($0.code) } ?? code(ofKind: word)
    if field.count == 1 { kindsByDigit[bytes[field.start]] = code }
    return code
  }

  private mutating func code(ofKind word: String) -> UInt16 {
    Array(word.utf8).withUnsafeBufferPointer { UInt16(kinds.number($0, 0..<$0.count, &records)) }
  }

  /// Takes the ids that rose so far by their hashes: a later one does not lie behind them.
  private mutating func hashAll(_ bytes: UnsafeBufferPointer<UInt8>, _ plan: RowScan.Plan, _ limits: Limits) {
    rising = nil
    guard let column = plan.id else { return }
    hashes.reserveCapacity(expected)
    for start in starts[..<records.count] {
      var scanner = RowScanner(bytes, at: Int(start), dialect: plan.layout.dialect, limits: limits)
      guard scanner.next(columns: plan.count), column < scanner.fields.count else {
        hashes.append(0)
        continue
      }
      hashes.append(IDTable.hash(bytes, scanner.fields[column].start..<scanner.fields[column].end))
    }
  }

  /// Hands the records over, or those of them that are kept, and keeps none.
  mutating func takeRecords(_ kept: [Int]?) -> EventRecords {
    defer { records = EventRecords() }
    return kept.map { records.picked($0) } ?? records
  }

  /// Puts the rows of a later part behind these.
  mutating func append(
    _ part: consuming TableChunk, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: RowScan.Plan, _ limits: Limits
  ) {
    let count = records.count
    var later = part
    if let risen = later.rising, rising?.take(risen, in: bytes) == true {
      // They rise on.
    } else {
      if rising != nil { hashAll(bytes, plan, limits) }
      if later.rising != nil { later.hashAll(bytes, plan, limits) }
    }
    records.append(later.records)
    starts += later.starts
    hashes += later.hashes
    faults += later.faults.map { Fault(record: $0.record + count, $0.note, isWhole: $0.isWhole) }
    linked += later.linked.map { ($0.record + count, $0.targets) }
    hasBadBytes = hasBadBytes || later.hasBadBytes
    (end, isEnded) = (later.end, later.isEnded)
  }
}
