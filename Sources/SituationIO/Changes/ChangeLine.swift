import SituationModel

/// One line of a log of changes: a JSON object as `Data/changes.schema.json` describes it.
enum ChangeLine {
  /// The version of the form of lines.
  static let version = 1

  /// The result of reading a line.
  enum Reading {
    case change(Change)
    /// A change of a kind, or of a version, that this program does not know; with its id where it has one.
    case unknown(id: String?, words: String)
    /// A line that is no change, with the reason.
    case rejected(String)
  }

  /// The words for deeds.
  private enum Word: String {
    case add, draft, set, withdraw, comment, tag, accept, reject, revert
    case sameAs = "same-as"
    case notSameAs = "not-same-as"
  }

  /// Texts of ids and names may be so long in bytes; other texts are limited by `RecordFile.limits`.
  private static let longestName = 4_096

  // MARK: Writing

  /// The line of a change, with the line feed at its end.
  static func text(of change: Change) -> String {
    var members: [(key: String, value: PropertyValue)] = [
      ("change", .text(word(for: change.deed).rawValue)), ("version", .number(Double(version))),
      ("id", .text(change.id)), ("time", .text(time(change.time))), ("author", .text(change.author)),
    ]
    switch change.deed {
    case .add(let fields): members.append(("fields", .object(object(fields) { .text($0) })))
    case .draft(let fields, let sentence):
      members.append(("fields", .object(object(fields) { .text($0) })))
      if let sentence { members.append(("sentence", SentenceMember.value(of: sentence))) }
    case .set(let event, let fields):
      members.append(("event", value(of: event)))
      members.append(("fields", .object(object(fields, value(of:)))))
    case .withdraw(let event), .accept(let event), .reject(let event): members.append(("event", value(of: event)))
    case .comment(let event, let text): members += [("event", value(of: event)), ("text", .text(text))]
    case .tag(let event, let word): members += [("event", value(of: event)), ("tag", .text(word))]
    case .sameAs(let one, let other), .notSameAs(let one, let other):
      members.append(("events", .list([value(of: one), value(of: other)])))
    case .revert(let id): members.append(("reverts", .text(id)))
    }
    if !change.reason.isEmpty { members.append(("reason", .text(change.reason))) }
    return PropertyValue.json(members) + "\n"
  }

  private static func object<Value>(
    _ fields: [EventField: Value], _ value: (Value) -> PropertyValue
  ) -> [String: PropertyValue] {
    Dictionary(uniqueKeysWithValues: fields.map { ($0.key.rawValue, value($0.value)) })
  }

  private static func value(of change: FieldChange) -> PropertyValue {
    var members: [String: PropertyValue] = ["from": .text(change.from), "to": .text(change.to)]
    if !change.decides.isEmpty { members["decides"] = .list(change.decides.map(PropertyValue.text)) }
    return .object(members)
  }

  private static func value(of name: EventName) -> PropertyValue {
    switch name {
    case .id(let id, let file): named("id", id, file)
    case .content(let digest, let file): named("content", digest, file)
    }
  }

  private static func named(_ key: String, _ text: String, _ file: String?) -> PropertyValue {
    .object(file.map { [key: .text(text), "file": .text($0)] } ?? [key: .text(text)])
  }

  /// A moment as EDTF writes it, to the second.
  private static func time(_ instant: Instant) -> String { DateInterval(unit: .second, at: instant).edtf }

  private static func word(for deed: Change.Deed) -> Word {
    switch deed {
    case .add: .add
    case .draft: .draft
    case .set: .set
    case .withdraw: .withdraw
    case .comment: .comment
    case .tag: .tag
    case .sameAs: .sameAs
    case .notSameAs: .notSameAs
    case .accept: .accept
    case .reject: .reject
    case .revert: .revert
    }
  }

  // MARK: Reading

  /// Reads the members of a line. Members that have no meaning are passed over.
  static func reading(_ members: [String: PropertyValue]) -> Reading {
    guard let word = members["change"]?.text else { return .rejected("has no \"change\", which says what it does") }
    let id = members["id"]?.text
    let version = members["version"]?.number ?? 1
    guard version == 1 else {
      return .unknown(id: id, words: "is of version \(version.figureWords), which a later sitmap understands")
    }
    guard let kind = Word(rawValue: word) else {
      return .unknown(id: id, words: "is a change of the kind \(quoted(word)), which a later sitmap may understand")
    }
    do throws(Failure) {
      let name = try name(id, "id")
      let deed = try deed(kind, members)
      guard let time = (members["time"]?.text).flatMap({ try? DateInterval(edtf: $0) }),
        time.precision == .second, let start = time.start, !time.isSpan
      else { throw Failure("has no \"time\" to the second, as 2024-12-13T14:30:05Z") }
      return .change(
        Change(
          id: name, time: start, author: members["author"]?.text ?? "", reason: members["reason"]?.text ?? "", deed))
    } catch {
      return .rejected(error.reason)
    }
  }

