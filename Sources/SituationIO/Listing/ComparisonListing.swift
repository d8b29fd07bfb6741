import SituationModel

/// The differences between two versions of a file, as text or JSON.
public struct ComparisonListing {
  private let comparison: Comparison
  private let safe: (String) -> String

  /// - Parameters:
  ///   - comparison: what is told.
  ///   - safe: makes a text of the files fit for one line of a terminal; JSON needs none, since it has escapes.
  public init(_ comparison: Comparison, safe: @escaping (String) -> String) {
    self.comparison = comparison
    self.safe = safe
  }

  /// A line of counts, then a block for each event: its sign, date, title and id, and what it was and is.
  public var text: String {
    let counts = EventChange.Sort.allCases.map { "\(comparison.count(of: $0)) \($0.rawValue)" }
    let lines = [counts.joined(separator: ", ") + "; \(comparison.unchanged.count) the same"]
    return (lines + comparison.changes.flatMap(block)).map { $0 + "\n" }.joined()
  }

  private func block(for change: EventChange) -> [String] {
    let event = change.event
    let date = event.when?.edtf ?? "no date"
    let head = "\(change.sign) \(date)  \(event.title)  (\(event.id))"
    let alterations = change.alterations.map { alteration in
      let way = alteration.distance.map { ", by \($0)" } ?? ""
      return "    \(alteration.sort.rawValue): \(alteration.name): \(alteration.old ?? "not given") -> "
        + "\(alteration.new ?? "not given")\(way)"
    }
    return ([head] + alterations).map(safe)
  }

  /// An object with counts and changes; each change has the event as it was (`before`) and as it is (`after`).
  public var json: String {
    let counts = EventChange.Sort.allCases.map { "\"\($0.rawValue)\":\(comparison.count(of: $0))" }
    let changes = comparison.changes.map(object)
    return "{\"counts\":{\(counts.joined(separator: ",")),\"same\":\(comparison.unchanged.count)},\n\"changes\":[\n"
      + changes.joined(separator: ",\n") + (changes.isEmpty ? "" : "\n") + "]}\n"
  }

  private func object(for change: EventChange) -> String {
    let sorts = PropertyValue.list(change.sorts.map { .text($0.rawValue) }).json
    let alterations = PropertyValue.list(
      change.alterations.map { alteration in
        var members: [String: PropertyValue] = [
          "name": .text(alteration.name), "sort": .text(alteration.sort.rawValue),
        ]
        members["was"] = alteration.old.map(PropertyValue.text)
        members["is"] = alteration.new.map(PropertyValue.text)
        members["distance"] = alteration.distance.map(PropertyValue.text)
        return .object(members)
      }
    ).json
    let (before, after) =
      switch change {
      case .new(let event): (nil as Event?, event as Event?)
      case .withdrawn(let event): (event, nil)
      case .altered(let old, let new): (old, new)
      }
    func json(_ event: Event?) -> String { event.map { EventObject($0).json } ?? "null" }
    return "{\"change\":\(sorts),\"altered\":\(alterations),\n \"before\":\(json(before)),\n \"after\":\(json(after))}"
  }
}
