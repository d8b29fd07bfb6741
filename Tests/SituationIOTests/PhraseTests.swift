import SituationModel
import Testing

@testable import SituationIO

/// Dates, angles and numbers as people write them in words.
@Suite("Phrases")
struct PhraseTests {
  @Test(
    "a date in a phrase is read whole or not at all",
    arguments: [
      ("Freitag, 13. Dezember 2024", "2024-12-13"), ("vendredi 13 décembre 2024", "2024-12-13"),
      ("пятница, 13 декабря 2024", "2024-12-13"), ("الجمعة 13 ديسمبر 2024", "2024-12-13"), ("١٣/١٢/٢٠٢٤", "2024-12-13"),
      ("13 كانون الأول/ديسمبر 2024", "2024-12-13"), ("the 13th of December, 2024", "2024-12-13"),
      ("13DEC2024", "2024-12-13"), ("13/Dec/2024", "2024-12-13"), ("13.XII.2024", "2024-12-13"),
      ("2024年12月13日", "2024-12-13"), ("2024:12:13 14:30:05", "2024-12-13T14:30:05Z"),
      ("13 Aralık 2024", "2024-12-13"), ("13 grudnia 2024", "2024-12-13"), ("13 de dezembro de 2024", "2024-12-13"),
      ("13-DEC-24 02.30.00.000000 PM", "2024-12-13T14:30:00Z"), ("2024-12-13T1430Z", "2024-12-13T14:30Z"),
      ("2024-12-13T14:30:00+03:00[Europe/Moscow]", "2024-12-13T11:30:00Z"), ("20241213 1430", "2024-12-13T14:30Z"),
      ("20241213143000Z", "2024-12-13T14:30:00Z"), ("/Date(1734100200000)/", "2024-12-13T14:30:00Z"),
      ("131430ZDEC24", "2024-12-13T14:30Z"), ("13 1430Z DEC 24", "2024-12-13T14:30Z"),
      ("131430CDEC24", "2024-12-13T11:30Z"), ("132430ZDEC24", nil), ("131430ZXXX24", nil),
      ("13/12/2024 à 20h15", "2024-12-13T20:15Z"), ("2015hrs 13 December 2024", "2024-12-13T20:15Z"),
      ("14:30, 13 December 2024 (UTC)", "2024-12-13T14:30Z"), ("noon, Dec. 13, 2024", "2024-12-13T12Z"),
      ("Friday, December 13, 2024 at 2:30 PM EST", "2024-12-13T19:30Z"),
      ("2024-12-13 14:30 (UTC+3)", "2024-12-13T11:30Z"), ("2024-12-13 14:30 (about)", "2024-12-13T14:30Z~"),
      ("2024-12-13 14:30 local time", "2024-12-13"), ("2024-12-13 24:00", "2024-12-14T00:00Z"),
      ("2024-12-13 24:30", nil), ("13/Dec/2024:14:30:00 +0300", "2024-12-13T11:30:00Z"),
      ("13 to 15 December 2024", "2024-12-13/2024-12-15"), ("du 13 au 15 décembre 2024", "2024-12-13/2024-12-15"),
      ("с 13 по 15 декабря 2024", "2024-12-13/2024-12-15"), ("2024-12-13–2024-12-15", "2024-12-13/2024-12-15"),
      ("13/12/2024-15/12/2024", "2024-12-13/2024-12-15"), ("15/12/2024-13/12/2024", nil),
      ("Dec 2024 - Jan 2025", "2024-12/2025-01"), ("2023-2024", nil), ("1200-1800", nil),
      ("2024-12-13 14:30-16:00", "2024-12-13T14:30Z/2024-12-13T16:00Z"),
      ("2024-12-13 23:00-01:00", "2024-12-14T00:00Z"),
      ("12/2024", "2024-12"), ("13/2024", nil), ("Q4 2024", "2024-10/2024-12"), ("2024-Q5", nil),
      ("KW 50/2024", "2024-12-09/2024-12-15"), ("c. 1990", "1990~"), ("13 Dec 2024?", "2024-12-13?"),
      ("00/12/2024", "2024-12"), ("2024-00-00", "2024"), ("2024-00-13", nil), ("0000-00-00", nil),
      ("early May 2024", "2024-05"), ("mid-December 2024", "2024-12"), ("Ende Dezember 2024", "2024-12"),
      ("early 13 May 2024", "2024-05-13"), ("13 Dec 2024 morning", "2024-12-13"), ("morning", nil), ("May", nil),
      ("before 2012", "../2011"), ("vor 2012", "../2011"), ("until 2014", "../2014"), ("до 2014", "../2014"),
      ("since 2014", "2014/.."), ("ongoing since 13 December 2024", "2024-12-13/.."), ("منذ 2014", "2014/.."),
      ("after 2012", "2013/.."), ("nach Dezember 2024", "2025-01/.."), ("since c. 2014", nil), ("before noon", nil),
      ("since early 2014", nil), ("week of 13 December 2024", nil), ("13 Dec", nil), ("Dec-24", nil),
      ("31/02/2024", nil),
    ] as [(String, String?)])
  func phrases(text: String, edtf: String?) throws {
    let reading = DateReading(zones: NamedZones(naming: [text]))
    #expect((try? reading.reading(text))?.date.edtf == edtf)
  }

