import Cartography
import TextCanvas

/// Meanings of the lines, grounds and signs of the map, as this state draws them: no sign has two.
struct LegendOfMap {
  let rows: [Legend.Row]

  init(_ state: BrowserState) {
    let lines = Self.lines(state.view.glyphs, isColored: state.isColored)
    rows = lines + Self.grounds(isColored: state.isColored) + Self.places
  }

  private static func lines(_ glyphs: GlyphSet, isColored: Bool) -> [Legend.Row] {
    let isText = glyphs == .ascii
    let weight: Attributes = isColored ? [] : .bold
    return [
      (isText ? "/\\|_-.,'`\"()" : "shore", Style(.shore, on: .plain, weight), isColored ? "shore" : "shore, in bold"),
      (isText ? "== ||" : "route", Style(.route, on: .plain, .bold), "main road, with its number beside it: [M5]"),
      (isText ? "++++" : "border", Style(.border), "border of a country"),
      (isText ? "++ ++" : "dashes", Style(.disputedBorder), "border that is disputed, or a line of control: dashes"),
      (isText ? "+ + +" : "dots", Style(.province), "border of a province"),
      (isText ? "~{}" : "river", Style(.river), "river, across and down"),
      (isText ? ";;;" : "road", Style(.road), "other road"),
    ]
  }

  /// Grounds by their colours, or by their patterns where there are none.
  private static func grounds(isColored: Bool) -> [Legend.Row] {
    if isColored {
      return [
        ("sea", Style(.emphasis, on: .sea), "sea and lakes"),
        (
          "land", Style(.emphasis, on: .foreignLand),
          "land of countries that the file is not about, if the file names its countries"
        ),
        ("held", Style(.emphasis, on: .occupiedLand), "occupied land"),
      ]
    }
    return [
      ("~  ~", Style(.sea), "here and there: sea; close together: lake"),
      ("&", Style(.occupiedLand), "here and there: occupied land"),
    ]
  }

  private static let places: [Legend.Row] = [
    ("@", Style(.capital), "capital"), ("o", Style(.city), "town, village or airfield"),
  ]
}
