import SituationModel

/// Points of view from which a border or a name is drawn in another way than by default.
struct ContestedFeature: Hashable, Sendable {
  /// Points of view with their way of drawing; empty for a feature that is drawn alike from all of them.
  private let drawings: [Worldview: BorderDrawing]

  /// Reads the lists `as_international`, `as_disputed` and `as_none` of a feature, words with a space between two.
  ///
  /// A word that is no point of view has no effect. A view of which two lists tell differently is drawn as the later list says.
  init(_ feature: Feature) {
    var drawings: [Worldview: BorderDrawing] = [:]
    for drawing in BorderDrawing.allCases {
      guard let words = feature.properties[drawing.listName]?.text else { continue }
      for word in words.split(separator: " ") {
        if let view = Worldview(rawValue: String(word)) { drawings[view] = drawing }
      }
    }
    self.drawings = drawings
  }

  /// Drawing from a point of view; nil where it is that of the default map.
  func drawing(in worldview: Worldview) -> BorderDrawing? { drawings[worldview] }
}

/// Way in which a border of countries is drawn.
enum BorderDrawing: CaseIterable, Hashable, Sendable {
  /// Drawn as an agreed border.
  case international
  /// Dashed.
  case disputed
  /// Not drawn.
  case none

  /// Member of a base map's feature that lists the points of view with this drawing.
  fileprivate var listName: String {
    switch self {
    case .international: "as_international"
    case .disputed: "as_disputed"
    case .none: "as_none"
    }
  }
}

extension Trait {
  /// Drawing of a border from a point of view.
  func border(in worldview: Worldview) -> BorderDrawing {
    if let drawing = contest.drawing(in: worldview) { return drawing }
    return switch kind {
    case "", "international": .international
    // A line that only its claimant draws.
    case "claim": .none
    default: .disputed
    }
  }
}

extension AreaName {
  /// True if the area has a name of its own from a point of view.
  func isShown(in worldview: Worldview) -> Bool { contest.drawing(in: worldview) != BorderDrawing.none }
}
