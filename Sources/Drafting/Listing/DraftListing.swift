import SituationIO
import SituationModel

/// Drafts as a person or a script reads them.
public struct DraftListing {
  private let drafts: ReportDrafts
  private let documents: [ReportDocument]
  private let showsLeftOut: Bool
  private let safe: (String) -> String

  /// A listing.
  ///
  /// - Parameters:
  ///   - tellsQuotes: true if JSON has the words of the sentences.
  ///   - showsLeftOut: true to list the sentences of which nothing is drafted.
  ///   - safe: makes text of a report harmless for a terminal.
  public init(
    _ drafts: ReportDrafts, _ documents: [ReportDocument], tellsQuotes: Bool, showsLeftOut: Bool,
    safe: @escaping (String) -> String
  ) {
    (self.drafts, self.documents, self.showsLeftOut, self.safe) = (drafts, documents, showsLeftOut, safe)
    self.tellsQuotes = tellsQuotes
  }

  private let tellsQuotes: Bool

  // MARK: Text

  /// The drafts in plain words: for each its sentence, and each member with the words and the reason.
  public var text: String {
    var text = ""
    for (number, draft) in drafts.drafts.enumerated() {
      text += "\(number + 1). \(safe(draft.title))\n"
      text += "   “\(safe(draft.sentence.text))”\n"
      text += line("source", source(draft.sentence))
      if let again = draft.repeats { text += line("perhaps", "the same as \(again.draft + 1): \(again.reason)") }
      text += member("kind", draft.kind) { $0 }
      text += draft.time.map { member("when", $0) { $0.edtf } } ?? line("when", "not dated")
      text += draft.place.map { member("where", $0, DraftListing.words) } ?? line("where", "no place")
      if let destination = draft.destination { text += member("bound for", destination, DraftListing.words) }
      for place in draft.apart { text += line("not where", "\(safe(place.value.name)): \(place.reason)") }
      text += member("standing", draft.standing) { $0.rawValue }
      for teller in draft.tellers { text += line("who says so", safe(teller.value)) }
      for actor in draft.actors { text += line("actor", safe(actor.value)) }
      for figure in draft.figures { text += line("figure", safe(DraftLog.words(figure.value))) }
      text += "\n"
    }
    if drafts.drafts.isEmpty { text += "No event is drafted.\n" }
    if showsLeftOut {
      text += "Left out:\n"
      for left in drafts.leftOut { text += "   \(safe(left.sentence.text))\n" + line("because", left.reason) }
    }
    return text
  }

  private func line(_ name: String, _ words: String) -> String {
    "   " + name + String(repeating: " ", count: max(1, 12 - name.count)) + words + "\n"
  }

  private func member<Value>(_ name: String, _ reading: Reading<Value>, _ words: (Value) -> String) -> String {
    let quoted =
      reading.words.isEmpty ? "" : " — “" + reading.words.map { safe($0.text) }.joined(separator: "”, “") + "”"
    var text = line(name, safe(words(reading.value)) + quoted + ": " + safe(reading.reason))
    for other in reading.alternatives { text += line("", "or \(safe(words(other.value))): \(safe(other.reason))") }
    return text
  }

  private func source(_ sentence: ReportSentence) -> String {
    let name = documents.indices.contains(sentence.document) ? documents[sentence.document].name : ""
    return
      "\(safe(name)), paragraph \(sentence.paragraph + 1), characters \(sentence.characters.lowerBound + 1) to \(sentence.characters.upperBound)"
  }

  /// A place in a few words: `Homs (vicinity, within 30 km)`.
  static func words(_ place: DraftPlace) -> String {
    switch place.extent {
    case .none: "\(place.name) (no place on the map)"
    case .circle(_, let meters):
      "\(place.name) (\(place.precision.rawValue), within \(Int((meters / 1_000).rounded(.up))) km)"
    case .line: "\(place.name) (along a line)"
    case .area: "\(place.name) (\(place.precision.rawValue))"
    }
  }

  // MARK: JSON

  /// One object with the documents, the drafts and what was left out.
  public var json: String {
    let files = zip(documents, drafts.published).map { document, day in
      PropertyValue.object([
        "name": .text(document.name), "sha256": .text(document.digest),
        "paragraphs": .number(Double(document.paragraphs.count)),
        "published": day.map { .text($0.wholeDay.edtf) } ?? .null,
      ])
    }
    let left = drafts.leftOut.map { left in
      PropertyValue.object(["sentence": sentence(left.sentence), "reason": .text(left.reason)])
    }
    return PropertyValue.json([
      ("documents", .list(files)), ("drafts", .list(drafts.drafts.map(object))), ("leftOut", .list(left)),
    ]) + "\n"
  }

