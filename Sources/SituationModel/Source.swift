/// Who says that something happened.
public struct Source: Hashable, Sendable {
  /// The one who says it.
  public let who: String
  /// Through whom it reached us, where that is another.
  public let via: String?
  /// When it was published, where that is known.
  public let published: DateInterval?
  /// Where it can be read.
  public let link: String?
  /// Its Admiralty grade, where one was given.
  public let grade: AdmiraltyGrade?
  /// What it says of itself, or what is to be said of it.
  public let note: String?

  /// A source.
  public init(
    who: String, via: String? = nil, published: DateInterval? = nil, link: String? = nil,
    grade: AdmiraltyGrade? = nil, note: String? = nil
  ) {
    self.who = who
    self.via = via
    self.published = published
    self.link = link
    self.grade = grade
    self.note = note
  }
}