  private struct Failure: Error {
    let reason: String
    init(_ reason: String) { self.reason = reason }
  }

  private static func deed(_ word: Word, _ members: [String: PropertyValue]) throws(Failure) -> Change.Deed {
    switch word {
    case .add: return .add(try fields(members))
    case .draft: return .draft(try fields(members), from: SentenceMember.reference(members["sentence"]))
    case .set: return .set(try event(members["event"]), try fieldChanges(members))
    case .withdraw: return .withdraw(try event(members["event"]))
    case .comment: return .comment(try event(members["event"]), try text(members, "text"))
    case .tag: return .tag(try event(members["event"]), try text(members, "tag"))
    case .accept: return .accept(try event(members["event"]))
    case .reject: return .reject(try event(members["event"]))
    case .revert: return .revert(try name(members["reverts"]?.text, "reverts"))
    case .sameAs, .notSameAs:
      let events = members["events"]?.list ?? []
      guard events.count == 2 else { throw Failure("has no \"events\", a list of two") }
      let (one, other) = (try event(events[0]), try event(events[1]))
      guard one != other else { throw Failure("compares an event with itself") }
      return word == .sameAs ? .sameAs(one, other) : .notSameAs(one, other)
    }
  }

  /// True if a text may be an id or a name.
  static func isName(_ text: String) -> Bool { 1...longestName ~= text.utf8.count }

  /// True if a text is a fingerprint in small hexadecimal digits.
  static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { $0 &- 0x30 < 10 || $0 &- 0x61 < 6 }
  }

  private static func name(_ text: String?, _ member: String) throws(Failure) -> String {
    guard let text, !text.isEmpty else { throw Failure("has no \(quoted(member))") }
    guard text.utf8.count <= longestName else {
      throw Failure("has a \(quoted(member)) of more than \(longestName) bytes")
    }
    return text
  }

  private static func text(_ members: [String: PropertyValue], _ member: String) throws(Failure) -> String {
    guard let text = members[member]?.text, !text.isEmpty else { throw Failure("has no \(quoted(member))") }
    return text
  }

  private static func event(_ value: PropertyValue?) throws(Failure) -> EventName {
    guard let value else { throw Failure("has no \"event\"") }
    let file = value["file"]?.text
    if let id = value["id"]?.text { return .id(try name(id, "id"), file: file) }
    let digest = try name(value["content"]?.text, "id or content of its event").lowercased()
    guard isDigest(digest) else {
      throw Failure("has a \"content\" that is not 64 hexadecimal digits")
    }
    return .content(digest, file: file)
  }

  /// The members of `fields`. A field that is not known makes the line one that can't be applied: half of it would be a guess.
  private static func fieldMembers(
    _ members: [String: PropertyValue]
  ) throws(Failure) -> [(field: EventField, value: PropertyValue)] {
    guard case .object(let fields)? = members["fields"], !fields.isEmpty else { throw Failure("has no \"fields\"") }
    var known: [(field: EventField, value: PropertyValue)] = []
    for (name, value) in fields {
      guard let field = EventField(rawValue: name) else { throw Failure("sets \(quoted(name)), which is no field") }
      known.append((field, value))
    }
    return known
  }

  private static func fields(_ members: [String: PropertyValue]) throws(Failure) -> [EventField: String] {
    var fields: [EventField: String] = [:]
    for (field, value) in try fieldMembers(members) {
      guard let text = value.text else { throw Failure("has a \(quoted(field.rawValue)) that is no text") }
      fields[field] = text
    }
    return fields
  }

  private static func fieldChanges(_ members: [String: PropertyValue]) throws(Failure) -> [EventField: FieldChange] {
    var fields: [EventField: FieldChange] = [:]
    for (field, value) in try fieldMembers(members) {
      guard let from = value["from"]?.text, let to = value["to"]?.text else {
        throw Failure("changes \(quoted(field.rawValue)) without \"from\" and \"to\"")
      }
      fields[field] = FieldChange(from: from, to: to, decides: (value["decides"]?.list ?? []).compactMap(\.text))
    }
    return fields
  }
}
