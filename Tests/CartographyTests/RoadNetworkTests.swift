import SituationModel
import TestKit
import Testing

@testable import Cartography

@Suite("Roads to measure along")
struct RoadNetworkTests {
  /// Two roads that cross amid a degree square, and one that touches the first from the side.
  ///
  ///     3 . . . . . B            A: from the southwest to the northeast
  ///     . .   .   . .            B: from the southeast to the northwest
  ///     . . . x . . .            C: from the middle of A's lower half to the east
  ///     0 . . . . C .
  private let crossing = RoadNetwork(roads: [
    ("A", [Coordinate(latitude: 0, longitude: 0), Coordinate(latitude: 1, longitude: 1)]),
    ("B", [Coordinate(latitude: 0, longitude: 1), Coordinate(latitude: 1, longitude: 0)]),
    ("C", [Coordinate(latitude: 0.25, longitude: 0.25), Coordinate(latitude: 0.25, longitude: 3)]),
    ("", [Coordinate(latitude: 9, longitude: 9), Coordinate(latitude: 9, longitude: 10)]),
  ])

  @Test("One turns where roads cross, and where one begins on another")
  func turning() throws {
    let far = try #require(crossing.route(from: place(0, 0), to: place(1, 0)))
    #expect(far.numbers == ["A", "B"])
    #expect(abs(far.meters - meters(place(0, 0), place(0.5, 0.5)) - meters(place(0.5, 0.5), place(1, 0))) < 50)
    let side = try #require(crossing.route(from: place(1, 1), to: place(0.25, 3)))
    #expect(side.numbers == ["A", "C"] || side.numbers == ["A", "B", "C"])
    #expect(side.line.first == place(1, 1))
  }

  @Test("Within one stretch the way is straight, and there is none to what is not joined or too far from a road")
  func ends() throws {
    let short = try #require(crossing.route(from: place(0.1, 0.1), to: place(0.2, 0.2)))
    #expect(abs(short.meters - meters(place(0.1, 0.1), place(0.2, 0.2))) < 50)
    #expect(crossing.route(from: place(0, 0), to: place(9, 9.5)) == nil)
    #expect(crossing.route(from: place(0, 0), to: place(0.5, 0.58)) == nil)
    #expect(crossing.route(from: place(0, 0), to: place(0.5, 0.54)) != nil)
    #expect(crossing.route(from: place(9, 9), to: place(9, 9))?.meters == 0)
  }

  @Test("The map's own roads lead from Latakia to Homs and from Homs to Aleppo")
  func map() throws {
    let network = RoadNetwork(Atlas.map)
    let (latakia, homs, aleppo) = (place(35.531, 35.791), place(34.724, 36.726), place(36.201, 37.161))
    let coast = try #require(network.route(from: latakia, to: homs))
    #expect(coast.numbers == ["M1"])
    #expect((150_000...190_000).contains(coast.meters))
    let north = try #require(network.route(from: homs, to: aleppo))
    #expect(north.numbers == ["M5"])
    #expect((165_000...200_000).contains(north.meters))
    #expect(network.route(from: homs, to: place(35.17, 33.36)) == nil, "no road leads to Cyprus")
  }

  @Test("A way along roads is never shorter than the shortest way, and the same in both directions")
  func properties() {
    var generator = SeededGenerator(seed: 21)
    let network = RoadNetwork(Atlas.map)
    for _ in 0..<300 {
      let (start, end) = (town(using: &generator), town(using: &generator))
      let (way, back) = (network.route(from: start, to: end), network.route(from: end, to: start))
      #expect(way.map { Int($0.meters) / 10 } == back.map { Int($0.meters) / 10 })
      if let way { #expect(way.meters + 2 * RoadNetwork.reach >= meters(start, end)) }
    }
  }

  private func town(using generator: inout SeededGenerator) -> Coordinate {
    place(.random(in: 33...36.5, using: &generator), .random(in: 35.8...38, using: &generator))
  }

  private func place(_ latitude: Double, _ longitude: Double) -> Coordinate {
    Coordinate(latitude: latitude, longitude: longitude)
  }

  private func meters(_ one: Coordinate, _ other: Coordinate) -> Double { GreatCircle(from: one, to: other).meters }
}
