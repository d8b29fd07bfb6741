import SituationModel
import TestKit
import Testing

@Suite("Typed coordinates")
struct CoordinateReaderTests {
  @Test(
    "All the ways in which people write a place are understood, and said as finely as they were typed",
    arguments: [
      ("35.4, 35.95", 35.4, 35.95, "35.4 N 35.95 E"),
      ("35.4 35.95", 35.4, 35.95, "35.4 N 35.95 E"),
      ("35.4N 35.95E", 35.4, 35.95, "35.4 N 35.95 E"),
      ("35.95e35.40n", 35.4, 35.95, "35.40 N 35.95 E"),
      ("-12.5 130", -12.5, 130, "12.5 S 130 E"),
      ("12.5 -130", 12.5, -130, "12.5 N 130 W"),
      ("\u{2212}12.5,\u{2212}130", -12.5, -130, "12.5 S 130 W"),
      ("S12.5 W130", -12.5, -130, "12.5 S 130 W"),
      ("35°24'04\"N 35°56'55\"E", 35.401_111, 35.948_611, "35 24 04 N 35 56 55 E"),
      ("35°24′04″N, 35°56′55″E", 35.401_111, 35.948_611, "35 24 04 N 35 56 55 E"),
      ("35°24''N 35°56'55''E", 0, 0, ""),
      ("35°24'04''N 35°56'55''E", 35.401_111, 35.948_611, "35 24 04 N 35 56 55 E"),
      ("35 24 04 N, 35 56 55 E", 35.401_111, 35.948_611, "35 24 04 N 35 56 55 E"),
      ("35 24 04 35 56 55", 35.401_111, 35.948_611, "35 24 04 N 35 56 55 E"),
      ("35-24-04N 035-56-55E", 35.401_111, 35.948_611, "35 24 04 N 35 56 55 E"),
      ("35d24'04.5\"S 35d56'55\"W", -35.401_25, -35.948_611, "35 24 04.5 S 35 56 55 W"),
      ("N35 24.067 E035 56.917", 35.401_117, 35.948_617, "35 24.067 N 35 56.917 E"),
      ("35 24 N 36 E", 35.4, 36, "35 24 N 36 E"),
      ("\u{663}\u{665}\u{66B}\u{664}\u{60C} \u{663}\u{665}\u{66B}\u{669}\u{665}", 35.4, 35.95, "35.4 N 35.95 E"),
      ("0,0", 0, 0, "0 N 0 E"),
      ("90 180", 90, 180, "90 N 180 E"),
    ])
  func understood(text: String, latitude: Double, longitude: Double, words: String) throws {
    if words.isEmpty {
      #expect(throws: CoordinateError.notUnderstood) { try CoordinateReader().read(text) }
      return
    }
    let reading = try CoordinateReader().read(text)
    #expect(abs(reading.place.latitude - latitude) < 1e-6)
    #expect(abs(reading.place.longitude - longitude) < 1e-6)
    #expect(reading.words == words)
    #expect(reading.squareSide == nil)
  }

  @Test("A square is gone to by its middle", arguments: ["36SYE6722", "36s ye 67 22", " 36S YE 67 22 "])
  func square(text: String) throws {
    let reading = try CoordinateReader().read(text)
    #expect(reading.words == "36S YE 67 22")
    #expect(reading.squareSide == 1_000)
    let middle = try CoordinateReader().read("36SYE6750022500").place
    #expect(GreatCircle(from: reading.place, to: middle).meters < 1)
  }

  @Test(
    "What is no place is refused with its reason",
    arguments: [
      ("", CoordinateError.notUnderstood), ("Homs", .notUnderstood), ("35.4", .notUnderstood), (",", .notUnderstood),
      ("35,4 35,95", .notUnderstood), ("1 2 3", .notUnderstood), ("35.4.1 36", .notUnderstood),
      ("35. 36", .notUnderstood),
      ("35.4 N 35.95 N", .sameAxis), ("E 35 W 36", .sameAxis), ("-35 N 36 E", .notUnderstood), ("N N", .notUnderstood),
      ("90.01 0", .latitudeOutOfRange), ("91N 0E", .latitudeOutOfRange), ("0 180.5", .longitudeOutOfRange),
      ("35 60 N 36 E", .sixtyOrMore), ("35 24 61 N 36 E", .sixtyOrMore), ("35.5 24 N 36 E", .fractionBeforeLast),
      ("35'24 N 36 E", .notUnderstood), ("89 59 60 0 0 0", .sixtyOrMore), ("- -", .notUnderstood),
    ])
  func refused(text: String, reason: CoordinateError) {
    #expect(throws: reason) { try CoordinateReader().read(text) }
  }

  @Test("What a form writes is read back, within what it is worth", arguments: CoordinateForm.allCases)
  func roundTrip(form: CoordinateForm) throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<3_000 {
      let place = Coordinate(
        latitude: .random(in: -90...90, using: &generator), longitude: .random(in: -180...180, using: &generator))
      let meters = Double.random(in: 1...200_000, using: &generator)
      let words = form.words(place, meters: meters)
      let reading = try CoordinateReader().read(words)
      #expect(reading.words == words)
      #expect(abs(reading.place.latitude - place.latitude) <= 0.72)
    }
  }

  @Test("No form writes more than a cell is worth")
  func worth() {
    let place = Coordinate(latitude: 35.401_111, longitude: 35.948_611)
    func words(_ meters: Double) -> [String] { CoordinateForm.allCases.map { $0.words(place, meters: meters) } }
    #expect(words(80_000) == ["35 N 36 E", "35 N 36 E", "36S YE"])
    #expect(words(5_000) == ["35.4 N 35.9 E", "35 N 36 E", "36S YE 6 2"])
    #expect(words(1_000) == ["35.40 N 35.95 E", "35 24 N 35 57 E", "36S YE 67 21"])
    #expect(words(100) == ["35.401 N 35.949 E", "35 24.1 N 35 56.9 E", "36S YE 677 215"])
    #expect(words(10) == ["35.4011 N 35.9486 E", "35 24 04 N 35 56 55 E", "36S YE 6778 2151"])
    let north = Coordinate(latitude: 70, longitude: 25)
    #expect(CoordinateForm.decimal.words(north, meters: 1_000) == "70.00 N 25.0 E")
    #expect(words(.infinity) == ["35 N 36 E", "35 N 36 E", "36S YE"])
  }

  @Test("No text is too odd to be answered")
  func hostile() {
    var generator = SeededGenerator(seed: 13)
    let parts = ["35", ".", "N", "e", "-", ",", " ", "°", "'", "\"", "36SYE", "9999999999999999999", "\u{0}", "ع", "0"]
    for _ in 0..<5_000 {
      let text = (0..<Int.random(in: 0...8, using: &generator)).compactMap { _ in parts.randomElement(using: &generator)
      }
      let reading = try? CoordinateReader().read(text.joined())
      if let place = reading?.place { #expect(abs(place.latitude) <= 90 && abs(place.longitude) <= 180) }
    }
    #expect((try? CoordinateReader().read(String(repeating: "1", count: 1_000))) == nil)
  }
}
