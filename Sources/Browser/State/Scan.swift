import SituationModel

/// A filter or a search that is done in parts.
struct Scan: Sendable {
  /// The use of what is found.
  enum Purpose: Hashable, Sendable {
    /// It is to be the view's filter.
    case filter(EventFilter)
    /// The next event with a text is to be selected; `isHereMeant` if the selected event may be it.
    case search(String, direction: Int, isHereMeant: Bool)
  }

  /// The use of what is found.
  let purpose: Purpose
  /// The pass through the rows.
  var parts: FilterScan
  /// The version of the dataset whose rows are looked at.
  let version: Int

  /// True for a search.
  var isSearch: Bool {
    switch purpose {
    case .filter: false
    case .search: true
    }
  }
}
