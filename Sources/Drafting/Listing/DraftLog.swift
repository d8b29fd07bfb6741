import SituationIO
import SituationModel

/// Drafts as changes of a log, for a person to accept or reject.
public struct DraftLog {
  private let drafts: ReportDrafts
  private let documents: [ReportDocument]
  private let quotes: Bool
  private let language: String

  /// A log.
  ///
  /// - Parameters:
  ///   - quotes: true to keep the words of the sentences, and not their positions alone.
  ///   - language: the language of the reports, as `en`.
  public init(_ drafts: ReportDrafts, _ documents: [ReportDocument], quotes: Bool, language: String = "en") {
    (self.drafts, self.documents, self.quotes, self.language) = (drafts, documents, quotes, language)
  }

  /// The changes: one for each draft, and a remark on each that may repeat another.
  ///
  /// - Parameters:
  ///   - author: the person for whom the drafts are made.
  ///   - now: milliseconds since 1970.
  public func changes(by author: String, now: Int64) -> [Change] {
    let time = Instant(seconds: now / 1_000)
    func id(_ number: Int) -> String {
      let stamp = String(max(0, now + Int64(number)), radix: 16)
      let random = String(UInt64.random(in: 0..<1 << 48), radix: 16)
      func padded(_ digits: String) -> String { String(repeating: "0", count: max(0, 12 - digits.count)) + digits }
      return padded(stamp) + "-" + padded(random)
    }
    var ids: [String] = []
    var changes: [Change] = []
    for (number, draft) in drafts.drafts.enumerated() {
      ids.append(id(number))
      changes.append(
        Change(
          id: ids[number], time: time, author: author, reason: reason(draft),
          .draft(fields(draft), from: sentence(draft))))
    }
    for (number, draft) in drafts.drafts.enumerated() {
      guard let again = draft.repeats, ids.indices.contains(again.draft) else { continue }
      let words =
        "may be the same event as “\(drafts.drafts[again.draft].title)” (\(ids[again.draft])): \(again.reason)"
      changes.append(
        Change(
          id: id(drafts.drafts.count + number), time: time, author: author, .comment(.id(ids[number], file: nil), words)
        ))
    }
    return changes
  }

  /// The fields of a draft, as the readers of files understand them.
  public func fields(_ draft: ReportDraft) -> [EventField: String] {
    var fields: [EventField: String] = [
      .title: draft.title, .kind: draft.kind.value, .standing: draft.standing.value.rawValue,
    ]
    if let time = draft.time { fields[.date] = time.value.edtf }
    if let day = published(draft) { fields[.published] = day.wholeDay.edtf }
    if let place = draft.place?.value {
      fields[.place] = place.name
      fields.merge(DraftLog.form(of: place)) { $1 }
    }
    if let destination = draft.destination?.value { fields[.destination] = destination.name }
    if !draft.actors.isEmpty { fields[.actors] = DraftLog.list(draft.actors.map(\.value)) }
    if !draft.figures.isEmpty {
      fields[.figures] = draft.figures.map { DraftLog.words($0.value) }.joined(separator: "; ")
    }
    fields[.sources] = DraftLog.list(draft.tellers.first.map { [$0.value] } ?? [document(draft)])
    fields[.summary] = summary(draft)
    return fields
  }

  private static func list(_ names: [String]) -> String {
    names.map { $0.replacing(";", with: ",") }.joined(separator: "; ")
  }

  /// The reference to the sentence: document, position, digest; with its words only where that was asked for.
  private func summary(_ draft: ReportDraft) -> String {
    let sentence = draft.sentence
    var text =
      "From \(document(draft)), paragraph \(sentence.paragraph + 1), characters \(sentence.characters.lowerBound + 1) to \(sentence.characters.upperBound)"
    if documents.indices.contains(sentence.document) { text += " (SHA-256 \(documents[sentence.document].digest))" }
    text += "."
    if quotes { text += " “\(sentence.text)”" }
    return text
  }

