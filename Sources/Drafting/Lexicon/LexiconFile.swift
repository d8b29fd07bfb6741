import SituationModel

/// The members of a file of words, read with their names so that a fault of the file says where it is.
struct LexiconFile {
  /// The fault of a file of words, in a sentence without a full stop.
  struct Fault: Error, Hashable {
    let words: String
  }

  private let value: PropertyValue
  private let name: String

  /// The members of an object.
  init(_ value: PropertyValue, name: String) { (self.value, self.name) = (value, name) }

  /// A member that is an object; empty where the file has none.
  func part(_ member: String) -> LexiconFile {
    LexiconFile(value[member] ?? .object([:]), name: name + "." + member)
  }

  /// The texts of a list; none where the file has no such member.
  func texts(_ member: String) throws(Fault) -> [String] {
    guard let found = value[member] else { return [] }
    guard case .list(let list) = found else { throw Fault(words: "\(name).\(member) is no list") }
    let texts = list.compactMap(\.text)
    guard texts.count == list.count else { throw Fault(words: "\(name).\(member) has something that is no text") }
    return texts
  }

  /// A table of the phrases of a list.
  func phrases(_ member: String) throws(Fault) -> PhraseTable<Bool> { PhraseTable(try texts(member)) }

  /// The members of an object whose values are texts.
  func names(_ member: String) throws(Fault) -> [(key: String, value: String)] {
    try members(member) { $0.text }
  }

  /// The members of an object whose values are numbers.
  func numbers(_ member: String) throws(Fault) -> [(key: String, value: Double)] {
    try members(member) { $0.number }
  }

  /// The parts of a list of objects.
  func list(_ member: String) throws(Fault) -> [LexiconFile] {
    guard let found = value[member] else { return [] }
    guard case .list(let list) = found else { throw Fault(words: "\(name).\(member) is no list") }
    return list.enumerated().map { LexiconFile($1, name: "\(name).\(member)[\($0)]") }
  }

  /// A text; nil where the file has no such member.
  func text(_ member: String) -> String? { value[member]?.text }
  /// True if a member is true.
  func flag(_ member: String) -> Bool { value[member]?.flag ?? false }

  private func members<Value>(
    _ member: String, _ read: (PropertyValue) -> Value?
  ) throws(Fault) -> [(key: String, value: Value)] {
    guard let found = value[member] else { return [] }
    guard case .object(let members) = found else { throw Fault(words: "\(name).\(member) is no object") }
    var result: [(key: String, value: Value)] = []
    for (key, item) in members.sorted(by: { $0.key < $1.key }) {
      guard let value = read(item) else { throw Fault(words: "\(name).\(member).\(key) has a value of another sort") }
      result.append((key, value))
    }
    return result
  }
}
