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

  @Test("no character of the map's lines and grounds, or of how far places reach, stands for two things in ASCII")
  func oneCharacter() throws {
    for (name, state) in try Self.states() where state.view.glyphs == .ascii {
      var owners: [Character: String] = [:]
      for section in Legend(state).sections where section.title == "Map" || section.title.hasPrefix("How far") {
        // Strokes in pairs are main roads: two side by side are another sign than one.
        for row in section.rows where row.style.ink != .route {
          let meaning = Self.meaning(of: row, in: section.title)
          for glyph in Set(row.sample) where !glyph.isLetter && glyph != " " {
            #expect(owners[glyph] ?? meaning == meaning, "\(name): \(glyph) is \(owners[glyph] ?? "") and \(meaning)")
            owners[glyph] = meaning
          }
        }
      }
      #expect(owners["+"] == "border" && owners[":"] == "reach" && owners["/"]?.hasPrefix("shore") == true)
    }
  }

  /// Thing that a row's characters stand for: ranks of borders, and all that is water, are one each.
  private static func meaning(of row: Legend.Row, in section: String) -> String {
    if section != "Map" { return "reach" }
    return switch row.style.ink {
    case .border, .disputedBorder, .province: "border"
    case .river, .sea, .lake: "water"
    default: row.words
    }
  }
}
