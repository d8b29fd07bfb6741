import SituationModel

/// A row that was looked at byte by byte, without its texts: what the columns of a table need.
///
/// As `FeatureScan` does, it takes plain rows only and gives up on anything else, which is then read in words (`TableRow`) and
/// told. So it has to be strict, and never has to explain.
struct RowScan {
  private(set) var id: RowScanner.Field?
  private(set) var when: DateInterval?
  /// The word for the kind.
  private(set) var kind: RowScanner.Field?
  private(set) var precision: UInt8
  private(set) var standing: UInt8 = 0
  private(set) var point: Coordinate?
  private(set) var name: RowScanner.Field?
  private(set) var province: RowScanner.Field?

  /// A scan of the row that was stepped over; nil where it has to be read.
  @inline(__always)
  init?(_ scanner: RowScanner, in bytes: UnsafeBufferPointer<UInt8>, by plan: Plan) {
    let fields = scanner.fields
    guard plan.isPlain, fields.count == plan.count else { return nil }
    precision = plan.unplaced
    if plan.hasWords {
      for column in plan.words where fields[column].count > 0 { return nil }
    }
    if let column = plan.id {
      let field = fields[column]
      // An id is found by its bytes, so they have to be those of its text: what is not UTF-8 would be replaced in that.
      guard field.count > 0, RowScan.isPlain(field, bytes),
        !scanner.isSuspect || bytes[field.start..<field.end].allSatisfy({ $0 < 0x80 })
      else { return nil }
      id = field
    }
    if let column = plan.place, fields[column].count > 0 {
      guard RowScan.isPlain(fields[column], bytes) else { return nil }
      name = fields[column]
    }
    if let column = plan.province, fields[column].count > 0 {
      guard RowScan.isPlain(fields[column], bytes) else { return nil }
      province = fields[column]
    }
    if let column = plan.kind, fields[column].count > 0 {
      guard RowScan.isPlain(fields[column], bytes) else { return nil }
      kind = fields[column]
    }
    guard scanTime(fields, bytes, plan), scanPlace(fields, bytes, plan),
      RowScan.hasTitle(fields, bytes, plan)
    else { return nil }
    // The name of a place may be its degrees.
    if point == nil, let name, bytes[name.start..<name.end].contains(where: { $0 &- 0x30 < 10 }) { return nil }
    // A row that says neither when nor where may be one of totals.
    if when == nil, point == nil, plan.tells { return nil }
    if let column = plan.standing, fields[column].count > 0 {
      guard let word = RowScan.word(fields[column], bytes), let known = Standing(rawValue: word) else { return nil }
      standing = known.code
    }
  }

  /// Which columns are looked at, by their places in a row. A class, since a copy for each row would cost more than the row; each thread
  /// has one of its own, since counts of references that threads share cost more than the row too.
  final class Plan: Sendable {
    let layout: TableLayout
    /// Who is told how far the reading is.
    let progress: ReadingProgress?
    let count: Int
    let id, place, province, standing, code, precision, kind, lat, lon: Int?
    let time, start, end, published: DateColumn?
    /// True if the kinds are codes, for which there are words.
    let hasKindCodes: Bool
    /// True if there are any of `words`.
    let hasWords: Bool
    /// True if some column says when or where anything was.
    let tells: Bool
    /// The columns of figures.
    let figures: FigureScan
    /// True if codes say how well dates are known.
    let hasTimeCodes: Bool
    /// False where a meaning has several columns, so that a row has to be read to know which counts.
    let isPlain: Bool
    /// The column with forms, which counts where there are no degrees.
    let form: Int?
    /// Columns of which one has to have something, so that there is a title.
    let titles: [Int]
    /// Columns of which one has to have something beside the kind, so that there is a title.
    let dates: [Int]
    /// Columns that only words can be made of.
    let words: [Int]
    /// True if the names of the columns, which stand in the summaries, may act on a terminal.
    let isSuspect: Bool
    /// The codes of members of which nothing is said.
    let (otherKind, unplaced, unknownPlace) = (
      EventKind.other.code, PlacePrecision.unplaced.code, PlacePrecision.unknown.code
    )
    /// The numbers of the precisions by codes of one digit; 255 where a code is none.
    let codes: [UInt8]

