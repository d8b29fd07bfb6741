import Browser
import Cartography
import SituationIO
import SituationModel
import TestKit
import Testing
import TextCanvas

/// One screen that is kept as a picture.
struct Scene: Sendable, CustomTestStringConvertible {
  let name: String
  var columns = 100
  var rows = 30
  var options = ViewOptions()
  /// Keys that are pressed before the picture is taken.
  var keys = ""
  /// What is opened; nil for the bundled situation.
  var file: String?
  /// Whether two files are opened beside the bundled situation.
  var hasThreeFiles = false
  /// Files of the user's own layers.
  var overlays: [String] = []
  var isUnicode = true
  var colorDepth = ColorDepth.indexed

  var testDescription: String { name }
}

@Suite("Screens")
struct ScreenTests {
  private static let scenes: [Scene] = [
    // Sizes.
    Scene(name: "size-80x24", columns: 80, rows: 24),
    Scene(name: "size-100x30"),
    Scene(name: "size-120x40", columns: 120, rows: 40),
    Scene(name: "size-200x60", columns: 200, rows: 60),
    Scene(name: "size-60x20", columns: 60, rows: 20),
    Scene(name: "size-40x15", columns: 40, rows: 15),
    Scene(name: "size-30x10", columns: 30, rows: 10),
    Scene(name: "size-16x5", columns: 16, rows: 5),
    // The map.
    Scene(name: "map-without-colours", columns: 120, rows: 40, colorDepth: .none),
    Scene(name: "map-without-colours-or-unicode", columns: 80, rows: 24, isUnicode: false, colorDepth: .none),
    Scene(name: "map-braille", options: ViewOptions(glyphs: .braille)),
    Scene(name: "map-block", options: ViewOptions(glyphs: .block)),
    Scene(name: "map-azimuthal", options: ViewOptions(projection: .azimuthal)),
    Scene(name: "map-alone", columns: 90, rows: 32, options: ViewOptions(pane: .map)),
    Scene(
      name: "map-coast", options: ViewOptions(at: Coordinate(latitude: 35.2, longitude: 36.0), zoom: 7.5)),
    Scene(name: "map-world", options: ViewOptions(at: Coordinate(latitude: 20, longitude: 20), zoom: 0)),
    Scene(name: "map-crosshair", keys: "left down"),
    Scene(name: "map-moscow", keys: "tab tab"),
    // How far places reach.
    Scene(name: "reaches-80x24", columns: 80, rows: 24, keys: "F", file: "reaches"),
    Scene(name: "reaches-100x32", columns: 100, rows: 32, options: ViewOptions(pane: .map), keys: "F", file: "reaches"),
    Scene(
      name: "reaches-selected", rows: 32, options: ViewOptions(select: "south", pane: .map), file: "reaches"),
    Scene(name: "reaches-none", rows: 32, options: ViewOptions(pane: .map), keys: "F F", file: "reaches"),
    Scene(name: "reaches-ring", rows: 32, options: ViewOptions(select: "ring-wide", pane: .map), file: "reaches"),
    Scene(
      name: "reaches-braille", rows: 32, options: ViewOptions(select: "depart", glyphs: .braille, pane: .map),
      file: "reaches"),
    Scene(name: "track", rows: 32, options: ViewOptions(select: "depart", pane: .map), file: "reaches"),
    Scene(name: "track-80x24", columns: 80, rows: 24, options: ViewOptions(select: "depart"), file: "reaches"),
    Scene(name: "track-abroad", rows: 32, options: ViewOptions(select: "abroad", pane: .map), file: "reaches"),
    Scene(
      name: "tray-selected", columns: 80, rows: 24, options: ViewOptions(select: "said"), keys: "v enter",
      file: "reaches"),
    // Time.
    Scene(name: "time-one-day", keys: "end ,"),
    Scene(name: "time-cumulative", keys: ". . w"),
    Scene(name: "time-narrow", keys: "<"),
    Scene(name: "time-certain", keys: ". . E"),
    Scene(name: "time-years", file: "years"),
    Scene(name: "time-folded", keys: "B b b J", file: "years"),
    Scene(name: "time-folded-fitting", keys: "J", file: "years"),
    Scene(name: "time-burst", columns: 80, rows: 24, keys: "b b }", file: "years"),
    Scene(name: "time-gap", columns: 80, rows: 24, keys: "b b ) )", file: "years"),
    Scene(name: "time-hours", keys: "b b b b }", file: "years"),
    Scene(name: "time-one-kind", keys: "K K"),
    Scene(name: "time-narrow-screen", columns: 50, rows: 20, file: "years"),
    Scene(name: "time-playing", keys: ". F6 F6 space"),
    Scene(name: "time-jump", columns: 80, rows: 24, keys: "t 2 0 2 4 - 1 2 - 1 3"),
    Scene(name: "time-known", keys: "T"),
    Scene(name: "time-from-to", options: ViewOptions(from: date("2024-12-13"), to: date("2024-12-14"))),
    // Events.
    Scene(name: "event-selected", columns: 120, rows: 40, options: ViewOptions(select: "hmeimim-an124")),
    Scene(name: "event-detail", options: ViewOptions(select: "hmeimim-an124"), keys: "enter"),
    Scene(
      name: "event-region", columns: 120, rows: 40, options: ViewOptions(select: "column-kurdish-area"), keys: "enter"),
    Scene(
      name: "event-narrow-detail", columns: 50, rows: 20, options: ViewOptions(select: "hmeimim-an124"), keys: "enter"),
    Scene(name: "filter-kind", options: ViewOptions(filter: filter("kind:convoy"))),
    Scene(name: "filter-standing", options: ViewOptions(filter: filter("standing:claimed or standing:alleged"))),
    Scene(name: "filter-nothing", options: ViewOptions(filter: filter("kind:eclipse"))),
    Scene(name: "search", options: ViewOptions(search: "Hassia"), keys: "n"),
    Scene(name: "list-grade-80x24", columns: 80, rows: 24, keys: "e s s s s s s", file: "claims"),
    Scene(name: "list-grade-120x40", columns: 120, rows: 40, keys: "e s s s s s s S", file: "claims"),
    Scene(name: "list-actor-80x24", columns: 80, rows: 24, keys: "e G s s s s s", file: "claims"),
    Scene(name: "list-actor-120x40", columns: 120, rows: 40, keys: "e G", file: "claims"),
    Scene(
      name: "claims-80x24", columns: 80, rows: 24, options: ViewOptions(select: "strike"), keys: "enter page-down",
      file: "claims"),
    Scene(
      name: "claims-120x40", columns: 120, rows: 40, options: ViewOptions(select: "strike"), keys: "enter",
      file: "claims"),
    Scene(
      name: "claims-in-full", columns: 120, rows: 40, options: ViewOptions(select: "strike"),
      keys: "enter page-down page-down right", file: "claims"),
    Scene(
      name: "claims-question", columns: 80, rows: 24, options: ViewOptions(select: "strike"), keys: "o", file: "claims"),
    Scene(
      name: "list-wide", columns: 200, rows: 60,
      options: ViewOptions(order: EventOrder(column: .standing, grouping: .none)), file: "claims"),
    Scene(name: "list-narrow", columns: 50, rows: 20, keys: "e down down"),
    // Panes over the others.
    Scene(name: "help", columns: 100, rows: 60, keys: "?"),
    Scene(name: "help-80x24", columns: 80, rows: 24, keys: "?"),
    Scene(name: "legend", columns: 100, rows: 62, keys: "i"),
    Scene(name: "legend-without-colours", columns: 100, rows: 62, keys: "i", colorDepth: .none),
    Scene(name: "about", keys: "A"),
    Scene(name: "describe-80x24", columns: 80, rows: 24, keys: "P page-down"),
    Scene(name: "describe-120x40", columns: 120, rows: 40, keys: "tab tab P end"),
    Scene(name: "layers-80x24", columns: 80, rows: 24, keys: "L"),
    Scene(
      name: "layers-100x32", rows: 32, keys: "L down down space end space", overlays: ["routes", "ferry"]),
    Scene(name: "overlays", rows: 32, overlays: ["routes", "ferry"]),
    Scene(
      name: "overlays-braille", columns: 90, options: ViewOptions(glyphs: .braille, pane: .map),
      overlays: ["routes", "ferry"]),
    Scene(name: "overlays-legend", rows: 60, keys: "i", overlays: ["routes", "ferry"]),
    Scene(name: "prompt", keys: "/ h o m s"),
    Scene(name: "facets-80x24", columns: 80, rows: 24, keys: "f down -"),
    Scene(
      name: "facets-120x40", columns: 120, rows: 40,
      options: ViewOptions(filter: filter("kind=convoy certainly after:2024-12-08 actor:russia")), keys: "f tab"),
    Scene(name: "facets-narrowed", keys: "f / a r enter"),
    Scene(name: "facets-scripts", keys: "f", file: "scripts"),
    Scene(name: "facets-hostile", columns: 60, rows: 20, keys: "f end", file: "hostile"),
    Scene(name: "facets-tiny", columns: 30, rows: 8, keys: "f"),
    Scene(name: "filter-wrong", keys: "f f k i n d : c o n v o y space g r a d e > = G 2"),
    Scene(name: "go-names", columns: 120, keys: "g h o m"),
    Scene(name: "go-chosen", columns: 100, keys: "g t r i p tab tab"),
    Scene(name: "go-square", columns: 100, keys: "g 3 6 S Y E 6 7 2 1 enter"),
    Scene(name: "go-country", columns: 100, keys: "g j o r d a n enter"),
    Scene(name: "measure-80x24", columns: 80, rows: 24, keys: "g l a t a k i a enter d g h o m s enter - - - -"),
    Scene(name: "measure-100x32", columns: 100, rows: 32, keys: "g l a t a k i a enter d g h o m s enter - - - -"),
    Scene(name: "measure-200x60", columns: 200, rows: 60, keys: "g l a t a k i a enter d g h o m s enter - - - left"),
    Scene(name: "measure-both-ends", columns: 100, keys: "g l a t a k i a enter d g h o m s enter - - - - - -"),
    Scene(name: "measure-ocean", columns: 100, keys: "g d a k a r enter d g r e c i f e enter - - - - - - - - - - - -"),
    Scene(name: "measure-narrow", columns: 50, rows: 16, keys: "g l a t a k i a enter d g h o m s enter - - -"),
    Scene(name: "readout-mgrs", columns: 100, keys: "g d a m a s c u s enter D D left"),
    Scene(name: "command", keys: ": p r tab"),
    // The bundled story.
    Scene(name: "story-80x24", columns: 80, rows: 24, keys: "R page-down"),
    Scene(name: "story-120x40", columns: 120, rows: 40, keys: "R page-down page-down page-down e right"),
    Scene(name: "story-narrow", columns: 60, rows: 22, keys: "R page-down page-down page-down"),
    // Other files.
    Scene(name: "file-empty", file: "empty"),
    Scene(name: "file-broken", keys: "!", file: "broken"),
    Scene(name: "file-hostile", columns: 120, file: "hostile"),
    Scene(name: "file-hostile-ascii", columns: 120, file: "hostile", isUnicode: false),
    Scene(
      name: "file-scripts", columns: 120, rows: 36, options: ViewOptions(select: "zh"), keys: "tab enter",
      file: "scripts"),
    Scene(name: "file-scripts-narrow", columns: 62, rows: 24, keys: "e", file: "scripts"),
    Scene(
      name: "file-scripts-arabic", columns: 120, rows: 36, options: ViewOptions(select: "ar", language: .arabic),
      keys: "enter", file: "scripts"),
    Scene(name: "map-arabic", columns: 120, rows: 40, options: ViewOptions(language: .arabic)),
    Scene(
      name: "file-crowded", columns: 120, rows: 40, options: ViewOptions(select: "c1"), keys: "enter", file: "crowded"),
    // Several files.
    Scene(
      name: "files-120x40", columns: 120, rows: 40, options: ViewOptions(select: "f2"), hasThreeFiles: true),
    Scene(name: "files-80x24", columns: 80, rows: 24, options: ViewOptions(select: "f2"), hasThreeFiles: true),
    Scene(name: "files-layers", keys: "L down space", hasThreeFiles: true),
    Scene(
      name: "files-list", columns: 160, rows: 32,
      options: ViewOptions(order: EventOrder(column: .file, isTurned: true, grouping: .file)), keys: "e M",
      hasThreeFiles: true),
    Scene(name: "files-facets", columns: 120, rows: 40, keys: "L down space escape f end", hasThreeFiles: true),
    Scene(name: "files-legend", keys: "i", hasThreeFiles: true),
    Scene(name: "files-notes", keys: "!", hasThreeFiles: true),
  ]

