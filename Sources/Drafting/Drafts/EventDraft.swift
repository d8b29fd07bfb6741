import SituationModel

/// An event that a sentence tells, as a proposal: each member with the words that gave it.
public struct ReportDraft: Hashable, Sendable {
  /// The sentence.
  public let sentence: ReportSentence
  /// The part of the sentence that tells this event, in bytes of its paragraph.
  public let told: [SourceWords]
  /// A headline made of the other members.
  public let title: String
  /// The kind, by the program's word or another.
  public let kind: Reading<String>
  /// When it happened; nil where nothing is known of that.
  public let time: Reading<DateInterval>?
  /// Where it happened; nil where the sentence names no place for it.
  public let place: Reading<DraftPlace>?
  /// The place for which something was bound.
  public let destination: Reading<DraftPlace>?
  /// Places of the sentence that are not where it happened, with the reason.
  public let apart: [Reading<DraftPlace>]
  /// How firmly it stands.
  public let standing: Reading<Standing>
  /// Who says so, where it is not the report itself.
  public let tellers: [Reading<String>]
  /// Who took part.
  public let actors: [Reading<String>]
  /// The numbers that the sentence gives.
  public let figures: [Reading<Figure>]
  /// The earlier draft that this one may repeat; nil where it repeats none.
  public var repeats: Repeat?

  /// A draft that tells the same event.
  public struct Repeat: Hashable, Sendable {
    /// The number of the earlier draft, from 0.
    public let draft: Int
    /// The reason.
    public let reason: String
  }
}

/// A sentence, or a part of one, of which nothing is drafted.
public struct LeftOut: Hashable, Sendable {
  /// The sentence.
  public let sentence: ReportSentence
  /// The reason.
  public let reason: String
}

/// The result of reading reports: what a pane needs to show text and drafts side by side.
public struct ReportDrafts: Hashable, Sendable {
  /// The sentences of all documents, in order.
  public let sentences: [ReportSentence]
  /// The drafts, in the order of the text.
  public let drafts: [ReportDraft]
  /// The sentences of which nothing is drafted, in the order of the text.
  public let leftOut: [LeftOut]
  /// The day of publication of each document, where it is known.
  public let published: [CivilDate?]
}