    init(_ layout: TableLayout, progress: ReadingProgress? = nil) {
      self.progress = progress
      self.layout = layout
      let interpretation = layout.interpretation
      count = layout.names.count
      tells = FootRow.tells(interpretation)
      isSuspect = !layout.names.allSatisfy { $0.utf8.allSatisfy { $0 &- 0x20 < 0x5F } }
      func column(_ meaning: ColumnMeaning) -> Int? { interpretation.use(of: meaning)?.column }
      (id, place, standing) = (column(.id), column(.place), column(.standing))
      (code, precision) = (column(.timePrecision), column(.precision))
      func dateColumn(_ meaning: ColumnMeaning) -> DateColumn? { interpretation.use(of: meaning).map(DateColumn.init) }
      (time, start, end, published) = (
        dateColumn(.time), dateColumn(.start), dateColumn(.end), dateColumn(.published)
      )
      kind = column(.kind)
      hasKindCodes = interpretation.use(of: .kind)?.codes.isEmpty == false
      let both = interpretation.use(of: .lat).flatMap { lat in interpretation.use(of: .lon).map { (lat, $0) } }
      (lat, lon) = (both?.0.column, both?.1.column)
      form = column(.geometry)
      titles = [.title, .summary, .fallbackTitle, .place].flatMap { interpretation.uses(of: $0).map(\.column) }
      dates = [.time, .start].flatMap { interpretation.uses(of: $0).map(\.column) }
      words = [
        .clock, .zone, .placed, .radius, .destination, .destinationLat, .destinationLon, .grade, .sources, .links,
        .members,
        .year,
        .month,
        .day, .hour, .minute,
      ].flatMap { interpretation.uses(of: $0).map(\.column) }
      province = interpretation.areas.provinces.first
      figures = FigureScan(interpretation)
      hasTimeCodes = interpretation.hasTimeCodes
      hasWords = !words.isEmpty
      let single: [ColumnMeaning] = [
        .id, .kind, .time, .start, .end, .published, .lat, .lon, .geometry, .place, .precision, .timePrecision,
        .standing,
      ]
      isPlain =
        interpretation.titleWords == nil && interpretation.pointPrecision == nil && interpretation.geohashColumn == nil
        && figures.isPlain
        && !interpretation.uses.contains {
          $0.isSouthOrWest || $0.dates.isApproximate || $0.dates.weekEdge != nil || $0.dates.period != nil
        }
        && interpretation.angles.isEmpty
        && single.allSatisfy { interpretation.uses(of: $0).count < 2 }
      codes = (0...9).map { interpretation.precision("\($0)")?.code ?? 255 }
    }
  }

  /// A column of dates, and their reader.
  final class DateColumn: Sendable {
    let column: Int
    let dates: DateReading

    init(_ use: Interpretation.Use) { (column, dates) = (use.column, use.dates) }
  }

  /// True if a field is a text as it stands: nothing to trim or to replace, and nothing that says that it is missing.
  @inline(__always)
  private static func isPlain(_ field: RowScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if field.isEscaped { return false }
    let (first, last) = (bytes[field.start], bytes[field.end - 1])
    if first <= 0x27 || last <= 0x20 { return false }
    return field.count > 7 || !TableNumber.mayBeMissing(slice(field, bytes))
  }

