/// A part of an event that a person can state or correct, as text that the readers of files understand.
public enum EventField: String, CaseIterable, Hashable, Sendable, Comparable {
  /// The headline.
  case title
  /// The kind, by the program's word or the file's own.
  case kind
  /// The time at which it happened: an EDTF date, or one as people write it.
  case date
  /// The time at which the report of it became known.
  case published
  /// The name of the place.
  case place
  /// Coordinates in any notation that is read, or a shape as well-known text.
  case coordinates
  /// The exactness with which the place is known.
  case precision
  /// For a vicinity: the distance within which it lies, with its unit.
  case radius
  /// The province.
  case province
  /// The name of the place for which it was bound.
  case destination
  /// The standing.
  case standing
  /// The names of those who took part, parted by semicolons.
  case actors
  /// Numbers with their names: `deaths 5..7; injured 12`.
  case figures
  /// A description, in some sentences.
  case summary
  /// The sources, parted by semicolons; each with its address where it has one.
  case sources
  /// The links to other events, parted by semicolons: `disputes ev-12`.
  case links

  /// The order in which a form shows them.
  public static func < (left: EventField, right: EventField) -> Bool { left.position < right.position }

  private var position: Int { EventField.allCases.firstIndex(of: self) ?? 0 }
}
