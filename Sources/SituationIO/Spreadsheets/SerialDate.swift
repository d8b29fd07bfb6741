import SituationModel

/// A date as a spreadsheet keeps it: days since an epoch, with the time of day as a fraction.
struct SerialDate {
  /// The days from which spreadsheets count.
  enum Epoch: Hashable, Sendable {
    /// 1 is 1 January 1900, and 60 is 29 February 1900, which never was: Lotus 1-2-3 had it, and Excel kept it.
    case y1900
    /// 0 is 1 January 1904.
    case y1904
  }

  /// Days since 1 January 1970; nil for the day that never was, and for day 0 of 1900.
  private let day: Int?
  /// Days of the serial number itself.
  private let number: Int
  /// Milliseconds since midnight.
  private let clock: Int
  private let epoch: Epoch

  /// The date of a serial number; nil beyond the year 9999 and below 0.
  ///
  /// - Parameter shown: Moments are rounded to milliseconds where those are shown, else to seconds, as Excel rounds them.
  init?(_ serial: Double, _ epoch: Epoch, _ shown: CellFormat.Shown) {
    guard serial >= 0, serial < (epoch == .y1900 ? 2_958_466 : 2_957_004) else { return nil }
    let unit = shown.clock == .fraction ? 1 : 1_000
    let milliseconds = Int((serial * 86_400_000 / Double(unit)).rounded()) * unit
    number = milliseconds / 86_400_000
    clock = milliseconds % 86_400_000
    self.epoch = epoch
    switch epoch {
    case .y1904: day = number - 24_107
    case .y1900: day = number == 0 || number == 60 ? nil : number - (number < 60 ? 25_568 : 25_569)
    }
  }

  /// True if it is not at midnight.
  var hasClock: Bool { clock != 0 }

  /// Writes the parts that are shown: `2024-12-08`, `2024-12-08 14:30`, `14:30:05`, `2024-12`.
  func append(_ shown: CellFormat.Shown, to text: inout [UInt8]) {
    if shown.day != .none {
      append(date: shown.day, to: &text)
      if shown.clock != .none { text.append(UInt8(ascii: " ")) }
    }
    guard shown.clock != .none else { return }
    let hours = clock / 3_600_000 + (shown.isElapsed ? number * 24 : 0)
    SerialDate.append(hours, 2, to: &text)
    text.append(UInt8(ascii: ":"))
    SerialDate.append(clock / 60_000 % 60, 2, to: &text)
    if shown.clock == .minute { return }
    text.append(UInt8(ascii: ":"))
    SerialDate.append(clock / 1_000 % 60, 2, to: &text)
    if shown.clock == .second { return }
    text.append(UInt8(ascii: "."))
    SerialDate.append(clock % 1_000, 3, to: &text)
  }

  private func append(date shown: CellFormat.Shown.Day, to text: inout [UInt8]) {
    let (year, month, dayOfMonth) = civil
    SerialDate.append(year, 4, to: &text)
    if shown == .year { return }
    text.append(UInt8(ascii: "-"))
    SerialDate.append(month, 2, to: &text)
    if shown == .month { return }
    text.append(UInt8(ascii: "-"))
    SerialDate.append(dayOfMonth, 2, to: &text)
  }

  private var civil: (year: Int, month: Int, day: Int) {
    guard let day else { return number == 60 ? (1900, 2, 29) : (1900, 1, 0) }
    let date = CivilDate(daysSinceEpoch: day)
    return (date.year, date.month, date.day)
  }

  /// Writes a number of at least so many digits.
  static func append(_ number: Int, _ width: Int, to text: inout [UInt8]) {
    let digits = String(number).utf8
    for _ in 0..<max(0, width - digits.count) { text.append(UInt8(ascii: "0")) }
    text += digits
  }
}
