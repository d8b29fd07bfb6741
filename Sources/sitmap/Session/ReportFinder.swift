import Browser
import Drafting
import SituationIO
import SituationModel

/// Finds the report that a draft was made from, by its name beside the log, beside the files that are open, and in the current folder.
struct ReportFinder: Sendable {
  private let folders: [String]

  /// - Parameter paths: the files in whose folders a report may be.
  init(beside paths: [String]) {
    folders =
      ["./"]
      + paths.map { path in
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? "./"
      }
  }

  /// The text of the report of a sentence. Another version of the report, by its digest, is none.
  func text(of sentence: SentenceReference) -> ReportText {
    guard !sentence.document.contains("/") else { return .missing("the name of the report is no name of a file") }
    var reason = "the report is not beside the log, nor in this folder"
    for folder in folders {
      do throws(ReadError) {
        let document = try ReportDocument.read(path: folder + sentence.document)
        if document.digest == sentence.digest {
          return .paragraphs(document.paragraphs.map(\.text), leftOut: leftOut(of: document, like: sentence))
        }
        reason = "the report was changed since it was drafted from: its words may be others"
      } catch { continue }
    }
    return .missing(reason)
  }

  /// The sentences of a report of which nothing is drafted; none where the words of its language are not there.
  private func leftOut(of document: ReportDocument, like sentence: SentenceReference) -> [LeftOutSentence] {
    guard let data = (try? DataFolder()).map(DraftingData.init(data:)),
      let lexicon = try? data.lexicon(sentence.language),
      let gazetteer = try? data.gazetteer()
    else { return [] }
    let drafts = Drafter(lexicon: lexicon, gazetteer: gazetteer).drafts(of: [document], published: document.published)
    return drafts.leftOut.map { left in
      let reference = SentenceReference(
        document: sentence.document, digest: sentence.digest, language: sentence.language,
        paragraph: left.sentence.paragraph, range: left.sentence.range)
      return LeftOutSentence(reference, reason: left.reason)
    }
  }
}
