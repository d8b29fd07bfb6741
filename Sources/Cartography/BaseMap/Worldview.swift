/// Point of view from which contested borders and names are drawn.
///
/// A raw value is the word of `--worldview`, and of the lists `as_international`, `as_disputed` and `as_none` in the base map's
/// files. The cases are the points of view that Natural Earth states for each border.
public enum Worldview: String, CaseIterable, Hashable, Sendable {
  /// The countries that hold the land, with contested borders dashed.
  case deFacto = "de-facto"
  /// The countries that ISO 3166 lists.
  case iso
  case argentina = "ar"
  case bangladesh = "bd"
  case brazil = "br"
  case china = "cn"
  case germany = "de"
  case egypt = "eg"
  case spain = "es"
  case france = "fr"
  case britain = "gb"
  case greece = "gr"
  case indonesia = "id"
  case israel = "il"
  case india = "in"
  case italy = "it"
  case japan = "jp"
  case southKorea = "kr"
  case morocco = "ma"
  case netherlands = "nl"
  case nepal = "np"
  case pakistan = "pk"
  case poland = "pl"
  case palestine = "ps"
  case portugal = "pt"
  case russia = "ru"
  case saudiArabia = "sa"
  case sweden = "se"
  case turkey = "tr"
  case taiwan = "tw"
  case ukraine = "ua"
  case unitedStates = "us"
  case vietnam = "vn"

  /// English name of the country, or of the list of countries.
  public var title: String {
    switch self {
    case .deFacto: "who holds the land"
    case .iso: "ISO 3166"
    case .argentina: "Argentina"
    case .bangladesh: "Bangladesh"
    case .brazil: "Brazil"
    case .china: "China"
    case .germany: "Germany"
    case .egypt: "Egypt"
    case .spain: "Spain"
    case .france: "France"
    case .britain: "Britain"
    case .greece: "Greece"
    case .indonesia: "Indonesia"
    case .israel: "Israel"
    case .india: "India"
    case .italy: "Italy"
    case .japan: "Japan"
    case .southKorea: "South Korea"
    case .morocco: "Morocco"
    case .netherlands: "the Netherlands"
    case .nepal: "Nepal"
    case .pakistan: "Pakistan"
    case .poland: "Poland"
    case .palestine: "Palestine"
    case .portugal: "Portugal"
    case .russia: "Russia"
    case .saudiArabia: "Saudi Arabia"
    case .sweden: "Sweden"
    case .turkey: "Turkey"
    case .taiwan: "Taiwan"
    case .ukraine: "Ukraine"
    case .unitedStates: "the United States"
    case .vietnam: "Vietnam"
    }
  }

  /// Note for a map that is drawn from this point of view; nil for the default map.
  public var note: String? { self == .deFacto ? nil : "borders: view of \(title)" }
}

extension Worldview {
  /// All points of view for a help text, each with its word and title.
  public static var words: String {
    let countries = allCases.filter { $0 != .deFacto && $0 != .iso }.map { "\($0.rawValue) \($0.title)" }
    return
      "de-facto (the default) follows who holds the land; iso follows ISO 3166; the others follow the maps of a "
      + "country: " + countries.joined(separator: ", ")
  }
}
