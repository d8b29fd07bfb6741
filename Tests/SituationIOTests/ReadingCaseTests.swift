import SituationModel
import TestKit
import Testing

@testable import SituationIO

/// Files as many hands write them, each made up after one that was read wrongly once.
@Suite("Files of many hands")
struct ReadingCaseTests {
  static let files = [
    "zones.csv", "day-ranges.csv", "numeric-times.geojson", "date-in-parts.csv", "year-month-day.csv",
    "edtf-level-1.csv", "feed-dates.csv", "clock-words.csv", "hours-and-minutes.csv", "named-hours.csv",
    "midnights.csv", "midnights.geojson", "midnights-with-zone.csv", "midnights-timemap.json", "date-forms.geojson",
    "names-of-many-hands.geojson", "languages-ru.csv", "languages-de.csv", "languages-fr.csv", "languages-es.csv",
    "languages-uk.csv", "languages-ar.csv", "stale-before-start.cot", "year-0021.csv", "letters-decide.csv",
    "angles.csv", "parts-of-names.csv", "form.csv", "fractions-are-no-places.csv", "latitudes-alone.csv",
    "far-from-the-others.csv", "two-points.kml", "joined-coordinates.kml", "beyond-180.geojson",
    "web-mercator.geojson", "web-mercator-late.geojson", "another-system.geojson", "coordinates-as-text.geojson",
    "acled.geojson", "ucdp.geojson", "array.json", "wrapped.json", "lines.ndjson", "arcgis.json", "data.kml",
    "folder-time.kml", "document-root.kml", "network-link.kml", "titles-and-links.csv", "kind-and-place.csv",
    "firms.csv", "from-and-to.csv", "cut-off.csv", "thousands.csv", "missing-words.csv", "blank-fields.csv",
    "filters.json", "title-rows.csv", "comments.csv", "sep-line.csv", "short-rows.csv", "backslashes.csv",
    "quotes-are-letters.tsv", "windows-1251.csv", "control-a.csv", "gdelt-1.tsv", "not-a-number.geojson",
    "healthy-feed.geojson", "passing-dates.csv", "inclusive-end.csv", "timelinejs.csv", "emdat.csv",
    "gpx-extensions.gpx", "zone-column.csv", "utc-offsets.json", "hxl-rows.json", "hxl-objects.json",
    "hxl-tag-object.json", "kind-alone.csv", "wrapped-features.json", "bare-features.json", "track-points.gpx",
    "details.cot", "schema-data.kml", "date-phrases.csv", "serial-days.csv", "counts.csv", "angles-in-words.csv",
    "map-links.csv", "repeated-names.csv", "halves-of-names.csv", "columns.json", "numbered-columns.json",
    "split.json", "objects-in-a-row.json", "phrases.kml", "zone-in-name.csv", "mixed-zones.csv", "local-times.csv",
    "side-in-name.csv", "side-in-field.csv", "angle-in-parts.csv", "longitude-first-in-name.csv", "corners.csv",
    "place-of-reporter.csv", "rates.csv", "date-of-birth.csv", "year-apart.csv", "totals.csv", "two-header-rows.csv",
    "links-in-words.csv", "links-in-markup.tsv", "several-lists.json", "lists-by-day.json", "date-in-geometry.json",
    "clock-ranges.csv", "clock-offsets.csv", "clock-pair-alone.csv", "year-pairs.csv", "midnights.kml",
    "zone-in-name.geojson", "hyperlinks.xlsx", "hyperlinks.ods", "units.xlsx", "bounds.csv",
    "first-and-last-seen.json", "clock-bounds.csv", "date-precision-in-words.csv", "date-estimated.csv",
    "approximate-in-name.csv", "order-of-another-field.csv", "second-title.csv", "titles-of-nothing.csv",
    "grid-with-hemisphere.csv", "grid-without-letter.csv", "radius-with-unit.csv", "radius-in-words.csv",
    "letter-o.csv", "lettre-o.csv", "figures-in-words.csv", "night-before.csv", "spreadsheet-nought.csv",
    "objects-of-sources.json", "type-and-its-name.json", "groups-by-day.json", "folders-in-folders.kml",
    "hours-of-something.csv", "time-of-report.csv", "account-dates.json", "birth-in-parts.csv", "half-of-day.csv",
    "zone-called-zone.csv", "local-letters.csv", "two-calendars.csv", "local-and-utc.csv", "weeks.csv",
    "date-object.json", "form-with-date.csv", "end-is-a-clock.csv", "dates-and-clocks-of-edges.csv",
    "from-and-to-clocks.csv", "commas-in-titles.csv", "no-people.csv", "numbered-sources.csv",
    "sources-with-addresses.json", "who-did-what.csv", "second-position.csv", "degrees-in-places.csv",
    "short-years.csv", "totals-of-provinces.csv", "periods.csv", "open-ends.csv", "headings-between-rows.csv",
    "parts-of-the-world.csv", "precision-and-clock.csv", "bounds-de.csv", "weeks-fr.csv", "turkish.csv", "japanese.csv",
    "chinese.csv", "chinese-traditional.csv", "korean.csv", "call-around.json", "zero.geojson", "zero.kml",
    "feature-service.json", "storm-events.csv", "clocks-in-digits.csv", "clocks-without-date.csv",
    "end-of-its-start.csv", "form-questions.csv", "day-and-moment.csv", "beside-records.json",
    "beside-records-own-date.json", "abbreviations.csv", "ten-millionths.json", "sparql.json",
    "description-table.kml", "eruptions.csv", "persian.csv", "clocks-of-many-languages.csv",
    "clocks-east-asian.csv", "japanese-moments.csv", "months-in-digits.csv", "months-alone.csv", "accident-atlas.csv",
    "fractions-of-days.csv", "dates-in-objects.json", "zone-of-city.csv", "months-by-first-days.csv",
    "moment-with-sign.csv", "reported-and-occurred.csv", "warnings.csv",
    "geometry-contradicts.geojson", "objects-in-cells.csv", "short-map-link.csv", "open-order.csv",
    "beside-groups.json", "chinese.kml", "zone-by-code.csv", "words-like-nat.csv",
  ]

