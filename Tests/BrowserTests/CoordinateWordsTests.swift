import SituationModel
import Testing

@testable import Browser

@Suite("Coordinates in words")
struct CoordinateWordsTests {
  private func words(_ points: [(Double, Double)]) -> String? {
    let places = points.map { Coordinate(latitude: $0.0, longitude: $0.1) }
    let place = Place(name: nil, precision: .unknown, shape: .points(places))
    return EventWords(Event(id: "a", title: "A", place: place)).coordinates
  }

  @Test("a point of unknown precision has as many digits as the file gives it")
  func digits() {
    #expect(words([(47.9, 36.75)]) == "47.9 N 36.75 E, as the file has it")
    #expect(words([(-33, -70.123456)]) == "33 S 70.123456 W, as the file has it")
    #expect(words([(1.0 / 3, 1e-7)]) == "0.333333 N 0 E, as the file has it")
  }

  @Test("several points are told with their number and their positions")
  func several() {
    #expect(words([(50, 36), (46, 30)]) == "2 points: 50 N 36 E; 46 N 30 E, as the file has it")
    #expect(words((1...6).map { (Double($0), 1) })?.contains("4 N 1 E and 2 more") == true)
  }
}
