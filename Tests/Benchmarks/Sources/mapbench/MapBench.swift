import Cartography
import SituationIO
import SituationModel
import TextCanvas

/// Times the drawing of maps: `mapbench BASEMAP` prints a line for each view and glyph set.
///
/// A view is drawn again and again, one cell further each time, as a person pans; the median says what one such frame
/// costs, without a terminal.
@main
struct MapBench {
  /// A view of one of the zoom classes.
  struct Subject {
    let name: String
    let center: Coordinate
    let zoom: Double
  }

  static let subjects = [
    Subject(name: "world", center: Coordinate(latitude: 25, longitude: 20), zoom: 1.6),
    Subject(name: "country", center: Coordinate(latitude: 34.9, longitude: 36.6), zoom: 7),
    Subject(name: "town", center: Coordinate(latitude: 35.52, longitude: 35.79), zoom: 12),
  ]
  static let size = Size(columns: 200, rows: 60)
  static let frames = 101

  static func main() throws {
    guard CommandLine.arguments.count == 2 else {
      print("usage: mapbench BASEMAP-FOLDER")
      return
    }
    let map = try load(from: CommandLine.arguments[1])
    print("view      glyphs   ms a frame   slowest   vertices")
    for subject in subjects {
      for glyphs in GlyphSet.allCases {
        let result = time(subject, glyphs, map)
        print(line(subject.name, glyphs.rawValue, result))
      }
    }
  }

  private static func load(from folder: String) throws -> BaseMap {
    var map = BaseMap()
    for file in BaseMapFile.allCases {
      map.add(try readFeatures(path: "\(folder)/\(file.rawValue).geojson").features, as: file)
    }
    return map
  }

  /// What drawing took.
  struct Result {
    /// Milliseconds, the least first.
    let times: [Double]
    let vertices: Int
  }

  private static func time(_ subject: Subject, _ glyphs: GlyphSet, _ map: BaseMap) -> Result {
    var viewport = Viewport(center: subject.center, zoom: subject.zoom, size: size)
    var grid = CellGrid(size: size)
    var times: [Double] = []
    var vertices = 0
    let clock = ContinuousClock()
    for frame in 0..<frames {
      viewport = viewport.panned(columns: frame & 1 == 0 ? 2 : 1, rows: frame % 5 == 0 ? 1 : 0)
      let scene = MapScene(viewport: viewport, baseMap: map, glyphs: glyphs, home: ["SYR"], showsCrosshair: true)
      let passed = clock.measure {
        vertices = scene.draw(into: &grid, in: Rect(column: 0, row: 0, columns: size.columns, rows: size.rows)).vertices
      }
      times.append(Double(passed.components.attoseconds) / 1e15)
    }
    return Result(times: times.sorted(), vertices: vertices)
  }

  private static func line(_ name: String, _ glyphs: String, _ result: Result) -> String {
    func padded(_ text: String, _ columns: Int) -> String {
      text + String(repeating: " ", count: max(1, columns - text.count))
    }
    let median = result.times[result.times.count / 2]
    let slowest = result.times[result.times.count - 1]
    return padded(name, 10) + padded(glyphs, 9) + padded(decimal(median, 2), 13) + padded(decimal(slowest, 2), 10)
      + String(result.vertices)
  }
}