  private func read(_ name: String) throws -> Situation {
    try readSituation(bytes: Fixtures.bytes("reading/\(name)"), file: name)
  }

  @Test("a file opens as its author meant it", arguments: files)
  func opens(name: String) throws {
    #expect(Golden("reading-\(name)").mismatch(describe(try read(name))) == nil)
  }

  @Test("all that is read of a file comes back from every format", arguments: files, Conversion.Format.allCases)
  func comesBack(name: String, format: Conversion.Format) throws {
    let situation = try read(name)
    guard situation.events.count > 0 else { return }
    var bytes: [UInt8] = []
    _ = Conversion(situation, to: format).write { bytes += $0 }
    let again = try readSituation(bytes: bytes, file: name)
    #expect(again.events.count == situation.events.count)
    for (old, new) in zip(situation.events.events, again.events.events) { #expect(new == old) }
  }

  @Test(
    "cut off at any byte, a file opens or is refused",
    arguments: ["array.json", "wrapped.json", "lines.ndjson", "arcgis.json"])
  func truncation(name: String) throws {
    let bytes = try Fixtures.bytes("reading/\(name)")
    let count = try read(name).events.count
    for length in 0..<bytes.count {
      guard let cut = try? readSituation(bytes: Array(bytes[..<length]), file: name) else { continue }
      #expect(cut.events.count <= count + 2)
    }
  }

  @Test("however a file is damaged, it opens soundly or is refused", arguments: files)
  func mutation(name: String) throws {
    let bytes = try Fixtures.bytes("reading/\(name)")
    var generator = SeededGenerator(seed: UInt64(bytes.count))
    for _ in 0..<12 {
      var damaged = bytes
      mutate(&damaged, using: &generator)
      guard let situation = try? readSituation(bytes: damaged, file: name) else { continue }
      let ids = situation.events.events.map(\.id)
      #expect(Set(ids).count == ids.count)
    }
  }

  @Test("rows that are scanned say what rows that are read say", arguments: files.filter { $0.hasSuffix("sv") })
  func scan(name: String) throws {
    let table = try read(name).events
    let plain = EventTable(Array(table.events))
    for row in 0..<table.count {
      #expect(table.date(of: row) == plain.date(of: row))
      #expect(table.columns.point(row) == plain.columns.point(row))
      #expect(table.columns.kinds[row] == plain.columns.kinds[row])
      #expect(table.columns.precisions[row] == plain.columns.precisions[row])
    }
  }
}
