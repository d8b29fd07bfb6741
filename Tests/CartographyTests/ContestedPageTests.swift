import Foundation
import SituationModel
import Testing

@testable import Cartography

/// Holds the page on contested names and borders to the map's data.
@Suite("The page on contested names and borders")
struct ContestedPageTests {
  /// A place on each border that the page has a row for, in the file of the closest map.
  private static let places: [String: (file: BaseMapFile, latitude: Double, longitude: Double)] = [
    "Golan: western line, claimed by Syria": (.borders, 32.945, 35.595),
    "Golan: line A of 1974": (.borders, 33.099, 35.849),
    "Golan: line B of 1974": (.borders, 33.108, 35.879),
    "Lebanon and Israel": (.borders, 33.095, 35.297),
    "Shebaa farms: eastern line": (.borders, 33.336, 35.755),
    "West Bank": (.borders, 32.220, 34.985),
    "Gaza": (.borders, 31.412, 34.390),
    "Northern Cyprus": (.borders, 35.183, 33.211),
    "Western Sahara: the line through it": (.worldBorders10, 26.883, -11.392),
    "Crimea: land side": (.worldBorders10, 46.097, 34.200),
    "Crimea: Kerch Strait": (.worldBorders10, 45.219, 36.596),
    "Kashmir: line of control": (.worldBorders10, 34.555, 75.860),
    "Kashmir: Jammu, west side": (.worldBorders10, 32.471, 74.804),
    "Kashmir: Siachen, west side": (.worldBorders10, 35.341, 76.932),
    "Kashmir: Pakistan and China": (.worldBorders10, 35.885, 76.126),
    "Aksai Chin: west side": (.worldBorders10, 34.560, 78.509),
    "Arunachal Pradesh: north side": (.worldBorders10, 29.219, 94.498),
    "Abkhazia": (.worldBorders10, 42.800, 41.899),
    "South Ossetia": (.worldBorders10, 42.154, 43.915),
    "Transnistria": (.worldBorders10, 47.348, 29.079),
    "Kosovo": (.worldBorders10, 42.851, 21.389),
    "Somaliland: east side": (.worldBorders10, 9.700, 48.939),
    "Kuril Islands: south side": (.worldBorders10, 44.011, 145.390),
    "Hala'ib: on the 22nd parallel": (.worldBorders10, 21.996, 35.500),
    "Abyei: south side": (.worldBorders10, 9.328, 28.500),
    "Ilemi: south side": (.worldBorders10, 4.840, 34.866),
    "Essequibo: border with Venezuela": (.worldBorders10, 7.181, -60.616),
    "Guyana and Suriname: upper course": (.worldBorders10, 2.642, -57.056),
    "Morocco and Algeria": (.worldBorders10, 30.598, -3.979),
    "Ceuta": (.worldBorders10, 35.877, -5.372),
    "Gibraltar": (.worldBorders10, 36.141, -5.340),
    "Hong Kong": (.worldBorders10, 22.545, 114.155),
    "Korea: demarcation line": (.worldBorders10, 38.309, 127.199),
  ]

  /// The page's lines.
  private static let page: [Substring] = {
    let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3).joined(separator: "/")
    let text = (try? String(contentsOfFile: root + "/Data/manual/contested.md", encoding: .utf8)) ?? ""
    return text.split(separator: "\n")
  }()

  /// The rows of a table of the page, without its head: a text for each cell.
  private static func rows(columns: Int) -> [[String]] {
    page.filter { $0.hasPrefix("| ") }.map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).dropFirst().dropLast()
        .map { $0.trimmingCharacters(in: .whitespaces) }
    }.filter { $0.count == columns && !["border", "name"].contains($0.first) }
  }

  /// The points of view that a cell lists.
  private static func views(_ cell: String) throws -> Set<Worldview> {
    let codes = cell.split(separator: "`").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    let listed = try codes.filter { !$0.hasPrefix("all") }.map { code in
      try #require(Worldview(rawValue: code), "\(code) is no point of view")
    }
    guard cell.hasPrefix("all") else { return Set(listed) }
    return Set(Worldview.allCases).subtracting(listed).subtracting([.deFacto])
  }

  @Test("says of each border how it is drawn from each point of view")
  func borders() throws {
    let rows = Self.rows(columns: 5)
    #expect(Set(rows.map { $0[0] }) == Set(Self.places.keys))
    #expect(rows.count == Self.places.count)
    for row in rows {
      let place = try #require(Self.places[row[0]], "\(row[0])")
      let near = Coordinate(latitude: place.latitude, longitude: place.longitude)
      let border = try #require(Atlas.map.border(in: place.file, near: near), "\(row[0])")
      let usual = try #require(["solid": BorderDrawing.international, "dashed": .disputed][row[1]])
      let (solid, dashed, absent) = (try Self.views(row[2]), try Self.views(row[3]), try Self.views(row[4]))
      for view in Worldview.allCases {
        let expected: BorderDrawing =
          solid.contains(view)
          ? .international : dashed.contains(view) ? .disputed : absent.contains(view) ? .none : usual
        #expect(border.border(in: view) == expected, "\(row[0]): \(view)")
      }
    }
  }

  @Test("says of each name from which points of view it is left out")
  func names() throws {
    let rows = Self.rows(columns: 2)
    let areas = [BaseMapFile.countries, .worldLabels].flatMap { Atlas.map.areaNames[$0] ?? [] }
    var told: Set<String> = []
    for row in rows {
      let absent = try Self.views(row[1])
      let named = areas.filter { $0.name == row[0] }
      #expect(!named.isEmpty, "\(row[0])")
      for name in named { #expect(Set(Worldview.allCases.filter { !name.isShown(in: $0) }) == absent, "\(row[0])") }
      told.insert(row[0])
    }
    let contested = areas.filter { name in Worldview.allCases.contains { !name.isShown(in: $0) } }
    #expect(Set(contested.map(\.name)) == told)
  }

  @Test("names all points of view, and all places that people ask about")
  func wholeness() {
    let page = Self.page.joined(separator: "\n")
    for view in Worldview.allCases where view != .deFacto { #expect(page.contains("`\(view.rawValue)`")) }
    let places = [
      "Golan", "Kurdish-held", "Palestine", "West Bank", "Gaza", "Western Sahara", "Crimea", "Kashmir", "Taiwan",
      "Abkhazia",
      "South Ossetia", "Transnistria", "Northern Cyprus", "Kosovo", "Somaliland", "Donbas", "Aksai Chin", "Arunachal",
      "Kuril",
      "Hala'ib", "Abyei", "Essequibo", "Karabakh",
    ]
    for place in places { #expect(page.contains(place), "\(place)") }
  }

  @Test("is right that the map has no line of its own in Kurdish-held land, Donbas and Karabakh")
  func absences() {
    // Away from the borders of the countries around: no line passes within a fifth of a degree.
    for (file, latitude, longitude) in [
      (BaseMapFile.borders, 35.9, 38.6), (.borders, 35.9, 43.9), (.worldBorders10, 48.0, 38.0),
      (.worldBorders10, 39.9, 46.8),
    ] {
      #expect(Atlas.map.border(in: file, near: Coordinate(latitude: latitude, longitude: longitude)) == nil)
    }
  }
}
