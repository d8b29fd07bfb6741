import TextCanvas

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The scale bar: a round length, true in the middle of the view.
///
///     |-----| 50 km
struct ScaleBar: Hashable {
  /// The bar with its words.
  let text: String

  /// The longest bar of a round length that fits into a fifth of so many columns; nil when none of three columns does.
  init?(metersPerColumn: Double, columns: Int) {
    let room = Double(min(max(columns / 5, 6), 24))
    let longest = metersPerColumn * room
    guard longest.isFinite, longest >= 1 else { return nil }
    let decade = pow(10, log10(longest).rounded(.down))
    let length = [5, 2, 1].map { $0 * decade }.first { $0 <= longest } ?? decade
    let width = Int((length / metersPerColumn).rounded())
    guard width >= 2 else { return nil }
    let words = length >= 1000 ? "\(Int(length / 1000)) km" : "\(Int(length)) m"
    text = "|" + String(repeating: "-", count: width - 1) + "| " + words
  }

  /// Draws it at the lower right, if it fits.
  func paint(_ sheet: inout MapSheet) {
    let width = text.count
    for row in [sheet.size.rows - 1, sheet.size.rows - 2, 0] where row >= 0 {
      let column = sheet.size.columns - width - 1
      guard width * 2 <= sheet.size.columns else { return }
      guard sheet.isFree(column: column - 1, row: row, count: width + 2) else { continue }
      sheet.write(text, column: column, row: row, .scale)
      return
    }
  }
}
