import SituationModel

/// The text of a report that drafts were made from, as far as it can be read.
public enum ReportText: Hashable, Sendable {
  /// The paragraphs, as `SentenceReference` counts them, and the sentences of which nothing was drafted.
  case paragraphs([String], leftOut: [LeftOutSentence])
  /// Nothing can be shown, for a reason in a sentence without a full stop.
  case missing(String)
}

/// A sentence of a report of which nothing was drafted.
public struct LeftOutSentence: Hashable, Sendable {
  /// The sentence.
  public let sentence: SentenceReference
  /// The reason, in a few words.
  public let reason: String

  /// A sentence.
  public init(_ sentence: SentenceReference, reason: String) { (self.sentence, self.reason) = (sentence, reason) }
}