  @Test("a part of a month stays in words beside the month")
  func remainders() throws {
    #expect(try DateReading().reading("early May 2024").remainder == .words("early May 2024"))
    #expect(try DateReading().reading("13 May 2024").remainder == nil)
  }

  @Test("numbers of five digits are days of a spreadsheet where some are no year and day of the year")
  func serials() {
    #expect(DateReading.areSerials(["45639", "45640.5"]))
    #expect(!DateReading.areSerials(["24348", "24349"]))
    #expect(!DateReading.areSerials(["45639", "Q4"]))
    #expect(!DateReading.areSerials([]))
  }

  @Test(
    "places in words, in links and in digits",
    arguments: [
      "34.5 North, 36.5 East", "34° 30′ 00″ N, 36° 30′ 00″ E", "34.5 N / 36.5 E", "34°30′ с. ш. 36°30′ в. д.",
      "lon: 36.5, lat: 34.5", "{'lat': 34.5, 'lon': 36.5}", "lat=34.5&lon=36.5", "Latitude: 34°30'N Longitude: 36°30'E",
      "٣٤٫٥، ٣٦٫٥", "geo:34.5,36.5?z=12", "+34.5+036.5/", "34,5, 36,5",
      "34.5/36.5", "34.30.00N 36.30.00E", "34d30m00sN 36d30m00sE",
      "https://www.google.com/maps/@34.5,36.5,15z", "https://maps.google.com/?q=34.5,36.5",
      "https://www.openstreetmap.org/#map=15/34.5/36.5", "https://maps.apple.com/?ll=34.5,36.5",
    ])
  func places(text: String) throws {
    let place = try #require(GeometryText.place(text))
    #expect(abs(place.latitude - 34.5) < 1e-9 && abs(place.longitude - 36.5) < 1e-9)
  }