  /// The sentence with the words that gave each field, as far as they stand in its own paragraph.
  private func sentence(_ draft: ReportDraft) -> SentenceReference? {
    let sentence = draft.sentence
    guard documents.indices.contains(sentence.document) else { return nil }
    let document = documents[sentence.document]
    func ranges<Value>(_ readings: [Reading<Value>]) -> [Range<Int>] {
      readings.flatMap(\.words).filter { $0.document == sentence.document && $0.paragraph == sentence.paragraph }
        .map(\.range)
    }
    let words: [EventField: [Range<Int>]] = [
      .kind: ranges([draft.kind]), .date: ranges(draft.time.map { [$0] } ?? []),
      .place: ranges(draft.place.map { [$0] } ?? []), .destination: ranges(draft.destination.map { [$0] } ?? []),
      .standing: ranges([draft.standing]), .sources: ranges(draft.tellers), .actors: ranges(draft.actors),
      .figures: ranges(draft.figures),
    ]
    return SentenceReference(
      document: document.name, digest: document.digest, language: language, paragraph: sentence.paragraph,
      range: sentence.range,
      words: words.filter { !$0.value.isEmpty })
  }

  private func reason(_ draft: ReportDraft) -> String {
    var parts = ["drafted from a report"]
    if let time = draft.time { parts.append("when: \(time.reason)") }
    if let place = draft.place { parts.append("where: \(place.reason)") }
    return parts.joined(separator: "; ")
  }

  private func document(_ draft: ReportDraft) -> String {
    documents.indices.contains(draft.sentence.document) ? documents[draft.sentence.document].name : "the report"
  }

  private func published(_ draft: ReportDraft) -> CivilDate? {
    drafts.published.indices.contains(draft.sentence.document) ? drafts.published[draft.sentence.document] : nil
  }

  /// A number as it is typed: `deaths 7+`.
  static func words(_ figure: Figure) -> String {
    func text(_ number: Double) -> String { Int(exactly: number).map(String.init) ?? "\(number)" }
    let name = figure.what
    switch (figure.low, figure.best, figure.high) {
    case (let low?, let best?, let high?): return "\(name) \(text(low))/\(text(best))/\(text(high))"
    case (let low?, nil, let high?): return "\(name) \(text(low))-\(text(high))"
    case (let low?, _, nil): return "\(name) \(text(low))+"
    case (nil, _, let high?): return "\(name) <=\(text(high))"
    case (nil, let best?, nil): return "\(name) \(text(best))"
    case (nil, nil, nil): return name
    }
  }

  // MARK: Places

  /// The longest outline in bytes: of a longer one the largest areas are kept, more coarsely.
  private static let longest = 24_000

  /// The fields that put a place on the map.
  static func form(of place: DraftPlace) -> [EventField: String] {
    switch place.extent {
    case .none: return [:]
    case .circle(let center, let meters):
      var fields: [EventField: String] = [
        .coordinates: "\(rounded(center.latitude)), \(rounded(center.longitude))", .precision: place.precision.rawValue,
      ]
      if place.precision == .vicinity { fields[.radius] = "\(Int(meters)) m" }
      return fields
    case .line(let line, _):
      let points = line.map { "\(rounded($0.longitude)) \(rounded($0.latitude))" }
      return [.coordinates: "LINESTRING (\(points.joined(separator: ", ")))", .precision: place.precision.rawValue]
    case .area(let shape):
      guard let text = outline(shape) else { return [:] }
      return [.coordinates: text, .precision: place.precision.rawValue]
    }
  }

  private static func outline(_ shape: Shape) -> String? {
    guard case .areas(let areas) = shape else { return nil }
    let sorted = areas.sorted { $0.outer.count > $1.outer.count }
    for step in [1, 2, 4, 8, 16] {
      var length = 0
      var rings: [String] = []
      for area in sorted {
        let ring = thinned(area.outer, step)
        guard ring.count >= 4 else { continue }
        let text = "((" + ring.map { "\(rounded($0.longitude)) \(rounded($0.latitude))" }.joined(separator: ", ") + "))"
        length += text.utf8.count
        rings.append(text)
      }
      if length <= longest, !rings.isEmpty {
        return rings.count == 1 ? "POLYGON " + rings[0] : "MULTIPOLYGON (" + rings.joined(separator: ", ") + ")"
      }
    }
    return nil
  }

  private static func thinned(_ ring: [Coordinate], _ step: Int) -> [Coordinate] {
    guard step > 1, let first = ring.first else { return ring }
    return ring.dropLast().enumerated().compactMap { $0.offset % step == 0 ? $0.element : nil } + [first]
  }

  private static func rounded(_ degrees: Double) -> Double { (degrees * 1_000).rounded() / 1_000 }
}
