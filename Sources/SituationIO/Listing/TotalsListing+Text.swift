import SituationModel

extension TotalsListing {
  /// The totals for a person, with columns side by side.
  public var text: String {
    var lines = [form.safe(head.title)]
    if let window = head.window { lines.append("window: \(window.words)") }
    if !head.filter.isEmpty { lines.append("filter: \(form.safe(head.filter))") }
    switch content {
    case .totals(let totals):
      lines += TotalsWords.whole(totals.whole, totals.figures)
      for section in totals.sections { lines += [""] + self.lines(of: section, totals) }
    case .cross(let cross):
      lines += TotalsWords.whole(cross.whole, cross.figure.map { [Totals.Figure(name: $0, tally: cross.whole)] } ?? [])
      lines += [""] + self.lines(of: cross)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The rows of a section that are written, the part that states nothing behind the others, and how many are left out.
  func shown(_ section: Totals.Section) -> (rows: [Totals.Row], left: Int) {
    let stated = section.rows.filter { !$0.isMissing }
    let kept = most.map { section.dimension.unit == nil ? Array(stated.prefix($0)) : section.busiest($0) } ?? stated
    return (kept + section.rows.filter(\.isMissing), stated.count - kept.count)
  }

  private func lines(of section: Totals.Section, _ totals: Totals) -> [String] {
    let (rows, left) = shown(section)
    let hasShares = totals.whole.sure >= Tally.fewest
    let hasMaybe = rows.contains { $0.tally.maybe > 0 }
    var names = [section.dimension.rawValue.uppercased(), "events"]
    if hasMaybe { names.append("maybe") }
    if hasShares { names.append("share") }
    if let figure = totals.figure { names += [figure.text, "none"] + (hasMaybe ? ["up to"] : []) }
    let cells = rows.map { row -> [String] in
      var cells = [form.safe(row.name), String(row.tally.sure)]
      if hasMaybe { cells.append(String(row.tally.maybe)) }
      if hasShares { cells.append(row.tally.share(of: totals.whole).map(TotalsWords.percent) ?? "") }
      if totals.figure != nil { cells += TotalsWords.figures(row.tally, hasMaybe: hasMaybe) }
      return cells
    }
    var lines = form.columns(names, cells, first: 30)
    if rows.contains(where: { !$0.series.isEmpty }) {
      for (place, row) in rows.enumerated() where !row.series.isEmpty {
        lines[place + 1] += "  " + form.line(row.series)
      }
      lines = lines.map(TotalsListing.withoutBlankEnd)
    }
    if left > 0 { lines.append("and \(left) more") }
    if section.across > 0 { lines.append(TotalsWords.across(section, totals.figure)) }
    return lines
  }

  private static func withoutBlankEnd(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }

  private func lines(of cross: CrossTable) -> [String] {
    let rows = most.map { Array(cross.rows.indices.prefix($0)) } ?? Array(cross.rows.indices)
    let names =
      ["\(cross.rowDimension.rawValue.uppercased()) \\ \(cross.columnDimension.rawValue)"]
      + cross.columns.map { form.safe($0.name) } + ["ALL"]
    func word(_ tally: Tally) -> String {
      if tally.all == 0 { return "." }
      let maybe = tally.maybe > 0 ? "+\(tally.maybe)" : ""
      return cross.figure == nil ? "\(tally.sure)\(maybe)" : tally.sureFigure.words + (tally.maybe > 0 ? "?" : "")
    }
    let body = rows.map { place in
      [form.safe(cross.rows[place].name)] + cross.columns.indices.map { word(cross[place, $0]) }
        + [word(cross.rows[place].tally)]
    }
    let foot = ["ALL"] + cross.columns.map { word($0.tally) } + [word(cross.whole)]
    var lines = form.columns(names, body + [foot], first: 30)
    if rows.count < cross.rows.count {
      lines.append("and \(cross.rows.count - rows.count) more rows, which ALL counts")
    }
    lines.append(
      cross.figure.map { "sums of \($0.text) over the events that surely are in a cell; ? where others may be" }
        ?? "events that surely are in a cell, and +how many may be")
    lines.append("an event that may be in several cells counts once in ALL")
    return lines
  }
}

extension TextForm {
  /// Names and rows of cells side by side; the first column is text, the others are numbers.
  func columns(_ names: [String], _ rows: [[String]], first most: Int) -> [String] {
    let all = [names] + rows
    let widths = names.indices.map { column in
      let width = all.map { self.width($0[column]) }.max() ?? 0
      return column == 0 ? min(most, width) : width
    }
    return all.map { row in
      zip(row, widths).enumerated().map { filled($1.0, $1.1, isNumber: $0 > 0) }.joined(separator: "  ")
    }
  }
}
