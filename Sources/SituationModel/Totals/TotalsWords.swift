/// Sentences and words of totals.
public enum TotalsWords {
  /// The lines on all events.
  public static func whole(_ tally: Tally, _ figures: [Totals.Figure]) -> [String] {
    let maybe = tally.maybe > 0 ? ", \(tally.maybe) maybe: a date, a place or the filter leaves it open" : ""
    return ["\(counted(tally.sure, "event"))\(maybe)"] + figures.map(line)
  }

  /// `deaths: 8140, at least 7900, at most 8500; 12 events state none; up to 8600 with those that are maybe`.
  public static func line(_ figure: Totals.Figure) -> String {
    let (sum, name) = (figure.tally.sureFigure, figure.name.text)
    var parts: [String] = []
    if sum.stating == 0 {
      parts.append("no event states it")
    } else if sum.low == sum.high {
      parts.append(sum.low.figureWords)
    } else {
      let best = sum.best.map { "\($0.figureWords), " } ?? ""
      let most = sum.high.map { ", at most \($0.figureWords)" }
      parts.append(best + "at least \(sum.low.figureWords)" + (most ?? ""))
      if sum.openCount > 0 { parts.append("\(counted(sum.openCount, "event")) with no upper limit") }
      if sum.best == nil, sum.bestCount > 0 {
        parts.append("best \(sum.bestSum.figureWords) in the \(counted(sum.bestCount, "event")) that give one")
      }
    }
    if sum.missing > 0 { parts.append("\(counted(sum.missing, "event")) without") }
    if figure.tally.maybeFigure.stating > 0 {
      parts.append(
        figure.tally.highest.map { "up to \($0.figureWords) with the maybe" } ?? "no upper limit with the maybe")
    }
    return "\(name): " + parts.joined(separator: "; ")
  }

  /// The cells of a figure in a row: its sum, how many events state none, and what it may be with those that are maybe.
  public static func figures(_ tally: Tally, hasMaybe: Bool) -> [String] {
    let none = tally.sureFigure.missing
    let most = tally.maybeFigure.stating == 0 ? "" : tally.highest?.figureWords ?? "open"
    return [tally.sureFigure.words, none > 0 ? String(none) : ""] + (hasMaybe ? [most] : [])
  }

  /// The line on the events that lie across the parts of a section.
  public static func across(_ section: Totals.Section, _ figure: FigureName?) -> String {
    let sum = figure.map { ", \(section.acrossFigure.words) \($0.text)" } ?? ""
    return "across: \(counted(section.across, "event"))\(sum), surely counted in the whole and maybe in each of several"
  }

  /// `9.7%`.
  public static func percent(_ share: Double) -> String {
    let tenths = Int((share * 1_000).rounded())
    return "\(tenths / 10).\(tenths % 10)%"
  }
}

/// A count with its noun: `1 event`, `2 events`.
private func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
