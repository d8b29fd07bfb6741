import SituationModel
import TestKit
import Testing

@Suite("The military grid")
struct MGRSTests {
  /// Places and their squares of 1 m, as GEOTRANS (the converter of the US National Geospatial-Intelligence Agency) gives
  /// them.
  private static let known: [(Double, Double, String)] = [
    (35.4011, 35.9487, "36SYE6779321518"),
    (33.5102, 36.2913, "37SBT4839411135"),
    (1e-05, 1e-05, "31NAA6602200001"),
    (51.4778, -0.0014, "30UYC0822007224"),
    (-33.8568, 151.2153, "56HLH3490052288"),
    (60.39, 5.32, "32VKN9723000510"),
    (78.22, 15.65, "33XWG1481383004"),
    (83.9, 10.0, "33XVP4075419502"),
    (-79.9, -120.3, "10CES5284128349"),
    (40.6892, -74.0445, "18TWL8073504695"),
    (-0.0001, 179.9999, "60MZE3396799988"),
    (38.8895, -77.0353, "18SUJ2347806483"),
    (75.0, 33.5, "37XCD4131330970"),
    (63.9, 2.9, "31VDL9509185874"),
    (55.9, 3.5, "31UEB3126495062"),
  ]

  @Test("Squares are those of the agency's own converter", arguments: known)
  func squares(latitude: Double, longitude: Double, text: String) throws {
    let place = Coordinate(latitude: latitude, longitude: longitude)
    let square = try #require(MGRS(place, digits: 5))
    #expect(square.text.filter { $0 != " " } == text)
    let middle = try CoordinateReader().read(text).place
    #expect(GreatCircle(from: place, to: middle).meters < 0.8)
  }

  @Test("A square of any size is read back where it was made, and holds its place")
  func roundTrip() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<5_000 {
      let place = Coordinate(
        latitude: .random(in: -80...84, using: &generator), longitude: .random(in: -180...180, using: &generator))
      let square = try #require(MGRS(place, digits: .random(in: 0...5, using: &generator)))
      let reading = try CoordinateReader().read(square.text)
      #expect(reading.words == square.text)
      #expect(reading.squareSide == square.side)
      // Half a diagonal, and UTM's scale, which is 0.9996 on a zone's meridian.
      #expect(GreatCircle(from: place, to: square.middle).meters <= Double(square.side) * 0.7075)
    }
  }

  @Test("Squares hold the smaller ones of the same place")
  func nested() throws {
    let place = Coordinate(latitude: 35.4011, longitude: 35.9487)
    let texts = (0...5).compactMap { MGRS(place, digits: $0)?.text }
    #expect(
      texts == ["36S YE", "36S YE 6 2", "36S YE 67 21", "36S YE 677 215", "36S YE 6779 2151", "36S YE 67793 21518"])
  }

  @Test("Beyond UTM there are no squares", arguments: [84.1, 90, -80.1, -90])
  func poles(latitude: Double) {
    #expect(MGRS(Coordinate(latitude: latitude, longitude: 20), digits: 3) == nil)
  }

  @Test(
    "Squares that are none are refused with their reason",
    arguments: [
      ("61SYE6722", CoordinateError.noSuchZone), ("0SYE6722", .noSuchZone), ("36SYE672", .oddDigits),
      ("36SYE678112244612", .oddDigits), ("36IYE6722", .noSuchSquare), ("36SAE6722", .noSuchSquare),
      ("36SYM6722", .noSuchSquare), ("32XMG0000", .noSuchSquare), ("YAB1234", .polarSquare), ("36SYW", .noSuchSquare),
    ])
  func refused(text: String, reason: CoordinateError) {
    #expect(throws: reason) { try CoordinateReader().read(text) }
  }
}
