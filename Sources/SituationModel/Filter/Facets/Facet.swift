/// A side of events that a filter pane has a section for.
public enum Facet: String, CaseIterable, Hashable, Sendable {
  // The sections with few values come first, so that they fit on a low screen.
  case kind, standing, precision, actor, grade
  /// The way to its place on the map, where some were found by name.
  case placed
  case source
  /// The file, where several are open.
  case file
  case text
  /// Where: what a view shows.
  case view

  /// True if an event must have all wanted values of this section, and not only one of them.
  var isConjunctive: Bool { self == .text }

  /// The part of an event that may be missing, so that "not stated" is a value too; nil if the part is always there.
  var part: FilterTerm.Part? {
    switch self {
    case .actor: .actor
    case .standing: .standing
    case .grade: .grade
    case .source: .source
    case .kind, .precision, .placed, .file, .text, .view: nil
    }
  }
}

/// One value of a section of the filter pane.
public enum FacetValue: Hashable, Sendable {
  /// A term that holds of an event.
  case term(FilterTerm)
  /// A part of an event that the file does not state.
  case missing(FilterTerm.Part)

  /// The filter that lets pass what has the value.
  var wanted: FilterExpression {
    switch self {
    case .term(let term): .term(term)
    case .missing(let part): .not(.term(.has(part)))
    }
  }

  /// The filter that lets pass what has it not.
  var excluded: FilterExpression {
    switch self {
    case .term(let term): .not(.term(term))
    case .missing(let part): .term(.has(part))
    }
  }

  /// As a person would type it.
  public var text: String { wanted.text }

  /// The section that it belongs to; nil for a term that no section shows.
  public var facet: Facet? {
    switch self {
    case .missing(let part): Facet.allCases.first { $0.part == part }
    case .term(let term):
      switch term {
      case .text(.kind, _, _): .kind
      case .text(.actor, _, _): .actor
      case .text(.source, _, _): .source
      case .text(.file, _, _): .file
      case .text(.text, _, _): .text
      case .standing: .standing
      case .grade: .grade
      case .precision: .precision
      case .placed: .placed
      case .within, .inside: .view
      case .text, .has, .relation, .figure, .change, .time, .near: nil
      }
    }
  }

  /// The value that a filter wants, if it is no more than that.
  init?(wantedBy expression: FilterExpression) {
    switch expression {
    case .term(let term): self = .term(term)
    case .not(.term(.has(let part))): self = .missing(part)
    default: return nil
    }
    if facet == nil { return nil }
  }

  /// The value that a filter excludes, if it is no more than that.
  init?(excludedBy expression: FilterExpression) {
    switch expression {
    case .not(.term(let term)): self = .term(term)
    case .term(.has(let part)): self = .missing(part)
    default: return nil
    }
    if facet == nil { return nil }
  }
}
