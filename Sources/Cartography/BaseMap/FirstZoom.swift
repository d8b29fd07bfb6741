/// The zoom from which on each part of the map is drawn: the one table of them.
///
/// The coarse world, country borders and lakes are drawn at every zoom; what is finer takes over, or is added.
enum FirstZoom {
  // Shores, borders and lakes.
  /// A dot is small enough for the 1 : 50 million shore to be better than the 1 : 110 million one.
  static let world50 = 2.8
  /// A dot is small enough for the 1 : 10 million world, which takes longest to load.
  static let world10 = 6.0
  /// The region's own files.
  static let region = 3.2
  /// The region's finer shore.
  static let fineShore = 7.0

  // Grounds.
  /// Home land is told from that of others.
  static let home = 3.5
  /// Occupied areas have a pattern.
  static let occupied = 5.5

  // Lines.
  /// Lines around the world's lakes.
  static let lakeShores = 3.5
  static let routes = 3.2
  static let roads = 6.6
  static let roadNumbers = 4.0

  /// Provinces of home from where they have some room, those of others only close by.
  static func province(isHome: Bool) -> Double { isHome ? 6.4 : 7.5 }

  /// Great rivers early, brooks only close by.
  static func river(rank: Int) -> Double {
    switch rank {
    case ...4: 4
    case ...6: 5
    case ...7: 6.5
    default: 7.5
    }
  }

  // Names.
  static let provinceNames = 6.8

  /// A river's name comes a little after the river.
  static func riverName(rank: Int) -> Double { river(rank: rank) + 0.3 }

  /// A country or a sea of the world, outside the region.
  static func areaName(rank: Int) -> Double { Double(rank) - 1.2 }

  /// A town; one abroad comes later.
  static func place(_ place: BasePlace, isForeign: Bool) -> Double {
    Self.place(place.rank, population: place.population) + (isForeign ? 0.4 : 0)
  }

  private static func place(_ rank: BasePlace.Rank, population: Double) -> Double {
    switch rank {
    case .capital:
      switch population {
      case 8e6...: return 0
      case 3e6...: return 1.2
      case 1e6...: return 2.4
      case 2e5...: return 3
      default: return 4.6
      }
    case .seat: return population > 3e5 ? 4.0 : 4.5
    case .airfield: return 6.4
    case .city, .town, .village:
      switch population {
      case 8e6...: return 0
      case 3e6...: return 2
      case 1e6...: return 3.4
      case 3e5...: return 4.4
      case 1e5...: return 4.7
      case 5e4...: return 4.9
      case 2e4...: return 6.6
      case 5e3...: return 7.6
      default: return 8.5
      }
    }
  }
}