  @Test(
    "what is no place is none",
    arguments: [
      "34.5", "near Homs", "https://maps.app.goo.gl/AbCdEf", "https://example.org/?q=34.5,36.5", "lat: 34.5",
      "34,5° N; 36,5° O",
      "34.5, 36.5 (approx)", "platform 34, long 36", "37S 27042 382035", "61N 270424 3820352", "37C 270424 3820352",
      "GG22+22 Homs", "8G6RGG22+2", "8G6R00G2+", "34.5,36.5,x", "1, 2, 3", "36.5,34.5,120",
    ])
  func noPlaces(text: String) { #expect(GeometryText.place(text) == nil) }

  @Test(
    "places of the UTM grid are where their degrees are",
    arguments: [
      "37S 270424 3820352", "37N 270424E 3820352N", "zone 37N 270424 3820352", "270424 3820352 37N",
      "UTM 37 N 270424 mE, 3820352 mN", "SRID=32637;POINT(270424 3820352)",
    ])
  func grid(text: String) throws {
    let event = try read("coordinates", text)
    let place = try #require(event.place.anchor)
    #expect(abs(place.latitude - 34.499_246) < 1e-5 && abs(place.longitude - 36.499_570) < 1e-5)
  }

  @Test("a place of the southern half of the grid lies there, and zone, east and north may have fields of their own")
  func southernGrid() throws {
    let south = try #require(Coordinate(utm: "56H 334873 6252266"))
    #expect(abs(south.latitude + 33.857) < 1e-3 && abs(south.longitude - 151.215) < 1e-3)
    #expect(Coordinate(utm: "56S 334873 6252266") == south)
    let text = "date,zone,easting,northing,title\n2024-12-13,37N,270424,3820352,a raid\n"
    let event = try readSituation(bytes: Array(text.utf8), file: "t").events[0]
    #expect(abs((event.place.anchor?.latitude ?? 0) - 34.499_246) < 1e-5 && event.summary.isEmpty)
  }

  @Test(
    "plus codes and geohashes are areas, the larger the shorter they are",
    arguments: [
      ("code", "8G6RGG22+22", 10.0), ("code", "8G6RGG22+", 150), ("code", "8G6R0000+", 60_000),
      ("geohash", "sy1uq8d", 60),
      ("geohash", "sy1", 80_000),
    ])
  func codes(name: String, text: String, least: Double) throws {
    let event = try read(name, text)
    let place = try #require(event.place.anchor)
    #expect(abs(place.latitude - 34.5) < 1 && abs(place.longitude - 36.5) < 1)
    let radius = try #require(event.place.radius)
    #expect(radius >= least && radius < least * 3)
  }

  @Test("systems are transformed, and one that is not known is told")
  func systems() throws {
    let place = try #require(try read("geom", "SRID=3857;POINT(4063161.414 4096139.04)").place.anchor)
    #expect(abs(place.latitude - 34.5) < 1e-6 && abs(place.longitude - 36.5) < 1e-6)
    let text = "date,geom,title\n2024-12-13,SRID=2154;POINT(1 2),a raid\n"
    let situation = try readSituation(bytes: Array(text.utf8), file: "t")
    #expect(situation.events[0].place.anchor == nil && situation.events[0].summary == "geom: SRID=2154;POINT(1 2)")
    #expect(situation.rejections.contains { $0.reason.contains("is in the system 2154, which is not read") })
  }

  private func read(_ name: String, _ text: String) throws -> Event {
    let table = "date,\(name),title\n2024-12-13,\"\(text)\",a raid\n"
    return try readSituation(bytes: Array(table.utf8), file: "t").events[0]
  }

  @Test("well-known binary ends soundly wherever it is cut")
  func binary() {
    let text = "0101000020E610000000000000004042400000000000404140"
    var shape = ShapeDraft()
    #expect(WKB.read(hexadecimal: text, into: &shape))
    for length in 0..<text.utf8.count { #expect(!WKB.read(hexadecimal: String(text.prefix(length)), into: &shape)) }
    // A count of points that the bytes do not have.
    #expect(!WKB.read(hexadecimal: "0102000000FFFFFFFF" + String(repeating: "0", count: 32), into: &shape))
  }

  @Test(
    "numbers of people in words",
    arguments: [
      ("1,200+", 1_200, nil, nil), ("1,000-1,500", 1_000, nil, 1_500), ("1'200", nil, 1_200, nil),
      ("١٢٠٠", nil, 1_200, nil),
      ("between 10 and 15", 10, nil, 15), ("от 10 до 15", 10, nil, 15), ("mind. 10", 10, nil, nil),
      ("under 10", nil, nil, 10),
      ("1.2k", nil, 1_200, nil), ("about 20", nil, 20, nil), ("-99", nil, nil, nil), ("10/15", nil, nil, nil),
      ("12%", nil, nil, nil), ("3 killed", nil, nil, nil),
    ] as [(String, Double?, Double?, Double?)])
  func counts(text: String, low: Double?, best: Double?, high: Double?) {
    let range = NumberReading(sniffing: [text]).range(text)
    #expect(range?.low == low && range?.best == best && range?.high == high)
  }
}
