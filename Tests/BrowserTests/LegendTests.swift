import Cartography
import SituationModel
import Testing
import TextCanvas

@testable import Browser

/// One meaning a glyph: what the legend says of each sign.
@Suite("Legend")
struct LegendTests {
  /// States whose legends have different rows, by their names.
  private static func states() throws -> [(name: String, state: BrowserState)] {
    let line = MapOverlay(
      name: "a line",
      features: [
        Feature(
          shape: .lines([[Coordinate(latitude: 34, longitude: 36), Coordinate(latitude: 35, longitude: 37)]]))
      ], number: 0)
    let others = (1...3).map { MapOverlay(name: "layer \($0)", features: [], number: $0) }
    var options = ViewOptions(overlays: [line] + others)
    options.view.timeLook.fades = true
    var braille = options
    braille.view.glyphs = .braille
    var files = options
    files.view.colours = .file
    let several = try Situation(
      joining: [Bundled.situation(), Bundled.situation(), Bundled.situation()].enumerated().map {
        (path: "file \($0).geojson", situation: $1)
      })
    func state(_ situation: Situation? = nil, _ options: ViewOptions, _ depth: ColorDepth = .indexed) throws
      -> BrowserState
    {
      BrowserState(
        situation: try situation ?? Bundled.situation(), baseMap: BaseMap(), size: Size(columns: 120, rows: 40),
        colorDepth: depth, options: options)
    }
    return [
      ("colours", try state(nil, options)), ("no colours", try state(nil, options, .none)),
      ("sixteen colours", try state(nil, options, .sixteen)), ("braille", try state(nil, braille)),
      ("ACLED", try state(KindTests.acled(60), options)),
      ("ACLED without colours", try state(KindTests.acled(60), options, .none)),
      ("several files", try state(several, files)), ("several files without colours", try state(several, files, .none)),
    ]
  }

  @Test("no sign stands in two rows of one legend, over all open files")
  func oneMeaning() throws {
    for (name, state) in try Self.states() {
      var owners: [Substring: String] = [:]
      for section in Legend(state).sections {
        for row in section.rows {
          for sign in Set(row.sample.split(separator: " ")) {
            let words = "\(section.title): \(row.words)"
            #expect(owners[sign] == nil, "\(name): \(sign) is \(owners[sign] ?? "") and \(words)")
            owners[sign] = words
          }
        }
      }
      #expect(owners.count > 30)
    }
  }
}
