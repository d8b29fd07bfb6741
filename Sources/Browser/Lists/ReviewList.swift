import SituationModel
import TextCanvas

/// The entries of the review pane: problems, then drafts that wait, then all changes, the newest first.
struct ReviewList: Sendable {
  /// An entry.
  enum Entry: Hashable, Sendable {
    /// A change that needs a decision, or has no effect.
    case problem(ChangeProblem)
    /// A proposed event that nobody has decided on.
    case draft(EventHistory)
    /// A change, with the id of its event in the open situation; nil where it is about none that is there.
    case change(Change, event: String?)
  }

  /// The chosen entry, counted from 0.
  var chosen = 0
  /// True if the chosen draft is shown whole, in place of the list.
  var showsWhole = false
  /// The sentence that is shown of those of which nothing was drafted, counted from 0; nil while drafts are shown.
  var leftOut: Int?
  /// The reports that were read for drafts, by the SHA-256 of their files.
  var reports: [String: ReportText] = [:]
  private var problems: [ChangeProblem] = []
  private var drafts: [EventHistory] = []
  private var changes: [Change] = []
  /// The ids of the events that changes are about, by the ids of the changes.
  private var events: [String: String] = [:]
  /// The version of the events that the entries are of; nil before the first look.
  private var version: Int?

  /// The number of entries.
  var count: Int { problems.count + drafts.count + changes.count }

  /// The entry of an index; nil beside the list.
  subscript(index: Int) -> Entry? {
    guard index >= 0 else { return nil }
    if index < problems.count { return .problem(problems[index]) }
    if index - problems.count < drafts.count { return .draft(drafts[index - problems.count]) }
    let back = index - problems.count - drafts.count
    guard back < changes.count else { return nil }
    let change = changes[changes.count - 1 - back]
    return .change(change, event: events[change.id])
  }

  /// Brings the entries up to date with a version of the events. Linear in the changes if the version is another one.
  mutating func bringUpToDate(with book: ChangeBook, version: Int) {
    if version != self.version {
      self.version = version
      let before = self[chosen]
      let order = ChangeProblem.Kind.allCases
      problems = order.flatMap { kind in book.problems.filter { $0.kind == kind } }
      // In the order of the report that they were drafted from.
      drafts = Self.ordered(book.histories(in: .draft))
      // A draft that waits stands above already.
      let waiting = Set(drafts.map(\.id))
      changes = book.changes.filter { change in
        if case .draft = change.deed { !waiting.contains(change.id) } else { true }
      }
      events = [:]
      for id in book.events {
        for change in book[event: id]?.changes ?? [] { events[change.id] = id }
      }
      // A new change stands above the one that was chosen.
      if case .change(let change, _)? = before, let position = changes.lastIndex(where: { $0.id == change.id }) {
        chosen = problems.count + drafts.count + changes.count - 1 - position
      }
    }
    chosen = min(max(0, chosen), max(0, count - 1))
    if draft == nil { (showsWhole, leftOut) = (false, nil) }
  }

  /// Drafts by the time of their report's first one, and of one report in the order of its text.
  private static func ordered(_ drafts: [EventHistory]) -> [EventHistory] {
    func position(_ draft: EventHistory) -> Change.Position { draft.changes.first?.position ?? .first }
    func sentence(_ draft: EventHistory) -> SentenceReference? {
      if case .draft(_, let sentence)? = draft.changes.first?.deed { sentence } else { nil }
    }
    var firsts: [String: Change.Position] = [:]
    for draft in drafts {
      guard let report = sentence(draft)?.digest else { continue }
      firsts[report] = min(firsts[report] ?? position(draft), position(draft))
    }
    return drafts.sorted { one, other in
      let (first, second) = (sentence(one), sentence(other))
      guard let first, let second, first.digest == second.digest else {
        let start = first.flatMap { firsts[$0.digest] } ?? position(one)
        return start < second.flatMap { firsts[$0.digest] } ?? position(other)
      }
      if first.paragraph != second.paragraph { return first.paragraph < second.paragraph }
      if first.range.lowerBound != second.range.lowerBound { return first.range.lowerBound < second.range.lowerBound }
      return position(one) < position(other)
    }
  }

  /// The chosen draft; nil where another entry is chosen.
  var draft: EventHistory? { if case .draft(let draft)? = self[chosen] { draft } else { nil } }

  /// The sentence that the chosen draft was made from; nil where the log does not say.
  var sentence: SentenceReference? {
    guard case .draft(_, let sentence)? = draft?.changes.first?.deed else { return nil }
    return sentence
  }

  /// The words of the report that gave each field of the chosen draft; empty where the report was not read.
  var saidWords: [EventField: String] {
    guard let sentence, case .paragraphs(let paragraphs, _)? = reports[sentence.digest],
      paragraphs.indices.contains(sentence.paragraph)
    else { return [:] }
    let bytes = Array(paragraphs[sentence.paragraph].utf8)
    return sentence.words.mapValues { ranges in
      ranges.filter { $0.upperBound <= bytes.count }.map { range in
        "\u{22}\(SafeText(String(decoding: bytes[range], as: UTF8.self)).text)\u{22}"
      }.joined(separator: ", ")
    }.filter { !$0.value.isEmpty }
  }

  /// The waiting draft before the chosen one; nil for the first one.
  var draftBefore: EventHistory? {
    guard draft != nil, case .draft(let before)? = self[chosen - 1] else { return nil }
    return before
  }

  /// The sentences of the chosen draft's report of which nothing was drafted.
  var leftOutSentences: [LeftOutSentence] {
    guard let sentence, case .paragraphs(_, let leftOut)? = reports[sentence.digest] else { return [] }
    // Those that somebody drafted by hand are left out no more.
    let drafted = (drafts.compactMap(\.changes.first) + changes).compactMap { change -> SentenceReference? in
      if case .draft(_, let sentence) = change.deed { sentence } else { nil }
    }
    return leftOut.filter { left in
      !drafted.contains {
        $0.digest == left.sentence.digest && $0.paragraph == left.sentence.paragraph && $0.range == left.sentence.range
      }
    }
  }

  /// The left-out sentence that is shown; nil while drafts are shown.
  var leftOutSentence: LeftOutSentence? {
    leftOut.flatMap { leftOutSentences.indices.contains($0) ? leftOutSentences[$0] : nil }
  }

  /// The place of the chosen draft among those that wait, from 1, and their number.
  var progress: (number: Int, of: Int) { (chosen - problems.count + 1, drafts.count) }
}
