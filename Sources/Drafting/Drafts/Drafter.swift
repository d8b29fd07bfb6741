import SituationIO
import SituationModel

/// Reads reports, and proposes the events that they tell.
///
/// Nothing is decided here: a draft is a proposal, and no member of it says more than its words do.
public struct Drafter: Sendable {
  let lexicon: Lexicon
  let gazetteer: ReportGazetteer

  /// A drafter for reports in one language.
  public init(lexicon: Lexicon, gazetteer: ReportGazetteer) { (self.lexicon, self.gazetteer) = (lexicon, gazetteer) }

  /// The drafts of some documents.
  ///
  /// - Parameter published: the day of publication of all of them; nil to take it from each document.
  public func drafts(of documents: [ReportDocument], published: CivilDate? = nil) -> ReportDrafts {
    var (sentences, drafts, leftOut, days) = ([ReportSentence](), [ReportDraft](), [LeftOut](), [CivilDate?]())
    for (number, document) in documents.enumerated() {
      let day = (published ?? PublicationDate(lexicon: lexicon).day(of: document)).flatMap { $0.isOrdinary ? $0 : nil }
      let own = ReportSentences(lexicon: lexicon).sentences(of: document, number: number)
      var reading = DocumentReading(lexicon: lexicon, gazetteer: gazetteer, published: day, first: drafts.count)
      reading.read(own)
      sentences += own
      drafts += reading.drafts
      leftOut += reading.leftOut
      days.append(day)
    }
    return ReportDrafts(sentences: sentences, drafts: drafts, leftOut: leftOut, published: days)
  }
}
