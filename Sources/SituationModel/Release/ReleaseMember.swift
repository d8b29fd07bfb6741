/// A part of an event or of a whole file that may be released. What no member names is never written.
public enum ReleaseMember: String, CaseIterable, Hashable, Sendable {
  /// The headline.
  case title
  /// The kind, in the file's word.
  case kind
  /// The time at which it happened.
  case when
  /// The time at which the report of it became known.
  case published
  /// The widened place. Without it the event has none.
  case place
  /// The place for which it was bound, widened alike.
  case destination
  /// The province that the record names.
  case province
  /// How firmly it stands.
  case standing
  /// The names of those who took part.
  case actors
  /// The names of the sources, with the dates of their reports, and who denies the event.
  case sources
  /// The sources' figures.
  case figures
  /// The sources' grades.
  case grades
  /// The sources' own accounts.
  case says
  /// The remarks on the sources.
  case notes
  /// The description, with the lines of columns that no member has.
  case summary
  /// The ids of the file; without them the events are numbered.
  case ids
  /// The addresses of sources, and the links between events.
  case links
  /// The paths and digests of copies beside the file.
  case copies
  /// The remarks of people on an event.
  case comments
  /// The facts of the whole file: its title, summary, background and credits.
  case about

  /// The members that are written unless somebody drops them. All others are written only when somebody names them.
  public static let usual: Set<ReleaseMember> = [
    .title, .kind, .when, .published, .place, .destination, .standing, .actors, .sources, .figures, .grades, .says,
    .notes,
  ]
}
