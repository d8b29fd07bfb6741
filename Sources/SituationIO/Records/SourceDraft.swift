import SituationModel

/// A source in the words of a file.
struct SourceDraft {
  var who: String?
  var via: String?
  var published: String?
  var link: String?
  var grade: String?
  var note: String?
  var says: String?
  var disputes: Bool?
  var figures: [Figure] = []
  var copy: String?
  var digest: String?
  /// The file that it stands in.
  var dataFile = ""

  /// The source that the words mean; nil, with a note, where nobody is named.
  func source(_ notes: inout RecordNotes) -> Source? {
    guard let who, !who.isEmpty else {
      notes.add("a source without \"who\" is left out", field: "who")
      return nil
    }
    return Source(
      who: who, via: via, published: notes.date(published, of: "published"), link: link, grade: notes.grade(grade),
      note: note, says: says, disputes: disputes ?? false, figures: figures, copy: localCopy(&notes))
  }
}

extension SourceDraft {
  private func localCopy(_ notes: inout RecordNotes) -> LocalCopy? {
    guard let copy else {
      if let digest { notes.unread("a \"sha256\" without \"copy\" is left out", field: "sha256", value: digest) }
      return nil
    }
    let digits = digest?.lowercased()
    let isDigest = digits.map { $0.utf8.count == 64 && $0.allSatisfy { $0.isASCII && $0.isHexDigit } } ?? true
    if !isDigest, let digest { notes.unread("\"sha256\" is not 64 hexadecimal digits", field: "sha256", value: digest) }
    return LocalCopy(path: copy, digest: isDigest ? digits : nil, dataFile: dataFile)
  }
}

extension RecordNotes {
  fileprivate mutating func grade(_ text: String?) -> AdmiraltyGrade? {
    guard let text else { return nil }
    let grade = AdmiraltyGrade(text)
    if grade == nil { unread("\(quoted(text)) is no Admiralty grade", field: "grade", value: text) }
    return grade
  }
}
