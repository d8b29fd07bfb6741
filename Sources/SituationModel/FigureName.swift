/// The name of a figure: one for all words by which files count the same, so that `killed`, `fatalities` and `deaths` can be added.
///
/// Other names are the file's own words in small letters, with `_` between them.
public struct FigureName: Hashable, Comparable, Sendable {
  /// The name as it stands in filters, options and headings.
  public let text: String

  /// The name for the words of a file; nil where they have no letter and no digit.
  public init?(_ words: String) {
    let parts = words.lowercased().split { !$0.isLetter && !$0.isNumber }
    guard !parts.isEmpty else { return nil }
    let joined = parts.joined(separator: "_")
    text = FigureName.known[joined] ?? joined
  }

  private init(known text: String) { self.text = text }

  /// People who died.
  public static let deaths = FigureName(known: "deaths")
  /// People who were injured.
  public static let injured = FigureName(known: "injured")
  /// People who had to leave their homes.
  public static let displaced = FigureName(known: "displaced")

  /// The names that any filter may ask for, whether a file has them or not.
  public static let standard: Set<FigureName> = [.deaths, .injured, .displaced]

  /// The outlets that report an event.
  public static let outlets = FigureName(known: "outlets")
  /// The origins to which its reports go back (`Origins`).
  public static let origins = FigureName(known: "origins")

  /// The names of numbers that are counted and not stated.
  public static let counted: Set<FigureName> = [.outlets, .origins]

  /// The words that count the same as one of the standard names. A part of the people, as in `civilian deaths`, is another figure.
  private static let known: [String: String] = [
    "killed": "deaths", "fatalities": "deaths", "fatality": "deaths", "dead": "deaths", "death": "deaths",
    "total_deaths": "deaths", "total_fatalities": "deaths", "total_killed": "deaths", "nkill": "deaths",
    "number_killed": "deaths", "people_killed": "deaths", "persons_killed": "deaths", "no_deaths": "deaths",
    "tote": "deaths", "getötete": "deaths", "morts": "deaths", "tués": "deaths", "muertos": "deaths",
    "fallecidos": "deaths", "погибло": "deaths", "погибшие": "deaths", "убито": "deaths", "загиблі": "deaths",
    "загинуло": "deaths", "القتلى": "deaths", "قتلى": "deaths",
    "verletzte": "injured", "blessés": "injured", "heridos": "injured", "ранено": "injured", "раненые": "injured",
    "поранено": "injured", "поранені": "injured", "الجرحى": "injured", "جرحى": "injured",
    "wounded": "injured", "injuries": "injured", "no_injured": "injured", "total_injured": "injured",
    "total_wounded": "injured", "nwound": "injured", "people_injured": "injured", "people_wounded": "injured",
    "displacement": "displaced", "people_displaced": "displaced", "persons_displaced": "displaced",
    "no_displaced": "displaced", "total_displaced": "displaced",
  ]

  /// Standard names first, in the order of harm; then the others by the alphabet.
  public static func < (left: FigureName, right: FigureName) -> Bool {
    let order = [FigureName.deaths, .injured, .displaced]
    let (first, last) = (order.firstIndex(of: left) ?? order.count, order.firstIndex(of: right) ?? order.count)
    return first != last ? first < last : left.text < right.text
  }
}
