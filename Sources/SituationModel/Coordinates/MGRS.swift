/// A square of the Military Grid Reference System on WGS 84, from 100 km down to 1 m wide: `36S YE 67811 22446`.
///
/// As in NGA.STND.0037, *Universal Grids and Grid Reference Systems* (2014), for the part of the globe that UTM covers:
/// 80° S to 84° N, with the wider zones of Norway and Svalbard. A square is named by its southwest corner, so a place is
/// cut off to it and never rounded.
public struct MGRS: Hashable, Sendable {
  /// UTM's zone, 1 … 60.
  public let zone: Int
  /// The band of latitude, `C` … `X` without `I` and `O`.
  public let band: Character
  /// The two letters of the square of 100 km.
  public let letters: String
  /// How many squares of its size it lies east of the west edge of that square.
  public let easting: Int
  /// How many squares of its size it lies north of the south edge of that square.
  public let northing: Int
  /// Digits of each of the two numbers: 0 for a square of 100 km … 5 for one of 1 m.
  public let digits: Int
  /// The place in its middle. Where a zone or a band ends in a square, that may lie in the next one.
  public let middle: Coordinate

  /// The square's width, in metres.
  public var side: Int { Self.side(digits: digits) }

  /// As it is written, with spaces.
  public var text: String {
    let head = "\(zone)\(band) \(letters)"
    return digits == 0 ? head : "\(head) \(padded(easting, digits)) \(padded(northing, digits))"
  }

  /// The square of so many digits (0 … 5) in which a place lies; nil beyond the part of the globe that UTM covers.
  public init?(_ place: Coordinate, digits: Int) {
    guard let zone = Self.zone(of: place), let band = Self.band(of: place) else { return nil }
    let digits = min(max(digits, 0), 5)
    let (east, north) = Grid(zone: zone, isSouth: place.latitude < 0).point(of: place)
    let (column, row) = (Int((east / 100_000).rounded(.down)), Int((north / 100_000).rounded(.down)))
    let columns = Self.columnLetters(zone)
    guard columns.indices.contains(column - 1) else { return nil }
    let second = Self.rowLetters[(row + Self.rowOffset(zone)) % 20]
    let side = Self.side(digits: digits)
    self.init(
      zone: zone, band: band, letters: "\(columns[column - 1])\(second)",
      easting: (Int(east.rounded(.down)) - column * 100_000) / side,
      northing: (Int(north.rounded(.down)) - row * 100_000) / side, digits: digits)
  }

  /// The square of these names and numbers; nil when no such square lies in its zone and band.
  init?(zone: Int, band: Character, letters: String, easting: Int, northing: Int, digits: Int) {
    guard (1...60).contains(zone), Self.bands.contains(band), letters.count == 2, (0...5).contains(digits),
      let first = letters.first, let second = letters.last,
      let column = Self.columnLetters(zone).firstIndex(of: first), let row = Self.rowLetters.firstIndex(of: second)
    else { return nil }
    let side = Double(Self.side(digits: digits))
    let grid = Grid(zone: zone, isSouth: band < "N")
    let west = Double(column + 1) * 100_000 + Double(easting) * side
    let rowsNorth = (row - Self.rowOffset(zone) + 20) % 20
    // The letters of the rows begin again every 2,000 km; a band is less than half as high.
    for round in 0..<5 {
      let south = Double(rowsNorth + 20 * round) * 100_000 + Double(northing) * side
      // Five by five places, from one edge to the other.
      let isThere = (0..<25).contains { (sample: Int) -> Bool in
        let (east, north) = (Double(sample % 5) / 4, Double(sample / 5) / 4)
        let place = grid.coordinate(east: west + east * side, north: south + north * side)
        return Self.zone(of: place) == zone && Self.band(of: place) == band
      }
      guard isThere else { continue }
      (self.zone, self.band, self.letters) = (zone, band, letters)
      (self.easting, self.northing, self.digits) = (easting, northing, digits)
      middle = grid.coordinate(east: west + side / 2, north: south + side / 2)
      return
    }
    return nil
  }

  private static let bands = Array("CDEFGHJKLMNPQRSTUVWX")
  private static let rowLetters = Array("ABCDEFGHJKLMNPQRSTUV")

  /// The letters of the columns from 100 km to 800 km east; they repeat every three zones.
  private static func columnLetters(_ zone: Int) -> [Character] {
    Array(["ABCDEFGH", "JKLMNPQR", "STUVWXYZ"][(zone - 1) % 3])
  }

  /// The letters of the rows begin at the equator with `A` in odd zones, with `F` in even ones.
  private static func rowOffset(_ zone: Int) -> Int { zone % 2 == 0 ? 5 : 0 }

  private static func side(digits: Int) -> Int { [100_000, 10_000, 1_000, 100, 10, 1][digits] }

  /// The band of a place; nil in the polar zones.
  private static func band(of place: Coordinate) -> Character? {
    guard (-80...84).contains(place.latitude) else { return nil }
    return bands[min(Int((place.latitude + 80) / 8), 19)]
  }

  /// UTM's zone of a place; nil in the polar zones.
  private static func zone(of place: Coordinate) -> Int? {
    let (latitude, longitude) = (place.latitude, place.longitude)
    guard (-80...84).contains(latitude) else { return nil }
    // Zone 32 is widened over the southwest of Norway; on Svalbard 32, 34 and 36 give way to their neighbours.
    if (56..<64).contains(latitude) && (3..<12).contains(longitude) { return 32 }
    if latitude >= 72 {
      for (zone, range) in [(31, 0.0..<9), (33, 9..<21), (35, 21..<33), (37, 33..<42)]
      where range.contains(longitude) { return zone }
    }
    return (Int(((longitude + 180) / 6).rounded(.down)) % 60) + 1
  }
}

/// A zone of the Universal Transverse Mercator grid, in one hemisphere.
struct Grid {
  private let projection: TransverseMercator
  private let falseNorthing: Double

  init(zone: Int, isSouth: Bool) {
    projection = TransverseMercator(meridian: Double(6 * zone - 183))
    falseNorthing = isSouth ? 10_000_000 : 0
  }

  /// Metres east and north, with the grid's false origin.
  func point(of place: Coordinate) -> (east: Double, north: Double) {
    let (east, north) = projection.point(of: place)
    return (east + 500_000, north + falseNorthing)
  }

  func coordinate(east: Double, north: Double) -> Coordinate {
    projection.coordinate(east: east - 500_000, north: north - falseNorthing)
  }
}
