import Cartography
import SituationModel

/// A country that events are about as a whole: such events have no point on the map, and a chip at its foot counts them.
struct WholeCountry: Sendable {
  /// Tells countries apart: by their names or, where events have none, by their areas.
  struct Key: Hashable, Sendable {
    private let name: Int32
    private let reach: Int32

    /// A key for an event.
    ///
    /// - Parameters:
    ///   - name: number of its place's name; negative for none.
    ///   - reach: number of its place's area; negative for none.
    init(name: Int32, reach: Int32) {
      (self.name, self.reach) = (name, name >= 0 ? -1 : reach)
    }
  }

  /// Number of `PlacePrecision.country`, as the columns of events have it.
  static let precision = PlacePrecision.country.code

  /// Number of its name among the names of places; negative where it has none.
  let name: Int32
  /// The rectangle around it, as far as events state it.
  private(set) var bounds: GeoBounds

  /// The countries of some events with their numbers. Linear in the events.
  ///
  /// - Parameters:
  ///   - others: places and areas of the events that are not one point, by row.
  ///   - reaches: the areas.
  static func all(
    of columns: EventColumns, others: [Int32: (places: [Coordinate], reach: Int32)], _ reaches: [SpotTable.Reaching]
  ) -> ([WholeCountry], [Key: Int]) {
    var (countries, numbers) = ([WholeCountry](), [Key: Int]())
    for row in 0..<columns.count where columns.precisions[row] == precision {
      let other = others[Int32(row)]
      let isPoint = columns.flags[row].contains(.isPoint)
      let places = isPoint ? [columns.point(row).coordinate] : other?.places ?? []
      let reach = other?.reach ?? -1
      let area = reach >= 0 ? reaches[Int(reach)].bounds : GeoBounds(around: places)
      // Without a point there is nothing to go to: such an event has no place.
      guard let area else { continue }
      let key = Key(name: columns.places[row], reach: reach)
      if let number = numbers[key] {
        countries[number].bounds = countries[number].bounds.stretched(to: area)
      } else {
        numbers[key] = countries.count
        countries.append(WholeCountry(name: columns.places[row], bounds: area))
      }
    }
    return (countries, numbers)
  }
}

extension GeoBounds {
  /// The rectangle around both.
  fileprivate func stretched(to other: GeoBounds) -> GeoBounds {
    GeoBounds(
      south: min(south, other.south), west: min(west, other.west), north: max(north, other.north),
      east: max(east, other.east))
  }
}
