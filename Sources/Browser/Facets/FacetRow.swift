import SituationModel

/// A line of the filter pane below the filter itself.
enum FacetRow: Hashable, Sendable {
  /// The filter as it stands: where all of it is edited or cleared.
  case filter
  /// A part of the filter that no section shows, by its place among those.
  case other(Int)
  /// The name of a section, with how many values it has.
  case heading(Facet, Int)
  /// A value of a section.
  case value(Facet, Entry)
  /// Where a text can be added.
  case addText

  /// A value with its name and how many events have it under the other filters.
  struct Entry: Hashable, Sendable {
    let value: FacetValue
    /// As the file writes it; not safe.
    let name: String
    let count: FacetCounts.Count
  }

  /// Whether keys can rest on it.
  var isReached: Bool { if case .heading = self { false } else { true } }

  /// The section that it stands in, if any.
  var facet: Facet? {
    switch self {
    case .filter, .other: nil
    case .heading(let facet, _), .value(let facet, _): facet
    case .addText: .text
    }
  }

  /// Whether two rows are the same one, whatever their counts are now.
  func isSame(as other: FacetRow) -> Bool {
    switch (self, other) {
    case (.value(let facet, let entry), .value(let otherFacet, let otherEntry)):
      facet == otherFacet && entry.name == otherEntry.name
    case (.heading(let facet, _), .heading(let otherFacet, _)): facet == otherFacet
    default: self == other
    }
  }
}

extension Facet {
  /// What its heading says.
  var title: String {
    switch self {
    case .kind: "kinds"
    case .actor: "actors"
    case .standing: "standing"
    case .grade: "grades of sources"
    case .precision: "precision of places"
    case .placed: "placed by"
    case .source: "sources"
    case .file: "files"
    case .text: "text"
    case .view: "in the view"
    }
  }
}