  @Test("each screen is as its picture", arguments: scenes)
  func screen(scene: Scene) throws {
    var situation = try scene.file.map { name in
      // By its name alone, so that messages are as long on every machine.
      let text = try readText(path: "\(Self.folder)/Files/\(name).geojson")
      return try readSituation(bytes: Array(text.utf8), file: "\(name).geojson")
    }
    if scene.hasThreeFiles { situation = try ThreeFiles.situation() }
    var options = scene.options
    options.overlays = try scene.overlays.enumerated().map { number, name in
      let layer = try readLayer(path: "\(Self.folder)/Files/\(name).geojson")
      return MapOverlay(name: layer.name, features: layer.features, number: number)
    }
    if situation == nil { options.story = try Bundled.story() }
    var browsing = try Browsing(
      situation, columns: scene.columns, rows: scene.rows, isUnicode: scene.isUnicode,
      colorDepth: scene.colorDepth, options: options)
    try browsing.press(scene.keys)
    if let mismatch = Golden(scene.name).mismatch(browsing.screen) { Issue.record("\(mismatch)") }
  }

  /// Two thousand events around some towns, the same at each run.
  @Test(
    "past a number of pins cells are counted, and zooming in resolves them",
    arguments: [("far", 80, 24, 4.2), ("home", 100, 32, 5.0), ("near", 100, 32, 8.0), ("close", 100, 32, 10.5)])
  func density(name: String, columns: Int, rows: Int, zoom: Double) throws {
    let options = ViewOptions(at: Coordinate(latitude: 34.75, longitude: 36.7), zoom: zoom, pane: .map)
    let browsing = try Browsing(
      try Self.crowd(2_000), columns: columns, rows: rows, colorDepth: .none, options: options)
    if let mismatch = Golden("density-\(name)").mismatch(browsing.screen) { Issue.record("\(mismatch)") }
  }

