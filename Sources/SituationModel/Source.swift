/// Who says that something happened.
public struct Source: Hashable, Sendable {
  /// The one who says it.
  public let who: String
  /// Through whom it reached us, where that is another.
  public let via: String?
  /// When it was published, where that is known.
  public internal(set) var published: DateInterval?
  /// Where it can be read.
  public let link: String?
  /// Its Admiralty grade, where one was given.
  public let grade: AdmiraltyGrade?
  /// What it says of itself, or what is to be said of it.
  public let note: String?
  /// What it says happened, where that is not what the event says.
  public let says: String?
  /// Whether it denies what the event says.
  public let disputes: Bool
  /// The numbers that it gives.
  public let figures: [Figure]
  /// A copy of it beside the data.
  public let copy: LocalCopy?

  /// A source.
  public init(
    who: String, via: String? = nil, published: DateInterval? = nil, link: String? = nil,
    grade: AdmiraltyGrade? = nil, note: String? = nil, says: String? = nil, disputes: Bool = false,
    figures: [Figure] = [], copy: LocalCopy? = nil
  ) {
    self.who = who
    self.via = via
    self.published = published
    self.link = link
    self.grade = grade
    self.note = note
    self.says = says
    self.disputes = disputes
    self.figures = figures
    self.copy = copy
  }
}
