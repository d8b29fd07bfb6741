/// The fields of a file that name the towns, provinces and countries of its records.
struct AreaFields: Hashable, Sendable {
  /// The columns of each, in order.
  private(set) var towns: [Int] = []
  private(set) var provinces: [Int] = []
  private(set) var countries: [Int] = []
  /// The columns of what is smaller than a province and larger than a town.
  private(set) var districts: [Int] = []

  /// True if there are none.
  var isEmpty: Bool { towns.isEmpty && provinces.isEmpty && countries.isEmpty }

  /// No fields.
  init() {}

  /// The fields of an interpretation, by their names.
  init(of interpretation: Interpretation) {
    for (column, name) in interpretation.names.enumerated() {
      let meanings = interpretation.meanings(of: column)
      guard meanings.allSatisfy({ [.other, .none, .place, .fallbackTitle].contains($0) }) else { continue }
      if let tag = column < interpretation.tags.count ? HXL.Tag(interpretation.tags[column]) : nil {
        switch tag.name {
        case "country": countries.append(column)
        case "adm1": provinces.append(column)
        case "adm2", "adm3", "adm4", "adm5": districts.append(column)
        default: break
        }
        continue
      }
      let (folded, parts) = (ColumnNames.known(name), ColumnNames.parts(name))
      if !AreaFields.strangers.isDisjoint(with: parts) { continue }
      // `Incident country` has words for the place of what happened alone; `Donor country` has not.
      func isCalled(_ words: Set<String>, _ known: Set<String>) -> Bool {
        known.contains(folded)
          || !words.isDisjoint(with: parts) && parts.allSatisfy { words.contains($0) || AreaFields.frame.contains($0) }
      }
      if isCalled(["country"], AreaFields.countryNames) {
        countries.append(column)
      } else if isCalled(AreaFields.provinceWords, AreaFields.provinceNames) {
        provinces.append(column)
      } else if isCalled(AreaFields.districtWords, AreaFields.districtNames) {
        districts.append(column)
      } else if isCalled(AreaFields.townWords, AreaFields.townNames) {
        towns.append(column)
      }
    }
    // A region may be a part of the world: beside another field of provinces it is none.
    let named = provinces.filter { !ColumnNames.parts(interpretation.names[$0]).contains("region") }
    if !named.isEmpty { provinces = named }
  }

  /// Leaves out fields of provinces that have parts of the world, or the state of affairs.
  mutating func dropStrangers(_ values: ColumnValues) {
    provinces.removeAll { column in values.most(of: column) { AreaFields.noProvinces.contains($0.lowercased()) } }
  }

  private static let noProvinces: Set<String> = [
    "asia", "africa", "europe", "america", "americas", "north america", "south america", "latin america",
    "central america", "oceania", "middle east", "mena", "north africa", "sub-saharan africa", "south asia",
    "southeast asia", "south-east asia", "east asia", "central asia", "eastern europe", "western europe", "caribbean",
    "mediterranean", "west africa", "east africa", "southern africa", "open", "closed", "active", "inactive", "pending",
    "resolved", "new", "ongoing", "draft",
  ]

  /// The word for the area that a field names; nil where it names none.
  func word(for column: Int) -> String? {
    if countries.contains(column) { return "country" }
    if provinces.contains(column) { return "province" }
    if districts.contains(column) { return "district" }
    return towns.contains(column) ? "town" : nil
  }

  /// Parts of names that may stand beside the word for an area where it is the one that something happened in.
  private static let frame: Set<String> = [
    "name", "code", "iso", "iso2", "iso3", "of", "the", "incident", "event", "location", "place", "site", "target",
    "victim", "occurrence", "attack", "primary", "main", "affected", "crisis", "en", "fr", "ar", "es", "ru", "uk", "de",
    "territory", "admin", "adm", "admin1", "adm1", "level", "1", "2", "txt", "text", "label", "title", "crash",
    "accident", "strike", "geo", "geography", "or", "and", "area", "local", "where", "ref", "address",
    "official", "short", "long", "full", "english",
  ]

  /// Parts of names of fields that are of somebody, or of somewhere else.
  private static let strangers: Set<String> = [
    "id", "origin", "birth", "nationality", "citizenship", "actor", "actor1", "actor2", "perpetrator",
    "source", "publisher", "reporter", "author", "destination", "dest", "to", "population", "area", "count", "url",
    "type",
    "status", "home", "lat", "lon", "latitude", "longitude", "precision", "pcode", "event", "cnty",
  ]

  private static let countryNames: Set<String> = [
    "nation", "land", "staat", "länder", "pays", "país", "pais", "paese", "страна", "країна", "держава", "государство",
    "الدولة", "البلد", "دولة", "بلد", "countrycode", "iso", "iso2", "iso3", "isoa2", "isoa3", "isocode", "iso3166",
    "cc",
    "adm0", "admin0", "adm0name", "adm0en", "admin0name", "admin0en", "countrytxt", "laendercode", "landcode",
  ]
  private static let provinceWords: Set<String> = [
    "governorate", "province", "oblast", "state", "область", "provincia", "محافظة", "المحافظة", "bundesland", "kanton",
    "canton", "gouvernorat", "gouvernement", "département", "departement", "departamento", "estado", "muhafaza",
    "muhafazah", "wilaya", "ولاية", "الولاية", "provinz", "регион", "регіон", "region", "región", "région", "provstate",
    "prefecture",
  ]
  private static let provinceNames: Set<String> = [
    "admin1", "adm1", "adm1name", "adm1en", "admin1name", "admin1en", "provstate",
  ]
  private static let districtWords: Set<String> = [
    "district", "subdistrict", "county", "bezirk", "kreis", "landkreis", "район", "arrondissement", "distrito", "قضاء",
  ]
  private static let districtNames: Set<String> = [
    "admin2", "adm2", "admin3", "adm3", "adm2name", "adm2en", "admin2name", "admin2en", "adm3name", "adm3en",
  ]
  private static let townWords: Set<String> = ["city", "town", "village", "settlement", "municipality"]
  private static let townNames: Set<String> = [
    "stadt", "ort", "ortschaft", "ortsname", "gemeinde", "ville", "commune", "localité", "localite", "ciudad",
    "localidad",
    "municipio", "pueblo", "город", "населенныйпункт", "населённыйпункт", "нп", "село", "селище", "місто",
    "населенийпункт", "المدينة", "البلدة", "القرية", "مدينة", "بلدة", "قرية", "locality",
  ]
}
