/// The columns of a list of events, by each of which it can be sorted.
public enum EventColumn: Hashable, Sendable {
  /// When, as the table has it: earlier starts first, of those earlier ends.
  case time
  case title, kind
  /// The name of the place.
  case place
  /// Who is named first.
  case actor
  /// Confirmed first, alleged last. What is disputed stands in no order: behind them.
  case standing
  /// The best judged grade of its sources, A1 first.
  case grade
  /// How exactly the place is known, exact first.
  case precision
  /// The source that is named first.
  case source
  /// The file that it is from, in the order in which they were named.
  case file
  /// How many of something: the most first.
  case figure(FigureName)

  /// The column after it; after the last comes the first. Files are one only where there are several, and figures where events state them.
  public func next(in events: EventTable) -> EventColumn {
    let all =
      EventColumn.allCases.filter { $0 != .file || !events.files.isEmpty } + events.figureNames.map(EventColumn.figure)
    return all[((all.firstIndex(of: self) ?? -1) + 1) % all.count]
  }
}

extension EventColumn: CaseIterable, RawRepresentable {
  /// The columns that any list can have: all but figures.
  public static let allCases: [EventColumn] = [
    .time, .title, .kind, .place, .actor, .standing, .grade, .precision, .source, .file,
  ]

  /// The name of the column, as options and views have it; of a figure, its own.
  public var rawValue: String {
    switch self {
    case .time: "time"
    case .title: "title"
    case .kind: "kind"
    case .place: "place"
    case .actor: "actor"
    case .standing: "standing"
    case .grade: "grade"
    case .precision: "precision"
    case .source: "source"
    case .file: "file"
    case .figure(let name): name.text
    }
  }

  /// The column of a name; any other name than those of `allCases` is that of a figure.
  public init?(rawValue: String) {
    if let column = EventColumn.allCases.first(where: { $0.rawValue == rawValue }) {
      self = column
    } else {
      guard let name = FigureName(rawValue) else { return nil }
      self = .figure(name)
    }
  }
}

/// The groupings of a list of events.
public enum EventGrouping: String, CaseIterable, Hashable, Sendable {
  /// The day; what is not known to the day is by its interval, which is put under no day.
  case day
  /// All who took part: events of two parties are a group of their own, so that each event stands once.
  case actor
  case kind
  /// The name of the place.
  case place
  /// The file that it is from.
  case file
  /// The change between two versions of a file.
  case change
  case none

  /// The groupings that any list can have: all but the change, for which there must be two versions.
  public static let allCases: [EventGrouping] = [.day, .actor, .kind, .place, .file, .none]

  /// The grouping after it; after the last comes the first. Files are one only where there are several.
  public func next(in events: EventTable) -> EventGrouping {
    let all =
      (events.isComparison ? [.change] : []) + EventGrouping.allCases.filter { $0 != .file || !events.files.isEmpty }
    return all[((all.firstIndex(of: self) ?? -1) + 1) % all.count]
  }

  /// The grouping that goes with a column if nothing is said: days for the time, none for the rest, whose order is over all.
  public static func usual(for column: EventColumn) -> EventGrouping { column == .time ? .day : .none }

  /// The column that tells the groups apart.
  var column: EventColumn? {
    switch self {
    case .day: .time
    case .actor: .actor
    case .kind: .kind
    case .place: .place
    case .file: .file
    case .change, .none: nil
    }
  }
}

extension Event {
  /// The best of the grades of its sources that leave nothing unjudged, by reliability and then by credibility; nil when
  /// there is none. F and 6 say that something can't be judged: such a grade is neither better nor worse than another.
  public var bestGrade: AdmiraltyGrade? {
    sources.compactMap(\.grade).filter { $0.rank != nil }.max { ($0.rank ?? 0) < ($1.rank ?? 0) }
  }

  /// The grade in a word for a column: the best judged one, or else the first; `+` when sources have others beside it.
  public var gradeWords: String? {
    let grades = sources.compactMap(\.grade)
    guard let shown = bestGrade ?? grades.first else { return nil }
    return shown.text + (grades.contains { $0 != shown } ? "+" : "")
  }
}

extension DateInterval {
  /// The whole day that it lies in; itself when it is not known to lie in one.
  public var day: DateInterval {
    guard let start, let end else { return self }
    let first = start.seconds - Int64(start.secondOfDay)
    guard end.seconds - first <= 86_400 else { return self }
    return DateInterval(
      unit: .day, at: Instant(seconds: first), isApproximate: isApproximate, isUncertain: isUncertain)
  }
}
