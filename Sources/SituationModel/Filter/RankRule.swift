/// A sign that compares two ranks.
public enum RankOrder: String, CaseIterable, Hashable, Sendable {
  case below = "<"
  case atMost = "<="
  case atLeast = ">="
  case above = ">"

  func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
    switch self {
    case .below: left < right
    case .atMost: left <= right
    case .atLeast: left >= right
    case .above: left > right
    }
  }
}

/// Words of which most stand in an order.
public protocol RankedWord: RawRepresentable<String>, CaseIterable, Hashable, Sendable {
  /// Higher is firmer or more exact; nil for a word that is neither more nor less than another.
  var rank: Int? { get }
}

extension Standing: RankedWord {
  /// Confirmed, reported, claimed, alleged; what is disputed may be any of them.
  public var rank: Int? {
    switch self {
    case .confirmed: 4
    case .reported: 3
    case .claimed: 2
    case .alleged: 1
    case .disputed: nil
    }
  }
}

extension PlacePrecision: RankedWord {
  /// From exact down to unplaced; what is not stated may be any of them.
  public var rank: Int? {
    switch self {
    case .exact: 6
    case .vicinity: 5
    case .locality: 4
    case .region: 3
    case .country: 2
    case .unplaced: 1
    case .unknown: nil
    }
  }
}

/// A word that is asked for, or that others are compared with.
public enum RankRule<Word: RankedWord>: Hashable, Sendable {
  case equals(Word)
  case compares(RankOrder, Rung)

  /// A word that has a rank.
  public struct Rung: Hashable, Sendable {
    /// The word.
    public let word: Word
    fileprivate let rank: Int

    /// Nil for a word that has no rank.
    public init?(_ word: Word) {
      guard let rank = word.rank else { return nil }
      self.word = word
      self.rank = rank
    }
  }

  /// True if a word meets the rule. A word that has no rank, or is not stated, is neither more nor less than any other.
  public func holds(_ word: Word?) -> Bool {
    switch self {
    case .equals(let wanted): word == wanted
    case .compares(let order, let rung): word?.rank.map { order.holds($0, rung.rank) } ?? false
    }
  }
}

/// A grade that is asked for, or that others are compared with.
///
/// A grade is at least another where both its signs are known to be. One that is known to fall short in either sign is
/// below it. F and 6 are no signs of a scale: what depends on them is neither.
public enum GradeRule: Hashable, Sendable {
  case equals(AdmiraltyGrade)
  case compares(RankOrder, JudgedGrade)

  /// A grade without F and 6.
  public struct JudgedGrade: Hashable, Sendable {
    /// The grade.
    public let grade: AdmiraltyGrade
    fileprivate let reliability: Int
    fileprivate let credibility: Int

    /// Nil for a grade that leaves something unjudged.
    public init?(_ grade: AdmiraltyGrade) {
      guard let reliability = grade.reliability.rank, let credibility = grade.credibilityRank else { return nil }
      self.grade = grade
      self.reliability = reliability
      self.credibility = credibility
    }
  }

  /// True if a grade is known to meet the rule.
  public func holds(_ grade: AdmiraltyGrade) -> Bool {
    switch self {
    case .equals(let wanted): return grade == wanted
    case .compares(let order, let bound):
      let pairs = [(grade.reliability.rank, bound.reliability), (grade.credibilityRank, bound.credibility)]
      func isKnown(_ sign: Int?, _ bound: Int) -> Bool { sign.map { order.holds($0, bound) } ?? false }
      return switch order {
      case .atLeast, .atMost: pairs.allSatisfy(isKnown)
      case .below, .above: pairs.contains(where: isKnown)
      }
    }
  }
}

extension AdmiraltyGrade.Reliability {
  /// 5 for A … 1 for E; nil for F.
  var rank: Int? {
    switch self {
    case .A: 5
    case .B: 4
    case .C: 3
    case .D: 2
    case .E: 1
    case .F: nil
    }
  }
}

extension AdmiraltyGrade {
  /// 5 for 1 … 1 for 5; nil for 6.
  fileprivate var credibilityRank: Int? { credibility == 6 ? nil : 6 - credibility }

  /// Higher is better, by reliability and then by credibility; nil where F or 6 leaves one unjudged.
  var rank: Int? {
    guard let first = reliability.rank, let second = credibilityRank else { return nil }
    return first * 10 + second
  }
}
