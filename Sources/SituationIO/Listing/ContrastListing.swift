import SituationModel

/// Two totals side by side, as a text or as a table for other programs.
public struct ContrastListing {
  let contrast: TotalsContrast
  let title: String
  /// The words for the two sides.
  let before, after: String
  /// Sentences on what makes the two sides hard to compare.
  let notes: [String]
  let most: Int?
  let form: TextForm

  /// Totals to compare.
  ///
  /// - Parameters:
  ///   - before: the words for the one side, as `March 2017`.
  ///   - after: the words for the other.
  ///   - notes: what a reader should know of the two, a sentence each.
  ///   - most: the most rows of a section of text and Markdown; other formats have all.
  public init(
    _ contrast: TotalsContrast, title: String, before: String, after: String, notes: [String], most: Int?,
    form: TextForm
  ) {
    (self.contrast, self.title, self.before, self.after) = (contrast, title, before, after)
    (self.notes, self.most, self.form) = (notes, most, form)
  }

  // MARK: For a person

  /// The comparison with columns side by side.
  public var text: String {
    var lines = [form.safe(title), "before: \(form.safe(before))", "after:  \(form.safe(after))"] + notes
    lines += ["", "events: " + contrast.whole.words]
    lines += contrast.figures.map { "\($0.name.text): " + $0.row.figureWords }
    for section in contrast.sections {
      let (rows, left) = shown(section)
      let body = rows.map { [form.safe($0.name)] + cells(of: $0) }
      lines += [""] + form.columns([section.dimension.rawValue.uppercased()] + names, body, first: 30)
      if left > 0 { lines.append("and \(left) more") }
    }
    if hasSmall { lines += ["", ContrastListing.smallWords] }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The comparison in Markdown.
  public var markdown: String {
    var blocks = ["# \(form.markdown(title))", "Before: \(form.markdown(before)). After: \(form.markdown(after))."]
    blocks += notes.map { form.markdown($0) }
    blocks.append("Events: " + contrast.whole.words)
    blocks += contrast.figures.map { form.markdown("\($0.name.text): " + $0.row.figureWords) }
    for section in contrast.sections {
      let (rows, left) = shown(section)
      let head = [section.dimension.rawValue] + names
      let body = rows.map { [form.markdown($0.name)] + cells(of: $0) }
      blocks += ["## By \(section.dimension.rawValue)"]
      blocks.append(TotalsListing.rows([head, ["---"] + names.map { _ in "---:" }] + body))
      if left > 0 { blocks.append("And \(left) more.") }
    }
    if hasSmall { blocks.append(ContrastListing.smallWords) }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private static let smallWords = "few: fewer than 10 events on a side, too few for a ratio"

  private var hasSmall: Bool { contrast.sections.contains { shown($0).rows.contains(where: \.isSmall) } }

  private var names: [String] {
    let names = ["before", "after", "diff", "ratio"]
    return contrast.figure.map { names + ["\($0.text) before", "after", "diff"] } ?? names
  }

  private func shown(_ section: TotalsContrast.Section) -> (rows: [TotalsContrast.Row], left: Int) {
    let rows = most.map { Array(section.rows.prefix($0)) } ?? section.rows
    return (rows, section.rows.count - rows.count)
  }

  private func cells(of row: TotalsContrast.Row) -> [String] {
    func events(_ tally: Tally) -> String { "\(tally.sure)" + (tally.maybe > 0 ? "+\(tally.maybe)" : "") }
    let ratio = row.ratioWords ?? "few"
    let cells = [events(row.before), events(row.after), row.difference.signedWords, ratio]
    guard contrast.figure != nil else { return cells }
    return cells + [
      row.before.sureFigure.words, row.after.sureFigure.words,
      row.figureChangeWords,
    ]
  }

  // MARK: For programs

  /// The comparison as CSV (RFC 4180), a row for each part.
  public var csv: String { table.csv(safe: form.safe) }

  /// The comparison as one JSON object.
  public var json: String {
    let head = PropertyValue.json([
      ("title", .text(title)), ("before", .text(before)), ("after", .text(after)),
      ("notes", .list(notes.map(PropertyValue.text))),
    ]).dropLast()
    return head + ",\"rows\":" + table.json.dropLast() + "}\n"
  }

  private var table: RowTable {
    var table = RowTable(names: [
      "by", "name", "stated", "before_sure", "before_maybe", "after_sure", "after_maybe", "difference",
      "difference_low", "difference_high", "ratio", "figure", "before_low", "before_best", "before_high", "after_low",
      "after_best", "after_high", "figure_difference", "figure_difference_low", "figure_difference_high",
    ])
    for (name, row) in contrast.figures { table.rows.append(ContrastListing.cells("all", row, name)) }
    if contrast.figures.isEmpty { table.rows.append(ContrastListing.cells("all", contrast.whole, nil)) }
    for section in contrast.sections {
      table.rows += section.rows.map { ContrastListing.cells(section.dimension.rawValue, $0, contrast.figure) }
    }
    return table
  }

  private static func cells(_ by: String, _ row: TotalsContrast.Row, _ figure: FigureName?) -> [RowTable.Cell] {
    func number(_ value: Int) -> RowTable.Cell { .number(Double(value)) }
    func sums(_ sum: FigureSum) -> [RowTable.Cell] {
      figure == nil || sum.stating == 0
        ? [.none, .none, .none] : [.number(sum.low), RowTable.Cell(sum.best), RowTable.Cell(sum.high)]
    }
    let open = row.figureDifferences
    let changes: [RowTable.Cell] =
      figure == nil
      ? [.none, .none, .none]
      : [RowTable.Cell(row.figureDifference), RowTable.Cell(open.low), RowTable.Cell(open.high)]
    return [
      .text(by), .text(by == "all" ? "" : row.name), .text(row.isMissing ? "no" : "yes"), number(row.before.sure),
      number(row.before.maybe), number(row.after.sure), number(row.after.maybe), number(row.difference),
      number(row.differences.lowerBound), number(row.differences.upperBound),
      RowTable.Cell(row.ratio.map { ($0 * 1e4).rounded() / 1e4 }), RowTable.Cell(figure?.text),
    ] + sums(row.before.sureFigure) + sums(row.after.sureFigure) + changes
  }
}
