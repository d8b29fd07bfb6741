import Cartography
import Places
import SituationModel
import Testing
import TextCanvas

@Suite("The gazetteer")
struct GazetteerTests {
  private let gazetteer = Gazetteer(Atlas.map)

  @Test("What fits best comes first: the whole name, its beginning, a word's beginning, few letters beside")
  func order() throws {
    let homs = gazetteer.search("homs", limit: 5)
    #expect(homs.first?.fit == .exact)
    #expect(homs.first?.entry.name == "Homs")
    #expect(homs.map(\.fit) == homs.map(\.fit).sorted())
    #expect(gazetteer.search("zor", limit: 9).contains { $0.entry.name.hasPrefix("Deir") && $0.fit == .word })
    let typing = gazetteer.search("Deir ez", limit: 9)
    #expect(typing.contains { $0.entry.name == "Deir ez-Zor" && $0.entry.kind == .settlement })
    #expect(gazetteer.search("Damascsu", limit: 1).first?.entry.name == "Damascus")
    #expect(gazetteer.search("Qzxv", limit: 9).isEmpty)
    #expect(gazetteer.search(" - ", limit: 9).isEmpty)
  }

  @Test("Every name of the map finds its place", arguments: ["Latakia", "Quneitra", "Tehran", "Canada", "Hama"])
  func names(name: String) {
    #expect(gazetteer.search(name, limit: 3).contains { $0.entry.name == name && $0.fit == .exact })
  }

  @Test("Countries have an extent without what is far away, and over the antimeridian")
  func extents() throws {
    let france = try #require(gazetteer.search("France", limit: 1).first?.entry.bounds)
    #expect(france.west > -10 && france.east < 12)
    let fiji = try #require(gazetteer.search("Fiji", limit: 1).first?.entry.bounds)
    #expect(fiji.width < 10)
  }

  @Test("A place has its province and its country; the sea has none")
  func areas() {
    #expect(Atlas.map.areas(around: Coordinate(latitude: 34.7, longitude: 36.7)).words == "Homs, Syria")
    #expect(Atlas.map.areas(around: Coordinate(latitude: 34.5, longitude: 34.5)).words == "")
    #expect(Atlas.map.areas(around: Coordinate(latitude: 48, longitude: 2)).words == "France")
  }

  @Test(
    "Outside of the region a place has its country from the zoom of a continent on",
    arguments: [3.0, 5, 7, 10])
  func areasAbroad(zoom: Double) {
    let places = [("Ukraine", 50.45, 30.5), ("Sudan", 15.6, 32.5), ("Peru", -12.0, -76.5), ("", 30.0, -40.0)]
    for (country, latitude, longitude) in places {
      let place = Coordinate(latitude: latitude, longitude: longitude)
      let view = Viewport(center: place, zoom: zoom, size: Size(columns: 80, rows: 24))
      #expect(Atlas.map.areas(around: place, in: view).words == country)
    }
  }

  @Test("The nearest town is one that the map shows, with the way from it")
  func nearest() throws {
    let south = Coordinate(latitude: 35.45, longitude: 35.79)
    let town = try #require(Atlas.map.nearestTown(to: south, zoom: 6))
    #expect(town.name == "Latakia")
    #expect((8_000...10_000).contains(town.way.meters))
    #expect(CompassPoint(bearing: town.way.bearing, ofEight: true).name == "S")
    #expect(Atlas.map.nearestTown(to: Coordinate(latitude: -50, longitude: -130), zoom: 6) == nil)
  }
}
