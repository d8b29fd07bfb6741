import SituationModel

/// A line of the filter pane.
enum FacetRow: Hashable, Sendable {
  /// The filter itself, which can be edited or cleared as a whole.
  case filter
  /// A part of the filter that no section shows, by its index among these parts.
  case other(Int)
  /// The heading of a section, with the number of its values.
  case heading(Facet, Int)
  /// A value of a section.
  case value(Facet, Entry)
  /// The line that adds a text.
  case addText

  /// A value with its name, and the number of events that have it under the other filters.
  struct Entry: Hashable, Sendable {
    let value: FacetValue
    /// The name as the file writes it; not safe.
    let name: String
    let count: FacetCounts.Count
  }

  /// True if the cursor can rest on the line.
  var isReached: Bool { if case .heading = self { false } else { true } }

  /// The section of the line; nil if it is in none.
  var facet: Facet? {
    switch self {
    case .filter, .other: nil
    case .heading(let facet, _), .value(let facet, _): facet
    case .addText: .text
    }
  }

  /// True if two lines are the same one, whatever their counts are now.
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
  /// The text of the section's heading.
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
