/// Writes the values of cells as they are shown.
enum CellValue {
  /// Appends a number as its format shows it. What is no number stays as it is written.
  static func append(
    _ digits: UnsafeBufferPointer<UInt8>, _ format: CellFormat, _ epoch: SerialDate.Epoch,
    into rows: inout SheetRowWriter
  ) {
    if case .number = format, CellNumber.isPlain(digits) { return rows.text.append(contentsOf: digits) }
    if case .date(let shown) = format, let serial = number(digits) {
      if let date = SerialDate(serial, epoch, shown) {
        if shown.clock == .none, date.hasClock { rows.remarks.hiddenClocks += 1 }
        return date.append(shown, to: &rows.text)
      }
      rows.remarks.badDates += 1
    }
    guard let number = CellNumber(digits) else { return rows.text.append(contentsOf: digits) }
    switch format {
    case .number, .date: number.append(to: &rows.text)
    case .unit(let before, let behind):
      rows.text += before.utf8
      number.append(to: &rows.text)
      rows.text += behind.utf8
    case .padded(let width): number.append(to: &rows.text, width: width)
    case .percent:
      number.hundredfold.append(to: &rows.text)
      rows.text.append(UInt8(ascii: "%"))
    }
  }

  private static func number(_ digits: UnsafeBufferPointer<UInt8>) -> Double? {
    if let plain = TableNumber.plain(digits) { return plain }
    return Double(String(decoding: digits, as: UTF8.self)).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Appends a date of ISO 8601, whose time of day is left out where the format shows the day alone, and where it is midnight
  /// in a cell that has no format for dates.
  static func append(
    isoDate text: UnsafeBufferPointer<UInt8>, _ format: CellFormat, into rows: inout SheetRowWriter
  ) {
    var text = text[...]
    if let mark = text.firstIndex(of: UInt8(ascii: "T")) {
      let isMidnight = text[(mark + 1)...].allSatisfy { "0:.Z".utf8.contains($0) }
      var isDay = isMidnight
      if case .date(let shown) = format { isDay = shown.clock == .none }
      if isDay {
        if !isMidnight { rows.remarks.hiddenClocks += 1 }
        text = text[..<mark]
      }
    }
    rows.text.append(contentsOf: text)
  }

  // MARK: OpenDocument

  /// Appends a date of OpenDocument (`2024-12-08T14:30:05.25`) as its format shows it; without a format, as it is written.
  static func append(
    odsDate text: UnsafeBufferPointer<UInt8>, _ shown: CellFormat.Shown?, into rows: inout SheetRowWriter
  ) {
    let mark = text.firstIndex(of: UInt8(ascii: "T")) ?? text.endIndex
    let (day, clock) = (text[..<mark], text[mark...].dropFirst())
    // A date of four, two and two digits may be cut where its format ends; any other is taken whole.
    let isPlain = day.count == 10 && day[4] == UInt8(ascii: "-") && day[7] == UInt8(ascii: "-")
    let shown = shown ?? CellFormat.Shown(day: .day, clock: clock.isEmpty ? .none : .second)
    switch shown.day {
    case .year where isPlain: rows.text += day.prefix(4)
    case .month where isPlain: rows.text += day.prefix(7)
    case .none where shown.clock != .none: break
    case .none, .year, .month, .day: rows.text += day
    }
    guard shown.clock != .none else {
      if clock.contains(where: { !"0:.Z".utf8.contains($0) }) { rows.remarks.hiddenClocks += 1 }
      return
    }
    if shown.day != .none { rows.text.append(UInt8(ascii: " ")) }
    let midnight = Array("00:00:00".utf8)
    let told = clock.isEmpty ? midnight[...] : Array(clock)[...]
    switch shown.clock {
    case .minute: rows.text += told.prefix(5)
    case .second: rows.text += told.prefix(8)
    case .fraction, .none: rows.text += told
    }
  }

  /// Appends a time of day, or a length of time (`PT14H30M05S`), as `14:30` or `14:30:05`. What is written otherwise stays.
  static func append(
    duration text: UnsafeBufferPointer<UInt8>, _ shown: CellFormat.Shown?, into rows: inout SheetRowWriter
  ) {
    var rest = text[...]
    guard rest.starts(with: "PT".utf8) else { return rows.text.append(contentsOf: text) }
    rest = rest.dropFirst(2)
    var (numbers, places) = ([UInt8: Int](), [UInt8]())
    while !rest.isEmpty {
      let digits = rest.prefix { $0 &- 0x30 < 10 }
      rest = rest.dropFirst(digits.count)
      let fraction =
        rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ",")
        ? rest.dropFirst().prefix { $0 &- 0x30 < 10 } : rest.prefix(0)
      rest = rest.dropFirst(fraction.isEmpty ? 0 : fraction.count + 1)
      guard let unit = rest.popFirst(), let number = XLSXCells.integer(digits) else {
        return rows.text.append(contentsOf: text)
      }
      numbers[unit] = number
      if !fraction.allSatisfy({ $0 == UInt8(ascii: "0") }) { places = Array(fraction) }
    }
    SerialDate.append(numbers[UInt8(ascii: "H")] ?? 0, 2, to: &rows.text)
    rows.text.append(UInt8(ascii: ":"))
    SerialDate.append(numbers[UInt8(ascii: "M")] ?? 0, 2, to: &rows.text)
    if shown?.clock == .minute { return }
    rows.text.append(UInt8(ascii: ":"))
    SerialDate.append(numbers[UInt8(ascii: "S")] ?? 0, 2, to: &rows.text)
    guard !places.isEmpty, shown?.clock != .second else { return }
    rows.text.append(UInt8(ascii: "."))
    rows.text += places.prefix(3)
  }
}
