import SituationModel

/// A place that a sentence names, with the part that it has in what is told.
struct PlaceClue: Sendable {
  /// The part of the place, by the words around its name.
  enum Part: Sendable {
    /// It happened there.
    case inside
    /// It happened near it.
    case near
    /// In a direction from it, perhaps so many kilometres off.
    case direction(PlaceWords.Direction, kilometers: Double?)
    /// In that part of it.
    case part(PlaceWords.Direction)
    /// In the region of its name.
    case region
    /// At a facility of its name.
    case facility(isAirfield: Bool)
    /// At its border.
    case border
    /// Something was bound for it.
    case toward
    /// It only says where another place lies.
    case qualifier
    /// It is named for another reason.
    case apart(String)
  }

  /// The tokens of all words that gave the clue.
  let tokens: Range<Int>
  let mention: PlaceMention
  let part: Part
  /// True if it goes on a list with the clue before.
  var isListed = false
  /// True if something came from there.
  var isFrom = false
  /// True if something left it, and so was there: `withdrew from Homs`.
  var isLeft = false
  /// True if the sentence doubts it: `what seemed to be Syria`.
  var isDoubted = false
  /// The number of the clue in which it lies by the words; nil where these say none.
  var container: Int?

  /// True if the clue says where something was.
  var isWhere: Bool {
    switch part {
    case .inside, .near, .direction, .part, .region, .facility, .border: !isFrom
    case .toward, .qualifier, .apart: false
    }
  }

  /// The reason for which a place is kept apart; nil where it is not.
  var apartReason: String? { if case .apart(let reason) = part { reason } else { nil } }
}

/// Two places that a sentence joins: a road, a stretch, a way.
struct PairClue: Sendable {
  let tokens: Range<Int>
  let first: Int
  let second: Int
  /// True if the words name a road.
  let isRoad: Bool
  /// True for a way from the first to the second.
  let isWay: Bool
}
