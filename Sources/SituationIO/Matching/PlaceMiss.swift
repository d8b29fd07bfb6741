/// The reason for which a name was not placed.
struct PlaceMiss: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// It fits several places.
    case ambiguous
    /// No place of the gazetteer that fits the record has the name.
    case unknown
    /// It fits a place, and nothing in the file says that this one is meant.
    case unproven
  }

  let kind: Kind
  /// The name, as the file has it.
  let name: String
  /// The end of a sentence that began with the name.
  let reason: String
}

/// The numbers of the names of one file that were looked up, by what became of them: records, not names.
public struct PlaceMatchCounts: Hashable, Sendable {
  /// The records that were placed by name.
  public internal(set) var placed = 0
  /// The records whose name fits several places.
  public internal(set) var ambiguous = 0
  /// The records whose name is not known.
  public internal(set) var unknown = 0
  /// The records whose name is known, without any evidence that this place is meant.
  public internal(set) var unproven = 0

  /// True if nothing was looked up.
  var isEmpty: Bool { placed + ambiguous + unknown + unproven == 0 }

  /// `3 placed by name, 1 ambiguous, 2 unknown`.
  public var words: String {
    let others = [(ambiguous, "ambiguous"), (unknown, "unknown"), (unproven, "not confirmed by the file")]
    return (["\(placed) placed by name"] + others.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }).joined(separator: ", ")
  }
}