  private func object(_ draft: ReportDraft) -> PropertyValue {
    var members: [String: PropertyValue] = [
      "sentence": sentence(draft.sentence), "title": .text(draft.title), "kind": value(draft.kind) { .text($0) },
      "standing": value(draft.standing) { .text($0.rawValue) },
      "by": .list(draft.tellers.map { value($0) { .text($0) } }),
      "actors": .list(draft.actors.map { value($0) { .text($0) } }),
      "figures": .list(
        draft.figures.map { figure in
          value(figure) { figure in
            .object([
              "what": .text(figure.what), "low": figure.floor.map(PropertyValue.number) ?? .null,
              "high": figure.ceiling.map(PropertyValue.number) ?? .null,
            ])
          }
        }),
      "notWhere": .list(draft.apart.map { value($0, place) }),
    ]
    members["time"] = draft.time.map { value($0) { .text($0.edtf) } } ?? .null
    members["place"] = draft.place.map { value($0, place) } ?? .null
    if let destination = draft.destination { members["destination"] = value(destination, place) }
    if let again = draft.repeats {
      members["sameAs"] = .object(["draft": .number(Double(again.draft)), "reason": .text(again.reason)])
    }
    return .object(members)
  }

  private func sentence(_ sentence: ReportSentence) -> PropertyValue {
    var members: [String: PropertyValue] = [
      "document": .number(Double(sentence.document)), "paragraph": .number(Double(sentence.paragraph)),
      "characters": .list([
        .number(Double(sentence.characters.lowerBound)), .number(Double(sentence.characters.upperBound)),
      ]),
      "bytes": .list([.number(Double(sentence.range.lowerBound)), .number(Double(sentence.range.upperBound))]),
    ]
    members["text"] = .text(sentence.text)
    return .object(members)
  }

  private func value<Value>(_ reading: Reading<Value>, _ value: (Value) -> PropertyValue) -> PropertyValue {
    var members: [String: PropertyValue] = ["value": value(reading.value), "reason": .text(reading.reason)]
    members["words"] = .list(
      reading.words.map { words in
        .object([
          "text": .text(words.text), "paragraph": .number(Double(words.paragraph)),
          "bytes": .list([.number(Double(words.range.lowerBound)), .number(Double(words.range.upperBound))]),
        ])
      })
    if !reading.alternatives.isEmpty {
      members["alternatives"] = .list(
        reading.alternatives.map { .object(["value": value($0.value), "reason": .text($0.reason)]) })
    }
    return .object(members)
  }

  private func place(_ place: DraftPlace) -> PropertyValue {
    var members: [String: PropertyValue] = ["name": .text(place.name), "precision": .text(place.precision.rawValue)]
    if place.isAlong { members["along"] = .flag(true) }
    if let anchor = place.anchor { members["point"] = .list([.number(anchor.latitude), .number(anchor.longitude)]) }
    switch place.extent {
    case .circle(_, let meters): members["radius"] = .number(meters)
    case .line(let line, let meters):
      // From the point all of the line lies within the radius.
      let ends = place.anchor.map { point in line.map { GreatCircle(from: point, to: $0).meters }.max() ?? 0 } ?? 0
      members["radius"] = .number((ends + meters).rounded(.up))
      members["corridor"] = .number(meters)
      members["line"] = .list(line.map { .list([.number($0.latitude), .number($0.longitude)]) })
    case .area(let shape):
      if let bounds = shape.bounds {
        members["bounds"] = .list([
          .number(bounds.south), .number(bounds.west), .number(bounds.north), .number(bounds.east),
        ])
      }
    case .none: break
    }
    return .object(members)
  }

  // MARK: Comparison

  /// The outcome of a comparison with expected events.
  public static func text(of check: DraftCheck, _ name: String, safe: (String) -> String) -> String {
    func percent(_ part: Int, _ whole: Int) -> String { whole == 0 ? "-" : "\((100 * part + whole / 2) / whole) %" }
    var text =
      "\(safe(name)): \(check.expected) events expected, \(check.found) drafted (recall \(percent(check.found, check.expected))); \(check.drafts) drafts, \(check.repeats) of them repeats, \(check.ofNothing) of sentences that tell nothing, \(check.others) not expected\n"
    text +=
      "   place and time right or wider: \(check.placed) of \(check.expected) (\(percent(check.placed, check.expected))); more precise than the sentence: \(check.falselyPrecise); acceptable without an edit: \(check.acceptable) of \(check.found)\n"
    for (member, count) in check.members {
      let said = count.right + count.wider + count.precise + count.wrong + count.extra
      let wanted = count.right + count.wider + count.precise + count.wrong + count.missing
      text +=
        "   \(member)\(String(repeating: " ", count: max(1, 10 - member.count)))right \(count.right), wider \(count.wider), more precise \(count.precise), wrong \(count.wrong), missing \(count.missing), extra \(count.extra): precision \(percent(count.right + count.wider, said)), recall \(percent(count.right + count.wider, wanted))\n"
    }
    for fault in check.faults { text += "     \(safe(fault))\n" }
    return text
  }
}
