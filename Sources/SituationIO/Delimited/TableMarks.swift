import SituationModel

/// Counts the characters of rows that become marks on a screen without making events of the rows: the meaning of a field tells how often
/// its text stands in an event.
///
/// As `RowScan` does, it takes plain rows only: there is no count where a row has to be read.
struct TableMarks: Sendable {
  /// The number of marks in the bytes of a text; nil where they depend on what stands beside them.
  typealias Tally = (UnsafeBufferPointer<UInt8>) -> Int?

  private let meanings: [ColumnMeaning]
  private let titles: [Int]
  /// The columns whose first line is the title where no other field says one, in the order in which they count.
  private let texts: [Int]
  private let summaries: Set<Int>
  private let areaColumn: Int?
  /// The column of the place that stands behind each title as well; nil where titles have none.
  private let placeOfTitles: Int?
  /// Columns of a meaning that several have: a text that two of them have may count once.
  private let shared: Set<Int>

  /// A counter for the rows of a table; nil where its rows are more than their fields.
  init?(_ layout: TableLayout) {
    let interpretation = layout.interpretation
    let uses = interpretation.uses
    guard !interpretation.isOwn, interpretation.titleWords == nil, uses.allSatisfy({ $0.codes.isEmpty }),
      Set(uses.map(\.column)).count == uses.count, uses.count == layout.names.count,
      layout.names.allSatisfy({ $0.utf8.allSatisfy { $0 &- 0x20 < 0x5F } })
    else { return nil }
    func columns(_ meaning: ColumnMeaning) -> [Int] { interpretation.uses(of: meaning).map(\.column) }
    var meanings = [ColumnMeaning](repeating: .none, count: uses.count)
    for use in uses where use.column < meanings.count { meanings[use.column] = use.meaning }
    self.meanings = meanings
    (titles, texts) = (columns(.title), columns(.summary) + columns(.fallbackTitle))
    summaries = Set(columns(.summary))
    areaColumn = interpretation.areaColumn
    placeOfTitles = interpretation.titlesHavePlace ? columns(.place).first : nil
    let alike = [ColumnMeaning.kind, .place, .actor, .source].map(columns).filter { $0.count > 1 }
    shared = Set(alike.joined())
  }

  /// The number of marks in all texts of the event of a row; nil where the row has to be read.
  func count(
    _ fields: UnsafeBufferPointer<RowScanner.Field>, in bytes: UnsafeBufferPointer<UInt8>, _ tally: Tally
  ) -> Int? {
    guard fields.count == meanings.count, let title = title(fields, bytes) else { return nil }
    var count = 0
    for (column, field) in fields.enumerated() where field.count > 0 {
      let text = bytes.extracting(field.start..<field.end)
      guard let marks = tally(text) else { return nil }
      if marks == 0 { continue }
      guard !TableMarks.hasLooseEnd(text), !shared.contains(column),
        let more = marksInTitle(of: column, marks, title, field, bytes, tally)
      else {
        return nil
      }
      switch meanings[column] {
      case .title: if String.beginsBlank(text) { return nil }
      case .summary, .kind, .place: break
      // Parts that are the same are said once.
      case .actor, .source: if text.contains(UInt8(ascii: ";")) { return nil }
      case .other: if column == areaColumn { return nil }
      default: return nil
      }
      count += marks + more
    }
    return count
  }

  // MARK: Titles

  /// The fields that the title of a row is made of.
  private enum Title: Equatable {
    case ownFields
    case text(column: Int)
    case kindAndPlace
  }

  private func title(
    _ fields: UnsafeBufferPointer<RowScanner.Field>, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Title? {
    for column in titles {
      guard let says = TableMarks.says(fields[column], bytes) else { return nil }
      if says { return .ownFields }
    }
    for column in texts {
      guard let says = TableMarks.says(fields[column], bytes) else { return nil }
      if says { return .text(column: column) }
    }
    return .kindAndPlace
  }

  /// True if a field says something; nil where only its text tells.
  private static func says(_ field: RowScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool? {
    if field.count == 0 { return false }
    // White space and apostrophes at its ends are not all of a text.
    guard bytes[field.start] > 0x27, bytes[field.end - 1] > 0x20 else { return nil }
    let text = bytes.extracting(field.start..<field.end)
    if String.beginsBlank(text) { return nil }
    return field.count > 7 || !TableNumber.mayBeMissing(text) ? true : nil
  }

  /// The marks that a field gives to the title beside those that it gives to its own member.
  private func marksInTitle(
    of column: Int, _ marks: Int, _ title: Title, _ field: RowScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>,
    _ tally: Tally
  ) -> Int? {
    switch title {
    case .ownFields: return column == placeOfTitles ? marks : 0
    case .text(let other):
      if other != column { return 0 }
      guard summaries.contains(column), let end = TableMarks.titleEnd(field, bytes) else { return nil }
      return tally(bytes.extracting(field.start..<end))
    case .kindAndPlace: return meanings[column] == .kind || meanings[column] == .place ? marks : 0
    }
  }

  /// Where the title ends that is made of the first line of a text, as `TableRow.firstLine` cuts it; nil where the characters of the line
  /// may be more than a code point each.
  private static func titleEnd(_ field: RowScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var (place, count) = (field.start, 0)
    var (blank, full): (Int?, Int?)
    while place < field.end {
      if 0x0A...0x0C ~= bytes[place] { return place }
      if bytes[place] == 0x0D { return place + 1 < field.end && bytes[place + 1] == 0x0A ? place : nil }
      if isLineEnd(bytes, place) { return place }
      if count == 77 { full = place }
      if count == 80 { return blank ?? full }
      if bytes[place] == 0x20, count < 77 { blank = place }
      guard let length = lengthOfLoneCharacter(bytes, place) else { return nil }
      // Two quotes are one.
      let isPair =
        field.isEscaped && bytes[place] == 0x22 && place + 1 < field.end && bytes[place + 1] == bytes[place]
      place += isPair ? 2 : length
      count += 1
    }
    return place
  }

  /// True for NEL, the line separator and the paragraph separator.
  private static func isLineEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    switch bytes[place] {
    case 0xC2: place + 1 < bytes.count && bytes[place + 1] == 0x85
    case 0xE2: place + 2 < bytes.count && bytes[place + 1] == 0x80 && 0xA8...0xA9 ~= bytes[place + 2]
    default: false
    }
  }

  /// True if a text begins or ends with white space, of which some becomes marks: it is taken off before.
  private static func hasLooseEnd(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let last = text.count - 1
    if text[0] <= 0x20 || text[last] <= 0x20 || isLineEnd(text, 0) { return true }
    return last > 0 && isLineEnd(text, last - 1) || last > 1 && isLineEnd(text, last - 2)
  }

  /// The length in bytes of a character that never joins another; nil for any other.
  private static func lengthOfLoneCharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    if bytes[place] < 0x80 { return 1 }
    guard let character = UTF8Character(bytes, at: place), character.length < 4 else { return nil }
    let value = bytes[place..<place + character.length].dropFirst().reduce(
      UInt32(bytes[place]) & (0x7F >> UInt32(character.length))
    ) { $0 << 6 | UInt32($1 & 0x3F) }
    switch value {
    // Letters of Europe, Hebrew and Arabic; signs of direction and other controls; dashes and quotes; ideographs.
    case 0x80..<0x300, 0x370..<0x483, 0x48A..<0x530, 0x5D0..<0x5EB, 0x620..<0x64B, 0x200B, 0x200E...0x2027,
      0x202A..<0x206A, 0x4E00..<0xA000, 0xFEFF:
      return character.length
    default: return nil
    }
  }
}
