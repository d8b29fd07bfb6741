/// The rows of a sheet as delimited text with commas (RFC 4180), and where in the sheet each stands.
///
/// This is the seam to the reader of tables: the names of the columns come first, all rows have as many fields as there are names,
/// and blank rows and what stands above the names are left out.
struct SheetRows: Sendable {
  /// The text in UTF-8.
  let bytes: Bytes
  /// The byte at which each row begins, the row of names first.
  let starts: [UInt32]
  /// The number of each row in the sheet, from 1.
  let numbers: [Int32]
  /// True if the last column is not the sheet's own but has the name of the sheet in every row.
  let hasSheetColumn: Bool

  /// The number in the sheet of the row that begins at or before a byte.
  func number(ofRowAt offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(starts[middle]) > offset { high = middle } else { low = middle + 1 }
    }
    return low > 0 ? Int(numbers[low - 1]) : 1
  }
}

/// Remarks on a sheet beside its rows.
struct SheetRemarks: Hashable, Sendable {
  /// Texts above the names of the columns.
  var titles: [String] = []
  /// Texts of rows whose only cell is merged over several columns, which are no records.
  var banners: [String] = []
  /// Rows that the sheet hides, by hand or by a filter, which are read all the same.
  var hiddenRows = 0
  /// Cells beside the columns of the table, and where the first of them stands.
  var strayCells = 0
  var firstStray = ""
  /// Formulas without the value that a spreadsheet program would have saved.
  var formulasWithoutValue = 0
  /// Dates whose number format shows the day alone, where the cell has a time of day.
  var hiddenClocks = 0
  /// Dates that no calendar has, as beyond the year 9999: they stay numbers.
  var badDates = 0
  /// Cells that point to a text that the file does not have.
  var missingTexts = 0
  /// Texts beyond the limit, which are left out.
  var longTexts = 0
  /// Why the rest of the sheet could not be read; nil where all was.
  var fault: String?

  /// A sentence each, without a full stop.
  func sentences(limits: Limits) -> [String] {
    var words: [String] = []
    func add(_ count: Int, _ one: String, _ many: String) {
      if count > 0 { words.append(count == 1 ? "1 \(one)" : "\(count) \(many)") }
    }
    func add(_ texts: [String], _ what: String) {
      let more = texts.count > 3 ? " and \(texts.count - 3) more" : ""
      if !texts.isEmpty { words.append("\(what): " + texts.prefix(3).map(quoted).joined(separator: ", ") + more) }
    }
    add(titles, "above the columns")
    add(banners, "merged over several columns, and no record")
    add(hiddenRows, "row is hidden there, and is read", "rows are hidden there, and are read")
    add(
      strayCells, "cell beside the table is not read: \(firstStray)",
      "cells beside the table are not read, the first of them \(firstStray)")
    add(
      formulasWithoutValue, "formula has no saved value: open and save the file in a spreadsheet program",
      "formulas have no saved value: open and save the file in a spreadsheet program")
    add(
      hiddenClocks, "date has a time of day that its number format does not show: the day is read",
      "dates have a time of day that their number format does not show: the day is read")
    add(
      badDates, "date is beyond the calendar: its number is read",
      "dates are beyond the calendar: their numbers are read")
    add(missingTexts, "cell has a text that is not in the file", "cells have texts that are not in the file")
    add(
      longTexts, "text of more than \(limits.textBytes) bytes is left out (limit \"textBytes\")",
      "texts of more than \(limits.textBytes) bytes are left out (limit \"textBytes\")")
    return words
  }
}
