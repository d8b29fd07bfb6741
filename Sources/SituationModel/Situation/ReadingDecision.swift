/// A decision on how a field of a file is read, made of all its values that were there. A later value may change it.
public struct ReadingDecision: Hashable, Sendable {
  /// The subject of the decision.
  public enum Subject: Hashable, Sendable {
    /// The meaning of the field.
    case meaning
    /// The order of day and month in dates of short numbers.
    case dateOrder
    /// The meaning of midnight: a time of day, or none.
    case midnight
    /// The meaning of a comma or a point in numbers.
    case decimalSign
  }

  /// The name of the field.
  public let field: String
  /// The subject of the decision.
  public let subject: Subject
  /// The decision in words, as the end of a sentence that begins with the name of the field: `has the day before the month`.
  public let words: String

  /// A decision.
  public init(_ field: String, _ subject: Subject, _ words: String) {
    (self.field, self.subject, self.words) = (field, subject, words)
  }
}

extension Situation {
  /// A sentence for each decision of an earlier reading that was made anew, by values that came later; without full stops.
  public func changedDecisions(since earlier: Situation) -> [String] {
    struct Key: Hashable {
      let field: String
      let subject: ReadingDecision.Subject
    }
    let before = Dictionary(
      earlier.decisions.map { (Key(field: $0.field, subject: $0.subject), $0.words) },
      uniquingKeysWith: { first, _ in first })
    return decisions.compactMap { new in
      guard let old = before[Key(field: new.field, subject: new.subject)], old != new.words else { return nil }
      return
        "later records show that \"\(new.field)\" \(new.words), so all records were read again (before: it \(old))"
    }
  }
}
