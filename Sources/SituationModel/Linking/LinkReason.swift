/// One thing that speaks for two reports being of one event, or against it.
public struct LinkReason: Hashable, Sendable {
  /// The reason in words: `same day`, `2 km apart`, `deaths 7 and 9`.
  public let words: String
  /// True if it speaks for one event.
  public let isFor: Bool

  init(_ words: String, isFor: Bool = true) { (self.words, self.isFor) = (words, isFor) }
}

/// Two reports that may be of one event.
public struct LinkCandidate: Hashable, Sendable {
  /// The rows of the two, the lower first.
  public let (first, second): (Int, Int)
  /// The weight of all reasons, from 0 to 100: the greater, the likelier they are of one event. It is no probability.
  public let score: Double
  /// True if the texts are so alike, or lead to each other so, that one source is behind both.
  public let isOneOrigin: Bool

  init(_ first: Int, _ second: Int, score: Double, isOneOrigin: Bool) {
    (self.first, self.second) = (min(first, second), max(first, second))
    (self.score, self.isOneOrigin) = (score, isOneOrigin)
  }
}
