import SituationModel

/// The evidence of a whole file for the places that its names mean: a name that is the only one of our list is not the only one in the
/// world.
struct PlaceEvidence: Sendable {
  /// The countries that the file is about: those that it names as its own, or the one that several of its names fit together.
  private(set) var countries: Set<String>
  /// Some of the places that the file has coordinates for.
  private let points: [Coordinate]
  /// Points of the records with coordinates by the names of their places, folded.
  private let named: [String: [Coordinate]]

  /// So many names have to fit one country together.
  private static let leastNames = 3
  /// So many metres around it have half of the file's own places, where a place is near them.
  private static let near = 300_000.0
  /// The farthest that two places of one name are apart where they are the same.
  private static let same = 50_000.0
  private static let mostPoints = 2_000
  /// So many points of one name are kept.
  private static let mostOfName = 8

  /// No evidence at all.
  init() { (countries, points, named) = ([], [], [:]) }

  /// The evidence of a file.
  ///
  /// - Parameters:
  ///   - table: its events.
  ///   - stated: the countries that the file says that it is about.
  ///   - names: the countries in which each of its different names may be.
  ///   - wanted: the names, folded, of which it may be asked for points.
  init(_ table: EventTable, stated: Set<String>, names: [Set<String>], wanted: Set<String>) {
    countries = stated.isEmpty ? PlaceEvidence.country(fitting: names).map { [$0] } ?? [] : stated
    let columns = table.columns
    let keys = columns.names.map { name in
      let key = FoldedName.compact(name)
      return wanted.contains(key) ? key : nil
    }
    (points, named) = columns.withMarks { marks in
      let isSpot = { (row: Int) in
        marks.flags[row].contains(.isPoint) && PlaceEvidence.isSpot(marks.precisions[row])
      }
      let step = max(1, marks.flags.indices.count(where: isSpot) / PlaceEvidence.mostPoints)
      var (points, named): ([Coordinate], [String: [Coordinate]]) = ([], [:])
      // The first rows of each name, by its number.
      var counts = [UInt8](repeating: 0, count: keys.count)
      var left = 0
      for row in marks.flags.indices where isSpot(row) {
        if left == 0 {
          points.append(columns.point(row).coordinate)
          left = step
        }
        left -= 1
        let name = Int(marks.places[row])
        guard name >= 0, let key = keys[name], counts[name] < PlaceEvidence.mostOfName else { continue }
        counts[name] += 1
        named[key, default: []].append(columns.point(row).coordinate)
      }
      return (points, named)
    }
  }

  private static func isSpot(_ precision: UInt8) -> Bool {
    precision != PlacePrecision.unplaced.code && precision != PlacePrecision.country.code
  }

  /// The one country that enough names fit together: seven in ten of those that fit any, and twice as many as fit any other.
  private static func country(fitting names: [Set<String>]) -> String? {
    let known = names.filter { !$0.isEmpty }
    var counts: [String: Int] = [:]
    for country in known.joined() where !country.isEmpty { counts[country, default: 0] += 1 }
    guard let best = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    let second = counts.filter { $0.key != best.key }.map(\.value).max() ?? 0
    let isEnough = best.value >= leastNames && best.value * 10 >= known.count * 7 && best.value * 5 >= names.count
    return isEnough && best.value >= second * 2 ? best.key : nil
  }

  /// True if the file has coordinates for a place of this name near by.
  func isSame(_ place: KnownPlace, named name: String) -> Bool {
    (named[FoldedName.compact(name)] ?? []).contains {
      GreatCircle(from: $0, to: place.position).meters < PlaceEvidence.same
    }
  }

  /// True if at least two places of the file, and half of all that it has coordinates for, are near by.
  func isNear(_ place: KnownPlace) -> Bool {
    let near = points.count { GreatCircle(from: $0, to: place.position).meters < PlaceEvidence.near }
    return near >= 2 && near * 2 >= points.count
  }
}
