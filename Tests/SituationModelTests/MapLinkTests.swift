import SituationModel
import TestKit
import Testing

@Suite("Addresses of places")
struct MapLinkTests {
  @Test(
    "geo: addresses and links of maps are read as coordinates, as finely as they are written",
    arguments: [
      ("geo:34.7,36.7", 34.7, 36.7, "34.7 N 36.7 E"), ("GEO:-34.7,-36.70", -34.7, -36.7, "34.7 S 36.70 W"),
      ("geo:34.7,36.7,400;crs=wgs84;u=35", 34.7, 36.7, "34.7 N 36.7 E"),
      ("geo:34.7,36.7?z=12", 34.7, 36.7, "34.7 N 36.7 E"),
      ("geo:0,0?q=34.7,36.7(Homs)", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://www.openstreetmap.org/#map=12/34.7/36.7", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://www.openstreetmap.org/#map=12/34.7/36.7&layers=H", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://www.openstreetmap.org/?mlat=34.73&mlon=36.72#map=12/34.7/36.7", 34.73, 36.72, "34.73 N 36.72 E"),
      ("osm.org/?mlat=34.73&mlon=36.72", 34.73, 36.72, "34.73 N 36.72 E"),
      ("https://www.google.com/maps/@34.7,36.7,12z", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://www.google.com/maps/@34.7,36.7,3500m/data=!3m1!1e3", 34.7, 36.7, "34.7 N 36.7 E"),
      (
        "https://www.google.co.uk/maps/place/Homs,+Syria/@34.7,36.7,12z/data=!4m6!3m5!1s0x15:0x96!8m2!3d34.7324!4d36.7137!16zL20?entry=ttu",
        34.7324, 36.7137, "34.7324 N 36.7137 E"
      ),
      ("https://maps.google.com/?q=34.7,36.7", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://maps.google.com/maps?q=loc:34.7,36.7&z=15", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://www.google.com/maps/search/?api=1&query=34.7%2C36.7", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://www.google.com/maps/place/34.7,+36.7", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://www.bing.com/maps?cp=34.7~36.7&lvl=12", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://bing.com/maps/?cp=34.7~-36.7&sp=point.34.8_36.8_Homs", 34.8, 36.8, "34.8 N 36.8 E"),
      ("https://maps.apple.com/?ll=34.7,36.7&q=Homs&z=12", 34.7, 36.7, "34.7 N 36.7 E"),
      ("https://yandex.com/maps/?ll=36.7%2C34.7&z=15", 34.7, 36.7, "34.7 N 36.7 E"),
      ("http://wikimapia.org/#lang=en&lat=34.7&lon=36.7&z=12", 34.7, 36.7, "34.7 N 36.7 E"),
      ("  geo:34.7,36.7 ", 34.7, 36.7, "34.7 N 36.7 E"),
    ])
  func links(text: String, latitude: Double, longitude: Double, words: String) throws {
    let reading = try CoordinateReader().read(text)
    #expect(reading.place == Coordinate(latitude: latitude, longitude: longitude))
    #expect(reading.words == words)
  }

  @Test("the zoom and the uncertainty of an address say how much is seen of its place")
  func zooms() throws {
    func meters(_ text: String) throws -> Double { try CoordinateReader().read(text).meters }
    #expect(try meters("geo:34.70001,36.70001;u=5000") == 5_000)
    #expect(try meters("geo:34.70001,36.70001?z=5") > meters("geo:34.70001,36.70001?z=10") * 31)
    #expect(try meters("https://www.google.com/maps/@34.70001,36.70001,18z") < 100)
  }

  @Test(
    "an address is read whole or not at all",
    arguments: [
      ("geo:", CoordinateError.linkWithoutPlace), ("geo:34.7", .linkWithoutPlace),
      ("geo:34.7,36.7x", .linkWithoutPlace),
      ("geo:34.7,36.7;u=far", .linkWithoutPlace), ("geo:34.7,36.7;crs=nad27", .otherDatum),
      ("geo:91,0", .latitudeOutOfRange),
      ("geo:34.7,36.7?z=x", .linkWithoutPlace), ("geo:34.7;36.7", .linkWithoutPlace),
      ("geo:nan,inf", .linkWithoutPlace),
      ("https://www.openstreetmap.org/#map=12/34.7/36.7x", .linkWithoutPlace),
      ("https://www.openstreetmap.org/#map=12/34.7", .linkWithoutPlace),
      ("https://www.openstreetmap.org/?mlat=34.7#map=12/34.7/36.7", .linkWithoutPlace),
      ("https://www.openstreetmap.org/go/0ZxW3", .shortLink), ("https://maps.app.goo.gl/abc", .shortLink),
      ("https://www.google.com/maps/@34.7,abc,12z", .linkWithoutPlace),
      ("https://www.google.com/maps/place/Homs/@34.7,36.7,12z/data=!3d34.7324!4d", .linkWithoutPlace),
      ("https://www.google.com/search?q=34.7,36.7", .linkWithoutPlace),
      ("https://www.google.com/maps/place/Homs", .linkWithoutPlace),
      ("https://www.google.com/maps/@34.7,190,12z", .longitudeOutOfRange),
      ("https://bing.com/maps?cp=34.7~", .linkWithoutPlace),
      ("https://example.org/?ll=34.7,36.7", .unknownLink), ("ftp://maps.google.com/?q=34.7,36.7", .unknownLink),
      ("://", .unknownLink), ("https://", .unknownLink), ("geo:34.7,36.7 and more", .notUnderstood),
    ])
  func refused(text: String, reason: CoordinateError) {
    #expect(throws: reason) { try CoordinateReader().read(text) }
  }

  @Test("no bytes in an address are a place off the globe")
  func hostile() throws {
    var generator = SeededGenerator(seed: 3)
    let parts = [
      "geo:", "https://", "www.google.com", "/maps", "/@", ",", "34.7", "-", "999", "!3d", "!4d", "?q=", "&", "#map=",
      "%", "%2C", "/",
      "osm.org", "bing.com/maps?cp=", "~", "é", ".", "=", "1e9", "z",
    ]
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 1...9, using: &generator)).compactMap { _ in parts.randomElement(using: &generator)
      }.joined()
      guard let reading = try? CoordinateReader().read(text) else { continue }
      #expect(abs(reading.place.latitude) <= 90 && abs(reading.place.longitude) <= 180 && reading.meters > 0, "\(text)")
    }
  }
}
