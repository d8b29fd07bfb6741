import SituationModel

/// Totals as a text, or as a table for other programs.
public struct TotalsListing {
  /// The counts to be written.
  public enum Content: Sendable {
    case totals(Totals)
    case cross(CrossTable)
  }

  /// Words about the whole, above the totals.
  public struct Head: Sendable {
    /// The title of the situation.
    public let title: String
    /// The window, in words and as EDTF; nil for all time.
    public let window: (words: String, edtf: String)?
    /// The filter as typed; empty for none.
    public let filter: String

    /// A head.
    public init(title: String, window: (words: String, edtf: String)?, filter: String) {
      (self.title, self.window, self.filter) = (title, window, filter)
    }
  }

  let content: Content
  let head: Head
  /// So many rows of each section are written; nil for all.
  let most: Int?
  let form: TextForm

  /// Totals to write.
  ///
  /// - Parameters:
  ///   - most: the most rows of a section of text and Markdown; other formats have all.
  ///   - form: how texts of files become fit to be written.
  public init(_ content: Content, head: Head, most: Int?, form: TextForm) {
    (self.content, self.head, self.most, self.form) = (content, head, most, form)
  }

  /// The totals as CSV (RFC 4180).
  public var csv: String { table.csv(safe: form.safe) }
  /// The totals as a workbook of XLSX with one sheet.
  public var workbook: [UInt8] { table.workbook }

  /// All rows of all sections, for other programs.
  var table: RowTable {
    switch content {
    case .totals(let totals): TotalsListing.table(totals)
    case .cross(let cross): TotalsListing.table(cross)
    }
  }

  private static let figureNames = ["figure", "low", "best", "high", "stating", "not_stating", "high_with_maybe"]

  private static func cells(_ tally: Tally, _ figure: FigureName?) -> [RowTable.Cell] {
    guard let figure else { return figureNames.map { _ in .none } }
    let sum = tally.sureFigure
    let isStated = sum.stating > 0
    return [
      .text(figure.text), RowTable.Cell(isStated ? sum.low : nil), RowTable.Cell(sum.best),
      RowTable.Cell(isStated ? sum.high : nil), .number(Double(sum.stating)), .number(Double(sum.missing)),
      RowTable.Cell(tally.sureFigure.stating + tally.maybeFigure.stating > 0 ? tally.highest : nil),
    ]
  }

  private static func table(_ totals: Totals) -> RowTable {
    var table = RowTable(names: ["by", "name", "stated", "sure", "maybe", "share"] + figureNames + ["filter"])
    func add(
      _ by: String, _ name: String, isStated: Bool = true, _ tally: Tally, _ figure: FigureName?, _ filter: String?
    ) {
      table.rows.append(
        [
          .text(by), .text(name), .text(isStated ? "yes" : "no"), .number(Double(tally.sure)),
          .number(Double(tally.maybe)), RowTable.Cell(tally.share(of: totals.whole).map { ($0 * 1e4).rounded() / 1e4 }),
        ] + cells(tally, figure) + [RowTable.Cell(filter)])
    }
    if totals.figures.isEmpty { add("all", "", totals.whole, nil, nil) }
    for figure in totals.figures { add("all", "", figure.tally, figure.name, nil) }
    for section in totals.sections {
      for row in section.rows {
        add(section.dimension.rawValue, row.name, isStated: !row.isMissing, row.tally, totals.figure, row.filter?.text)
      }
    }
    return table
  }

  private static func table(_ cross: CrossTable) -> RowTable {
    var table = RowTable(
      names: [cross.rowDimension.rawValue, cross.columnDimension.rawValue, "sure", "maybe"] + figureNames)
    func add(_ row: String?, _ column: String?, _ tally: Tally) {
      if tally.all == 0 { return }
      table.rows.append(
        [RowTable.Cell(row), RowTable.Cell(column), .number(Double(tally.sure)), .number(Double(tally.maybe))]
          + cells(tally, cross.figure))
    }
    for (place, row) in cross.rows.enumerated() {
      for (number, column) in cross.columns.enumerated() { add(row.name, column.name, cross[place, number]) }
      add(row.name, "all", row.tally)
    }
    for column in cross.columns { add("all", column.name, column.tally) }
    add("all", "all", cross.whole)
    return table
  }
}

/// How texts of files become fit to be written, and how wide they are on a screen.
public struct TextForm {
  let safe: (String) -> String
  let markdown: (String) -> String
  let width: (String) -> Int
  /// True if lines over time are drawn with the blocks of Unicode.
  let hasBlocks: Bool

  /// A form of texts.
  public init(
    safe: @escaping (String) -> String, markdown: @escaping (String) -> String, width: @escaping (String) -> Int,
    hasBlocks: Bool
  ) {
    (self.safe, self.markdown, self.width, self.hasBlocks) = (safe, markdown, width, hasBlocks)
  }

  /// A text in so many columns: cut at its end, or filled with spaces behind it, before it where it is a number.
  func filled(_ text: String, _ columns: Int, isNumber: Bool = false) -> String {
    var text = text
    if width(text) > columns {
      while !text.isEmpty, width(text) >= columns { text.removeLast() }
      text += "~"
    }
    let spaces = String(repeating: " ", count: max(0, columns - width(text)))
    return isNumber ? spaces + text : text + spaces
  }

  /// A line over time: the height of each number against the greatest.
  func line(_ numbers: [Int]) -> String {
    let signs = hasBlocks ? Array(" ▁▂▃▄▅▆▇█") : Array(" .:-=+*#@")
    let most = max(1, numbers.max() ?? 1)
    return String(
      numbers.map { number in
        number == 0 ? signs[0] : signs[1 + min(signs.count - 2, (number * (signs.count - 1) - 1) / most)]
      })
  }
}