  @Test("with colours counts are grounds, and no glyph of the map is covered")
  func densityInColours() throws {
    let options = ViewOptions(
      at: Coordinate(latitude: 34.75, longitude: 36.7), zoom: 6, hiddenLayers: [.graticule, .places, .names], pane: .map
    )
    let crowd = try Browsing(try Self.crowd(2_000), columns: 100, rows: 32, options: options).state.frame.grid
    let bare = try Browsing(.sample([]), columns: 100, rows: 32, options: options).state.frame.grid
    let classes: Set<Ink> = [.fewest, .few, .middling, .many, .most]
    var (counted, lines) = (0, 0)
    for row in 0..<crowd.size.rows - 1 {
      for column in 0..<crowd.size.columns {
        let (cell, other) = (crowd[column, row], bare[column, row])
        // Signs of events off the map stand over everything.
        guard classes.contains(cell.style.ground), cell.style.ink != .town else { continue }
        counted += 1
        guard other.glyph != " ", [.shore, .route].contains(other.style.ink) else { continue }
        lines += 1
        #expect(cell.glyph == other.glyph && cell.style.ink == other.style.ink)
      }
    }
    #expect(counted > 200 && lines > 10)
  }

  private static func crowd(_ count: Int) throws -> Situation {
    var generator = SeededGenerator(seed: 7)
    let towns = [(33.51, 36.29), (34.73, 36.71), (35.13, 36.75), (36.2, 37.16), (35.53, 35.79), (35.33, 40.14)]
    return .sample(
      try (0..<count).map { number in
        let town = towns[Int.random(in: 0..<towns.count, using: &generator)]
        // The sum of three is crowded in its middle.
        let (north, east) = (
          (0..<3).reduce(0.0) { sum, _ in sum + .random(in: -0.25...0.25, using: &generator) },
          (0..<3).reduce(0.0) { sum, _ in sum + .random(in: -0.3...0.3, using: &generator) }
        )
        let kind = EventKind.allCases[number % 3]
        return try Event.sample(
          "\(number)", day: 1 + number % 28, latitude: town.0 + north, longitude: town.1 + east, kind: kind)
      }, title: "A crowd")
  }

  @Test("the smallest screens are drawn without a crash, and nothing is outside", arguments: 1...8)
  func smallest(columns: Int) throws {
    for rows in 1...8 {
      for keys in ["", "e", "tab enter", "?", "/", "e tab enter i", "L end", "f end", "f space down -"] {
        var browsing = try Browsing(columns: columns, rows: rows)
        try browsing.press(keys)
        #expect(browsing.state.frame.grid.size == Size(columns: columns, rows: rows))
      }
    }
  }

  private static let folder = #filePath.split(separator: "/").dropLast().reduce("") { $0 + "/" + $1 }

  private static func filter(_ text: String) -> EventFilter {
    (try? EventFilter(text) { _ in nil }) ?? EventFilter()
  }

  private static func date(_ text: String) -> DateInterval? { try? DateInterval(edtf: text) }
}
