import SituationModel

extension TotalsListing {
  /// The totals in Markdown: a table for each section.
  public var markdown: String {
    var blocks = ["# \(form.markdown(head.title))"]
    if let window = head.window { blocks.append("Window: \(window.words)") }
    if !head.filter.isEmpty { blocks.append("Filter: \(form.markdown(head.filter))") }
    switch content {
    case .totals(let totals):
      blocks += TotalsWords.whole(totals.whole, totals.figures).map { form.markdown($0) }
      for section in totals.sections { blocks += ["## By \(section.dimension.rawValue)"] + [markdown(section, totals)] }
    case .cross(let cross):
      blocks += TotalsWords.whole(cross.whole, []).map { form.markdown($0) }
      blocks.append(markdown(cross))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  private func markdown(_ section: Totals.Section, _ totals: Totals) -> String {
    let (rows, left) = shown(section)
    var names = [section.dimension.rawValue, "events", "maybe", "share"]
    if let figure = totals.figure { names += [figure.text, "none", "up to"] }
    let body = rows.map { row -> [String] in
      let share = row.tally.share(of: totals.whole).map(TotalsWords.percent) ?? ""
      return [form.markdown(row.name), String(row.tally.sure), String(row.tally.maybe), share]
        + (totals.figure == nil ? [] : TotalsWords.figures(row.tally, hasMaybe: true))
    }
    var lines = TotalsListing.rows([names, ["---"] + names.dropFirst().map { _ in "---:" }] + body)
    if left > 0 { lines += "\n\nAnd \(left) more." }
    if section.across > 0 { lines += "\n\n" + form.markdown(TotalsWords.across(section, totals.figure)) }
    return lines
  }

  private func markdown(_ cross: CrossTable) -> String {
    func word(_ tally: Tally) -> String {
      if tally.all == 0 { return "" }
      guard cross.figure != nil else { return "\(tally.sure)" + (tally.maybe > 0 ? " (+\(tally.maybe))" : "") }
      return tally.sureFigure.words + (tally.maybe > 0 ? " ?" : "")
    }
    let names = [cross.rowDimension.rawValue] + cross.columns.map { form.markdown($0.name) } + ["all"]
    let body = cross.rows.indices.map { place in
      [form.markdown(cross.rows[place].name)] + cross.columns.indices.map { word(cross[place, $0]) }
        + [word(cross.rows[place].tally)]
    }
    let foot = ["all"] + cross.columns.map { word($0.tally) } + [word(cross.whole)]
    return TotalsListing.rows([names, ["---"] + names.dropFirst().map { _ in "---:" }] + body + [foot])
  }

  static func rows(_ rows: [[String]]) -> String {
    rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
  }

  /// The totals as one JSON object: the whole, its figures, and the rows of all sections as the other formats have them.
  public var json: String {
    var members: [(key: String, value: PropertyValue)] = [("title", .text(head.title))]
    if let window = head.window { members.append(("window", .text(window.edtf))) }
    if !head.filter.isEmpty { members.append(("filter", .text(head.filter))) }
    let whole: Tally
    switch content {
    case .totals(let totals):
      whole = totals.whole
      members.append(
        (
          "across",
          .object(
            Dictionary(
              uniqueKeysWithValues: totals.sections.map {
                ($0.dimension.rawValue, PropertyValue.number(Double($0.across)))
              }))
        ))
    case .cross(let cross): whole = cross.whole
    }
    members += [("sure", .number(Double(whole.sure))), ("maybe", .number(Double(whole.maybe)))]
    let head = PropertyValue.json(members).dropLast()
    return head + ",\"rows\":" + table.json.dropLast() + "}\n"
  }
}
