/// The text of a report that drafts were made from, as far as it can be read.
public enum ReportText: Hashable, Sendable {
  /// The paragraphs, as `SentenceReference` counts them.
  case paragraphs([String])
  /// Nothing can be shown, for a reason in a sentence without a full stop.
  case missing(String)
}