  @inline(__always)
  private static func slice(
    _ field: RowScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[field.start..<field.end]) }

  /// A word of small letters of ASCII.
  private static func word(_ field: RowScanner.Field, _ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    guard field.count <= 15, bytes[field.start..<field.end].allSatisfy({ $0 &- 0x61 < 26 }) else { return nil }
    return String(decoding: slice(field, bytes), as: UTF8.self)
  }

  private static func hasTitle(
    _ fields: UnsafeBufferPointer<RowScanner.Field>, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: Plan
  ) -> Bool {
    for column in plan.titles where fields[column].count > 0 {
      if bytes[fields[column].start] >= 0x80, String.beginsBlank(slice(fields[column], bytes)) { return false }
      return fields[column].count > 7 && bytes[fields[column].start] > 0x20 || isPlain(fields[column], bytes)
    }
    guard let kind = plan.kind, fields[kind].count > 0 else { return false }
    return plan.dates.contains { fields[$0].count > 0 }
  }

  // MARK: Time

  private mutating func scanTime(
    _ fields: UnsafeBufferPointer<RowScanner.Field>, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: Plan
  ) -> Bool {
    if let use = plan.published, fields[use.column].count > 0 {
      guard RowScan.date(fields[use.column], use, bytes) != nil else { return false }
    }
    if let use = plan.time {
      if fields[use.column].count > 0 {
        guard let date = RowScan.date(fields[use.column], use, bytes) else { return false }
        when = date
        if let end = plan.end, fields[end.column].count > 0 { return false }
      } else if plan.start != nil || plan.end != nil {
        return false
      }
    } else if let use = plan.start {
      guard let end = plan.end, fields[use.column].count > 0, fields[end.column].count > 0,
        let first = RowScan.date(fields[use.column], use, bytes),
        let last = RowScan.date(fields[end.column], end, bytes)
      else { return false }
      if first == last {
        when = first
      } else {
        guard let span = DateInterval.spanning(first, last) else { return false }
        when = span
      }
    } else if plan.end != nil {
      return false
    }
    guard let column = plan.code, let date = when else { return true }
    guard fields[column].count == 1 else { return false }
    let digit = bytes[fields[column].start]
    // 1 says in both codes that the date is as it stands.
    if digit == UInt8(ascii: "1"), plan.hasTimeCodes { return true }
    guard let known = plan.layout.interpretation.date(date, known: String(UnicodeScalar(digit))) else { return false }
    when = known
    return true
  }

  @inline(__always)
  private static func date(
    _ field: RowScanner.Field, _ use: DateColumn, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> DateInterval? {
    // Days as ISO 8601 writes them are the same to all readers of dates.
    if field.count == 10, !field.isEscaped, let day = DateReading.isoDay(slice(field, bytes), at: 0) { return day }
    guard isPlain(field, bytes) else { return nil }
    guard let reading = try? use.dates.reading(slice(field, bytes)), reading.remainder == nil else { return nil }
    return reading.date
  }

  // MARK: Place

  private mutating func scanPlace(
    _ fields: UnsafeBufferPointer<RowScanner.Field>, _ bytes: UnsafeBufferPointer<UInt8>, _ plan: Plan
  ) -> Bool {
    if let lat = plan.lat, let lon = plan.lon, fields[lat].count > 0 || fields[lon].count > 0 {
      guard let latitude = TableNumber.plain(RowScan.slice(fields[lat], bytes)),
        let longitude = TableNumber.plain(RowScan.slice(fields[lon], bytes)), latitude != 0 || longitude != 0,
        let place = Coordinate(checkedLatitude: latitude, longitude: longitude)
      else { return false }
      point = place
    } else if let form = plan.form, fields[form].count > 0 {
      guard let place = PointScan.point(RowScan.slice(fields[form], bytes)) else { return false }
      point = place
    } else {
      // A row that may have been cut off is read.
      if plan.lat != nil || plan.form != nil, let last = fields.last(where: { $0.count > 0 }),
        bytes[last.end - 1] == UInt8(ascii: "(")
      {
        return false
      }
      return plan.precision.map { fields[$0].count == 0 } ?? true
    }
    precision = plan.unknownPlace
    guard let column = plan.precision, fields[column].count > 0 else { return true }
    let field = fields[column]
    if case .words = plan.layout.interpretation.precisions {
      guard let word = RowScan.word(field, bytes), let known = PlacePrecision(rawValue: word), known != .unplaced else {
        return false
      }
      precision = known.code
    } else {
      let digit = Int(bytes[field.start] &- 0x30)
      guard field.count == 1, digit < 10, plan.codes[digit] != 255 else { return false }
      precision = plan.codes[digit]
    }
    return true
  }
}
