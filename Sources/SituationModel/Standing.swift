/// How firmly a report stands, by what its sources say of it.
public enum Standing: String, CaseIterable, Hashable, Sendable {
  /// Shown by material that was checked, or said by the one who is quoted.
  case confirmed
  /// Told by a source without naming its own.
  case reported
  /// Asserted by one party.
  case claimed
  /// Asserted by a party that the reporter keeps at a distance.
  case alleged
  /// Denied or contradicted by another source.
  case disputed

  /// Code of the standing in columns and in the tables of servers, where 0 is none. None may ever change.
  public var code: UInt8 {
    switch self {
    case .confirmed: 1
    case .reported: 2
    case .claimed: 3
    case .alleged: 4
    case .disputed: 5
    }
  }
}

/// NATO's Admiralty grade: how far the source can be relied on, and how credible what it says is.
///
/// F and 6 mean “can’t be judged”: they are no bottom of the scale.
public struct AdmiraltyGrade: Hashable, Sendable {
  /// A completely reliable … E unreliable, F can't be judged.
  public enum Reliability: String, CaseIterable, Hashable, Sendable {
    case A, B, C, D, E, F

    fileprivate var code: Int {
      switch self {
      case .A: 0
      case .B: 1
      case .C: 2
      case .D: 3
      case .E: 4
      case .F: 5
      }
    }
  }

  /// The reliability of the source.
  public let reliability: Reliability
  /// 1 confirmed … 5 improbable, 6 can't be judged.
  public let credibility: Int

  /// A grade from its two signs, as in `B2`; nil for anything else.
  public init?(_ text: String) {
    guard text.utf8.count == 2, let first = text.first, let last = text.last else { return nil }
    guard let reliability = Reliability(rawValue: first.uppercased()) else { return nil }
    guard let credibility = last.wholeNumberValue, last.isASCII, (1...6).contains(credibility) else { return nil }
    self.reliability = reliability
    self.credibility = credibility
  }

  /// Code of the grade in the tables of servers, below 36: that of the letter, then the number. None may ever change.
  public var code: Int { reliability.code * 6 + credibility - 1 }

  /// `B2`.
  public var text: String { reliability.rawValue + String(credibility) }

  /// `usually reliable; probably true`.
  public var words: String {
    let source =
      switch reliability {
      case .A: "completely reliable"
      case .B: "usually reliable"
      case .C: "fairly reliable"
      case .D: "not usually reliable"
      case .E: "unreliable"
      case .F: "reliability can't be judged"
      }
    let information = [
      "confirmed", "probably true", "possibly true", "doubtful", "improbable", "truth can't be judged",
    ]
    return "\(source); \(information[credibility - 1])"
  }
}
