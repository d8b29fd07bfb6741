import SituationModel

/// The member `sentence` of a draft's line in a log: `{"document": "a.txt", "sha256": "…", "paragraph": 0, "bytes": [0, 80],
/// "words": {"place": [[12, 16]]}}`.
enum SentenceMember {
  /// The member for a reference.
  static func value(of sentence: SentenceReference) -> PropertyValue {
    let words = sentence.words.map { ($0.key.rawValue, PropertyValue.list($0.value.map(value(of:)))) }
    return .object([
      "document": .text(sentence.document), "sha256": .text(sentence.digest), "language": .text(sentence.language),
      "paragraph": .number(Double(sentence.paragraph)), "bytes": value(of: sentence.range),
      "words": .object(Dictionary(uniqueKeysWithValues: words)),
    ])
  }

  private static func value(of range: Range<Int>) -> PropertyValue {
    .list([.number(Double(range.lowerBound)), .number(Double(range.upperBound))])
  }

  /// The reference of a member; nil where it is none. Words of fields that are not known are passed over.
  static func reference(_ value: PropertyValue?) -> SentenceReference? {
    guard case .object(let members)? = value, let document = members["document"]?.text, document.utf8.count <= 4_096,
      let digest = members["sha256"]?.text, ChangeLine.isDigest(digest),
      let paragraph = members["paragraph"]?.number.flatMap(Int.init(exactly:)), paragraph >= 0,
      let bytes = range(members["bytes"])
    else { return nil }
    var words: [EventField: [Range<Int>]] = [:]
    if case .object(let fields)? = members["words"] {
      for (name, list) in fields {
        guard let field = EventField(rawValue: name) else { continue }
        words[field] = (list.list ?? []).compactMap { range($0) }
      }
    }
    let language = members["language"]?.text.flatMap { $0.utf8.count <= 8 ? $0 : nil } ?? "en"
    return SentenceReference(
      document: document, digest: digest, language: language, paragraph: paragraph, range: bytes, words: words)
  }

  private static func range(_ value: PropertyValue?) -> Range<Int>? {
    let ends = (value?.list ?? []).compactMap { $0.number.flatMap(Int.init(exactly:)) }
    return ends.count == 2 && 0 <= ends[0] && ends[0] <= ends[1] ? ends[0]..<ends[1] : nil
  }
}
