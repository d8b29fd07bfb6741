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
  /// The Admiralty grade of the source, if one was given.
  public let grade: AdmiraltyGrade?
  /// A remark of the source, or on it.
  public let note: String?
  /// The source's own account, if it is not the event's.
  public let says: String?
  /// True if the source denies what the event states.
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
