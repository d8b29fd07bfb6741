import SituationModel

/// A source in the words of a file.
struct SourceDraft {
  var who: String?
  var via: String?
  var published: String?
  var link: String?
  var grade: String?
  var note: String?

  /// The source that the words mean; nil, with a note, where nobody is named.
  func source(_ notes: inout RecordNotes) -> Source? {
    guard let who, !who.isEmpty else {
      notes.add("a source without \"who\" is left out")
      return nil
    }
    return Source(
      who: who, via: via, published: notes.date(published, of: "published"), link: link, grade: notes.grade(grade),
      note: note)
  }
}

extension RecordNotes {
  fileprivate mutating func grade(_ text: String?) -> AdmiraltyGrade? {
    guard let text else { return nil }
    let grade = AdmiraltyGrade(text)
    if grade == nil { add("\(quoted(text)) is no Admiralty grade") }
    return grade
  }
}
